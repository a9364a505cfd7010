using DigiSam.Language;
using DigiSam.Processes;
using DigiSam.Workflows.Running;

namespace DigiSam.SamYears;

/// <summary>What the SAM year asks people to do, in sentences that begin with a verb.</summary>
internal sealed class SamYearWording : IProcessWording
{
    /// <summary>The key of the definition that SAM years run by.</summary>
    public const string Definition = "sam-year";

    public string DefinitionKey => Definition;

    public InboxText Word(Occasion occasion)
    {
        var (act, toAct) = Acts(occasion.Step.Key, occasion.Step.Title, occasion.Year);
        var (place, due) = (occasion.PlaceName, SwedishDate.Long(occasion.DueOn));
        var text = occasion.Why switch
        {
            TaskOccasion.PartInStep => $"{place}: var med och {act}. Svara sedan Har medverkat eller Avstår.",
            TaskOccasion.Reminder => $"{place}: {act} senast {due}. Det här är en påminnelse.",
            TaskOccasion.Escalation => $"{place} är försenad med att {toAct}. Det skulle vara klart {due}. Prata med chefen om vad som hindrar.",
            _ => $"{place}: {act}.",
        };
        return new InboxText(text, SamYearAddress.Of(SamYearAddress.Page, occasion.PlaceId, occasion.Year, $"steg-{occasion.Step.Key}"));
    }

    private static (string Act, string ToAct) Acts(string step, string title, int year) => step switch
    {
        "plan" => ($"planera SAM-året {year}", $"planera SAM-året {year}"),
        "investigate" => ($"kartlägg arbetsmiljön {year}", $"kartlägga arbetsmiljön {year}"),
        "assess" => ($"bedöm riskerna {year}", $"bedöma riskerna {year}"),
        "act" => ($"gör årets åtgärder {year}", $"göra årets åtgärder {year}"),
        "follow-up" => ($"följ upp åtgärderna {year}", $"följa upp åtgärderna {year}"),
        "improve" => ($"följ upp arbetsmiljöarbetet {year}", $"följa upp arbetsmiljöarbetet {year}"),
        _ => ($"{title.ToLowerInvariant()} {year}", $"{title.ToLowerInvariant()} {year}"),
    };
}
