using DigiSam.Imports;
using DigiSam.Metrics;
using DigiSam.Persistence;
using DigiSam.SickLeave;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Figures;

/// <summary>Compares the rows of a counted table of a year with those that held when a report of it was locked.</summary>
internal sealed class CountedCorrections(DigiSamContext database)
{
    private Dictionary<Guid, ImportBatch>? _batches;

    /// <summary>
    /// Whether, since one of these times, any row or any sum that is shown is of one to ten people more or fewer; of events, whether any
    /// place has come to be counted elsewhere. After an undone import the rows of then are gone, and it cannot be ruled out.
    /// </summary>
    public async Task<bool> AreSmall(FigureTable table, RollingYear period, IReadOnlyList<DateTimeOffset> times, CancellationToken stop)
    {
        var kinds = FigureTables.Kinds;
        var batches = _batches ??= await database.ImportBatches.AsNoTracking().Where(batch => kinds.Contains(batch.Kind)).ToDictionaryAsync(batch => batch.Id, stop);
        var own = FigureTables.Of(table).Kind;
        if (batches.Values.Any(batch => batch.Kind == own && batch.MayHaveStated(period.Start, period.End) && times.Any(time => batch.ImportedAt <= time && time < batch.UndoneAt)))
            return true;
        var first = times.Min();
        var later = batches.Values.Where(batch => first < batch.ImportedAt).Select(batch => batch.Id).ToList();
        if (later.Count == 0)
            return false;
        var rows = await database.Set<CountedFigure>().AsNoTracking()
            .Where(row => row.Table == table && period.Start <= row.Period && row.Period <= period.End && (row.Headcount != null || row.Category == "")
                && (later.Contains(row.ImportId) || (row.ReplacedById != null && later.Contains(row.ReplacedById.Value))))
            .Select(row => new { row.Period, row.PlaceId, row.Sex, row.Headcount, row.ImportId, row.ReplacedById }).ToListAsync(stop);
        foreach (var time in times)
        {
            var changes = new Dictionary<(DateOnly Month, Guid Place, FigureSex Sex), int>();
            foreach (var row in rows)
            {
                var (held, holds) = (batches[row.ImportId].ImportedAt <= time && (row.ReplacedById is not { } by || time < batches[by].ImportedAt), row.ReplacedById is null);
                if (held == holds)
                    continue;
                foreach (var place in new[] { row.PlaceId, Guid.Empty })
                {
                    foreach (var sex in new[] { row.Sex, FigureSex.All }.Distinct())
                        changes[(row.Period, place, sex)] = changes.GetValueOrDefault((row.Period, place, sex)) + ((holds ? 1 : -1) * (row.Headcount ?? 1));
                }
            }

            if (table == FigureTable.Incidents
                ? changes.Any(change => change.Key.Place != Guid.Empty && change.Value != 0)
                : changes.Values.Any(people => Math.Abs(people) is > 0 and <= MetricValue.LargestHiddenGroup))
                return true;
        }

        return false;
    }
}
