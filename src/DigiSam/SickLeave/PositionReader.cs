using DigiSam.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.SickLeave;

/// <summary>Reads the table per position, and what the other tables count beside it.</summary>
internal sealed class PositionReader(DigiSamContext database)
{
    public async Task<PositionRanking> Read(RollingYear period, CancellationToken stop)
    {
        var holding = database.Set<AbsenceMonth>().AsNoTracking().Where(row => row.ReplacedById == null && period.Start <= row.Month && row.Month <= period.End);
        var rows = await holding.Where(row => row.Table == AbsenceTable.Position)
            .Select(row => new { row.Position, row.Sex, row.Month, row.Headcount, Hours = new AbsenceHours(row.Scheduled, row.Short, row.Long, row.FromDay60) })
            .ToListAsync(stop);
        if (rows.Count == 0)
            return new PositionRanking([], 0, 0, IsShortened: false);
        var cells = rows.GroupBy(row => (row.Position, row.Sex)).Select(same => new PositionCell(
            same.Key.Position, same.Key.Sex, same.ToDictionary(row => row.Month, row => row.Headcount), same.Aggregate(default(AbsenceHours), (sum, row) => sum + row.Hours)));
        var counted = await holding.Where(row => row.Table != AbsenceTable.Position).GroupBy(row => new { row.Table, row.Month, row.Sex })
            .Select(same => new { same.Key.Table, same.Key.Month, same.Key.Sex, People = same.Sum(row => row.Headcount) }).ToListAsync(stop);
        var wholes = counted.GroupBy(sum => (sum.Table, sum.Month)).Select(same => new CountedWhole(
            same.Key.Month, same.Sum(sum => sum.People),
            same.FirstOrDefault(sum => sum.Sex == AbsenceSex.Women)?.People, same.FirstOrDefault(sum => sum.Sex == AbsenceSex.Men)?.People));
        return PositionGroups.Of([.. cells], [.. wholes]);
    }
}
