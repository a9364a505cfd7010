using DigiSam.AnnualReports.Checking.Reading;
using DigiSam.Language;
using DigiSam.Metrics;
using DigiSam.ReportForms;

namespace DigiSam.AnnualReports.Checking.Rules;

/// <summary>A number in the text is another than the table beside it shows; what differs by rounding alone passes.</summary>
internal sealed class NumberAgainstTable : IReportRule
{
    public string Key => "number-against-table";

    public IEnumerable<Finding> Look(ReportToCheck report) =>
        from standing in ClaimsOf.Report(report)
        where Agrees(report, standing.Claim) == false
        let figure = FigureFor(report, standing.Claim)
        select this.About(standing.Section, standing.Read.Sentence, Message(report, standing.Claim, figure), "Rätta talet i texten, eller godta med en förklaring till varför det ska skilja sig.", figure.Told, FindingKind.MendOrAccept, standing.Mark);

    /// <summary>Null when no table shows what the number would be held against.</summary>
    internal static bool? Agrees(ReportToCheck report, Claim claim)
    {
        var (now, before, difference) = (ClaimsOf.Shown(report, claim, ColumnShows.Current), ClaimsOf.Shown(report, claim, ColumnShows.Comparison), ClaimsOf.Shown(report, claim, ColumnShows.Difference));
        switch (claim.Kind)
        {
            case ClaimKind.Value when claim.Period == ClaimedPeriod.Before:
                return before is null ? null : ClaimsOf.IsSame(claim, before.Cell.Value!.Value);
            case ClaimKind.Value:
                if (now is null)
                    return null;
                return ClaimsOf.IsSame(claim, now.Cell.Value!.Value) || (claim.Period == ClaimedPeriod.Either && before is not null && ClaimsOf.IsSame(claim, before.Cell.Value!.Value));
            case ClaimKind.Change:
                if (difference is null)
                    return null;
                return ClaimsOf.IsSame(claim, difference.Cell.Value!.Value) || (now is not null && before is not null && ClaimsOf.IsSame(claim, now.Cell.Value!.Value - before.Cell.Value!.Value));
            case ClaimKind.RelativeChange when now is not null && before is { Cell.Value: not 0 }:
                return IsRelative(claim, now, before);
            default:
                return null;
        }
    }

    /// <summary>What the change in percent can be when both values are rounded.</summary>
    private static bool IsRelative(Claim claim, ShownFigure now, ShownFigure before)
    {
        var half = Half(now.Metric.Decimals);
        var (to, from) = (now.Cell.Value!.Value, before.Cell.Value!.Value);
        var ends = new[] { (to - half) / (from + half), (to + half) / Math.Max(from - half, half) }.Select(part => (part - 1) * 100).ToList();
        var (least, most) = to < from ? (-ends[1], -ends[0]) : (ends[0], ends[1]);
        var slack = claim.IsAbout ? Math.Max(1m, 0.1m * most) : Half(claim.Decimals);
        return claim.Number >= least - slack && claim.Number <= most + slack;
    }

    private static decimal Half(int decimals) => decimals switch { 0 => 0.5m, 1 => 0.05m, _ => 0.005m };

    private static ShownFigure FigureFor(ReportToCheck report, Claim claim) => ClaimsOf.Shown(report, claim, claim.Kind switch
    {
        ClaimKind.Value when claim.Period == ClaimedPeriod.Before => ColumnShows.Comparison,
        ClaimKind.Value => ColumnShows.Current,
        ClaimKind.Change => ColumnShows.Difference,
        _ => ClaimsOf.Shown(report, claim, ColumnShows.Difference) is null ? ColumnShows.Current : ColumnShows.Difference,
    })!;

    private static string Message(ReportToCheck report, Claim claim, ShownFigure figure)
    {
        var said = SwedishNumber.Show(claim.Number, claim.Decimals);
        if (claim.Kind == ClaimKind.RelativeChange && figure.Metric.Unit == MetricUnit.Percent && figure.Shows == ColumnShows.Difference && ClaimsOf.IsSame(claim, figure.Cell.Value!.Value))
            return $"Texten säger {said} procent, men tabellens skillnad {figure.Cell.Text} är procentenheter.";
        if (claim is { Kind: ClaimKind.Value, Period: ClaimedPeriod.Current } && ClaimsOf.Shown(report, claim, ColumnShows.Comparison) is { } before && ClaimsOf.IsSame(claim, before.Cell.Value!.Value))
            return $"Texten säger {said}, men det är värdet för {before.Cell.Provenance?.Period ?? "året före"}; tabellen visar {figure.Cell.Text} ({figure.Name}).";
        return $"Texten säger {said}{(claim.Kind == ClaimKind.RelativeChange ? " procent" : "")}, men tabellen visar {figure.Cell.Text} ({figure.Name}).";
    }
}
