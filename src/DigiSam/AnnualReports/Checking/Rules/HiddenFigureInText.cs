using DigiSam.AnnualReports.Checking.Reading;
using DigiSam.AnnualReports.Content;
using DigiSam.ReportForms;

namespace DigiSam.AnnualReports.Checking.Rules;

/// <summary>A number in the text for what the table hides: ten people or fewer must not be told of in words either.</summary>
internal sealed class HiddenFigureInText : IReportRule
{
    public string Key => "hidden-figure-in-text";

    public IEnumerable<Finding> Look(ReportToCheck report) =>
        from standing in ClaimsOf.Report(report)
        where standing.Claim.Kind != ClaimKind.Trend
        let figure = Columns(standing.Claim).Select(shows => report.Find(standing.Claim.Metric, standing.Claim.Group, shows)).FirstOrDefault(figure => figure is { Cell.State: CellState.Suppressed })
        where figure is not null
        select this.About(
            standing.Section, standing.Read.Sentence, $"Texten anger ett tal som tabellen inte visar ({figure.Name}): gruppen är liten, eller så kan en liten grupp räknas ut.",
            "Stryk talet. Godta bara om det gäller något annat än tabellens rad.", figure.Told, FindingKind.MendOrAccept, standing.Mark);

    private static IEnumerable<ColumnShows> Columns(Claim claim) => claim switch
    {
        { Kind: ClaimKind.Value, Period: ClaimedPeriod.Before } => [ColumnShows.Comparison],
        { Kind: ClaimKind.Value } => [ColumnShows.Current],
        _ => [ColumnShows.Difference],
    };
}
