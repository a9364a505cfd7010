using System.Runtime.InteropServices;
using DigiSam.Language;
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
    /// <summary>The position without the sex.</summary>
    public string Position { get; init; } = Name;

    /// <summary>The row that small groups are merged into; it is no position and never listed.</summary>
    public bool IsOthers => SwedishText.Fold(Position) == "övriga";

    /// <summary>The mean of the months.</summary>
    public decimal Headcount => (decimal)Months.Sum(month => month.All) / Months.Count;

    /// <summary>In percent of the headcount.</summary>
    public decimal ShareWomen => 100m * Months.Sum(month => month.Women) / Months.Sum(month => month.All);
}

/// <summary>A board's people in each of the twelve months.</summary>
/// <param name="Sexes">Whether the sexes are shown.</param>
/// <param name="Ages">The ages that are shown.</param>
internal sealed record BoardCount(IReadOnlyList<SexCount> Months, bool Sexes, IReadOnlyList<IReadOnlyList<int>> Ages);

/// <summary>How many people another table counts in a month: all, and of each sex where it divides by that.</summary>
internal sealed record CountedWhole(int All, int? Women, int? Men);

/// <summary>Chooses the position groups with the highest sick leave that may be listed beside what boards show. Pure.</summary>
internal static class PositionGroups
{
    /// <summary>How many the list has at most.</summary>
    public const int Most = 10;

    /// <summary>
    /// The groups with the highest sick leave that may be shown, and those with as high that may not. Of each sex someone else's row is left
    /// out of the list, so that the whole less the list is more than ten people; and a group is hidden when it, alone or with
    /// another in the list, may be all but ten or fewer of a board. Three or more are not tried: among so many sums some come near by chance.
    /// </summary>
    /// <param name="wholes">The people that another table counts in each of the twelve months; the list must not be all but a few of them.</param>
    public static (IReadOnlyList<PositionGroup> Shown, IReadOnlyList<PositionGroup> Hidden) Highest(
        IReadOnlyList<PositionGroup> groups, IReadOnlyList<BoardCount> boards, params IReadOnlyList<IReadOnlyList<CountedWhole>> wholes)
    {
        var others = groups.Where(group => group.IsOthers).ToList();
        var ordered = groups.Where(group => !group.IsOthers).OrderByDescending(group => group.Hours.Shares!.Value.Total).ThenBy(group => group.Name, StringComparer.Ordinal).ToList();
        var (listed, hidden) = (new List<PositionGroup>(), new List<PositionGroup>());
        foreach (var (group, index) in ordered.Select((group, index) => (group, index)))
        {
            var left = ordered.Skip(index + 1).Concat(hidden).Concat(others).ToList();
            if (listed.Count == Most || !left.Exists(other => other.Sex != AbsenceSex.Men) || !left.Exists(other => other.Sex != AbsenceSex.Women))
                break;
            (IsRevealing(group, listed, boards) ? hidden : listed).Add(group);
        }

        while (listed.Count > 0 && wholes.Any(months => months.Select((whole, month) => LeavesFew(listed, whole, month)).Any(few => few)))
        {
            hidden.Add(listed[^1]);
            listed.RemoveAt(listed.Count - 1);
        }

        return (listed, hidden);
    }

    /// <summary>Whether those of the whole who are in no listed group are few: all of them, or those of a sex less the groups that have it alone.</summary>
    private static bool LeavesFew(List<PositionGroup> listed, CountedWhole whole, int month)
    {
        return IsSmall(whole.All - Listed(listed)) || (whole.Women is { } women && IsSmall(women - Listed(listed.Where(group => group.Sex == AbsenceSex.Women))))
            || (whole.Men is { } men && IsSmall(men - Listed(listed.Where(group => group.Sex == AbsenceSex.Men))));

        int Listed(IEnumerable<PositionGroup> groups) => groups.Sum(group => group.Months[month].All);
    }

    /// <summary>Whether the group alone, or with one that is listed, comes within ten people of a board, or of a sex or an age in it that is shown.</summary>
    private static bool IsRevealing(PositionGroup group, List<PositionGroup> listed, IReadOnlyList<BoardCount> boards)
    {
        foreach (var some in listed.Select(other => new List<PositionGroup> { group, other }).Prepend([group]))
        {
            for (var month = 0; month < RollingYear.Months; month++)
            {
                var sum = some.Aggregate(default(SexCount), (sum, one) => sum + one.Months[month]);
                if (boards.Any(board => IsNear(board.Months[month] - sum) || (board.Sexes && IsNear(board.Months[month] - sum, some)) || (some.Count == 1 && board.Ages.Any(age => IsSmall(age[month] - sum.All)))))
                    return true;
            }
        }

        return false;
    }

    private static bool IsNear(SexCount rest) => IsSmall(rest.All) && (rest is { Women: >= 0, Men: >= 0 } or { Women: <= 0, Men: <= 0 });

    private static bool IsNear(SexCount rest, List<PositionGroup> some) =>
        (some.TrueForAll(group => group.Sex == AbsenceSex.Women) && IsSmall(rest.Women)) || (some.TrueForAll(group => group.Sex == AbsenceSex.Men) && IsSmall(rest.Men));

    private static bool IsSmall(int people) => Math.Abs(people) is > 0 and <= MetricValue.LargestHiddenGroup;
}
