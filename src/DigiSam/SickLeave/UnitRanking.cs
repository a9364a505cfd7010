using DigiSam.Organisation;
using DigiSam.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.SickLeave;

/// <summary>Puts the units below a place in order by their sick leave.</summary>
internal sealed class UnitRanking(DigiSamContext database, AbsenceRows absence, AbsenceBeside beside)
{
    public async Task<SickLeaveRanking> Of(Guid placeId, RollingYear period, CancellationToken stop)
    {
        var place = await database.Places.AsNoTracking().SingleAsync(place => place.Id == placeId, stop);
        if ((await beside.Of(period, stop)).Computed is not null)
            return new SickLeaveRanking([], [], [], 0, 0);
        var sums = await Sums(absence.UnitsOf(place), period, stop);
        var ids = sums.ConvertAll(sum => sum.PlaceId);
        var names = await database.Units.Where(unit => ids.Contains(unit.Id)).Select(unit => new { unit.Id, unit.Name, unit.SortKey }).ToDictionaryAsync(unit => unit.Id, stop);
        var units = sums.FindAll(sum => names.ContainsKey(sum.PlaceId));
        var ranked = units.FindAll(sum => sum.Months == RollingYear.Months).ConvertAll(sum => (names[sum.PlaceId].SortKey, Unit: new RankedUnit(
            sum.PlaceId, names[sum.PlaceId].Name, sum.Hours.Shares!.Value, null, SickLeaveGroups.Mean(sum.People, sum.Months))));
        IReadOnlyList<RankedUnit>[] lists = [First(shares => -shares.Total), First(shares => -shares.Short), First(shares => shares.Total)];
        var before = await Before(place, period.YearBefore, [.. lists.SelectMany(list => list).Select(unit => unit.UnitId).Distinct()], stop);
        lists = [.. lists.Select(list => (IReadOnlyList<RankedUnit>)[.. list.Select(unit => unit with { Before = before.GetValueOrDefault(unit.UnitId) })])];
        return new SickLeaveRanking(lists[0], lists[1], lists[2], ranked.Count, units.Count - ranked.Count);

        IReadOnlyList<RankedUnit> First(Func<SickLeaveShares, decimal> by) =>
            [.. ranked.OrderBy(row => by(row.Unit.Shares)).ThenBy(row => row.SortKey, StringComparer.Ordinal).Take(RankSickLeave.Most).Select(row => row.Unit)];
    }

    /// <summary>The shares of the units that are shown, in a year that may be told; a unit with a month missing has none.</summary>
    private async Task<Dictionary<Guid, SickLeaveShares?>> Before(Place place, RollingYear period, IReadOnlyList<Guid> shown, CancellationToken stop)
    {
        if (shown.Count == 0 || (await beside.Of(period, stop)).Computed is not null)
            return [];
        var sums = await Sums(absence.UnitsOf(place).Where(row => shown.Contains(row.PlaceId)), period, stop);
        return sums.FindAll(sum => sum.Months == RollingYear.Months).ToDictionary(sum => sum.PlaceId, sum => sum.Hours.Shares);
    }

    private static Task<List<UnitSum>> Sums(IQueryable<AbsenceMonth> rows, RollingYear period, CancellationToken stop) => rows
        .Where(row => period.Start <= row.Month && row.Month <= period.End)
        .GroupBy(row => row.PlaceId)
        .Select(same => new UnitSum(
            same.Key, same.Count(), same.Sum(row => row.Headcount),
            new AbsenceHours(same.Sum(row => row.Scheduled), same.Sum(row => row.Short), same.Sum(row => row.Long), same.Sum(row => row.FromDay60))))
        .ToListAsync(stop);

    /// <summary>A unit's months together.</summary>
    private sealed record UnitSum(Guid PlaceId, int Months, int People, AbsenceHours Hours);
}
