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
        var tellsBefore = (await beside.Of(period.YearBefore, stop)).Computed is null;
        var sums = await absence.UnitsOf(place)
            .Where(row => period.YearBefore.Start <= row.Month && row.Month <= period.End)
            .GroupBy(row => new { row.PlaceId, IsNow = period.Start <= row.Month })
            .Select(same => new
            {
                same.Key.PlaceId,
                same.Key.IsNow,
                Months = same.Count(),
                People = same.Sum(row => row.Headcount),
                Hours = new AbsenceHours(same.Sum(row => row.Scheduled), same.Sum(row => row.Short), same.Sum(row => row.Long), same.Sum(row => row.FromDay60)),
            })
            .ToListAsync(stop);
        var now = sums.FindAll(sum => sum.IsNow);
        var before = sums.FindAll(sum => tellsBefore && !sum.IsNow && sum.Months == RollingYear.Months).ToDictionary(sum => sum.PlaceId, sum => sum.Hours.Shares);
        var ids = now.ConvertAll(sum => sum.PlaceId);
        var names = await database.Units.Where(unit => ids.Contains(unit.Id)).Select(unit => new { unit.Id, unit.Name, unit.SortKey }).ToDictionaryAsync(unit => unit.Id, stop);
        var units = now.FindAll(sum => names.ContainsKey(sum.PlaceId));
        var ranked = units.FindAll(sum => sum.Months == RollingYear.Months).ConvertAll(sum => (names[sum.PlaceId].SortKey, Unit: new RankedUnit(
            sum.PlaceId, names[sum.PlaceId].Name, sum.Hours.Shares!.Value, before.GetValueOrDefault(sum.PlaceId), SickLeaveGroups.Mean(sum.People, sum.Months))));
        return new SickLeaveRanking(
            First(shares => -shares.Total), First(shares => -shares.Short), First(shares => shares.Total), ranked.Count, units.Count - ranked.Count);

        IReadOnlyList<RankedUnit> First(Func<SickLeaveShares, decimal> by) =>
            [.. ranked.OrderBy(row => by(row.Unit.Shares)).ThenBy(row => row.SortKey, StringComparer.Ordinal).Take(RankSickLeave.Most).Select(row => row.Unit)];
    }
}
