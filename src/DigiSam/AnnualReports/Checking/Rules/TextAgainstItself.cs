using DigiSam.AnnualReports.Checking.Reading;
using DigiSam.ReportForms;

namespace DigiSam.AnnualReports.Checking.Rules;

/// <summary>Where no table can tell, two sentences of the report say different things of the same measure: up and down, "något" and "markant".</summary>
internal sealed class TextAgainstItself : IReportRule
{
    public string Key => "text-against-itself";

    public IEnumerable<Finding> Look(ReportToCheck report) =>
        from said in ClaimsOf.Report(report)
            .Where(standing => standing.Claim.Kind == ClaimKind.Trend && report.Find(standing.Claim.Metric, standing.Claim.Group, ColumnShows.Current) is not null && ClaimsOf.Shown(report, standing.Claim, ColumnShows.Difference) is null)
            .GroupBy(standing => (standing.Claim.Metric, standing.Claim.Group))
        let different = said.DistinctBy(standing => (standing.Claim.Trend, standing.Claim.Strength, standing.Claim.IsAbout)).ToList()
        let pair = different.SelectMany((one, index) => different.Skip(index + 1).Where(other => Differ(one.Claim, other.Claim)).Select(other => (One: one, Other: other))).Select(pair => ((StandingClaim One, StandingClaim Other)?)pair).FirstOrDefault()
        where pair is not null
        let figure = report.Find(said.Key.Metric, said.Key.Group, ColumnShows.Current)!
        select this.About(
            pair.Value.Other.Section, pair.Value.Other.Read.Sentence, $"Om {char.ToLowerInvariant(figure.Metric.Name[0])}{figure.Metric.Name[1..]} står det något annat i avsnitt {pair.Value.One.Section.Content.Number}: \"{pair.Value.One.Read.Sentence.Text}\"",
            "Skriv samma sak på båda ställena, eller godta med en förklaring.", figure.Told, FindingKind.MendOrAccept, pair.Value.Other.Mark);

    private static bool Differ(Claim one, Claim other) => (one.Trend, other.Trend) switch
    {
        (Trend.Up, Trend.Down) or (Trend.Down, Trend.Up) or (Trend.Up, Trend.NotUp) or (Trend.NotUp, Trend.Up) or (Trend.Down, Trend.NotDown) or (Trend.NotDown, Trend.Down) => true,
        (Trend.Same, Trend.Up or Trend.Down) or (Trend.Up or Trend.Down, Trend.Same) => !one.IsAbout && !other.IsAbout,
        _ => one.Trend == other.Trend && (one.Strength, other.Strength) is (Strength.Slight, Strength.Strong) or (Strength.Strong, Strength.Slight),
    };
}
