using DigiSam.Organisation;

namespace DigiSam.Figures;

/// <summary>The ways in which the rows of a year and category that lie below a place can be added up without counting anyone twice.</summary>
/// <param name="people">The people of each place that has a row.</param>
/// <param name="units">The units of the year.</param>
/// <param name="below">The units of the year below each place.</param>
internal sealed class SurveyCovers(IReadOnlyDictionary<Guid, Place> places, IReadOnlyDictionary<Guid, int> people, IReadOnlySet<Guid> units, ILookup<Guid, Guid> below)
{
    private static readonly Type[] Levels = [typeof(Unit), typeof(Board), typeof(Administration)];

    /// <summary>Levels in the order in which their rows are taken, the finest first or the coarsest; a row that overlaps one that is taken is left.</summary>
    private static readonly Type[][] Orders =
    [
        Levels,
        [typeof(Unit), typeof(Administration), typeof(Board)],
        [typeof(Board), typeof(Administration), typeof(Unit)],
        [typeof(Administration), typeof(Board), typeof(Unit)],
    ];

    /// <summary>The people below a place: of each level by itself, and of levels that fill each other's gaps.</summary>
    public IEnumerable<int> SumsBelow(Guid place)
    {
        var whole = places[place] is Municipality;
        var inside = whole ? units : below[place].ToHashSet();
        var rows = people.Where(row => row.Key != place && places[row.Key] switch
        {
            Unit => units.Contains(row.Key) && inside.Contains(row.Key),
            Board or Administration => whole || (below[row.Key].Any() && below[row.Key].All(inside.Contains)),
            _ => false,
        }).OrderByDescending(row => row.Value).ToLookup(row => places[row.Key].GetType());
        return Levels.Select(level => rows[level].Sum(row => row.Value)).Concat(Orders.Select(order => Together(order.Select(level => (level, rows[level])))));
    }

    private int Together(IEnumerable<(Type Level, IEnumerable<KeyValuePair<Guid, int>> Rows)> order)
    {
        var (sum, taken, withoutUnits) = (0, new HashSet<Guid>(), (Type?)null);
        foreach (var (level, rows) in order)
        {
            foreach (var (place, count) in rows)
            {
                IReadOnlyCollection<Guid> own = level == typeof(Unit) ? [place] : [.. below[place]];
                // Places without units may be each other's on different levels.
                if (own.Count == 0 ? (withoutUnits ??= level) != level : own.Any(taken.Contains))
                    continue;
                taken.UnionWith(own);
                sum += count;
            }
        }

        return sum;
    }
}
