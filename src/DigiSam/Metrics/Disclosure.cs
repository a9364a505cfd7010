namespace DigiSam.Metrics;

/// <summary>
/// Which values must not be shown: those of small groups, and those from which they could be computed: the other sex, the
/// other part of a sum, and, where the municipality's own value is known, one more board. A value that no one published but
/// anyone could compute counts as published: leaving a row out of a file must not show what another row hides.
/// </summary>
internal sealed class Disclosure
{
    private readonly Dictionary<MetricKey, MetricValue> _values;
    private readonly List<IReadOnlyList<string>> _sums;
    private readonly Guid _municipality;
    private readonly IReadOnlyCollection<Guid> _boards;
    private readonly HashSet<MetricKey> _known;
    private readonly HashSet<MetricKey> _hidden;

    private Disclosure(IReadOnlyCollection<MetricValue> values, MetricCatalogue catalogue, Guid municipality, IReadOnlyCollection<Guid> boards, IReadOnlySet<HiddenPeriod> otherYears)
    {
        _boards = boards;
        _values = values.ToDictionary(value => value.Key);
        _sums = [.. catalogue.Rules.Where(rule => rule.Kind == ConsistencyKind.Sum).Select(rule => (IReadOnlyList<string>)[.. rule.Metrics, rule.Total!])];
        _municipality = municipality;
        _known = _values.Keys.Where(key => key.PlaceId == municipality).ToHashSet();
        _hidden = values.Where(value => value.Suppressed || otherYears.Contains(HiddenPeriod.Of(value))).Select(value => value.Key).ToHashSet();
    }

    /// <summary>
    /// The keys to hide among all values of a report year, and keys that no value has.
    /// </summary>
    /// <param name="municipality">The place of the whole.</param>
    /// <param name="boards">All boards: while one of them has published nothing, the rest cannot be subtracted from the whole.</param>
    /// <param name="otherYears">What the reports of any year hide: the same period comes back as the comparison of the next.</param>
    public static IReadOnlySet<MetricKey> Hidden(
        IReadOnlyCollection<MetricValue> values, MetricCatalogue catalogue, Guid municipality, IReadOnlyCollection<Guid> boards, IReadOnlySet<HiddenPeriod> otherYears)
    {
        var disclosure = new Disclosure(values, catalogue, municipality, boards, otherYears);
        disclosure.LearnOfTheWhole();
        disclosure.Hide();
        return disclosure._hidden;
    }

    /// <summary>What of the municipality is published or follows from it: the third of all, women and men; the last of a sum.</summary>
    private void LearnOfTheWhole()
    {
        for (var before = -1; before < _known.Count;)
        {
            before = _known.Count;
            foreach (var relation in _known.SelectMany(key => Sums(key).Append(Sexes(key))).Where(relation => relation.Count(_known.Contains) == relation.Count - 1).ToList())
                _known.UnionWith(relation);
        }
    }

    private void Hide()
    {
        for (var before = -1; before < _hidden.Count;)
        {
            before = _hidden.Count;
            foreach (var key in _hidden.ToList())
            {
                _hidden.UnionWith(Sexes(key).Where(other => other.Group != PublishedGroups.All));
                _hidden.UnionWith(Sums(key).SelectMany(sum => sum));
            }

            foreach (var column in _hidden.GroupBy(OfTheWhole).Where(column => column.Count() == 1).Select(column => column.Single()).ToList())
            {
                if ((_known.Contains(OfTheWhole(column)) || column.PlaceId == _municipality) && OneMoreBoard(column) is { } next)
                    _hidden.Add(next);
            }
        }
    }

    /// <summary>The board of the fewest people that has such figures, rather one whose very figure is published.</summary>
    private MetricKey? OneMoreBoard(MetricKey only)
    {
        var related = Sums(only).SelectMany(sum => sum).Append(only).Select(key => key.Metric).ToHashSet();
        var others = _values.Keys
            .Where(key => related.Contains(key.Metric) && key.GroupKind == only.GroupKind && (key.GroupKind == MetricGroupKind.Sex || key.Group == only.Group)
                && key.Slot == only.Slot && key.PlaceId != only.PlaceId && key.PlaceId != _municipality)
            .ToList();
        var told = others.Select(key => key.PlaceId).Append(only.PlaceId).ToHashSet();
        if (_boards.Any(board => !told.Contains(board)))
            return null;
        return others
            .Select(key => only with { PlaceId = key.PlaceId })
            .OrderByDescending(_values.ContainsKey)
            .ThenBy(key => _values.GetValueOrDefault(key)?.Headcount ?? int.MaxValue).ThenBy(key => key.PlaceId)
            .FirstOrDefault();
    }

    private MetricKey OfTheWhole(MetricKey key) => key with { PlaceId = _municipality };

    /// <summary>All, women and men: two of them give the third.</summary>
    private static IReadOnlyList<MetricKey> Sexes(MetricKey key) => key.GroupKind != MetricGroupKind.Sex
        ? [key]
        : [key with { Group = PublishedGroups.All }, key with { Group = PublishedGroups.Women }, key with { Group = PublishedGroups.Men }];

    /// <summary>The parts and totals that the figure belongs to.</summary>
    private IEnumerable<IReadOnlyList<MetricKey>> Sums(MetricKey key) =>
        _sums.Where(sum => sum.Contains(key.Metric)).Select(sum => (IReadOnlyList<MetricKey>)[.. sum.Select(metric => key with { Metric = metric })]);
}

/// <summary>A period of a measure that is hidden in some year's report, whichever column it stands in.</summary>
internal sealed record HiddenPeriod(string Metric, Guid PlaceId, MetricGroupKind GroupKind, string Group, string? Period)
{
    public static HiddenPeriod Of(MetricValue value) => new(value.Metric, value.PlaceId, value.GroupKind, value.Group, value.Period);
}
