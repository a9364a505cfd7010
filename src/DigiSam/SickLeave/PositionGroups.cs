using DigiSam.Language;
using DigiSam.Metrics;

namespace DigiSam.SickLeave;

/// <summary>The rows of a position group and one sex over twelve months.</summary>
/// <param name="ByMonth">People by month.</param>
internal sealed record PositionCell(string Position, AbsenceSex Sex, IReadOnlyDictionary<DateOnly, int> ByMonth, AbsenceHours Hours);

/// <summary>How many people another table counts in a month: all, and of each sex where it divides by that.</summary>
internal sealed record CountedWhole(DateOnly Month, int All, int? Women, int? Men);

/// <summary>
/// Chooses the position groups that are shown. Pure. Rows are groups of more than ten, so what is left to hide is what follows from
/// two tables: the municipality less the groups in the list are those who stand in none of its rows. When they are ten or fewer in
/// any month – all together, or the women less the groups that have women alone, or the men likewise – the lowest group leaves the
/// list until they are more or none. Groups of both sexes are summed, so no group's sexes are told apart.
/// </summary>
internal static class PositionGroups
{
    /// <summary>The row that small groups are merged into; it is no position.</summary>
    private static readonly string Others = SwedishText.Fold("Övriga");

    public static PositionRanking Of(IReadOnlyList<PositionCell> cells, IReadOnlyList<CountedWhole> wholes)
    {
        var positions = cells.GroupBy(cell => cell.Position, StringComparer.Ordinal).Where(same => SwedishText.Fold(same.Key) != Others).ToList();
        var whole = positions.FindAll(same => same.All(cell => cell.ByMonth.Count == RollingYear.Months));
        var shown = whole.OrderByDescending(same => Sum(same).Shares!.Value.Total).ThenBy(same => same.Key, StringComparer.Ordinal).Take(RankPositions.Most).ToList();
        var ranked = shown.Count;
        while (shown.Count > 0 && wholes.Any(month => LeavesFew(shown, month)))
            shown.RemoveAt(shown.Count - 1);
        return new PositionRanking(shown.ConvertAll(Group), whole.Count, positions.Count - whole.Count, ranked > shown.Count);
    }

    private static RankedPosition Group(IGrouping<string, PositionCell> same)
    {
        var (women, all) = (People(same.Where(cell => cell.Sex == AbsenceSex.Women)), People(same));
        var only = same.Count() > 1 ? AbsenceSex.All : same.Single().Sex;
        return new RankedPosition(
            same.Key, SickLeaveGroups.Mean(all, RollingYear.Months), only == AbsenceSex.All ? 100m * women / all : null, only, Sum(same).Shares!.Value);
    }

    private static bool LeavesFew(List<IGrouping<string, PositionCell>> shown, CountedWhole month) =>
        IsFew(month.All - In(shown.SelectMany(same => same), month.Month))
        || (month.Women is { } women && IsFew(women - In(Alone(shown, AbsenceSex.Women), month.Month)))
        || (month.Men is { } men && IsFew(men - In(Alone(shown, AbsenceSex.Men), month.Month)));

    private static IEnumerable<PositionCell> Alone(List<IGrouping<string, PositionCell>> shown, AbsenceSex sex) =>
        shown.Where(same => same.All(cell => cell.Sex == sex)).SelectMany(same => same);

    private static bool IsFew(int rest) => Math.Abs(rest) is > 0 and <= MetricValue.LargestHiddenGroup;

    private static int In(IEnumerable<PositionCell> cells, DateOnly month) => cells.Sum(cell => cell.ByMonth.GetValueOrDefault(month));

    private static int People(IEnumerable<PositionCell> cells) => cells.Sum(cell => cell.ByMonth.Values.Sum());

    private static AbsenceHours Sum(IEnumerable<PositionCell> cells) => cells.Aggregate(default(AbsenceHours), (sum, cell) => sum + cell.Hours);
}
