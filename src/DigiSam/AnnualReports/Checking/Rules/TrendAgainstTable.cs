using DigiSam.AnnualReports.Checking.Reading;
using DigiSam.Metrics;
using DigiSam.ReportForms;

namespace DigiSam.AnnualReports.Checking.Rules;

/// <summary>
/// "ökat", "minskat" or "oförändrat" against the sign of the difference that the table shows. What is shown counts: 0,0 is
/// unchanged, and 0,1 is not unless it is said to be so roughly.
/// </summary>
internal sealed class TrendAgainstTable : IReportRule
{
    /// <summary>Percentage points that "i stort sett oförändrad" may differ.</summary>
    private const decimal RoughPoints = 0.2m;

    /// <summary>Part of the value before that hours and counts may differ and still be roughly the same.</summary>
    private const decimal RoughPart = 0.02m;

    /// <summary>And still be called the same: hours and counts are never exactly so.</summary>
    private const decimal SamePart = 0.005m;

    public string Key => "trend-against-table";

    public IEnumerable<Finding> Look(ReportToCheck report) =>
        from standing in ClaimsOf.Report(report)
        where Agrees(report, standing.Claim) == false
        let figure = ClaimsOf.Shown(report, standing.Claim, ColumnShows.Difference)!
        select this.About(
            standing.Section, standing.Read.Sentence, $"Texten säger att {Said(standing.Claim.Trend)}, men tabellens skillnad är {figure.Cell.Text} ({figure.Metric.Name}{(figure.Group == PublishedGroups.All ? "" : $", {figure.Group}")}).",
            "Ändra ordet så att det stämmer med tabellen, eller godta med en förklaring till vad som jämförs.", figure.Told, FindingKind.MendOrAccept, standing.Mark);

    /// <summary>Null when the table shows no difference, or none is claimed.</summary>
    internal static bool? Agrees(ReportToCheck report, Claim claim)
    {
        if (claim.Trend == Trend.None || ClaimsOf.Shown(report, claim, ColumnShows.Difference) is not { } figure)
            return null;
        var difference = figure.Cell.Value!.Value;
        return claim.Trend switch
        {
            Trend.Up => difference > 0 || (difference == 0 && claim.Strength == Strength.Slight),
            Trend.Down => difference < 0 || (difference == 0 && claim.Strength == Strength.Slight),
            Trend.NotUp => difference <= 0,
            Trend.NotDown => difference >= 0,
            _ => Math.Abs(difference) <= Tolerance(figure.Metric, claim.IsAbout, Math.Abs(ClaimsOf.Shown(report, claim, ColumnShows.Comparison)?.Cell.Value ?? 0)),
        };
    }

    private static decimal Tolerance(Metric metric, bool isAbout, decimal before) => metric.Unit == MetricUnit.Percent
        ? isAbout ? RoughPoints : 0
        : before * (isAbout ? RoughPart : SamePart);

    private static string Said(Trend trend) => trend switch
    {
        Trend.Up => "värdet är högre än året före",
        Trend.Down => "värdet är lägre än året före",
        Trend.NotUp => "värdet inte har ökat",
        Trend.NotDown => "värdet inte har minskat",
        _ => "värdet är oförändrat",
    };
}
