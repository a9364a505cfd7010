using DigiSam.ReportForms;

namespace DigiSam.AnnualReports;

/// <summary>One answer made from several, and how many of those asked had answered.</summary>
public sealed record AggregatedAnswer(ReportAnswer Answer, int Answered, int Expected);

/// <summary>
/// How the answers of those below become one. A missing answer is never silently counted as anything, and
/// "ej aktuellt" does not count; where only that was answered, that is the result.
/// </summary>
public static class Aggregation
{
    /// <summary>
    /// Applies the rule. <paramref name="answers"/> has one entry for each that should answer, null where the answer is missing.
    /// </summary>
    public static AggregatedAnswer Combine(AggregationRule rule, ShareThresholds share, IReadOnlyCollection<ReportAnswer?> answers)
    {
        var answered = answers.Count(answer => answer is not null);
        return new AggregatedAnswer(Result(rule, share, answers, answered), answered, answers.Count);
    }

    private static ReportAnswer Result(AggregationRule rule, ShareThresholds share, IReadOnlyCollection<ReportAnswer?> answers, int answered)
    {
        var missing = answers.Count - answered;
        int Number(ReportAnswer wanted) => answers.Count(answer => answer == wanted);
        var (yes, partly, no) = (Number(ReportAnswer.Yes), Number(ReportAnswer.Partly), Number(ReportAnswer.No));
        var counting = yes + partly + no;

        if (answered == 0)
            return ReportAnswer.Undetermined;
        switch (rule)
        {
            case AggregationRule.All when no > 0:
                return ReportAnswer.No;
            case AggregationRule.Any when yes > 0:
                return ReportAnswer.Yes;
            case AggregationRule.Share when answered < share.Enough * answers.Count:
            case not AggregationRule.Share when missing > 0:
                return ReportAnswer.Undetermined;
            case var _ when counting == 0:
                return ReportAnswer.NotApplicable;
            case AggregationRule.All:
                return partly > 0 ? ReportAnswer.Partly : ReportAnswer.Yes;
            case AggregationRule.Any:
                return partly > 0 ? ReportAnswer.Partly : ReportAnswer.No;
            default:
                if (yes >= share.YesFrom * counting)
                    return ReportAnswer.Yes;
                return yes + partly <= share.NoTo * counting ? ReportAnswer.No : ReportAnswer.Partly;
        }
    }
}
