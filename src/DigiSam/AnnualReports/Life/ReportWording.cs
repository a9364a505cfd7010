using DigiSam.Language;
using DigiSam.Processes;
using DigiSam.Workflows.Running;

namespace DigiSam.AnnualReports.Life;

/// <summary>What a report on its way asks people to do.</summary>
internal sealed class ReportWording : IProcessWording
{
    public string DefinitionKey => ReportCourse.Definition;

    public InboxText Word(Occasion occasion)
    {
        var report = $"arbetsmiljörapporten {occasion.Year}";
        var due = occasion.DueOn == DateOnly.MaxValue ? "" : $" senast {SwedishDate.Long(occasion.DueOn)}";
        var act = occasion.Step.Key switch
        {
            "draft" => $"skriv klart {report}{due}.",
            "completed" => $"ta upp {report} i samverkan och lämna in den{due}.",
            "treated" => $"lämna in {report}{due}.",
            "locked" => $"registrera beslutet om {report} efter mötet.",
            _ => $"{report}: {occasion.Step.Title.ToLowerInvariant()}{due}.",
        };
        var text = occasion.Why switch
        {
            TaskOccasion.Reminder => $"{occasion.PlaceName}: {act} Det här är en påminnelse.",
            TaskOccasion.Escalation => $"{occasion.PlaceName} är försenad med {report}. Den skulle vara klar {SwedishDate.Long(occasion.DueOn)}. Prata med den ansvariga om vad som hindrar.",
            _ => $"{occasion.PlaceName}: {act}",
        };
        return new InboxText(text, $"/rapporter/{occasion.SubjectId}");
    }
}
