using DigiSam.Imports;
using DigiSam.Organisation;
using DigiSam.Requests;
using DigiSam.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Tests.Organisation;

/// <summary>What holds of the organisation after any sequence of imports, taken or refused.</summary>
public sealed class OrganisationHistoryTests
{
    private const int Stories = 40;

    [Fact]
    public async Task After_any_imports_the_organisation_is_sound_on_every_day()
    {
        await using var installed = await Installed.Create();
        var (taken, refused) = (0, 0);
        for (var seed = 1; seed <= Stories; seed++)
        {
            await Clear(installed);
            var organisation = new RandomOrganisation(seed);
            await Take(installed, organisation.Found(), null, StoryOf(seed));
            var day = new DateOnly(2024, 1, 1);
            for (var import = 0; import < 1 + (seed % 4); import++)
            {
                day = organisation.Day(day);
                if (await Take(installed, organisation.Change(), day, StoryOf(seed)))
                {
                    taken++;
                }
                else
                {
                    organisation.Undo();
                    refused++;
                }
            }
        }

        Assert.True(taken > Stories && refused > 0, $"{taken} taken and {refused} refused: too few of either to say anything.");
    }

    /// <summary>Back to a municipality without an organisation, much faster than a new installation for each story.</summary>
    private static Task<int> Clear(Installed installed) => installed.InDatabase(async database =>
    {
        await database.PlaceScopes.ExecuteDeleteAsync();
        await database.PlaceAliases.ExecuteDeleteAsync();
        await database.PlaceLinks.ExecuteDeleteAsync();
        await database.Places.ExecuteUpdateAsync(place => place.SetProperty(row => row.PredecessorId, (Guid?)null));
        return await database.Places.Where(place => !(place is Municipality)).ExecuteDeleteAsync();
    });

    /// <summary>Imports and looks at everything that must hold; false when the file was refused.</summary>
    private static async Task<bool> Take(Installed installed, RandomFile file, DateOnly? day, string story)
    {
        var before = await StoredOrganisation.Read(installed);
        var outcome = await installed.Send(StoredOrganisation.Import(file.Text, day, file.Complete && day is not null));
        var after = await StoredOrganisation.Read(installed);
        if (outcome is not Outcome<ImportReport>.Done)
        {
            Assert.IsType<Outcome<ImportReport>.Broken>(outcome);
            Assert.Equal(Rows(before), Rows(after));
            return false;
        }

        AssertSound(after, story);
        if (day is { } first)
        {
            foreach (var past in DaysOf(after).Where(date => date < first))
                Assert.True(Held(before, past).SetEquals(Held(after, past)), $"{story}: an import from {first:O} changed {past:O}.");
        }

        foreach (var (unit, above) in file.Units)
        {
            // Where the file says what holds already, it may have begun to hold later than the file's day.
            var from = before.Places.Any(place => place.Name == unit && place.IsCurrent) && above.SetEquals(before.Above(unit, DateOnly.MaxValue)) ? DateOnly.MaxValue : day ?? DateOnly.MinValue;
            Assert.True(above.SetEquals(after.Above(unit, from)), $"{story}: {unit} belongs elsewhere than the file says.");
        }

        var again = await installed.Do(StoredOrganisation.Import(file.Text, day, file.Complete && day is not null));
        Assert.True(again.AlreadyImported, $"{story}: the same file changed something.");
        Assert.Equal(Rows(after), Rows(await StoredOrganisation.Read(installed)));
        return true;
    }

    private static void AssertSound(StoredOrganisation stored, string story)
    {
        Assert.All(stored.Places, place => Assert.True(place.ValidFrom <= place.ValidTo, $"{story}: {place.Name} ends before it begins."));
        Assert.All(stored.Links, link => Assert.True(link.ValidFrom <= link.ValidTo, $"{story}: a link ends before it begins."));
        var places = stored.Places.ToDictionary(place => place.Id);
        foreach (var date in DaysOf(stored))
        {
            stored.AssertClosureIsAWalk(date);
            Assert.All(stored.LinksOn(date), link => Assert.True(places[link.ParentId].ExistsOn(date) && places[link.ChildId].ExistsOn(date), $"{story}: a link holds on {date:O}, when what it joins does not exist."));
            var above = stored.LinksOn(date).Where(link => link.Kind == PlaceLinkKind.Contains).ToLookup(link => link.ChildId, link => places[link.ParentId]);
            foreach (var unit in stored.Places.Where(place => place is Unit && place.ExistsOn(date)))
            {
                Assert.True(above[unit.Id].Count(place => place is Administration) == 1, $"{story}: {unit.Name} has not one administration on {date:O}.");
                Assert.True(above[unit.Id].Any(place => place is Board), $"{story}: {unit.Name} has no board on {date:O}.");
            }
        }
    }

    /// <summary>Each day on which something begins, and the day before it.</summary>
    private static IEnumerable<DateOnly> DaysOf(StoredOrganisation stored) =>
        stored.Places.Select(place => place.ValidFrom).Concat(stored.Links.Select(link => link.ValidFrom)).Distinct()
            .SelectMany(date => date == DateOnly.MinValue ? [date] : new[] { date.AddDays(-1), date }).Distinct();

    private static HashSet<(PlaceLinkKind, Guid, Guid)> Held(StoredOrganisation stored, DateOnly date) =>
        [.. stored.LinksOn(date).Select(link => (link.Kind, link.ParentId, link.ChildId))];

    private static IReadOnlyList<string> Rows(StoredOrganisation stored) =>
    [
        .. stored.Places.Select(place => $"{place.Id} {place.Name} {place.ValidFrom:O} {place.ValidTo:O} {place.PredecessorId} {place.Rev}")
            .Concat(stored.Links.Select(link => $"{link.Id} {link.ValidFrom:O} {link.ValidTo:O}"))
            .Concat(stored.Aliases.Select(alias => $"{alias.PlaceId} {alias.Name}"))
            .Concat(stored.Scopes.Select(scope => $"{scope.AncestorId} {scope.DescendantId} {scope.ValidFrom:O} {scope.ValidTo:O}"))
            .Order(StringComparer.Ordinal),
    ];

    private static string StoryOf(int seed) => $"Story {seed}";
}
