using DigiSam.Imports;
using DigiSam.Language;
using DigiSam.Persistence;
using DigiSam.SickLeave;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Figures;

/// <summary>The tables count the same people: where they lie far apart in a month, or a table contradicts itself, someone is missing in one of them.</summary>
internal sealed class FigureCrossCheck(DigiSamContext database)
{
    /// <summary>How far apart two tables' people may lie, in percent.</summary>
    public const int Tolerance = 5;

    /// <summary>More hours beyond their own than this of each employee in a month are not credible.</summary>
    private const int MostHours = 40;

    private const int MostTold = 24;

    public async Task<IReadOnlyList<RowFault>> Of(FigureTable table, IReadOnlyList<DateOnly> periods, CancellationToken stop)
    {
        if (table is not (FigureTable.Headcount or FigureTable.Turnover or FigureTable.Overtime))
            return [];
        var (first, last) = (periods[0], periods[^1]);
        var counted = await database.Set<CountedFigure>()
            .Where(row => row.ReplacedById == null && row.Headcount != null && row.Table != FigureTable.Survey && first <= row.Period && row.Period <= last)
            .GroupBy(row => new { row.Table, row.Period })
            .Select(same => new { same.Key.Table, same.Key.Period, People = same.Sum(row => row.Headcount!.Value) }).ToListAsync(stop);
        var absence = await database.Set<AbsenceMonth>()
            .Where(row => row.ReplacedById == null && row.Table != AbsenceTable.Position && first <= row.Month && row.Month <= last)
            .GroupBy(row => new { row.Table, row.Month })
            .Select(same => new { same.Key.Table, same.Key.Month, People = same.Sum(row => row.Headcount) }).ToListAsync(stop);
        var mine = counted.Where(sum => sum.Table == table).ToDictionary(sum => sum.Period, sum => sum.People);
        var others = counted.Where(sum => sum.Table != table).Select(sum => (sum.Period, Words: Words(sum.Table), sum.People))
            .Concat(absence.Select(sum => (Period: sum.Month, Words: sum.Table == AbsenceTable.Unit ? "frånvaron per enhet" : "frånvaron per nämnd", sum.People)));
        var apart = others.Where(other => mine.TryGetValue(other.Period, out var people) && 100L * Math.Abs(people - other.People) > (long)Tolerance * Math.Max(people, other.People))
            .OrderBy(other => other.Period)
            .Select(other => Said(other.Period, $"{Words(table)} har {Show(mine[other.Period])} anställda men {other.Words} {Show(other.People)} (tabellerna ska räkna samma anställda)"));
        return [.. apart.Concat(await Within(table, first, last, stop)).Take(MostTold)];
    }

    private async Task<IEnumerable<RowFault>> Within(FigureTable table, DateOnly first, DateOnly last, CancellationToken stop)
    {
        var odd = await (
            from row in database.Set<CountedFigure>()
            join place in database.Places on row.PlaceId equals place.Id
            where row.ReplacedById == null && row.Table == table && first <= row.Period && row.Period <= last
                && ((table == FigureTable.Turnover && row.First > row.Headcount * 100L) || (table == FigureTable.Overtime && row.First + row.Second > row.Headcount * 100L * MostHours))
            orderby row.Period, row.Line
            select new { row.Period, row.Headcount, row.First, row.Second, place.Name }).Take(MostTold).ToListAsync(stop);
        return odd.Select(row => Said(row.Period, table == FigureTable.Turnover
            ? $"{row.Name} har {Show(row.First / 100m)} avgångar bland {Show(row.Headcount!.Value)} anställda"
            : $"{row.Name} har {Show((row.First + row.Second) / 100m)} timmar övertid och mertid på {Show(row.Headcount!.Value)} anställda"));
    }

    private static string Words(FigureTable table) => table switch
    {
        FigureTable.Headcount => "tabellen över anställda",
        FigureTable.Turnover => "personalomsättningen",
        _ => "övertiden",
    };

    private static RowFault Said(DateOnly month, string text) => new(0, $"motsägelse i {SwedishDate.Month(month.Month)} {month.Year}: {text}");

    private static string Show(decimal number) => SwedishNumber.Show(number, 0);
}
