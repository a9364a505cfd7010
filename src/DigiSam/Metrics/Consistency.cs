using DigiSam.Language;

namespace DigiSam.Metrics;

/// <summary>A breach of a consistency rule, or a difference that rounding explains, as a Swedish sentence.</summary>
internal sealed record ConsistencyFinding(ConsistencyRule Rule, int Line, string Text, bool WithinRounding);

/// <summary>A value as the consistency rules see it.</summary>
internal sealed record ConsistencyValue(string Metric, string Group, decimal Value, int Line);

/// <summary>Holds figures of one place and column against the rules of the catalogue. Knows what rounding does.</summary>
internal static class Consistency
{
    /// <summary>How far apart <paramref name="terms"/> rounded values and their sum may lie when all were rounded correctly; what is counted is never rounded.</summary>
    public static decimal Tolerance(Metric metric, int terms) => metric.Unit == MetricUnit.Count ? 0 : terms * 0.5m / Power(metric.Decimals);

    public static IReadOnlyList<ConsistencyFinding> Check(MetricCatalogue catalogue, IReadOnlyList<ConsistencyValue> values) =>
        [.. catalogue.Rules.SelectMany(rule => rule.Kind == ConsistencyKind.Sum ? CheckSum(catalogue, rule, values) : CheckSexes(catalogue, rule, values))];

    private static IEnumerable<ConsistencyFinding> CheckSum(MetricCatalogue catalogue, ConsistencyRule rule, IReadOnlyList<ConsistencyValue> values)
    {
        foreach (var total in values.Where(value => value.Metric == rule.Total))
        {
            var parts = rule.Metrics.Select(metric => values.FirstOrDefault(value => value.Metric == metric && value.Group == total.Group)).OfType<ConsistencyValue>().ToList();
            if (parts.Count != rule.Metrics.Count)
                continue;
            var metric = catalogue[total.Metric];
            var sum = parts.Sum(part => part.Value);
            if (SwedishNumber.Show(sum, metric.Decimals) == SwedishNumber.Show(total.Value, metric.Decimals))
                continue;
            var terms = string.Join(" + ", parts.Select(part => SwedishNumber.Show(part.Value, metric.Decimals)));
            var within = Math.Abs(sum - total.Value) <= Tolerance(metric, parts.Count + 1);
            yield return new ConsistencyFinding(
                rule,
                total.Line,
                $"{total.Group}: {terms} = {SwedishNumber.Show(sum, metric.Decimals)} men summan anges till {SwedishNumber.Show(total.Value, metric.Decimals)}{(within ? "; skillnaden beror på avrundning" : "")} ({rule.Text})",
                within);
        }
    }

    private static IEnumerable<ConsistencyFinding> CheckSexes(MetricCatalogue catalogue, ConsistencyRule rule, IReadOnlyList<ConsistencyValue> values)
    {
        foreach (var key in rule.Metrics)
        {
            var metric = catalogue[key];
            var all = Of(PublishedGroups.All);
            if (all is null || Of(PublishedGroups.Women) is not { } women || Of(PublishedGroups.Men) is not { } men)
                continue;
            var slack = Tolerance(metric, 2);
            if (all.Value < Math.Min(women.Value, men.Value) - slack || all.Value > Math.Max(women.Value, men.Value) + slack)
            {
                yield return new ConsistencyFinding(
                    rule,
                    all.Line,
                    $"{metric.Name}: alla {Show(all)}, kvinnor {Show(women)}, män {Show(men)} ({rule.Text})",
                    WithinRounding: false);
            }

            ConsistencyValue? Of(string group) => values.FirstOrDefault(value => value.Metric == key && value.Group == group);
            string Show(ConsistencyValue value) => SwedishNumber.Show(value.Value, metric.Decimals);
        }
    }

    private static decimal Power(int decimals)
    {
        var power = 1m;
        for (var i = 0; i < decimals; i++)
            power *= 10;
        return power;
    }
}
