using DigiSam.AnnualReports;
using DigiSam.ReportForms;

namespace DigiSam.Tests.AnnualReports;

/// <summary>Every combination of up to five answers under every rule, against the rules' table written out as plain loops.</summary>
public sealed class AggregationTests
{
    private static readonly ReportAnswer?[] Choices = [null, ReportAnswer.Yes, ReportAnswer.Partly, ReportAnswer.No, ReportAnswer.NotApplicable];

    private static readonly ShareThresholds[] Thresholds = [new(0.9m, 0.1m, 0.8m), new(0.6m, 0.4m, 0.5m), new(1m, 0m, 1m), new(0.5m, 0.25m, 0m)];

    [Theory]
    [InlineData(AggregationRule.All)]
    [InlineData(AggregationRule.Any)]
    [InlineData(AggregationRule.Share)]
    public void All_combinations_give_what_the_table_says(AggregationRule rule)
    {
        var seen = new Dictionary<ReportAnswer, int>();
        foreach (var share in Thresholds)
        {
            foreach (var answers in Combinations())
            {
                var combined = Aggregation.Combine(rule, share, answers);
                Assert.True(Slow(rule, share, answers) == combined.Answer, $"{rule} {share}: {string.Join(' ', answers)} gave {combined.Answer}");
                Assert.Equal((answers.Count(answer => answer is not null), answers.Length), (combined.Answered, combined.Expected));
                seen[combined.Answer] = seen.GetValueOrDefault(combined.Answer) + 1;
            }
        }

        Assert.Equal(5, seen.Count);
        Assert.Equal(Thresholds.Length * (1 + 5 + 25 + 125 + 625 + 3125), seen.Values.Sum());
    }

    /// <summary>Nine yes of ten is yes, eight of ten with two missing is enough: the limits themselves count.</summary>
    [Theory]
    [InlineData(9, 1, 0, ReportAnswer.Yes)]
    [InlineData(8, 2, 0, ReportAnswer.Partly)]
    [InlineData(8, 0, 2, ReportAnswer.Yes)]
    [InlineData(7, 0, 3, ReportAnswer.Undetermined)]
    [InlineData(1, 9, 0, ReportAnswer.No)]
    [InlineData(2, 8, 0, ReportAnswer.Partly)]
    public void The_limits_of_a_share_are_part_of_it(int yes, int no, int missing, ReportAnswer expected)
    {
        ReportAnswer?[] answers = [.. Enumerable.Repeat<ReportAnswer?>(ReportAnswer.Yes, yes), .. Enumerable.Repeat<ReportAnswer?>(ReportAnswer.No, no), .. Enumerable.Repeat<ReportAnswer?>(null, missing)];
        Assert.Equal(expected, Aggregation.Combine(AggregationRule.Share, Thresholds[0], answers).Answer);
    }

    private static IEnumerable<ReportAnswer?[]> Combinations()
    {
        for (var length = 0; length <= 5; length++)
        {
            var count = 1;
            for (var i = 0; i < length; i++)
                count *= Choices.Length;
            for (var number = 0; number < count; number++)
            {
                var answers = new ReportAnswer?[length];
                for (int i = 0, rest = number; i < length; i++, rest /= Choices.Length)
                    answers[i] = Choices[rest % Choices.Length];
                yield return answers;
            }
        }
    }

    private static ReportAnswer Slow(AggregationRule rule, ShareThresholds share, ReportAnswer?[] answers)
    {
        int yes = 0, partly = 0, no = 0, notApplicable = 0, missing = 0;
        foreach (var answer in answers)
        {
            if (answer is null)
                missing++;
            else if (answer == ReportAnswer.Yes)
                yes++;
            else if (answer == ReportAnswer.Partly)
                partly++;
            else if (answer == ReportAnswer.No)
                no++;
            else
                notApplicable++;
        }

        if (yes + partly + no + notApplicable == 0)
            return ReportAnswer.Undetermined;
        if (rule == AggregationRule.All && no > 0)
            return ReportAnswer.No;
        if (rule == AggregationRule.Any && yes > 0)
            return ReportAnswer.Yes;
        if (rule == AggregationRule.Share)
        {
            if ((decimal)(answers.Length - missing) / answers.Length < share.Enough)
                return ReportAnswer.Undetermined;
        }
        else if (missing > 0)
        {
            return ReportAnswer.Undetermined;
        }

        if (yes + partly + no == 0)
            return ReportAnswer.NotApplicable;
        if (rule == AggregationRule.All)
            return partly > 0 ? ReportAnswer.Partly : ReportAnswer.Yes;
        if (rule == AggregationRule.Any)
            return partly > 0 ? ReportAnswer.Partly : ReportAnswer.No;
        decimal concerned = yes + partly + no;
        if (yes / concerned >= share.YesFrom)
            return ReportAnswer.Yes;
        return (yes + partly) / concerned <= share.NoTo ? ReportAnswer.No : ReportAnswer.Partly;
    }
}
