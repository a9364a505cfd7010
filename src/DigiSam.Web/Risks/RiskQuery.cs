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

    /// <summary>What it says of those that wait for somebody today.</summary>
    public const string Waiting = "vantar";

    /// <summary>And of those but for the ones that wait for a measure which is late itself.</summary>
    public const string WaitingForRisks = "vantar-utan-sena-atgarder";

    /// <summary>The field with the place where the risks have been told of.</summary>
    public const string Told = "berattat";

    /// <summary>What the stages of open risks are called in addresses.</summary>
    public static IReadOnlyDictionary<RiskStage, string> Stages { get; } = new Dictionary<RiskStage, string>
    {
        [RiskStage.Identified] = "upptackta",
        [RiskStage.Assessed] = "bedomda",
        [RiskStage.Planned] = "planerade",
        [RiskStage.Acted] = "atgardade",
        [RiskStage.FollowedUp] = "uppfoljda",
    };

    /// <summary>The register of a place with the risks in a stage that wait for somebody today.</summary>
    public static string OfWaiting(Guid place, RiskStage stage, bool butForLateMeasures) => $"{Of(place, stage)}&tid={(butForLateMeasures ? WaitingForRisks : Waiting)}";

    /// <summary>The register of a unit with the risks in a stage that have been told of in the place: as late, or since the one to be reminded is away.</summary>
    public static string OfTold(Guid unit, RiskStage stage, Guid place, bool late) => $"{Of(unit, stage)}{(late ? $"&tid={Late}" : "")}&{Told}={place}";

    /// <summary>The register of a place with all that is late and has been told of there.</summary>
    public static string OfLate(Guid place) => $"/risker?tid={Late}&{Standpoints.PlaceParameter}={place}&{Told}={place}";

    private static string Of(Guid place, RiskStage stage) => $"/risker?{State}={Stages[stage]}&{Standpoints.PlaceParameter}={place}";

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
            query["tid"] == Late,
            query["tid"] == Waiting || query["tid"] == WaitingForRisks,
            query["tid"] == WaitingForRisks,
            Guid.TryParse(query[Told], out var told) ? told : null),
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
