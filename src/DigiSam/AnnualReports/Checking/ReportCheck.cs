using DigiSam.AnnualReports.Checking.Rules;

namespace DigiSam.AnnualReports.Checking;

/// <summary>Runs every rule over a report.</summary>
internal static class ReportCheck
{
    public static IReadOnlyList<IReportRule> Rules { get; } =
    [
        new EmptyAnalysis(),
        new NumberAgainstTable(),
        new TrendAgainstTable(),
        new StrengthAgainstTable(),
        new ComparisonIsMissing(),
        new HiddenFigureInText(),
        new SmallGroupInText(),
        new AnswerAgainstRecords(),
        new AnswerAgainstText(),
        new AllInTextAgainstAnswers(),
        new TextAgainstItself(),
        new UnknownPlace(),
        new TableAgainstItself(),
        new EarlierReportSaysOtherwise(),
        new PersonalData(),
    ];

    public static CheckResult Of(ReportToCheck report) => new(
        [.. Rules.SelectMany(rule => rule.Look(report)).DistinctBy(finding => finding.Key).OrderBy(finding => finding.SectionNumber).ThenBy(finding => finding.Place?.Start ?? -1).ThenBy(finding => finding.Key, StringComparer.Ordinal)],
        ClaimsOf.Agreeing(report));
}
