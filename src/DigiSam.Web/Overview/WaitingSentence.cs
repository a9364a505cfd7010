using DigiSam.Access;
using DigiSam.AnnualReports;
using DigiSam.Language;
using DigiSam.Organisation;
using DigiSam.Overview;
using DigiSam.Processes;
using DigiSam.Web.Frame;
using DigiSam.Web.Processes;

namespace DigiSam.Web.Overview;

/// <summary>One thing that waits: a sentence, and one button that leads to doing it.</summary>
public sealed record WaitingSentence(string Text, string Button, string Address, DateOnly? Day, bool Late)
{
    /// <summary>The sentences about what waits, for the one who may do something about it.</summary>
    public static IEnumerable<WaitingSentence> About(IEnumerable<WaitingWork> work, Standpoint where) =>
        work.Where(waiting => where.May(Needs(waiting.Kind))).Select(waiting => About(waiting, where.Today));

    /// <summary>What waits in the inbox: its own words, with the page that its link leads to.</summary>
    public static WaitingSentence About(MyTask task) =>
        new(task.InsteadOf is null ? task.Text : $"{task.Text} {InsteadOf(task.InsteadOf)}", task.Link.StartsWith("/rapporter/", StringComparison.Ordinal) ? "Öppna rapporten" : task.Link.StartsWith("/checklistor/", StringComparison.Ordinal) ? "Öppna checklistan" : "Öppna", task.Link, task.DueOn, task.IsOverdue);

    /// <summary>The sentence with the one in whose stead it waits behind it.</summary>
    public WaitingSentence For(string other) => this with { Text = $"{Text} {InsteadOf(other)}" };

    /// <summary>What DigiSam has given up and the administrator may let it try again.</summary>
    public static WaitingSentence About(GivenUpTimers givenUp) => new(
        givenUp.Count == 1 ? "DigiSam har gett upp en sak som skulle ha hänt av sig själv." : $"DigiSam har gett upp {SwedishNumber.Show(givenUp.Count, 0)} saker som skulle ha hänt av sig själva.",
        "Visa och försök igen", ProcessAddress.List, null, Late: true);

    /// <summary>The reports whose next step is for the one who looks.</summary>
    public static IEnumerable<WaitingSentence> About(IEnumerable<WaitingReport> reports, Standpoint where) =>
        reports.Select(report => About(report, where)).OfType<WaitingSentence>();

    /// <summary>The sentence with its place in front, for someone who has several; lists open in that place.</summary>
    public WaitingSentence In(PlaceName place) => this with
    {
        Text = $"{place.Name}: {char.ToLowerInvariant(Text[0])}{Text[1..]}",
        Address = Address.Count(sign => sign == '/') == 1 ? $"{Address}{(Address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Standpoints.PlaceParameter}={place.Id}" : Address,
    };

    private static string InsteadOf(string other) => $"Du gör det i stället för {other}.";

    private static WaitingSentence? About(WaitingReport report, Standpoint where)
    {
        var mine = where.Roles.Any(role => role.PlaceId == report.PlaceId);
        var board = report.Level is ReportLevel.Board or ReportLevel.Municipality;
        var text = report.Status switch
        {
            ReportStatus.Draft when mine && where.May(Permission.CompleteReport) => $"Arbetsmiljörapporten {report.Year} för {report.Place} är ett utkast. Skriv klart den.",
            ReportStatus.Completed when !report.Stated && !board && where.May(Permission.StateInvolvement) => $"Arbetsmiljörapporten {report.Year} för {report.Place} är klar. Har du medverkat? Säg det, eller avstå.",
            ReportStatus.Completed when mine && where.May(Permission.CompleteReport) => $"Arbetsmiljörapporten {report.Year} för {report.Place} är klar. Lämna in den när den är samverkad.",
            ReportStatus.Submitted when board && where.May(Permission.LockReport) => $"{report.Place} har lämnat in arbetsmiljörapporten {report.Year}. Lås den inför kallelsen.",
            ReportStatus.Locked when board && where.May(Permission.DecideReport) => $"Arbetsmiljörapporten {report.Year} för {report.Place} är låst. Registrera beslutet efter mötet.",
            _ => null,
        };
        return text is null ? null : new(text, "Öppna rapporten", $"/rapporter/{report.Id}", null, Late: false);
    }

    private static Permission Needs(WaitingKind kind) => kind switch
    {
        WaitingKind.RoundToHold => Permission.HoldRounds,
        WaitingKind.RoundToComplete => Permission.CompleteRounds,
        WaitingKind.RoundToState => Permission.StateInvolvement,
        WaitingKind.MeasureOverdue or WaitingKind.MeasureToCheck => Permission.WriteMeasures,
        _ => Permission.WriteRisks,
    };

    private static WaitingSentence About(WaitingWork waiting, DateOnly today)
    {
        var one = waiting.Count == 1;
        var late = waiting.Day < today;
        var round = $"/ronder/{waiting.Id}?enhet={waiting.UnitId}";
        var measure = $"/atgarder/{waiting.Id}?enhet={waiting.UnitId}";
        return waiting.Kind switch
        {
            WaitingKind.RoundToHold when one && late => new($"Ronden {waiting.About} skulle ha hållits {Day()}.", "Öppna ronden", round, waiting.Day, Late: true),
            WaitingKind.RoundToHold when one => new($"Ronden {waiting.About} är planerad till {Day()}.", "Öppna ronden", round, waiting.Day, Late: false),
            WaitingKind.RoundToHold => new($"{waiting.Count} ronder ska hållas. Den första är {waiting.About}, {Day()}.", "Visa ronderna", "/ronder", waiting.Day, late),
            WaitingKind.RoundToComplete => new(one ? $"Ronden {waiting.About} är påbörjad men inte avslutad." : $"{waiting.Count} ronder är påbörjade men inte avslutade.", one ? "Fortsätt" : "Visa ronderna", one ? round : "/ronder", waiting.Day, late),
            WaitingKind.RoundToState => new(one ? $"Har du medverkat i ronden {waiting.About}? Säg det, eller avstå." : $"{waiting.Count} avslutade ronder väntar på att du säger om du har medverkat.", one ? "Öppna ronden" : "Öppna den första", round, waiting.Day, Late: false),
            WaitingKind.ObservationToAnswer => new(one ? $"En medarbetare har rapporterat: {Short(waiting.About)}" : $"{waiting.Count} riskobservationer väntar på svar.", one ? "Läs och svara" : "Visa observationerna", "/observationer", null, Late: false),
            WaitingKind.MeasureOverdue => new(one ? $"Åtgärden {waiting.About} skulle ha varit klar {Day()}." : $"{waiting.Count} åtgärder är försenade. Den äldsta skulle ha varit klar {Day()}.", one ? "Öppna åtgärden" : "Visa åtgärderna", one ? measure : "/atgarder?visa=forsenade", waiting.Day, Late: true),
            _ => new(one ? $"Följ upp åtgärden {waiting.About}: fick den avsedd effekt?" : $"{waiting.Count} genomförda åtgärder ska följas upp: fick de avsedd effekt?", one ? "Följ upp" : "Visa åtgärderna", one ? measure : "/atgarder?visa=kontrollera", waiting.Day, Late: false),
        };

        string Day() => waiting.Day is { } day ? SwedishDate.Long(day) : "";
    }

    private static string Short(string text) => text.Length <= 90 ? $"”{text}”" : $"”{text[..88].TrimEnd()} …”";
}
