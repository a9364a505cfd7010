using DigiSam.Checklists;

namespace DigiSam.Risks;

/// <summary>What the register's terms are called on the screen.</summary>
public static class RiskWords
{
    private static readonly Dictionary<RiskCategory, string> Categories = new()
    {
        [RiskCategory.Premises] = "Lokaler",
        [RiskCategory.Ergonomics] = "Belastning",
        [RiskCategory.Chemical] = "Kemiska och biologiska risker",
        [RiskCategory.Organisational] = "Organisatorisk arbetsmiljö",
        [RiskCategory.Social] = "Social arbetsmiljö",
        [RiskCategory.Threats] = "Hot och våld",
        [RiskCategory.Emergency] = "Brand och nödläge",
        [RiskCategory.Equipment] = "Utrustning och maskiner",
    };

    public static string Swedish(this RiskCategory category) => Categories.GetValueOrDefault(category, $"{category}");

    public static string Swedish(this RiskSource source) => source switch
    {
        RiskSource.Round => "Rond",
        RiskSource.Observation => "Observation",
        RiskSource.Change => "Planerad ändring",
        RiskSource.Incident => "Händelse eller tillbud",
        _ => "Annat",
    };

    public static string Swedish(this RiskStatus status) => status == RiskStatus.Open ? "Öppen" : "Stängd";

    /// <summary>What the stage is called; the process definitions that came with the program call it the same.</summary>
    public static string Swedish(this RiskStage stage) => stage switch
    {
        RiskStage.Identified => "Upptäckt",
        RiskStage.Assessed => "Bedömd",
        RiskStage.Planned => "Åtgärder planerade",
        RiskStage.Acted => "Åtgärdad",
        RiskStage.FollowedUp => "Uppföljd",
        _ => "Stängd",
    };
}
