using DigiSam.Metrics;

namespace DigiSam.Tests.Metrics;

/// <summary>
/// A made-up municipality whose figures hang together exactly, and a reader with pencil and paper: the relations between the
/// figures as linear equations, solved by elimination among the residues of a prime, so that nothing is lost to rounding.
/// </summary>
internal sealed class SolvableFigures
{
    private const long Prime = 2147483647;

    private readonly List<Dictionary<MetricKey, long>> _relations = [];

    public Guid Municipality { get; } = new("00000000-0000-0000-0000-0000000000ff");

    /// <summary>Every figure there is, whether published or not.</summary>
    public Dictionary<MetricKey, long> Truth { get; } = [];

    /// <summary>The size of each board's groups; what is counted or summed weighs one each instead.</summary>
    public Dictionary<(Guid Board, string Group), int> Sizes { get; } = [];

    public static Guid Board(int number) => new($"00000000-0000-0000-0000-{number:000000000000}");

    public static SolvableFigures Make(Random random, int boards, IReadOnlyList<string> parts, string? total, bool percent)
    {
        var made = new SolvableFigures();
        for (var board = 1; board <= boards; board++)
        {
            foreach (var sex in new[] { PublishedGroups.Women, PublishedGroups.Men })
            {
                made.Sizes[(Board(board), sex)] = random.Next(1, random.Next(2) == 0 ? 15 : 300);
                foreach (var part in parts)
                    made.Truth[Key(part, Board(board), sex)] = random.Next(1, 1000);
            }

            made.Sizes[(Board(board), PublishedGroups.All)] = made.Sizes[(Board(board), PublishedGroups.Women)] + made.Sizes[(Board(board), PublishedGroups.Men)];
        }

        var places = Enumerable.Range(1, boards).Select(Board).ToList();
        foreach (var part in parts)
        {
            foreach (var sex in new[] { PublishedGroups.Women, PublishedGroups.Men })
                made.Mean(Key(part, made.Municipality, sex), places.Select(board => (Key(part, board, sex), made.Weight(board, sex, percent))), percent);
            foreach (var place in places.Append(made.Municipality))
                made.Mean(Key(part, place, PublishedGroups.All), new[] { PublishedGroups.Women, PublishedGroups.Men }.Select(sex => (Key(part, place, sex), made.Weight(place, sex, percent))), percent);
            made.Mean(Key(part, made.Municipality, PublishedGroups.All), places.Select(board => (Key(part, board, PublishedGroups.All), made.Weight(board, PublishedGroups.All, percent))), percent);
        }

        if (total is null)
            return made;
        foreach (var place in places.Append(made.Municipality))
        {
            foreach (var group in new[] { PublishedGroups.All, PublishedGroups.Women, PublishedGroups.Men })
                made.Mean(Key(total, place, group), parts.Select(part => (Key(part, place, group), 1L)), percent: false);
        }

        foreach (var group in new[] { PublishedGroups.All, PublishedGroups.Women, PublishedGroups.Men })
            made.Mean(Key(total, made.Municipality, group), places.Select(board => (Key(total, board, group), made.Weight(board, group, percent))), percent);
        foreach (var place in places.Append(made.Municipality))
            made.Mean(Key(total, place, PublishedGroups.All), new[] { PublishedGroups.Women, PublishedGroups.Men }.Select(sex => (Key(total, place, sex), made.Weight(place, sex, percent))), percent);
        return made;
    }

    public static MetricKey Key(string metric, Guid place, string group) => new(metric, place, MetricGroupKind.Sex, group, MetricSlot.Current);

    /// <summary>The figures as they are published: those chosen, and without a value where the group has ten or fewer.</summary>
    public List<MetricValue> Published(Func<MetricKey, bool> chosen) =>
        [.. Truth.Where(figure => chosen(figure.Key)).Select(figure =>
        {
            var size = Size(figure.Key.PlaceId, figure.Key.Group);
            return new MetricValue(2024, figure.Key, null, figure.Value, size <= MetricValue.LargestHiddenGroup, size, "made-up", Guid.Empty, 2);
        })];

    /// <summary>All figures that follow from those shown.</summary>
    public Dictionary<MetricKey, long> Solve(IReadOnlySet<MetricKey> shown)
    {
        var unknown = Truth.Keys.Where(key => !shown.Contains(key)).ToList();
        var rows = _relations.Select(relation => (
            Left: unknown.Select(key => relation.GetValueOrDefault(key)).ToArray(),
            Right: relation.Where(term => shown.Contains(term.Key)).Aggregate(0L, (sum, term) => Modulo(sum - (term.Value * Truth[term.Key]))))).ToList();
        var done = 0;
        for (var column = 0; column < unknown.Count && done < rows.Count; column++)
        {
            var pivot = rows.FindIndex(done, row => row.Left[column] != 0);
            if (pivot < 0)
                continue;
            (rows[done], rows[pivot]) = (rows[pivot], rows[done]);
            var inverse = Inverse(rows[done].Left[column]);
            rows[done] = ([.. rows[done].Left.Select(value => value * inverse % Prime)], rows[done].Right * inverse % Prime);
            for (var other = 0; other < rows.Count; other++)
            {
                var factor = rows[other].Left[column];
                if (other != done && factor != 0)
                    rows[other] = ([.. rows[other].Left.Zip(rows[done].Left, (one, two) => Modulo(one - (factor * two)))], Modulo(rows[other].Right - (factor * rows[done].Right)));
            }

            done++;
        }

        return rows.Take(done).Where(row => row.Left.Count(value => value != 0) == 1).ToDictionary(row => unknown[Array.FindIndex(row.Left, value => value != 0)], row => row.Right);
    }

    private int Size(Guid place, string group) =>
        place == Municipality ? Sizes.Where(size => size.Key.Group == group).Sum(size => size.Value) : Sizes[(place, group)];

    private long Weight(Guid place, string group, bool percent) => percent ? Size(place, group) : 1;

    /// <summary>Whole = sum of weighted parts, over the sum of weights for percentages.</summary>
    private void Mean(MetricKey whole, IEnumerable<(MetricKey Key, long Weight)> parts, bool percent)
    {
        var terms = parts.ToList();
        var over = percent ? terms.Sum(term => term.Weight) : 1;
        var value = terms.Aggregate(0L, (sum, term) => (sum + (term.Weight * Truth[term.Key])) % Prime) * Inverse(over) % Prime;
        Assert.True(Truth.TryAdd(whole, value) || Truth[whole] == value);
        _relations.Add(terms.Select(term => KeyValuePair.Create(term.Key, term.Weight)).Append(KeyValuePair.Create(whole, Modulo(-over))).ToDictionary());
    }

    private static long Modulo(long value) => ((value % Prime) + Prime) % Prime;

    private static long Inverse(long value) => (long)System.Numerics.BigInteger.ModPow(value, Prime - 2, Prime);
}
