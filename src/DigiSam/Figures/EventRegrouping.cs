using DigiSam.Imports;
using DigiSam.Language;
using DigiSam.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Figures;

/// <summary>
/// Lays counts of events and orders anew when headcounts come that leave their place ten people or fewer, or unknown. They belong then to
/// the import of the headcounts, and lie where they lay when it is undone. What lies in a larger group stays there: whose it was is not known.
/// </summary>
internal sealed class EventRegrouping(DigiSamContext database, FigureGrouping grouping)
{
    /// <summary>How long a month's headcounts may be the latest there are.</summary>
    private const int Months = 12;

    /// <summary>Moves what may not lie where it does.</summary>
    /// <param name="importId">The import of headcounts.</param>
    /// <param name="periods">Its months.</param>
    public async Task<IReadOnlyList<RowFault>> After(Guid importId, IReadOnlyList<DateOnly> periods, CancellationToken stop)
    {
        var notes = new List<RowFault>();
        foreach (var form in FigureTables.All.Where(form => form.IsExtract))
        {
            if (await Move(form, importId, periods[0], periods[^1].AddMonths(Months - 1), stop) is > 0 and var places)
                notes.Add(new RowFault(0, $"{form.Name}: {SwedishNumber.Show(places, 0)} {(places == 1 ? "plats" : "platser")} har nu tio anställda eller färre, eller okänt antal, i någon månad, och det som var räknat där räknas på nivån ovanför"));
        }

        return notes;
    }

    /// <summary>How many places something was moved from.</summary>
    private async Task<int> Move(FigureTableForm form, Guid importId, DateOnly first, DateOnly last, CancellationToken stop)
    {
        var holding = database.Set<CountedFigure>().AsNoTracking().Where(row => row.ReplacedById == null && row.Table == form.Table);
        var counted = await holding.Where(row => row.Category == "" && first <= row.Period && row.Period <= last).Select(row => new { row.PlaceId, row.Period }).ToListAsync(stop);
        if (counted.Count == 0)
            return 0;
        var (months, joined) = await grouping.Of(form, counted.Select(row => row.PlaceId).ToHashSet(), counted.Min(row => row.Period), counted.Max(row => row.Period), stop);
        var moved = counted.Where(row => months[row.Period].Of(row.PlaceId) != row.PlaceId).Select(row => (row.PlaceId, row.Period)).ToHashSet();
        if (moved.All(row => row.PlaceId == joined))
            return 0;
        var into = moved.Select(row => (PlaceId: months[row.Period].Of(row.PlaceId), row.Period)).ToHashSet();
        var places = moved.Concat(into).Select(row => row.PlaceId).Distinct().ToList();
        var rows = (await holding.Where(row => places.Contains(row.PlaceId) && first <= row.Period && row.Period <= last).ToListAsync(stop))
            .FindAll(row => moved.Contains((row.PlaceId, row.Period)) || into.Contains((row.PlaceId, row.Period)));
        foreach (var ids in rows.Select(row => row.Id).Chunk(5000))
            await database.Set<CountedFigure>().Where(row => ids.Contains(row.Id)).ExecuteUpdateAsync(set => set.SetProperty(row => row.ReplacedById, importId), stop);
        var sums = rows.GroupBy(row => row.Row.Key with { PlaceId = months[row.Period].Of(row.PlaceId) })
            .Select(same => new FigureRow(0, same.Key, same.Select(row => row.Basis).Distinct().Order().First(), null, same.Aggregate(default(FigureAmounts), (sum, row) => sum + row.Row.Amounts)));
        database.AddRange(sums.Select(sum => new CountedFigure(form.Table, sum, importId)));
        await database.SaveChangesAsync(stop);
        return moved.Select(row => row.PlaceId).Distinct().Count();
    }
}
