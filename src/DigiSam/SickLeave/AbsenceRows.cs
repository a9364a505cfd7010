using System.Linq.Expressions;
using DigiSam.Imports;
using DigiSam.Organisation;
using DigiSam.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.SickLeave;

/// <summary>Which rows of absence count for a place.</summary>
internal sealed class AbsenceRows(DigiSamContext database)
{
    private static readonly Expression<Func<AbsenceSum, AbsenceCount>> Counted = sum => new AbsenceCount
    {
        Month = sum.Month,
        Sex = sum.Sex,
        Age = sum.Age,
        ImportId = sum.ImportId,
        Rows = sum.Rows,
        Headcount = sum.Headcount,
        Scheduled = sum.Scheduled,
        Short = sum.Short,
        Long = sum.Long,
        FromDay60 = sum.FromDay60,
    };

    private List<DateOnly>? _exposed;

    private List<(DateOnly Month, AbsenceTable Table)>? _tables;

    /// <summary>Boards and the municipality have a table of their own where one has been imported; everything else is summed from units.</summary>
    public async Task<AbsenceTable> TableFor(PlaceKind kind, CancellationToken stop) => kind is PlaceKind.Board or PlaceKind.Municipality
        && (await Tables(stop)).Exists(known => known.Table == AbsenceTable.Board)
        ? AbsenceTable.Board
        : AbsenceTable.Unit;

    /// <summary>Whether the two tables must not be shown together in the period or the one before it (see <see cref="AbsenceExposure"/>).</summary>
    public async Task<bool> IsExposed(RollingYear period, CancellationToken stop)
    {
        _exposed ??= await database.Set<AbsenceExposure>().Select(exposed => exposed.Month).ToListAsync(stop);
        return _exposed.Exists(month => period.YearBefore.Start <= month && month <= period.End);
    }

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
    /// What a table says of a place month by month: a unit's own rows, and the sums of every place above units. A sum follows from the rows
    /// that hold and belong to the place or to places that were below it in their month.
    /// </summary>
    public IQueryable<AbsenceCount> Of(Place place, AbsenceTable table) => place.Kind() == PlaceKind.Unit
        ? Holding.Where(row => row.Table == table && row.PlaceId == place.Id).Select(row => new AbsenceCount
        {
            Month = row.Month,
            Sex = row.Sex,
            Age = row.Age,
            ImportId = row.ImportId,
            Rows = 1,
            Headcount = row.Headcount,
            Scheduled = row.Scheduled,
            Short = row.Short,
            Long = row.Long,
            FromDay60 = row.FromDay60,
        })
        : Sums(table).Where(sum => sum.PlaceId == place.Id).Select(Counted);

    /// <summary>The rows of the units below a place, one by one; in the municipality no place is asked about, as all of them are in it.</summary>
    public IQueryable<AbsenceMonth> UnitsOf(Place place)
    {
        var rows = Holding.Where(row => row.Table == AbsenceTable.Unit);
        return place.Kind() switch
        {
            PlaceKind.Municipality => rows,
            PlaceKind.Unit => rows.Where(row => row.PlaceId == place.Id),
            _ => rows.Where(row => database.PlaceScopes.Any(scope => scope.AncestorId == place.Id && scope.DescendantId == row.PlaceId
                && scope.ValidFrom < row.Month.AddMonths(1) && row.Month <= scope.ValidTo)),
        };
    }

    /// <summary>What the two tables say of a place above units at once: its units' sums, and those of its boards, or its own in the boards' table.</summary>
    public async Task<IReadOnlyList<AbsenceTableCount>> SumsOf(Place place, IReadOnlyCollection<Guid> boards, DateOnly first, DateOnly last, CancellationToken stop) =>
        await database.Set<AbsenceSum>().AsNoTracking()
            .Where(sum => first <= sum.Month && sum.Month <= last
                && ((sum.Table == AbsenceTable.Unit && sum.PlaceId == place.Id) || (sum.Table == AbsenceTable.Board && boards.Contains(sum.PlaceId))))
            .Select(sum => new AbsenceTableCount(sum.Table, new AbsenceCount
            {
                Month = sum.Month,
                Sex = sum.Sex,
                Age = sum.Age,
                ImportId = sum.ImportId,
                Rows = sum.Rows,
                Headcount = sum.Headcount,
                Scheduled = sum.Scheduled,
                Short = sum.Short,
                Long = sum.Long,
                FromDay60 = sum.FromDay60,
            })).ToListAsync(stop);

    /// <summary>Which of the tables of units and boards have rows in the twelve months.</summary>
    public async Task<IReadOnlyList<AbsenceTable>> TablesOf(RollingYear period, CancellationToken stop) =>
        [.. (await Tables(stop)).Where(known => period.Start <= known.Month && known.Month <= period.End).Select(known => known.Table).Distinct()];

    /// <summary>When the first rows of the twelve months came; null when there are none.</summary>
    public Task<DateTimeOffset?> FirstImportOf(RollingYear period, CancellationToken stop) => database.ImportBatches
        .Where(batch => batch.Kind == ImportKind.Absence && database.Set<AbsenceMonth>().Any(row => row.ImportId == batch.Id && period.Start <= row.Month && row.Month <= period.End))
        .OrderBy(batch => batch.ImportedAt).Select(batch => (DateTimeOffset?)batch.ImportedAt).FirstOrDefaultAsync(stop);

    public static Task<List<DateOnly>> MonthsOf(IQueryable<AbsenceCount> rows, CancellationToken stop) =>
        rows.Select(row => row.Month).Distinct().OrderByDescending(month => month).ToListAsync(stop);

    /// <summary>A sum for each month, sex and age: some dozens of cells, whatever the rows.</summary>
    public static async Task<IReadOnlyList<AbsenceCell>> Cells(IQueryable<AbsenceCount> rows, DateOnly first, DateOnly last, CancellationToken stop) =>
        await rows.Where(row => first <= row.Month && row.Month <= last)
            .GroupBy(row => new { row.Month, row.Sex, row.Age })
            .Select(same => new AbsenceCell(
                same.Key.Month, same.Key.Sex, same.Key.Age, same.Sum(row => row.Headcount),
                new AbsenceHours(same.Sum(row => row.Scheduled), same.Sum(row => row.Short), same.Sum(row => row.Long), same.Sum(row => row.FromDay60))))
            .ToListAsync(stop);

    private IQueryable<AbsenceMonth> Holding => database.Set<AbsenceMonth>().AsNoTracking().Where(row => row.ReplacedById == null);

    private async Task<List<(DateOnly Month, AbsenceTable Table)>> Tables(CancellationToken stop) =>
        _tables ??= (await database.Set<AbsenceSum>().Select(sum => new { sum.Month, sum.Table }).Distinct().ToListAsync(stop)).ConvertAll(known => (known.Month, known.Table));

    private IQueryable<AbsenceSum> Sums(AbsenceTable table) => database.Set<AbsenceSum>().AsNoTracking().Where(sum => sum.Table == table);
}
