using DigiSam.AnnualReports.Checking.Reading;
using DigiSam.Language;
using DigiSam.Metrics;
using DigiSam.ReportForms;

namespace DigiSam.AnnualReports.Checking.Rules;

/// <summary>"något" of a change that is large, or "markant" of one that hardly can be seen. Between the two any word will do.</summary>
internal sealed class StrengthAgainstTable : IReportRule
{
    private const decimal Large = 0.15m;

    private const decimal Tiny = 0.02m;

    public string Key => "strength-against-table";

    public IEnumerable<Finding> Look(ReportToCheck report) =>
        from standing in ClaimsOf.Report(report)
        let claim = standing.Claim
        where claim.Strength != Strength.Plain && TrendAgainstTable.Agrees(report, claim) == true
        let figure = ClaimsOf.Shown(report, claim, ColumnShows.Difference)!
        let before = ClaimsOf.Shown(report, claim, ColumnShows.Comparison)?.Cell.Value
        where before is > 0
        let part = Math.Abs(figure.Cell.Value!.Value) / before.Value
        where claim.Strength == Strength.Slight ? part >= Large && !IsOneStep(figure) : part < Tiny
        select this.About(
            standing.Section, standing.Read.Sentence,
            $"Texten kallar förändringen {(claim.Strength == Strength.Slight ? "liten" : "stor")}, men skillnaden {figure.Cell.Text} är {SwedishNumber.Show(part * 100, part < 0.1m ? 1 : 0)} procent av värdet året före ({figure.Name}).",
            "Välj ett ord som passar förändringen, eller godta med en förklaring.", figure.Told, FindingKind.MendOrAccept, standing.Mark);

    /// <summary>Of small percentages a few tenths are already a large part.</summary>
    private static bool IsOneStep(ShownFigure figure) => figure.Metric.Unit == MetricUnit.Percent && Math.Abs(figure.Cell.Value!.Value) < 0.5m;
}
