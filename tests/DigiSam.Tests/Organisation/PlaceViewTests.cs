using DigiSam.Access;
using DigiSam.Organisation;
using DigiSam.Requests;
using DigiSam.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Tests.Organisation;

/// <summary>What one sees of the organisation from where one stands, and what one may do there.</summary>
public sealed class PlaceViewTests : IAsyncLifetime
{
    private const string Organisation = """
        administration_code;administration;board;board_aliases;unit_code;unit
        BUF;Barnförvaltningen;Skolnämnden;;E1;Ekskolan
        BUF;Barnförvaltningen;Skolnämnden;;E2;Almskolan
        BUF;Barnförvaltningen;Förskolenämnden;;E2;Almskolan
        SOF;Socialförvaltningen;Socialnämnden;;S1;Åsens hemtjänst
        """;

    private Installed _installed = null!;

    public async ValueTask InitializeAsync()
    {
        _installed = await Installed.Create();
        await _installed.Do(StoredOrganisation.Import(Organisation));
    }

    public ValueTask DisposeAsync() => _installed.DisposeAsync();

    [Fact]
    public async Task A_place_shows_what_is_right_above_and_below_it()
    {
        var administration = await _installed.Do(new ReadPlace(await Id("Barnförvaltningen")));
        Assert.Equal(("Barnförvaltningen", PlaceKind.Administration), (administration.Place.Name, administration.Place.Kind));
        Assert.Equal(["Almskolan", "Ekskolan"], administration.Below.Select(place => place.Name));
        var unit = await _installed.Do(new ReadPlace(await Id("Almskolan")));
        Assert.Equal(["Barnförvaltningen", "Förskolenämnden", "Skolnämnden"], unit.Above.Select(place => place.Name));
    }

    [Fact]
    public async Task What_one_may_do_is_what_ones_roles_grant_there_and_nowhere_else()
    {
        var manager = await _installed.PersonWith(Role.Manager, await Id("Ekskolan"));
        var elsewhere = await Id("Socialnämnden");
        await _installed.InDatabase(async database =>
        {
            database.Add(new RoleAssignment(manager, Role.BoardSecretary, elsewhere, DateOnly.MinValue));
            return await database.SaveChangesAsync();
        });
        var here = Assert.IsType<Outcome<PlaceView>.Done>(await _installed.SendAs(manager, new ReadPlace(await Id("Ekskolan")))).Result;
        Assert.Contains(Permission.PlanRounds, here.Permissions);
        Assert.DoesNotContain(Permission.DecideReport, here.Permissions);
        Assert.IsType<Outcome<PlaceView>.Denied>(await _installed.SendAs(manager, new ReadPlace(await Id("Almskolan"))));
        Assert.IsType<Outcome<PlaceView>.Denied>(await _installed.SendAs(manager, new ReadPlace(Guid.CreateVersion7())));
    }

    [Fact]
    public async Task The_list_shows_the_places_below_with_managers_and_safety_representatives_of_today()
    {
        var today = new DateOnly(2026, 3, 14);
        await _installed.PersonWith(Role.Manager, await Id("Ekskolan"), null, today.AddDays(-1));
        await _installed.PersonWith(Role.SafetyRep, await Id("Ekskolan"), today);
        var page = await _installed.Do(new ReadOrganisation(await Id("Skolnämnden"), null, null, 1));
        Assert.Equal(2, page.Total);
        Assert.Equal(["Almskolan", "Ekskolan"], page.Rows.Select(row => row.Place.Name));
        Assert.Equal([new RoleHolder("SafetyRep", Role.SafetyRep)], page.Rows[1].People);
        Assert.Equal(["Barnförvaltningen", "Förskolenämnden", "Skolnämnden"], page.Rows[0].Above);
    }

    [Theory]
    [InlineData(null, null, 8)]
    [InlineData(PlaceKind.Unit, null, 3)]
    [InlineData(PlaceKind.Board, "NÄMND", 3)]
    [InlineData(null, "åsen", 1)]
    [InlineData(null, "finns inte", 0)]
    public async Task The_list_is_filtered_by_kind_and_name(PlaceKind? kind, string? search, int expected) =>
        Assert.Equal(expected, (await _installed.Do(new ReadOrganisation(await Id("Exempelkommunen"), kind, search, 1))).Total);

    private Task<Guid> Id(string name) => _installed.InDatabase(database => database.Places.Where(place => place.Name == name).Select(place => place.Id).SingleAsync());
}
