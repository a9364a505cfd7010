using DigiSam.Imports;
using DigiSam.Metrics;
using DigiSam.Organisation;
using DigiSam.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DigiSam.Figures;

/// <summary>An index of a place that must not be shown any more: since the organisation changed, the place less those below it is a group of ten or fewer.</summary>
public sealed class SurveyExposure
{
    private SurveyExposure()
    {
    }

    internal SurveyExposure(FigureKey key) => (PlaceId, Year, Category) = (key.PlaceId, key.Period, key.Category);

    public Guid PlaceId { get; private init; }

    /// <summary>The first day of the year.</summary>
    public DateOnly Year { get; private init; }

    public string Category { get; private init; } = "";
}

internal sealed class SurveyExposureTable : IEntityTypeConfiguration<SurveyExposure>
{
    public void Configure(EntityTypeBuilder<SurveyExposure> builder)
    {
        builder.HasKey(exposed => new { exposed.PlaceId, exposed.Year, exposed.Category });
        builder.Property(exposed => exposed.Category).HasMaxLength(CountedFigure.LongestCategory);
        builder.HasOne<Place>().WithMany().HasForeignKey(exposed => exposed.PlaceId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>
/// Every place's survey index has a row of its own, so that a place less those below it would be those that were left out. A file that
/// would leave ten or fewer that way is refused. What a changed organisation leaves that way is kept in a list, and not shown.
/// </summary>
internal sealed class SurveyShield(DigiSamContext database) : IFollowsOrganisation
{
    public async Task Check(IReadOnlyList<FigureRow> rows, FaultList faults, CancellationToken stop)
    {
        if (!faults.None)
            return;
        var (first, last) = (rows.Min(row => row.Key.Period), rows.Max(row => row.Key.Period));
        var people = await People(first, last, stop);
        foreach (var row in rows)
            people[row.Key] = row.Headcount!.Value;
        var lines = rows.ToDictionary(row => row.Key, row => row.Line);
        foreach (var (key, place, difference) in await Exposed(people, stop))
            faults.Add(lines.GetValueOrDefault(key), $"{place.Name}, {key.Category}: svaren är {Math.Abs(difference)} {(difference > 0 ? "fler" : "färre")} än de som finns för platserna under, och så få skulle gå att räkna ut. Ta bort raden, eller räkna samma personer på båda nivåerna");
    }

    /// <summary>Makes the list of what must not be shown anew, for all years.</summary>
    public async Task Follow(CancellationToken stop)
    {
        await database.SaveChangesAsync(stop);
        await database.Set<SurveyExposure>().ExecuteDeleteAsync(stop);
        foreach (var key in (await Exposed(await People(DateOnly.MinValue, DateOnly.MaxValue, stop), stop)).Select(exposed => exposed.Key).Distinct())
            database.Add(new SurveyExposure(key));
        await database.SaveChangesAsync(stop);
    }

    private async Task<Dictionary<FigureKey, int>> People(DateOnly first, DateOnly last, CancellationToken stop) => (await database.Set<CountedFigure>().AsNoTracking()
        .Where(row => row.ReplacedById == null && row.Table == FigureTable.Survey && first <= row.Period && row.Period <= last).ToListAsync(stop))
        .ToDictionary(row => row.Row.Key, row => row.Headcount!.Value);

    /// <summary>The indices of places above units that leave a small group, and how many more people they have than those below.</summary>
    private async Task<List<(FigureKey Key, Place Place, int Difference)>> Exposed(Dictionary<FigureKey, int> people, CancellationToken stop)
    {
        var exposed = new List<(FigureKey, Place, int)>();
        if (people.Count == 0)
            return exposed;
        var places = await database.Places.AsNoTracking().ToDictionaryAsync(place => place.Id, stop);
        var scopes = (await database.PlaceScopes.AsNoTracking().ToListAsync(stop)).FindAll(scope => scope.AncestorId != scope.DescendantId);
        foreach (var year in people.GroupBy(row => (row.Key.Period, row.Key.Category)))
        {
            var here = year.ToDictionary(row => row.Key.PlaceId);
            var units = places.Values.OfType<Unit>().Where(unit => unit.ValidFrom < year.Key.Period.AddYears(1) && year.Key.Period <= unit.ValidTo).Select(unit => unit.Id).ToHashSet();
            var below = scopes.Where(scope => units.Contains(scope.DescendantId) && scope.ValidFrom < year.Key.Period.AddYears(1) && year.Key.Period <= scope.ValidTo)
                .Select(scope => (scope.AncestorId, scope.DescendantId)).Distinct().ToLookup(scope => scope.AncestorId, scope => scope.DescendantId);
            var covers = new SurveyCovers(places, here.ToDictionary(row => row.Key, row => row.Value.Value), units, below);
            foreach (var (id, (key, count)) in here.Where(row => places[row.Key] is not Unit))
            {
                foreach (var sum in covers.SumsBelow(id).Where(sum => sum > 0 && Math.Abs(count - sum) is > 0 and <= MetricValue.LargestHiddenGroup).Distinct())
                    exposed.Add((key, places[id], count - sum));
            }
        }

        return exposed;
    }
}
