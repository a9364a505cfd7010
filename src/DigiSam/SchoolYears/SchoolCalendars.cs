using DigiSam.Persistence;
using DigiSam.Workflows.Calendar;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.SchoolYears;

/// <summary>
/// When people are reminded, place by place: each school year as the place itself or the nearest above it has stated it. Reads them once in a request.
/// </summary>
internal sealed class SchoolCalendars(DigiSamContext database, TimeProvider clock)
{
    private readonly Dictionary<Guid, IQuietTime> _calendars = [];
    private IReadOnlyList<SchoolYear>? _years;

    /// <summary>The calendar of one place.</summary>
    public async Task<IQuietTime> Of(Guid placeId, CancellationToken stop)
    {
        await Prepare([placeId], stop);
        return _calendars[placeId];
    }

    /// <summary>Reads the calendars of places together, for those who will ask for many.</summary>
    public async Task Prepare(IReadOnlyCollection<Guid> places, CancellationToken stop)
    {
        _years ??= await database.SchoolYears.AsNoTracking().Include(year => year.Breaks).ToListAsync(stop);
        foreach (var (place, calendar) in await Of([.. places.Where(place => !_calendars.ContainsKey(place)).Distinct()], _years, stop))
            _calendars[place] = calendar;
    }

    /// <summary>The calendars of many places.</summary>
    public async Task<IReadOnlyDictionary<Guid, IQuietTime>> All(IReadOnlyCollection<Guid> places, CancellationToken stop)
    {
        await Prepare(places, stop);
        return _calendars;
    }

    /// <summary>What the calendars of places are if these are all the school years there are.</summary>
    public async Task<IReadOnlyDictionary<Guid, IQuietTime>> Of(IReadOnlyCollection<Guid> places, IReadOnlyList<SchoolYear> years, CancellationToken stop)
    {
        if (places.Count == 0 || years.Count == 0)
            return places.ToDictionary(place => place, _ => QuietTimes.July);
        var today = Language.SwedishDate.Today(clock);
        var stating = years.Select(year => year.PlaceId).Distinct().ToList();
        var whole = await database.Municipalities.Select(municipality => municipality.Id).SingleAsync(stop);
        var scopes = await database.PlaceScopes.Where(scope => stating.Contains(scope.AncestorId) && scope.ValidFrom <= today && today <= scope.ValidTo)
            .Where(scope => places.Count > 500 || places.Contains(scope.DescendantId))
            .Select(scope => new
            {
                scope.AncestorId,
                scope.DescendantId,
                Depth = database.PlaceScopes.Count(above => above.DescendantId == scope.AncestorId && above.ValidFrom <= today && today <= above.ValidTo),
            }).ToListAsync(stop);
        var above = scopes.Where(scope => scope.AncestorId != whole).ToLookup(scope => scope.DescendantId);
        return places.ToDictionary(place => place, place =>
        {
            // The place itself is the nearest, and the municipality lies above all.
            var depths = above[place].GroupBy(scope => scope.AncestorId).ToDictionary(scope => scope.Key, scope => scope.Key == place ? int.MaxValue : scope.Max(one => one.Depth));
            depths[whole] = -1;
            return SchoolCalendar.Of([.. years.Where(year => depths.ContainsKey(year.PlaceId)).GroupBy(year => year.StartYear)
                .Select(year => year.OrderByDescending(one => depths[one.PlaceId]).ThenBy(one => one.PlaceId).First())]);
        });
    }
}
