using System.Runtime.InteropServices;
using DigiSam.Metrics;

namespace DigiSam.SickLeave;

/// <summary>A group of people in a month, by sex.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SexCount(int Women, int Men)
{
    public int All => Women + Men;

    public static SexCount operator +(SexCount one, SexCount other) => new(one.Women + other.Women, one.Men + other.Men);

    public static SexCount operator -(SexCount one, SexCount other) => new(one.Women - other.Women, one.Men - other.Men);
}

/// <summary>
/// A position group over twelve months: both sexes, or one of them where the other has no row in some month, and then it is named after
/// it.
/// </summary>
/// <param name="Months">Its people in each of the twelve months.</param>
internal sealed record PositionGroup(string Name, AbsenceSex Sex, IReadOnlyList<SexCount> Months, AbsenceHours Hours)
{
    /// <summary>The mean of the months.</summary>
    public decimal Headcount => (decimal)Months.Sum(month => month.All) / Months.Count;

    /// <summary>In percent of the headcount.</summary>
    public decimal ShareWomen => 100m * Months.Sum(month => month.Women) / Months.Sum(month => month.All);
}

/// <summary>A board's people in each of the twelve months, by sex and by age.</summary>
internal sealed record BoardCount(IReadOnlyList<SexCount> Months, IReadOnlyList<IReadOnlyList<int>> Ages);

/// <summary>Chooses the position groups with the highest sick leave that may be listed beside what boards show. Pure.</summary>
internal static class PositionGroups
{
    /// <summary>How many the list has at most.</summary>
    public const int Most = 10;

    /// <summary>
    /// The groups with the highest sick leave, and of those the ones that must not be shown. Of each sex someone else's row is left
    /// out of the list, so that the whole less the list is more than ten people; and a group is hidden when it, alone or with
    /// others in the list, may be all but ten or fewer of a board.
    /// </summary>
    public static (IReadOnlyList<PositionGroup> Shown, IReadOnlyList<PositionGroup> Hidden) Highest(IReadOnlyList<PositionGroup> groups, IReadOnlyList<BoardCount> boards)
    {
        var ordered = groups.OrderByDescending(group => group.Hours.Shares!.Value.Total).ThenBy(group => group.Name, StringComparer.Ordinal).ToList();
        var listed = ordered.Take(Most).ToList();
        while (listed.Count > 0 && !(ordered.Skip(listed.Count).Any(group => group.Sex != AbsenceSex.Men) && ordered.Skip(listed.Count).Any(group => group.Sex != AbsenceSex.Women)))
            listed.RemoveAt(listed.Count - 1);
        var hidden = new List<PositionGroup>();
        while (Revealing(listed, boards) is { } last)
        {
            listed.Remove(last);
            hidden.Add(last);
        }

        return (listed, hidden);
    }

    /// <summary>The lowest in the list of some groups that together come within ten people of a board, or of an age in it; null when none do.</summary>
    private static PositionGroup? Revealing(List<PositionGroup> listed, IReadOnlyList<BoardCount> boards)
    {
        for (var subset = 1; subset < 1 << listed.Count; subset++)
        {
            var some = listed.Where((_, index) => (subset & (1 << index)) != 0).ToList();
            for (var month = 0; month < RollingYear.Months; month++)
            {
                var sum = some.Aggregate(default(SexCount), (sum, group) => sum + group.Months[month]);
                if (boards.Any(board => IsNear(board.Months[month] - sum, some) || (some.Count == 1 && board.Ages[month].Any(age => IsSmall(age - sum.All)))))
                    return some[^1];
            }
        }

        return null;
    }

    private static bool IsNear(SexCount rest, List<PositionGroup> some) =>
        (rest.Women >= 0 == rest.Men >= 0 && IsSmall(rest.All)) || rest is { Women: 0, Men: < 0 and >= -MetricValue.LargestHiddenGroup } or { Men: 0, Women: < 0 and >= -MetricValue.LargestHiddenGroup }
        || (some.TrueForAll(group => group.Sex == AbsenceSex.Women) && IsSmall(rest.Women)) || (some.TrueForAll(group => group.Sex == AbsenceSex.Men) && IsSmall(rest.Men));

    private static bool IsSmall(int people) => Math.Abs(people) is > 0 and <= MetricValue.LargestHiddenGroup;
}
