using DigiSam.Imports;
using DigiSam.Language;
using DigiSam.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.SickLeave;

/// <summary>The three tables count the same people: where their hours of a month differ, someone is missing in one of them.</summary>
internal sealed class AbsenceCrossCheck(DigiSamContext database)
{
    /// <summary>How far apart the tables may lie, in percent of the scheduled hours.</summary>
    public const decimal Tolerance = 0.5m;

    public async Task<IReadOnlyList<RowFault>> Of(IReadOnlyList<DateOnly> months, CancellationToken stop)
    {
        var (first, last) = (months[0], months[^1]);
        var sums = await database.Set<AbsenceMonth>()
            .Where(row => row.ReplacedById == null && first <= row.Month && row.Month <= last)
            .GroupBy(row => new { row.Month, row.Table })
            .Select(same => new { same.Key.Month, same.Key.Table, Scheduled = same.Sum(row => row.Scheduled), Ill = same.Sum(row => row.Short + row.Long) })
            .ToListAsync(stop);
        return [.. months.SelectMany(month => Compare(month, sums.Where(sum => sum.Month == month).ToDictionary(sum => sum.Table, sum => (sum.Scheduled, sum.Ill))))];
    }

    private static IEnumerable<RowFault> Compare(DateOnly month, Dictionary<AbsenceTable, (long Scheduled, long Ill)> sums)
    {
        if (!sums.TryGetValue(AbsenceTable.Board, out var boards))
            yield break;
        foreach (var table in new[] { AbsenceTable.Unit, AbsenceTable.Position })
        {
            if (!sums.TryGetValue(table, out var other))
                continue;
            if (Far(boards.Scheduled, other.Scheduled))
                yield return Said(month, table, "ordinarie timmar", boards.Scheduled, other.Scheduled);
            else if (Far(boards.Ill, other.Ill))
                yield return Said(month, table, "sjuktimmar", boards.Ill, other.Ill);
        }
    }

    private static bool Far(long one, long other) => 100m * Math.Abs(one - other) > Tolerance * Math.Max(one, other);

    private static RowFault Said(DateOnly month, AbsenceTable table, string what, long boards, long other) => new(0,
        $"motsägelse i {SwedishDate.Month(month.Month)} {month.Year}: nämndernas {what} är {SwedishNumber.Show(boards / 100m, 0)} men {(table == AbsenceTable.Unit ? "enheternas" : "befattningarnas")} {SwedishNumber.Show(other / 100m, 0)} (tabellerna ska räkna samma anställda)");
}
