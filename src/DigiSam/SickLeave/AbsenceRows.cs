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
    /// The table that a year is computed from: the units when the table per board must not be shown beside them, and while it has only
    /// begun to come in, which does not hide what the units say of the year.
    /// </summary>
    /// <param name="months">The months of <paramref name="table"/> that the place has rows for.</param>
    /// <param name="ofUnits">Those of its units.</param>
    public async Task<(AbsenceTable Table, bool Hidden)> Choose(
        AbsenceTable table, RollingYear period, IReadOnlyCollection<DateOnly> months, IReadOnlyCollection<DateOnly> ofUnits, CancellationToken stop)
    {
        var hidden = table == AbsenceTable.Board && await IsExposed(period, stop);
        return hidden || period.Within(months) < Math.Min(RollingYear.Months, period.Within(ofUnits)) ? (AbsenceTable.Unit, hidden) : (table, false);
    }

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

    /// <summary>The rows of these boards in their own table.</summary>
    public IQueryable<AbsenceMonth> OfBoards(IReadOnlyCollection<Guid> boards) => Holding.Where(row => row.Table == AbsenceTable.Board && boards.Contains(row.PlaceId));

    public static Task<List<DateOnly>> MonthsOf(IQueryable<AbsenceMonth> rows, CancellationToken stop) =>
        rows.Select(row => row.Month).Distinct().OrderByDescending(month => month).ToListAsync(stop);

    /// <summary>A sum for each month, sex and age: some dozens of cells, whatever the rows.</summary>
    public static async Task<IReadOnlyList<AbsenceCell>> Cells(IQueryable<AbsenceMonth> rows, DateOnly first, DateOnly last, CancellationToken stop) =>
        await rows.Where(row => first <= row.Month && row.Month <= last)
            .GroupBy(row => new { row.Month, row.Sex, row.Age })
            .Select(same => new AbsenceCell(
                same.Key.Month, same.Key.Sex, same.Key.Age, same.Sum(row => row.Headcount),
                new AbsenceHours(same.Sum(row => row.Scheduled), same.Sum(row => row.Short), same.Sum(row => row.Long), same.Sum(row => row.FromDay60))))
            .ToListAsync(stop);

    private IQueryable<AbsenceMonth> Holding => database.Set<AbsenceMonth>().AsNoTracking().Where(row => row.ReplacedById == null);
}
