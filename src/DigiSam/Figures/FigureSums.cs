using DigiSam.Organisation;
using DigiSam.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Figures;

/// <summary>Keeps the sums of places in step with the rows and the organisation, in the transaction of whatever changed them.</summary>
internal sealed class FigureSums(DigiSamContext database) : IFollowsOrganisation
{
    private static readonly FigureTable[] OfUnits = [.. FigureTables.All.Where(form => form.SumsUnits).Select(form => form.Table)];

    /// <summary>Makes all sums anew.</summary>
    public Task Follow(CancellationToken stop) => Renew(DateOnly.MinValue, DateOnly.MaxValue, stop);

    /// <summary>Makes the sums of all tables anew from the first period to the last.</summary>
    public async Task Renew(DateOnly first, DateOnly last, CancellationToken stop)
    {
        await database.SaveChangesAsync(stop);
        await database.Set<FigureSum>().Where(sum => first <= sum.Period && sum.Period <= last).ExecuteDeleteAsync(stop);
        var holding = database.Set<CountedFigure>().AsNoTracking().Where(row => row.ReplacedById == null);
        var periods = await holding.Where(row => first <= row.Period && row.Period <= last).Select(row => row.Period).Distinct().ToListAsync(stop);
        if (periods.Count == 0)
            return;
        var municipality = await database.Municipalities.Select(whole => whole.Id).SingleAsync(stop);
        var units = (await database.Units.Select(unit => unit.Id).ToListAsync(stop)).ToHashSet();
        var scopes = (await database.PlaceScopes.AsNoTracking().Where(scope => scope.AncestorId != scope.DescendantId).ToListAsync(stop))
            .Where(scope => scope.AncestorId != municipality && !units.Contains(scope.AncestorId)).ToLookup(scope => scope.DescendantId);
        await using var sums = new TableInsert(database.Model.FindEntityType(typeof(FigureSum))!, depth: 0, database);
        foreach (var period in periods)
        {
            foreach (var sum in FigureSum.Of(period, await holding.Where(row => row.Period == period).ToListAsync(stop), row => Counting(row, period)))
                sums.Take(sum);
            await sums.Run(stop);
        }

        // A row counts in its own place, in every place above where the table sums units, and in the whole. An index is never summed; and a
        // row of zeros says that a month was counted in a unit: in the whole the municipality's own says it.
        IEnumerable<Guid> Counting(CountedFigure row, DateOnly period)
        {
            var above = OfUnits.Contains(row.Table) ? scopes[row.PlaceId].Where(scope => scope.ValidFrom < period.AddMonths(1) && period <= scope.ValidTo).Select(scope => scope.AncestorId) : [];
            var own = units.Contains(row.PlaceId) ? above : above.Append(row.PlaceId);
            var inWhole = row.Table != FigureTable.Survey && (row.Table != FigureTable.Incidents || row.Category.Length > 0);
            return (inWhole ? own.Append(municipality) : own).Distinct();
        }
    }
}
