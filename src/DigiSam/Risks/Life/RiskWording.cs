using DigiSam.Language;
using DigiSam.Processes;
using DigiSam.Workflows.Running;

namespace DigiSam.Risks.Life;

/// <summary>What a risk on its way asks people to do. The overview tells it of many risks together.</summary>
internal sealed class RiskWording : IProcessWording
{
    public string DefinitionKey => RiskCourse.Definition;

    public bool IsGathered => true;

    public InboxText Word(Occasion occasion)
    {
        var due = occasion.DueOn == DateOnly.MaxValue ? "" : $" senast {SwedishDate.Long(occasion.DueOn)}";
        var act = RiskStageKeys.Of(occasion.Step.Key) switch
        {
            RiskStage.Identified => "bedöm risken",
            RiskStage.Assessed => "bestäm vad ni gör åt risken",
            RiskStage.Planned => "genomför åtgärderna mot risken",
            RiskStage.Acted => "kontrollera effekten av åtgärderna mot risken",
            RiskStage.FollowedUp => "stäng den uppföljda risken, eller planera mer",
            _ => $"risken, läget {occasion.Step.Title}",
        };
        var text = occasion.Why switch
        {
            TaskOccasion.Reminder => $"{occasion.PlaceName}: {act}{due}. Det här är en påminnelse.",
            TaskOccasion.Escalation => $"{occasion.PlaceName} är försenad: {act}. Det skulle vara klart {SwedishDate.Long(occasion.DueOn)}. Prata med den ansvariga om vad som hindrar.",
            _ => $"{occasion.PlaceName}: {act}{due}.",
        };
        return new InboxText(text, $"/risker/{occasion.SubjectId}");
    }
}
