using DigiSam.SafetyRounds;

namespace DigiSam.Web.SafetyRounds;

/// <summary>What the terms of a round are called on the screen.</summary>
internal static class RoundWords
{
    /// <summary>A planned round within so many days is one to hold; a later one is more likely opened to be read.</summary>
    public const int Soon = 14;

    public static string Swedish(this RoundAnswerValue value) => value switch
    {
        RoundAnswerValue.Yes => "Ja",
        RoundAnswerValue.Partly => "Delvis",
        RoundAnswerValue.No => "Nej",
        _ => "Ej aktuellt",
    };

    public static string Swedish(this RoundPart part) => part switch
    {
        RoundPart.Manager => "Chef",
        RoundPart.SafetyRep => "Skyddsombud",
        RoundPart.PupilSafetyRep => "Elevskyddsombud",
        _ => "Medarbetare",
    };

    /// <summary>"Jonas Öberg, skyddsombud"; someone known by the part alone is not named twice.</summary>
    public static string Known(RoundParticipant participant) =>
        participant.Name.StartsWith(participant.Part.Swedish(), StringComparison.OrdinalIgnoreCase) ? participant.Name : $"{participant.Name}, {participant.Part.Swedish().ToLowerInvariant()}";

    /// <summary>"1 brist", "3 brister".</summary>
    public static string Deficiencies(int count) => count == 1 ? "1 brist" : $"{count} brister";

    public static string Questions(int count) => count == 1 ? "1 fråga" : $"{count} frågor";

    /// <summary>The address of a round.</summary>
    public static string Address(Guid round) => $"/ronder/{round}";
}
