using System.Globalization;
using DigiSam.Checklists;
using DigiSam.Risks;
using DigiSam.Web.Frame;

namespace DigiSam.Web.Risks;

/// <summary>What the register shows, as its address says it. What an address cannot mean is passed over.</summary>
public sealed record RiskQuery(RiskFilter Filter, RiskSort Sort, string? From)
{
    public bool IsDefault => Filter == new RiskFilter();

    public static RiskQuery Of(IQueryCollection query) => new(
        new RiskFilter(
            query["lage"].ToString() switch { "alla" => null, "avslutade" => RiskStatus.Closed, _ => RiskStatus.Open },
            Enum.TryParse<RiskCategory>(query["kategori"], ignoreCase: true, out var category) && Enum.IsDefined(category) ? category : null,
            query["niva"].ToString() is { Length: > 0 } level && level != "inte-bedomda" ? level : null,
            query["markt"] == "allvarliga" ? true : null,
            query["niva"] == "inte-bedomda",
            query["markt"] == "lyfta",
            Step(query["sannolikhet"]),
            Step(query["konsekvens"]),
            query["sok"].ToString() is { Length: > 0 } search ? search[..Math.Min(200, search.Length)] : null),
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
