using DigiSam.Organisation;
using DigiSam.Persistence;
using DigiSam.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Tests.Organisation;

public sealed class OrganisationTests
{
    private const string Units = """
        administration_code;administration;board;board_aliases;unit_code;unit
        BUF;Barn- och utbildningsförvaltningen;Förskolenämnden;Förskolenämnd|FSN;E1;Ängens förskola
        BUF;Barn- och utbildningsförvaltningen;Grundskolenämnden;;E2;Björkskolan
        BUF;Barn- och utbildningsförvaltningen;Förskolenämnden;;E3;Centrala staben
        BUF;Barn- och utbildningsförvaltningen;Grundskolenämnden;;E3;Centrala staben
        SOF;Socialförvaltningen;Socialnämnden;;;
        """;

    [Fact]
    public async Task A_unit_of_two_boards_is_below_both_and_counted_once_above()
    {
        await using var installed = await Installed.Create();
        await installed.Do(Import(Units));
        var (preschool, school) = (await installed.BoardId("Förskolenämnden"), await installed.BoardId("Grundskolenämnden"));
        Assert.Equal(["Centrala staben", "Ängens förskola"], await UnitsBelow(installed, preschool));
        Assert.Equal(["Björkskolan", "Centrala staben"], await UnitsBelow(installed, school));
        var municipality = await installed.InDatabase(database => database.Municipalities.SingleAsync());
        Assert.Equal(["Björkskolan", "Centrala staben", "Ängens förskola"], await UnitsBelow(installed, municipality.Id));
    }

    [Fact]
    public async Task The_closure_is_what_a_slow_walk_over_the_links_finds()
    {
        await using var installed = await Installed.Create();
        await installed.Do(Import(Units));
        await installed.Do(Import(Units.Replace("Ängens förskola", "Ängens och Lindens förskola", StringComparison.Ordinal), new DateOnly(2025, 8, 1)));
        var stored = await StoredOrganisation.Read(installed);
        foreach (var date in new[] { new DateOnly(2024, 6, 30), new DateOnly(2025, 7, 31), new DateOnly(2025, 8, 1), new DateOnly(2026, 1, 1) })
            stored.AssertClosureIsAWalk(date);
    }

    [Fact]
    public async Task A_board_is_found_by_alias_and_a_near_miss_is_pointed_out()
    {
        await using var installed = await Installed.Create();
        await installed.Do(Import(Units));
        Assert.Equal(await installed.BoardId("Förskolenämnden"), await installed.BoardId("förskolenämnd"));
        Assert.Equal(await installed.BoardId("Förskolenämnden"), await installed.BoardId("FSN"));
        var refused = await installed.Refused(new FindBoard("Grundskolnämnden", 2024));
        Assert.Contains("Menade du Grundskolenämnden?", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_name_needs_a_day_and_makes_a_successor_that_knows_its_predecessor()
    {
        await using var installed = await Installed.Create();
        await installed.Do(Import(Units));
        var renamed = Units.Replace("Socialförvaltningen", "Social- och omsorgsförvaltningen", StringComparison.Ordinal);
        var refused = await installed.Refused(Import(renamed));
        Assert.Contains("rad 6", Assert.Single(refused.Details), StringComparison.Ordinal);
        Assert.Contains("--valid-from", refused.Details[0], StringComparison.Ordinal);

        await installed.Do(Import(renamed, new DateOnly(2025, 1, 1)));
        var both = await installed.InDatabase(database => database.Administrations.Where(place => place.Code == "SOF").OrderBy(place => place.ValidFrom).ToListAsync());
        Assert.Equal(["Socialförvaltningen", "Social- och omsorgsförvaltningen"], both.Select(place => place.Name));
        Assert.Equal(new DateOnly(2024, 12, 31), both[0].ValidTo);
        Assert.Equal((new DateOnly(2025, 1, 1), both[0].Id), (both[1].ValidFrom, both[1].PredecessorId));
    }

    [Fact]
    public async Task A_unit_that_moves_is_below_the_old_administration_until_the_day()
    {
        await using var installed = await Installed.Create();
        await installed.Do(Import(Units));
        var moved = "administration_code;administration;board;unit_code;unit\nSOF;Socialförvaltningen;Socialnämnden;E2;Björkskolan\n";
        await installed.Do(Import(moved, new DateOnly(2025, 1, 1)));
        var administrations = await installed.InDatabase(database => database.Administrations.ToDictionaryAsync(place => place.Code!, place => place.Id));
        Assert.Contains("Björkskolan", await UnitsBelow(installed, administrations["BUF"], new DateOnly(2024, 12, 31)));
        Assert.DoesNotContain("Björkskolan", await UnitsBelow(installed, administrations["BUF"], new DateOnly(2025, 1, 1)));
        Assert.Contains("Björkskolan", await UnitsBelow(installed, administrations["SOF"], new DateOnly(2025, 1, 1)));
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing_and_silence_closes_nothing()
    {
        await using var installed = await Installed.Create();
        await installed.Do(Import(Units));
        var before = await installed.Count<PlaceLink>();
        Assert.True((await installed.Do(Import(Units))).AlreadyImported);
        var partial = await installed.Do(Import("administration_code;administration;board\nSOF;Socialförvaltningen;Socialnämnden\n"));
        Assert.Contains(partial.Warnings, warning => warning.Reason.StartsWith("Björkskolan finns i DigiSam men inte i filen", StringComparison.Ordinal));
        Assert.Equal(before, await installed.Count<PlaceLink>());
    }

    private static ImportOrganisation Import(string text, DateOnly? from = null) => StoredOrganisation.Import(text, from);

    private static Task<List<string>> UnitsBelow(Installed installed, Guid place, DateOnly? on = null) =>
        installed.InDatabase(database => Below(database, place, on ?? new DateOnly(2024, 6, 30)).ToListAsync());

    private static IQueryable<string> Below(DigiSamContext database, Guid place, DateOnly date) =>
        from scope in database.PlaceScopes
        join unit in database.Units on scope.DescendantId equals unit.Id
        where scope.AncestorId == place && scope.ValidFrom <= date && date <= scope.ValidTo
        orderby unit.SortKey
        select unit.Name;
}
