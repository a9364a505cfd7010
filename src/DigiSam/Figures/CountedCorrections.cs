using DigiSam.Imports;
using DigiSam.Metrics;
using DigiSam.Persistence;
using DigiSam.SickLeave;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Figures;

/// <summary>Compares the rows of a counted table of a year with those that held when a report of it was locked.</summary>
internal sealed class CountedCorrections(DigiSamContext database, FigureBatches imports)
{
    private readonly Dictionary<RollingYear, List<WhenHeld>> _people = [];

    private readonly Dictionary<RollingYear, (DateTimeOffset Since, List<WhenHeld> Rows)> _events = [];

    /// <summary>
    /// Whether, since one of these times, any row or any sum that is shown is of one to ten people more or fewer; of events, whether any
    /// place has come to be counted elsewhere. After an undone import the rows of then are gone, and it cannot be ruled out.
    /// </summary>
    public async Task<bool> AreSmall(FigureTable table, RollingYear period, IReadOnlyList<DateTimeOffset> times, CancellationToken stop)
    {
        var batches = await imports.Read(stop);
        var own = FigureTables.Of(table).Kind;
        if (batches.Values.Any(batch => MayHaveMoved(batch) && times.Any(time => batch.ImportedAt <= time && time < batch.UndoneAt)))
            return true;
        var rows = table == FigureTable.Incidents ? await Events(period, times.Min(), stop) : await People(table, period, stop);
        batches = await imports.Read(rows.SelectMany(row => new[] { row.ImportId, row.ReplacedById ?? row.ImportId }), stop);
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

        // Headcounts move events too, and move them back when they are undone.
        bool MayHaveMoved(ImportBatch batch) => (batch.Kind == own && batch.MayHaveStated(period.Start, period.End))
            || (table == FigureTable.Incidents && batch.Kind == ImportKind.Headcount && batch.MayHaveStated(period.Start.AddMonths(1 - FigureGrouping.OldestMonths), period.End));
    }

    /// <summary>When the first rows of a table and twelve months came; null when there are none.</summary>
    public async Task<DateTimeOffset?> FirstOf(FigureTable table, RollingYear period, CancellationToken stop)
    {
        if (table == FigureTable.Incidents)
        {
            return await database.ImportBatches
                .Where(batch => database.Set<CountedFigure>().Any(row => row.ImportId == batch.Id && row.Table == table && period.Start <= row.Period && row.Period <= period.End))
                .OrderBy(batch => batch.ImportedAt).Select(batch => (DateTimeOffset?)batch.ImportedAt).FirstOrDefaultAsync(stop);
        }

        var rows = await People(table, period, stop);
        var batches = await imports.Read(rows.Select(row => row.ImportId), stop);
        return rows.Select(row => (DateTimeOffset?)batches[row.ImportId].ImportedAt).DefaultIfEmpty().Min();
    }

    /// <summary>All rows per board that there have been of the months; the tables are small, and read together.</summary>
    private async Task<List<WhenHeld>> People(FigureTable table, RollingYear period, CancellationToken stop)
    {
        if (!_people.TryGetValue(period, out var rows))
        {
            _people[period] = rows = await Rows(database.Set<CountedFigure>()
                .Where(row => (row.Table == FigureTable.Turnover || row.Table == FigureTable.Overtime) && period.Start <= row.Period && row.Period <= period.End), stop);
        }

        return rows.FindAll(row => row.Table == table);
    }

    /// <summary>The rows that say that a month was counted at a place, as far as an import has changed them since a time.</summary>
    private async Task<List<WhenHeld>> Events(RollingYear period, DateTimeOffset since, CancellationToken stop)
    {
        if (_events.TryGetValue(period, out var known) && known.Since <= since)
            return known.Rows;
        var later = (await imports.Read(stop)).Values.Where(batch => since < batch.ImportedAt).Select(batch => batch.Id).ToList();
        var rows = later.Count == 0 ? [] : await Rows(database.Set<CountedFigure>()
            .Where(row => row.Table == FigureTable.Incidents && row.Category == "" && period.Start <= row.Period && row.Period <= period.End
                && (later.Contains(row.ImportId) || (row.ReplacedById != null && later.Contains(row.ReplacedById.Value)))), stop);
        _events[period] = (since, rows);
        return rows;
    }

    private static Task<List<WhenHeld>> Rows(IQueryable<CountedFigure> rows, CancellationToken stop) =>
        rows.Select(row => new WhenHeld(row.Table, row.Period, row.PlaceId, row.Sex, row.Headcount, row.ImportId, row.ReplacedById)).ToListAsync(stop);

    private sealed record WhenHeld(FigureTable Table, DateOnly Period, Guid PlaceId, FigureSex Sex, int? Headcount, Guid ImportId, Guid? ReplacedById);
}
