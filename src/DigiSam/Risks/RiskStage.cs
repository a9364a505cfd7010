namespace DigiSam.Risks;

/// <summary>How far the work with a risk has come. Each has a state of its own in the process that risks run by.</summary>
public enum RiskStage
{
    /// <summary>Found, or back again, and not assessed since.</summary>
    Identified,

    /// <summary>Assessed, and nothing is planned against it.</summary>
    Assessed,

    /// <summary>Some measure against it is still to be done.</summary>
    Planned,

    /// <summary>All measures are done, and the effect of some is still to be judged.</summary>
    Acted,

    /// <summary>The effect of all measures is judged.</summary>
    FollowedUp,
    Closed,
}

/// <summary>The keys that process definitions have for the stages.</summary>
internal static class RiskStageKeys
{
    private static readonly Dictionary<RiskStage, string> Keys = new()
    {
        [RiskStage.Identified] = "identified",
        [RiskStage.Assessed] = "assessed",
        [RiskStage.Planned] = "planned",
        [RiskStage.Acted] = "acted",
        [RiskStage.FollowedUp] = "followed-up",
        [RiskStage.Closed] = "closed",
    };

    public static string Key(this RiskStage stage) => Keys[stage];

    /// <summary>The stage by its key; null of a state that a definition has besides them.</summary>
    public static RiskStage? Of(string key) => Keys.Where(known => known.Value == key).Select(known => (RiskStage?)known.Key).FirstOrDefault();
}
