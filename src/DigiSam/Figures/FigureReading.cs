using DigiSam.Organisation;
using DigiSam.Persistence;
using DigiSam.SickLeave;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Figures;

/// <summary>Reads the rows that count for a place and makes its figures.</summary>
internal sealed class FigureReading(DigiSamContext database)
{
    private static readonly FigureTable[] OfUnits = [.. FigureTables.All.Where(form => form.SumsUnits).Select(form => form.Table)];

    /// <summary>The figures of a place.</summary>
    /// <param name="end">The first day of the last month; the latest there is when null.</param>
    public async Task<FiguresView> Read(Place place, DateOnly? end, CancellationToken stop)
    {
        var rows = Of(place);
        var months = await rows.Where(row => row.Table != FigureTable.Survey).Select(row => row.Period).Distinct().OrderByDescending(month => month).ToListAsync(stop);
        var years = await rows.Where(row => row.Table == FigureTable.Survey).Select(row => row.Period).Distinct().ToListAsync(stop);
        if (months.Count + years.Count == 0)
            return new FiguresView(null, [], []);
        var period = new RollingYear(end ?? (months.Count > 0 ? months[0] : years.Max().AddMonths(11)));
        var (first, last, survey) = (period.YearBefore.Start, period.End, years.Where(year => year <= period.End).DefaultIfEmpty().Max());
        var before = survey == default ? default : survey.AddYears(-1);
        var yearBefore = period.YearBefore.End;
        var shown = rows.Where(row => (row.Table == FigureTable.Survey && before <= row.Period && row.Period <= survey)
            || (row.Table == FigureTable.Headcount && (row.Period == last || row.Period == yearBefore))
            || (row.Table != FigureTable.Survey && row.Table != FigureTable.Headcount && first <= row.Period && row.Period <= last));
        var cells = await shown.GroupBy(row => new { row.Table, row.Period, row.Sex, row.Category, row.Basis })
            .Select(same => new FigureCell(
                same.Key.Table, same.Key.Period, same.Key.Sex, same.Key.Category, same.Key.Basis, same.Sum(row => row.Headcount ?? 0), same.Sum(row => row.First), same.Sum(row => row.Second)))
            .ToListAsync(stop);
        var imports = await (
            from row in shown
            join batch in database.ImportBatches on row.ImportId equals batch.Id
            group row by new { row.Table, batch.Id, batch.FileName, batch.ImportedAt, row.Basis, batch.Rows } into same
            orderby same.Key.ImportedAt descending
            select new { same.Key.Table, Import = new FigureImport(same.Key.Id, same.Key.FileName, same.Key.ImportedAt, same.Key.Rows, same.Key.Basis) }).ToListAsync(stop);
        return new FiguresView(period, [.. FigureSections.Of(cells, period, imports.ToLookup(row => row.Table, row => row.Import))], months);
    }

    /// <summary>The rows that hold and are the place's own, or where a table sums units those of places that were below it in their month.</summary>
    private IQueryable<CountedFigure> Of(Place place)
    {
        var holding = database.Set<CountedFigure>().AsNoTracking().Where(row => row.ReplacedById == null);
        return place.Kind() switch
        {
            // Rows of zeros say that a month was counted in a unit; in the whole the municipality's own says it.
            PlaceKind.Municipality => holding.Where(row => row.PlaceId == place.Id || (row.Table != FigureTable.Survey && (row.Table != FigureTable.Incidents || row.Category != ""))),
            PlaceKind.Unit => holding.Where(row => row.PlaceId == place.Id),
            _ => holding.Where(row => row.PlaceId == place.Id || (OfUnits.Contains(row.Table) && database.PlaceScopes.Any(scope => scope.AncestorId == place.Id && scope.DescendantId == row.PlaceId
                && scope.ValidFrom < row.Period.AddMonths(1) && row.Period <= scope.ValidTo))),
        };
    }
}
