using DigiSam.Metrics;
using DigiSam.Organisation;
using DigiSam.Persistence;
using DigiSam.SickLeave;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Figures;

/// <summary>The places that counts of a month may lie at.</summary>
/// <param name="Kept">Places that are known to have more than ten people.</param>
/// <param name="Above">Where the counts of the others lie: the administration whose small units are more than ten together, or the municipality.</param>
internal sealed record FigureGroups(IReadOnlyCollection<Guid> Kept, IReadOnlyDictionary<Guid, Guid> Above, Guid Municipality)
{
    /// <summary>Where a count of the place is laid.</summary>
    public Guid Of(Guid place) => Kept.Contains(place) ? place : Above.GetValueOrDefault(place) is var above && Kept.Contains(above) ? above : Municipality;

    /// <summary>Whether some place has no group but the whole: what is shown of the others would leave it.</summary>
    public bool LeavesSome => Above.Keys.Any(place => Of(place) == Municipality);
}

/// <summary>
/// Lays counts of events and orders where more than ten people work, month by month: at the place itself, at its administration, or at the
/// municipality. Places without a group of their own lie in one group with others, as a whole, in every sum that is shown, so that no
/// sums give their counts. Where nothing says that what is left for the municipality is more than ten, the smallest place that is
/// known joins it.
/// </summary>
internal sealed class FigureGrouping(DigiSamContext database)
{
    /// <summary>How old a month's headcounts may be when those of the month itself have not come in.</summary>
    public const int OldestMonths = 12;

    /// <summary>The groups of each month, and the place that joined the rest though it is large enough.</summary>
    /// <param name="named">The places that the rows name.</param>
    public async Task<(IReadOnlyDictionary<DateOnly, FigureGroups> Months, Guid? Joined)> Of(
        FigureTableForm form, IReadOnlySet<Guid> named, DateOnly first, DateOnly last, CancellationToken stop)
    {
        var municipality = await database.Municipalities.Select(whole => whole.Id).SingleAsync(stop);
        var places = await database.Places.AsNoTracking().ToListAsync(stop);
        var administrations = places.OfType<Administration>().Select(place => place.Id).ToHashSet();
        var closure = (await database.PlaceScopes.AsNoTracking().ToListAsync(stop)).FindAll(scope => scope.AncestorId != scope.DescendantId);
        var scopes = closure.Where(scope => administrations.Contains(scope.AncestorId)).ToLookup(scope => scope.DescendantId);
        var staffed = closure.Select(scope => scope.AncestorId).Concat(named).ToHashSet();
        var people = await People(form, first, last, stop);
        var months = new Dictionary<DateOnly, FigureGroups>();
        var sizes = new Dictionary<DateOnly, IReadOnlyDictionary<Guid, int>>();
        for (var month = first; month <= last; month = month.AddMonths(1))
        {
            sizes[month] = people.Where(known => known.Key <= month && known.Key > month.AddMonths(-OldestMonths)).OrderByDescending(known => known.Key).Select(known => known.Value).FirstOrDefault() ?? new Dictionary<Guid, int>();
            var there = places.Where(place => (form.SumsUnits ? place is Unit : place is Board or Administration && staffed.Contains(place.Id)) && place.ValidFrom < month.AddMonths(1) && month <= place.ValidTo).Select(place => place.Id);
            var above = there.ToDictionary(place => place, place => form.SumsUnits
                ? scopes[place].Where(scope => scope.ValidFrom < month.AddMonths(1) && month <= scope.ValidTo).Select(scope => scope.AncestorId).FirstOrDefault(municipality)
                : municipality);
            months[month] = new FigureGroups([.. sizes[month].Where(size => size.Value > MetricValue.LargestHiddenGroup && size.Key != municipality).Select(size => size.Key)], above, municipality);
        }

        if (Smallest(months, sizes) is not { } joined)
            return (months, null);
        return (months.ToDictionary(month => month.Key, month => month.Value with { Kept = [.. month.Value.Kept.Where(place => place != joined)] }), joined);
    }

    private static Guid? Smallest(Dictionary<DateOnly, FigureGroups> months, Dictionary<DateOnly, IReadOnlyDictionary<Guid, int>> sizes)
    {
        var left = months.Where(month => month.Value.LeavesSome).ToList();
        if (left.Count == 0)
            return null;
        return left.SelectMany(month => month.Value.Kept.Select(place => (Place: place, Size: sizes[month.Key][place])))
            .GroupBy(known => known.Place).OrderByDescending(same => same.Count()).ThenBy(same => same.Max(known => known.Size)).ThenBy(same => same.Key)
            .Select(same => (Guid?)same.Key).FirstOrDefault();
    }

    /// <summary>People by place and month: of units by the headcount table, or absence; of boards and administrations by their own tables and their units' sum.</summary>
    private async Task<Dictionary<DateOnly, IReadOnlyDictionary<Guid, int>>> People(FigureTableForm form, DateOnly first, DateOnly last, CancellationToken stop)
    {
        var earliest = first.AddMonths(1 - OldestMonths);
        var counted = await database.Set<CountedFigure>().AsNoTracking()
            .Where(row => row.ReplacedById == null && row.Table == FigureTable.Headcount && earliest <= row.Period && row.Period <= last)
            .Select(row => new { row.Period, row.PlaceId, People = row.Headcount!.Value }).ToListAsync(stop);
        if (counted.Count == 0)
        {
            counted = await database.Set<AbsenceMonth>().AsNoTracking()
                .Where(row => row.ReplacedById == null && row.Table == AbsenceTable.Unit && earliest <= row.Month && row.Month <= last)
                .Select(row => new { Period = row.Month, row.PlaceId, People = row.Headcount }).ToListAsync(stop);
        }

        if (form.SumsUnits)
            return counted.GroupBy(row => row.Period).ToDictionary(same => same.Key, same => (IReadOnlyDictionary<Guid, int>)same.ToDictionary(row => row.PlaceId, row => row.People));
        var scopes = (await database.PlaceScopes.AsNoTracking().ToListAsync(stop)).ToLookup(scope => scope.DescendantId);
        return counted.GroupBy(row => row.Period).ToDictionary(same => same.Key, same => (IReadOnlyDictionary<Guid, int>)same
            .SelectMany(row => scopes[row.PlaceId].Where(scope => scope.ValidFrom < same.Key.AddMonths(1) && same.Key <= scope.ValidTo).Select(scope => scope.AncestorId).Append(row.PlaceId).Distinct().Select(place => (place, row.People)))
            .GroupBy(sum => sum.place).ToDictionary(sum => sum.Key, sum => sum.Sum(part => part.People)));
    }
}
