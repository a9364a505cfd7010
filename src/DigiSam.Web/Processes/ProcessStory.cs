using DigiSam.Processes;
using DigiSam.Web.SamYears;
using DigiSam.Workflows.Definitions;
using DigiSam.Workflows.Running;

namespace DigiSam.Web.Processes;

/// <summary>A sentence about a process, with the reason that someone gave.</summary>
public sealed record StoryLine(string What, string? Why, string Who, DateTimeOffset At);

/// <summary>Tells what has happened to a process and what is coming.</summary>
internal static class ProcessStory
{
    /// <summary>What DigiSam is called where it did something by itself.</summary>
    public const string Itself = "DigiSam, av sig självt";

    /// <summary>All that has happened, the latest first. That a state was left is told together with the one that began.</summary>
    public static IReadOnlyList<StoryLine> Lines(ProcessView process)
    {
        var states = process.State.Definition.Flow == ProcessFlow.States;
        var lines = new List<StoryLine>();
        foreach (var happened in process.Events.OrderByDescending(happened => happened.At).ThenByDescending(Order))
        {
            var together = process.Events.Where(other => other.At == happened.At).ToList();
            if (states && happened.Kind == ProcessEventKind.StepClosed && together.Exists(other => other.Kind == ProcessEventKind.StepOpened))
                continue;
            var left = states && happened.Kind == ProcessEventKind.StepOpened ? together.Find(other => other.Kind == ProcessEventKind.StepClosed) : null;
            lines.Add(new StoryLine(What(process.State.Definition, happened, left), Why(happened), happened.Person ?? Itself, happened.At));
        }

        return lines;
    }

    /// <summary>What a timer brings: "påminnelse till chefen om Planera".</summary>
    public static string Coming(ProcessState state, string stepKey, TimerKind kind, int level)
    {
        var step = state.Definition.Find(stepKey);
        var title = step?.Title ?? stepKey;
        return kind switch
        {
            TimerKind.Opens => $"{title} öppnar, om inget annat steg är i vägen",
            TimerKind.Reminder => $"påminnelse till {Whose(state, step)} om {title}",
            TimerKind.Due => $"{title} räknas som försenat om det inte är klart",
            _ => $"{(step is not null && level < step.Escalations.Count ? ProcessWords.Who(step.Escalations[level].To) : "chefen närmast ovanför")} får veta att {title} inte är klart",
        };
    }

    /// <summary>"2 mars 2026", or at once when the day has come.</summary>
    public static string When(DateTimeOffset due, DateTimeOffset now) => due <= now ? "Strax" : StepWords.Day(due);

    /// <summary>What comes first of things that happened in one instant.</summary>
    private static int Order(ProcessEventView happened) => happened.Kind switch
    {
        ProcessEventKind.Started or ProcessEventKind.Moved or ProcessEventKind.Resumed => 0,
        ProcessEventKind.StepClosed => 1,
        ProcessEventKind.Completed => 3,
        _ => 2,
    };

    private static string Whose(ProcessState state, StepDefinition? step) => step?.HumanAt(state.PlaceKind) switch
    {
        { Place: HumanStep.Above } human => $"{ProcessWords.Who(human.Role)} närmast ovanför",
        { } human => ProcessWords.Who(human.Role),
        _ => "den som har steget",
    };

    private static string What(ProcessDefinition definition, ProcessEventView happened, ProcessEventView? left)
    {
        var (title, states) = (happened.StepTitle, definition.Flow == ProcessFlow.States);
        return happened.Kind switch
        {
            ProcessEventKind.Started when happened.Person is null && definition.Key == "annual-report" => "DigiSam började följa rapporten; det som hände före står på rapportens sida",
            ProcessEventKind.Started when happened.Person is null && definition.Key == "risk" => "DigiSam började följa risken; det som hände före står på riskens sida",
            ProcessEventKind.Started when happened.Person is null && definition.Key == "checklist-publishing" => "DigiSam började påminna om översynen",
            ProcessEventKind.Started => "Processen startade",
            ProcessEventKind.StepOpened when left is not null => left.StepKey == happened.StepKey ? $"Läget {title} började om" : $"Från {left.StepTitle} till {title}",
            ProcessEventKind.StepOpened => states ? $"Började i läget {title}" : $"{title} öppnade",
            ProcessEventKind.StepClosed => states ? $"Lämnade {title}" : $"{title} blev klart",
            ProcessEventKind.StepReopened => $"{title} öppnades igen",
            ProcessEventKind.StepWithdrawn => $"{title} väntar igen, eftersom ett tidigare steg öppnades",
            ProcessEventKind.StepOverdue => $"{title} blev försenat",
            ProcessEventKind.Reminded => $"Påminnelse om {title}",
            ProcessEventKind.ReminderWaits => $"Påminnelsen om {title} väntar till {Day(happened.Detail)}, när den som ska påminnas är tillbaka",
            ProcessEventKind.RemindedAbove => $"Chefen närmast ovanför påmindes också om {title}, eftersom den som ska påminnas är ledig",
            ProcessEventKind.Escalated => $"{Told(definition, happened.StepKey)} fick veta att {title} inte var klart",
            ProcessEventKind.NobodyToEscalateTo => $"{title} var inte klart, och det fanns ingen längre upp att berätta det för",
            ProcessEventKind.Completed => "Allt är klart",
            ProcessEventKind.Resumed => "Processen fortsatte",
            ProcessEventKind.Cancelled => "Processen avslutades i förtid",
            ProcessEventKind.Suspended => "Processen pausades",
            ProcessEventKind.Moved => $"Processen flyttades till {Version(happened.Detail)}",
            _ => "DigiSam rättade till tidpunkter som saknades eller var för många",
        };
    }

    // Which of several escalations it was, nobody has written down.
    private static string Told(ProcessDefinition definition, string? step) => step is not null && definition.Find(step)?.Escalations is [var only]
        ? ProcessWords.Capital(ProcessWords.Who(only.To))
        : "Någon längre upp";

    private static string? Why(ProcessEventView happened) => happened.Kind is ProcessEventKind.Suspended or ProcessEventKind.Cancelled ? happened.Detail : null;

    private static string Day(string? detail) => DateOnly.TryParseExact(detail, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day)
        ? Language.SwedishDate.Long(day)
        : "en senare dag";

    // "sam-year/1 → sam-year/2"
    private static string Version(string? detail) => detail?.LastIndexOf('/') is >= 0 and var slash ? $"version {detail[(slash + 1)..]}" : "en annan version";
}
