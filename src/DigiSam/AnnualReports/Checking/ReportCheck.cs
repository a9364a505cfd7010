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

    /// <summary>What the rules find. One that fails is named in the result, and the others still look.</summary>
    /// <param name="rules">Null for <see cref="Rules"/>.</param>
    public static CheckResult Of(ReportToCheck report, IReadOnlyList<IReportRule>? rules = null)
    {
        var failed = new List<FailedRule>();
        var found = (rules ?? Rules).SelectMany(rule => Try(rule.Key, () => rule.Look(report).ToList(), [], failed)).ToList();
        var agreeing = Try("agreeing", () => ClaimsOf.Agreeing(report), 0, failed);
        return new CheckResult(
            [.. found.DistinctBy(finding => finding.Key).OrderBy(finding => finding.SectionNumber).ThenBy(finding => finding.Place?.Start ?? -1).ThenBy(finding => finding.Key, StringComparer.Ordinal)], agreeing, failed);
    }

    private static T Try<T>(string rule, Func<T> look, T instead, List<FailedRule> failed)
    {
        try
        {
            return look();
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            failed.Add(new FailedRule(rule, fault));
            return instead;
        }
    }
}
