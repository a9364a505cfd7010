using DigiSam.Organisation;
using DigiSam.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.SickLeave;

/// <summary>What pages and documents show of a place's sick leave, computed in one way for all of them.</summary>
internal sealed class SickLeaveReader(DigiSamContext database, AbsenceRows absence, AbsenceBeside beside)
{
    /// <summary>Twelve months beside the twelve before them.</summary>
    /// <param name="end">Any day of the last month; the latest month there is when null.</param>
    public async Task<SickLeaveView> Read(Guid placeId, DateOnly? end, CancellationToken stop)
    {
        var place = await Find(placeId, stop);
        var (table, months, ofUnits) = await MonthsOf(place, stop);
        var all = months.Union(ofUnits).OrderDescending().ToList();
        if (all.Count == 0)
            return new SickLeaveView(null, table, [], [], BoardsAreHidden: false, []);
        var period = new RollingYear(end is { } day ? new DateOnly(day.Year, day.Month, 1) : all[0]);
        (table, var hidden) = await absence.Choose(table, period, months, ofUnits, stop);
        var rows = absence.Of(place, table);
        var cells = await AbsenceRows.Cells(rows, period.YearBefore.Start, period.End, stop);
        var sources = await (
            from row in rows.Where(row => period.YearBefore.Start <= row.Month && row.Month <= period.End)
            join batch in database.ImportBatches on row.ImportId equals batch.Id
            group row by new { batch.FileName, batch.ImportedAt } into same
            orderby same.Key.ImportedAt descending
            select new SickLeaveSource(same.Key.FileName, same.Key.ImportedAt, same.Sum(row => row.Rows))).ToListAsync(stop);
        var hold = (await beside.Of(period, stop)).Computed;
        var groups = await Held(SickLeaveGroups.Of(cells, period), period, stop);
        return new SickLeaveView(period, table, groups, all, hidden, sources, hold);
    }

    /// <summary>The places above, the nearest first, each with what its own page shows of all who work there.</summary>
    public async Task<IReadOnlyList<SickLeaveAbove>> Above(Guid placeId, DateOnly end, CancellationToken stop)
    {
        var scopes = database.PlaceScopes.Where(scope => scope.DescendantId == placeId && scope.AncestorId != placeId && scope.ValidFrom < end.AddMonths(1) && end <= scope.ValidTo);
        var places = await database.Places.AsNoTracking().Where(place => scopes.Any(scope => scope.AncestorId == place.Id)).OrderBy(place => place.SortKey).ToListAsync(stop);
        var above = new List<SickLeaveAbove>();
        foreach (var place in places.OrderByDescending(place => place.Kind()))
            above.Add(new SickLeaveAbove(place.Id, place.Name, place.Kind(), await All(place, new RollingYear(end), stop)));
        return above;
    }

    /// <summary>All who work in the place over each twelve months that there are rows for; what a month shows is what the page of that month shows.</summary>
    public async Task<IReadOnlyList<SickLeavePoint>> Series(Guid placeId, CancellationToken stop)
    {
        var place = await Find(placeId, stop);
        var preferred = await absence.TableFor(place.Kind(), stop);
        var cells = new Dictionary<AbsenceTable, IReadOnlyList<AbsenceCell>> { [AbsenceTable.Unit] = await Cells(AbsenceTable.Unit) };
        if (preferred != AbsenceTable.Unit)
            cells[preferred] = await Cells(preferred);
        IReadOnlyCollection<DateOnly> months = cells[preferred].Select(cell => cell.Month).ToHashSet();
        IReadOnlyCollection<DateOnly> ofUnits = cells[AbsenceTable.Unit].Select(cell => cell.Month).ToHashSet();
        var points = new List<SickLeavePoint>();
        foreach (var end in months.Union(ofUnits).Order())
        {
            var period = new RollingYear(end);
            if (Math.Max(period.Within(months), period.Within(ofUnits)) < RollingYear.Months)
                continue;
            var (table, _) = await absence.Choose(preferred, period, months, ofUnits, stop);
            var within = cells[table].Where(cell => period.YearBefore.Start <= cell.Month && cell.Month <= end).ToList();
            points.Add(new SickLeavePoint(end, table, (await beside.Of(period, stop)).Computed is null ? SickLeaveGroups.Of(within, period)[0].Now : null));
        }

        return points;

        Task<IReadOnlyList<AbsenceCell>> Cells(AbsenceTable table) => AbsenceRows.Cells(absence.Of(place, table), DateOnly.MinValue, DateOnly.MaxValue, stop);
    }

    private async Task<SickLeaveGroup> All(Place place, RollingYear period, CancellationToken stop)
    {
        var (table, months, ofUnits) = await MonthsOf(place, stop);
        (table, _) = await absence.Choose(table, period, months, ofUnits, stop);
        return (await Held(SickLeaveGroups.Of(await AbsenceRows.Cells(absence.Of(place, table), period.YearBefore.Start, period.End, stop), period), period, stop))[0];
    }

    /// <summary>The groups without what something else that is shown of the same months forbids.</summary>
    private async Task<IReadOnlyList<SickLeaveGroup>> Held(IReadOnlyList<SickLeaveGroup> groups, RollingYear period, CancellationToken stop)
    {
        if ((await beside.Of(period, stop)).Computed is not null)
            return [.. groups.Select(group => group with { Now = null, Before = null, Headcount = null })];
        return (await beside.Of(period.YearBefore, stop)).Computed is not null ? [.. groups.Select(group => group with { Before = null })] : groups;
    }

    private Task<Place> Find(Guid placeId, CancellationToken stop) => database.Places.AsNoTracking().SingleAsync(place => place.Id == placeId, stop);

    /// <summary>The table that is preferred for the place, its months, and those of the units.</summary>
    private async Task<(AbsenceTable Table, IReadOnlyList<DateOnly> Months, IReadOnlyList<DateOnly> OfUnits)> MonthsOf(Place place, CancellationToken stop)
    {
        var table = await absence.TableFor(place.Kind(), stop);
        var months = await AbsenceRows.MonthsOf(absence.Of(place, table), stop);
        return (table, months, table == AbsenceTable.Unit ? months : await AbsenceRows.MonthsOf(absence.Of(place, AbsenceTable.Unit), stop));
    }
}
