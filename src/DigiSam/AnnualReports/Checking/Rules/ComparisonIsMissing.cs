using DigiSam.AnnualReports.Checking.Reading;
using DigiSam.AnnualReports.Content;
using DigiSam.ReportForms;

namespace DigiSam.AnnualReports.Checking.Rules;

/// <summary>The text compares with the year before, and the report's table has nothing to compare with; told once of a measure in a section.</summary>
internal sealed class ComparisonIsMissing : IReportRule
{
    public string Key => "comparison-is-missing";

    public IEnumerable<Finding> Look(ReportToCheck report)
    {
        var claims = ClaimsOf.Report(report).Where(standing => Compares(standing.Claim) && Lacks(report, standing.Claim));
        var told = new HashSet<(string, string, string)>();
        foreach (var said in claims.GroupBy(standing => (standing.Section.Content.Key, standing.Claim.Start)))
        {
            var standing = said.First();
            var figures = said.Where(one => told.Add((one.Section.Content.Key, one.Claim.Metric, one.Claim.Group))).Select(one => report.Find(one.Claim.Metric, one.Claim.Group, ColumnShows.Current)!).ToList();
            if (figures.Count == 0)
                continue;
            yield return this.About(
                standing.Section, standing.Read.Sentence, $"Texten jämför med året före, men rapporten visar inget att jämföra med: {string.Join(" och ", figures.Select(figure => figure.Name).Distinct())}.",
                "Skriv vad jämförelsen bygger på, låt HR läsa in värdet för året före, eller stryk jämförelsen.", figures[0].Told, FindingKind.MendOrAccept, standing.Mark);
        }
    }

    private static bool Compares(Claim claim) => claim.Kind != ClaimKind.Value || claim.Period == ClaimedPeriod.Before;

    private static bool Lacks(ReportToCheck report, Claim claim) =>
        report.Find(claim.Metric, claim.Group, ColumnShows.Current) is not null
        && report.Find(claim.Metric, claim.Group, ColumnShows.Comparison) is null or { Cell.State: CellState.Missing }
        && report.Find(claim.Metric, claim.Group, ColumnShows.Difference) is null or { Cell.State: CellState.Missing };
}
