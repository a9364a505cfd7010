using DigiSam.AnnualReports.Checking.Reading;
using DigiSam.AnnualReports.Content;
using DigiSam.Language;
using DigiSam.Metrics;
using DigiSam.ReportForms;

namespace DigiSam.AnnualReports.Checking.Rules;

/// <summary>A claim where it stands.</summary>
internal readonly record struct StandingClaim(ReadSection Section, ReadSentence Read, Claim Claim)
{
    public TextSpan Mark => new(Claim.Start, Claim.Length);
}

/// <summary>The claims of a report, and whether they agree with its tables.</summary>
internal static class ClaimsOf
{
    public static IEnumerable<StandingClaim> Report(ReportToCheck report) =>
        from section in report.Sections
        from sentence in section.Sentences
        from claim in sentence.Claims
        select new StandingClaim(section, sentence, claim);

    /// <summary>How many claims a table confirms.</summary>
    public static int Agreeing(ReportToCheck report) => Report(report).Count(standing => standing.Claim.Kind == ClaimKind.Trend
        ? TrendAgainstTable.Agrees(report, standing.Claim) == true
        : NumberAgainstTable.Agrees(report, standing.Claim) == true && TrendAgainstTable.Agrees(report, standing.Claim) != false);

    /// <summary>The figure, when the table shows a value for it.</summary>
    public static ShownFigure? Shown(ReportToCheck report, Claim claim, ColumnShows shows) =>
        report.Find(claim.Metric, claim.Group, shows) is { Cell.State: CellState.Shown } figure ? figure : null;

    /// <summary>"7,7 procent", "24 054 timmar", "748".</summary>
    public static string Said(decimal value, int decimals, Metric metric) => $"{SwedishNumber.Show(value, decimals)}{metric.Unit switch { MetricUnit.Percent => " procent", MetricUnit.Hours => " timmar", _ => "" }}";

    /// <summary>
    /// Whether a stated number is the figure, at the precision it is stated with: 11 is 11,0, 24 000 is 24 054, and
    /// "cirka" may be a twentieth off.
    /// </summary>
    public static bool IsSame(Claim claim, decimal figure)
    {
        var actual = Math.Abs(figure);
        if (claim.Number == actual || Math.Round(actual, claim.Decimals, MidpointRounding.AwayFromZero) == claim.Number || Math.Round(actual, claim.Decimals, MidpointRounding.ToEven) == claim.Number)
            return true;
        if (claim.IsAbout && Math.Abs(actual - claim.Number) <= Math.Max(0.05m * actual, claim.Decimals == 0 ? 0.9m : 0.1m))
            return true;
        var step = 1m;
        while (claim.Decimals == 0 && claim.Number >= step * 100 && claim.Number % (step * 10) == 0)
            step *= 10;
        return step >= 100 && Math.Round(actual / step, MidpointRounding.AwayFromZero) * step == claim.Number;
    }
}
