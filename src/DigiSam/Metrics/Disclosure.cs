namespace DigiSam.Metrics;

/// <summary>
/// Which values must not be shown: those of small groups, and those from which they could be computed: the other sex, the
/// other part of a sum, and, where the municipality's own value is known, one more board.
/// </summary>
internal static class Disclosure
{
    /// <summary>The keys to hide among all values of a report year. <paramref name="municipality"/> is the place of the whole.</summary>
    public static IReadOnlySet<MetricKey> Hidden(IReadOnlyCollection<MetricValue> values, MetricCatalogue catalogue, Guid municipality)
    {
        var hidden = values.Where(value => value.Suppressed).Select(value => value.Key).ToHashSet();
        int before;
        do
        {
            before = hidden.Count;
            HideOtherSex(values, hidden);
            HideParts(values, catalogue, hidden);
            HideOneMoreBoard(values, hidden, municipality);
        }
        while (hidden.Count > before);
        return hidden;
    }

    private static void HideOtherSex(IReadOnlyCollection<MetricValue> values, HashSet<MetricKey> hidden)
    {
        foreach (var table in values.Where(value => value.GroupKind == MetricGroupKind.Sex).GroupBy(value => (value.Metric, value.PlaceId, value.Slot)))
        {
            var all = table.FirstOrDefault(value => value.Group == PublishedGroups.All);
            var sexes = table.Where(value => value.Group != PublishedGroups.All).ToList();
            if (sexes.Exists(value => hidden.Contains(value.Key)) || (all is not null && hidden.Contains(all.Key)))
                hidden.UnionWith(sexes.Select(value => value.Key));
        }
    }

    private static void HideParts(IReadOnlyCollection<MetricValue> values, MetricCatalogue catalogue, HashSet<MetricKey> hidden)
    {
        foreach (var rule in catalogue.Rules.Where(rule => rule.Kind == ConsistencyKind.Sum))
        {
            var related = rule.Metrics.Append(rule.Total).ToHashSet();
            foreach (var sum in values.Where(value => related.Contains(value.Metric)).GroupBy(value => (value.PlaceId, value.GroupKind, value.Group, value.Slot)))
            {
                if (sum.Any(value => hidden.Contains(value.Key)))
                    hidden.UnionWith(sum.Select(value => value.Key));
            }
        }
    }

    private static void HideOneMoreBoard(IReadOnlyCollection<MetricValue> values, HashSet<MetricKey> hidden, Guid municipality)
    {
        foreach (var column in values.GroupBy(value => (value.Metric, value.GroupKind, value.Group, value.Slot)))
        {
            var whole = column.FirstOrDefault(value => value.PlaceId == municipality);
            var boards = column.Where(value => value.PlaceId != municipality).ToList();
            if (whole is null || hidden.Contains(whole.Key) || boards.Count(value => hidden.Contains(value.Key)) != 1)
                continue;
            var next = boards.Where(value => !hidden.Contains(value.Key))
                .OrderBy(value => value.Headcount ?? int.MaxValue).ThenBy(value => value.PlaceId)
                .FirstOrDefault();
            if (next is not null)
                hidden.Add(next.Key);
        }
    }
}
