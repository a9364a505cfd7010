using System.Globalization;
using DigiSam.Checklists;
using DigiSam.Risks;
using DigiSam.Web.Frame;

namespace DigiSam.Web.Risks;

/// <summary>What the register shows, as its address says it. What an address cannot mean is passed over.</summary>
public sealed record RiskQuery(RiskFilter Filter, RiskSort Sort, string? From)
{
    /// <summary>The field that says which stage or status is shown.</summary>
    public const string State = "lage";

    public const string Closed = "stangda";

    /// <summary>What the field "tid" says of those whose last day has passed.</summary>
    public const string Late = "forsenade";

    /// <summary>What the stages of open risks are called in addresses.</summary>
    public static IReadOnlyDictionary<RiskStage, string> Stages { get; } = new Dictionary<RiskStage, string>
    {
        [RiskStage.Identified] = "upptackta",
        [RiskStage.Assessed] = "bedomda",
        [RiskStage.Planned] = "planerade",
        [RiskStage.Acted] = "atgardade",
        [RiskStage.FollowedUp] = "uppfoljda",
    };

    /// <summary>The register of a place with the open risks in a stage.</summary>
    public static string Of(Guid place, RiskStage stage) => $"/risker?{State}={Stages[stage]}&{Standpoints.PlaceParameter}={place}";

    /// <summary>The register of a place with what is late.</summary>
    public static string OfLate(Guid place) => $"/risker?tid={Late}&{Standpoints.PlaceParameter}={place}";

    public bool IsDefault => Filter == new RiskFilter();

    public static RiskQuery Of(IQueryCollection query) => new(
        new RiskFilter(
            query[State].ToString() switch { "alla" => null, Closed or "avslutade" => RiskStatus.Closed, _ => RiskStatus.Open },
            Enum.TryParse<RiskCategory>(query["kategori"], ignoreCase: true, out var category) && Enum.IsDefined(category) ? category : null,
            query["niva"].ToString() is { Length: > 0 } level && level != "inte-bedomda" ? level : null,
            query["markt"] == "allvarliga" ? true : null,
            query["niva"] == "inte-bedomda",
            query["markt"] == "lyfta",
            Step(query["sannolikhet"]),
            Step(query["konsekvens"]),
            query["sok"].ToString() is { Length: > 0 } search ? search[..Math.Min(200, search.Length)] : null,
            Stages.Where(stage => stage.Value == query[State]).Select(stage => (RiskStage?)stage.Key).FirstOrDefault(),
            query["tid"] == Late),
        query["sort"].ToString() switch
        {
            "upptackt" => RiskSort.Found,
            "risk" => RiskSort.Title,
            "enhet" => RiskSort.Unit,
            _ => RiskSort.Value,
        },
        query[KeyPager.Parameter]);

    private static int? Step(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var step) && step is >= 1 and <= RiskMatrix.Size ? step : null;
}
