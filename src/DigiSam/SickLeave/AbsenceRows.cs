using DigiSam.Organisation;
using DigiSam.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.SickLeave;

/// <summary>Which rows of absence count for a place.</summary>
internal sealed class AbsenceRows(DigiSamContext database)
{
    /// <summary>Boards and the municipality have a table of their own where one has been imported; everything else is summed from units.</summary>
    public async Task<AbsenceTable> TableFor(PlaceKind kind, CancellationToken stop) => kind is PlaceKind.Board or PlaceKind.Municipality
        && await Holding.AnyAsync(row => row.Table == AbsenceTable.Board, stop)
        ? AbsenceTable.Board
        : AbsenceTable.Unit;

    /// <summary>Whether the two tables must not be shown together in the period or the one before it (see <see cref="AbsenceExposure"/>).</summary>
    public Task<bool> IsExposed(RollingYear period, CancellationToken stop) =>
        database.Set<AbsenceExposure>().AnyAsync(exposed => period.YearBefore.Start <= exposed.Month && exposed.Month <= period.End, stop);

    /// <summary>
    /// The rows that hold and belong to the place or to places that were below it in their month. In the municipality no place is
    /// asked about: all of them are in it.
    /// </summary>
    public IQueryable<AbsenceMonth> Of(Place place, AbsenceTable table)
    {
        var rows = Holding.Where(row => row.Table == table);
        return place.Kind() switch
        {
            PlaceKind.Municipality => rows,
            PlaceKind.Unit => rows.Where(row => row.PlaceId == place.Id),
            _ when table == AbsenceTable.Board => rows.Where(row => row.PlaceId == place.Id),
            _ => rows.Where(row => row.PlaceId == place.Id || database.PlaceScopes.Any(scope => scope.AncestorId == place.Id && scope.DescendantId == row.PlaceId
                && scope.ValidFrom < row.Month.AddMonths(1) && row.Month <= scope.ValidTo)),
        };
    }

    private IQueryable<AbsenceMonth> Holding => database.Set<AbsenceMonth>().AsNoTracking().Where(row => row.ReplacedById == null);
}
