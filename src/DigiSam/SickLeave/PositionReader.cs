using DigiSam.Metrics;
using DigiSam.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.SickLeave;

/// <summary>The position groups of twelve months, and those of the highest that may be shown.</summary>
/// <param name="Groups">All that have rows for the twelve months.</param>
/// <param name="Incomplete">How many lack a month.</param>
/// <param name="IsHeld">A locked report, or a published table of the same months, forbids all of them; then nothing else is told.</param>
internal sealed record PositionYear(
    IReadOnlyList<PositionGroup> Groups, int Incomplete, IReadOnlyList<PositionGroup> Shown, IReadOnlyList<PositionGroup> Hidden, IReadOnlyList<Guid> Imports, bool IsHeld = false);

/// <summary>Reads the table per position, and what the other tables count beside it; for the page, its documents and the report alike.</summary>
internal sealed class PositionReader(DigiSamContext database, AbsenceBeside beside)
{
    /// <summary>The list as it is shown; null when there are no rows.</summary>
    public async Task<PositionRanking?> Rank(RollingYear period, CancellationToken stop) => await Read(period, stop) is { IsHeld: false } year
        ? new PositionRanking(
            [.. year.Shown.Select(group => new RankedPosition(
                group.Position, (int)Math.Round(group.Headcount, MidpointRounding.AwayFromZero), group.Sex == AbsenceSex.All ? group.ShareWomen : null, group.Sex, group.Hours.Shares!.Value))],
            year.Groups.Count, year.Incomplete, year.Hidden.Count > 0)
        : null;

    /// <summary>The groups of the municipality; null when there are no rows.</summary>
    public async Task<PositionYear?> Read(RollingYear period, CancellationToken stop)
    {
        var rows = await database.Set<AbsenceMonth>().AsNoTracking()
            .Where(row => row.ReplacedById == null && row.Table != AbsenceTable.Unit && period.Start <= row.Month && row.Month <= period.End).ToListAsync(stop);
        var ofPositions = rows.FindAll(row => row.Table == AbsenceTable.Position);
        if (ofPositions.Count == 0)
            return null;
        var (name, month) = ($"{period}", $"{period.End:yyyy-MM}");
        if ((await beside.Of(period, stop)).Corrected
            || await database.MetricValues.AnyAsync(value => value.ReplacedById == null && value.GroupKind == MetricGroupKind.Position && (value.Period == name || value.Period == month), stop))
            return new PositionYear([], 0, [], [], [], IsHeld: true);
        var named = ofPositions.GroupBy(row => row.Position, StringComparer.Ordinal).Select(same => (same.Key, Group: Group(same.Key, [.. same], period))).ToList();
        var groups = named.Select(one => one.Group).OfType<PositionGroup>().ToList();
        var ofBoards = rows.FindAll(row => row.Table == AbsenceTable.Board);
        var (shown, hidden) = PositionGroups.Highest(groups, [.. ofBoards.GroupBy(row => row.PlaceId).Select(same => Count([.. same], period))], await Wholes(ofBoards, period, stop));
        return new PositionYear([.. groups.Where(group => !group.IsOthers)], named.Count(one => one.Group is null), shown, hidden, [.. ofPositions.Select(row => row.ImportId).Distinct()]);
    }

    /// <summary>The whole as the boards' table counts it, and as the units' does.</summary>
    private async Task<IReadOnlyList<IReadOnlyList<CountedWhole>>> Wholes(List<AbsenceMonth> ofBoards, RollingYear period, CancellationToken stop)
    {
        var units = await database.Set<AbsenceSum>().AsNoTracking()
            .Where(sum => sum.Table == AbsenceTable.Unit && period.Start <= sum.Month && sum.Month <= period.End && database.Municipalities.Any(whole => whole.Id == sum.PlaceId))
            .GroupBy(sum => sum.Month).Select(same => new { same.Key, People = same.Sum(sum => sum.Headcount) }).ToDictionaryAsync(sum => sum.Key, sum => sum.People, stop);
        var wholes = new List<IReadOnlyList<CountedWhole>>();
        if (ofBoards.Count > 0)
            wholes.Add([.. BySex(ofBoards, period).Select(month => new CountedWhole(month.All, month.Women, month.Men))]);
        if (units.Count > 0)
            wholes.Add([.. period.All.Select(month => new CountedWhole(units.GetValueOrDefault(month), null, null))]);
        return wholes;
    }

    private static PositionGroup? Group(string name, List<AbsenceMonth> rows, RollingYear period)
    {
        var women = rows.FindAll(row => row.Sex == AbsenceSex.Women);
        var men = rows.FindAll(row => row.Sex == AbsenceSex.Men);
        var (allWomen, allMen) = (women.Count == RollingYear.Months, men.Count == RollingYear.Months);
        if ((!allWomen && women.Count > 0) || (!allMen && men.Count > 0))
            return null;
        var sex = (allWomen, allMen) switch { (true, true) => AbsenceSex.All, (true, _) => AbsenceSex.Women, _ => AbsenceSex.Men };
        var counted = rows.FindAll(row => sex == AbsenceSex.All || row.Sex == sex);
        return new PositionGroup(
            sex switch { AbsenceSex.Women => $"{name}, kvinnor", AbsenceSex.Men => $"{name}, män", _ => name },
            sex,
            BySex(counted, period),
            counted.Aggregate(default(AbsenceHours), (sum, row) => sum + row.Hours))
        { Position = name };
    }

    private static BoardCount Count(List<AbsenceMonth> rows, RollingYear period)
    {
        var shown = SickLeaveGroups.Of([.. rows.Select(row => new AbsenceCell(row.Month, row.Sex, row.Age, row.Headcount, row.Hours))], period).Where(group => group.Now is not null).ToList();
        return new BoardCount(
            BySex(rows, period),
            shown.Exists(group => group.Sex != AbsenceSex.All),
            [.. shown.Where(group => group.Age != AgeGroup.All).Select(group => (IReadOnlyList<int>)[.. period.All.Select(month => rows.Where(row => row.Month == month && row.Age == group.Age).Sum(row => row.Headcount))])]);
    }

    private static IReadOnlyList<SexCount> BySex(List<AbsenceMonth> rows, RollingYear period)
    {
        return [.. period.All.Select(month => new SexCount(Of(month, AbsenceSex.Women), Of(month, AbsenceSex.Men)))];

        int Of(DateOnly month, AbsenceSex sex) => rows.Where(row => row.Month == month && row.Sex == sex).Sum(row => row.Headcount);
    }
}
