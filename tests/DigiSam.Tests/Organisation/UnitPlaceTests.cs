using DigiSam.Access;
using DigiSam.Requests;
using DigiSam.SafetyRounds;
using DigiSam.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Tests.Organisation;

/// <summary>Where a unit belongs when it moves, and when what it belongs to gets another name.</summary>
public sealed class UnitPlaceTests : IAsyncLifetime
{
    private const string Header = "administration_code;administration;board;board_aliases;unit_code;unit\n";

    private const string Before = Header + """
        BUF;Barnförvaltningen;Skolnämnden;;E1;Skolan
        BUF;Barnförvaltningen;Skolnämnden;;E2;Staben
        BUF;Barnförvaltningen;Förskolenämnden;;E2;Staben
        SOF;Socialförvaltningen;Socialnämnden;;;
        """;

    private static readonly DateOnly Day = new(2025, 1, 1);

    private Installed _installed = null!;

    public async ValueTask InitializeAsync()
    {
        _installed = await Installed.Create();
        await _installed.Do(StoredOrganisation.Import(Before));
    }

    public ValueTask DisposeAsync() => _installed.DisposeAsync();

    [Fact]
    public async Task A_unit_that_moves_leaves_its_old_board_and_with_it_the_rights_of_those_above()
    {
        var manager = await _installed.PersonWith(Role.Manager, (await StoredOrganisation.Read(_installed)).Named("Skolnämnden", Day).Id);
        var report = await _installed.Do(StoredOrganisation.Import(Header + "SOF;Socialförvaltningen;Socialnämnden;;E1;Skolan\n", Day));
        Assert.Contains(report.Warnings, note => note.Reason == "Skolan hör från och med 2025-01-01 till Socialförvaltningen och Socialnämnden");
        var stored = await StoredOrganisation.Read(_installed);
        Assert.Equal(["Barnförvaltningen", "Skolnämnden"], stored.Above("Skolan", Day.AddDays(-1)));
        Assert.Equal(["Socialförvaltningen", "Socialnämnden"], stored.Above("Skolan", Day));
        Assert.DoesNotContain(stored.Scopes, scope => scope.AncestorId == stored.Named("Skolnämnden", Day).Id
            && scope.DescendantId == stored.Named("Skolan", Day).Id && scope.ValidTo >= Day);
        var rounds = new ListRounds(stored.Named("Skolan", Day).Id, 2026);
        Assert.IsType<Outcome<RoundList>.Denied>(await _installed.SendAs(manager, rounds));
    }

    [Theory]
    [InlineData("BUF;Barnförvaltningen;Förskolenämnden;;E1;Skolan", "enheten Skolan hör till Barnförvaltningen och Förskolenämnden i filen men till Barnförvaltningen och Skolnämnden i DigiSam")]
    [InlineData("BUF;Barnförvaltningen;Skolnämnden;;E2;Staben", "enheten Staben hör till Barnförvaltningen och Skolnämnden i filen men till Barnförvaltningen, Förskolenämnden och Skolnämnden i DigiSam")]
    [InlineData("SOF;Socialförvaltningen;Skolnämnden;;;", "förvaltningen Socialförvaltningen arbetar för Skolnämnden i filen men inte i DigiSam")]
    public async Task A_change_between_places_that_were_there_needs_a_day(string row, string change)
    {
        var refused = await _installed.Refused(StoredOrganisation.Import(Header + row));
        Assert.Equal([$"rad 2: {change}; ange dagen det gäller från (--valid-from)"], refused.Details);
        var report = await _installed.Do(StoredOrganisation.Import(Header + row, Day));
        Assert.Equal((0, 0, 0, false), (report.Added, report.Replaced, report.Unchanged, report.AlreadyImported));
        Assert.Contains("från och med 2025-01-01", report.Warnings[0].Reason, StringComparison.Ordinal);
        Assert.All((await StoredOrganisation.Read(_installed)).Links.Where(link => link.ValidFrom > DateOnly.MinValue), link => Assert.Equal(Day, link.ValidFrom));
    }

    [Fact]
    public async Task A_renamed_administration_keeps_its_units_and_boards_though_the_file_names_no_unit()
    {
        await _installed.Do(StoredOrganisation.Import("administration_code;administration;board\nBUF;Utbildningsförvaltningen;Skolnämnden\n", Day));
        var stored = await StoredOrganisation.Read(_installed);
        Assert.Equal(["Skolnämnden", "Utbildningsförvaltningen"], stored.Above("Skolan", Day));
        Assert.Equal(["Förskolenämnden", "Skolnämnden", "Utbildningsförvaltningen"], stored.Above("Staben", Day));
        Assert.Equal(["Utbildningsförvaltningen"], stored.Serving("Förskolenämnden", Day));
        Assert.Equal(["Exempelkommunen"], stored.Above("Utbildningsförvaltningen", Day));
        Assert.Equal(["Barnförvaltningen", "Skolnämnden"], stored.Above("Skolan", Day.AddDays(-1)));
        Assert.DoesNotContain(stored.LinksOn(Day), link => link.ParentId == stored.Named("Barnförvaltningen", Day.AddDays(-1)).Id);
    }

    [Fact]
    public async Task A_renamed_board_keeps_the_units_that_the_file_leaves_out()
    {
        await _installed.Do(StoredOrganisation.Import("administration_code;administration;board;board_aliases\nBUF;Barnförvaltningen;Grundskolenämnden;Skolnämnden\n", Day));
        var stored = await StoredOrganisation.Read(_installed);
        Assert.Equal(["Barnförvaltningen", "Grundskolenämnden"], stored.Above("Skolan", Day));
        Assert.Equal(["Barnförvaltningen", "Förskolenämnden", "Grundskolenämnden"], stored.Above("Staben", Day));
    }

    [Fact]
    public async Task A_unit_can_move_to_where_it_belongs_and_change_its_name_while_its_old_place_is_renamed()
    {
        var report = await _installed.Do(StoredOrganisation.Import(Header + "BUF;Utbildningsförvaltningen;Grundskolenämnden;Skolnämnden;;\nSOF;Socialförvaltningen;Grundskolenämnden;;E1;Ekskolan\n", Day));
        Assert.Equal(3, report.Replaced);
        var stored = await StoredOrganisation.Read(_installed);
        Assert.Equal(["Grundskolenämnden", "Socialförvaltningen"], stored.Above("Ekskolan", Day));
        Assert.Equal(["Barnförvaltningen", "Skolnämnden"], stored.Above("Skolan", Day.AddDays(-1)));
    }

    [Fact]
    public async Task A_unit_does_not_move_before_its_last_move()
    {
        await _installed.Do(StoredOrganisation.Import(Header + "SOF;Socialförvaltningen;Socialnämnden;;E1;Skolan\n", Day));
        foreach (var day in new[] { Day.AddDays(-9), Day })
        {
            var refused = await _installed.Refused(StoredOrganisation.Import(Header + "BUF;Barnförvaltningen;Skolnämnden;;E1;Skolan\n", day));
            Assert.Contains(refused.Details, fault => fault.StartsWith("rad 2: ", StringComparison.Ordinal) && fault.EndsWith($"dagen det gäller från (--valid-from) är {day:yyyy-MM-dd} och ska vara 2025-01-02 eller senare", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_unit_does_not_change_its_name_while_it_still_belonged_to_a_board_that_it_has_left()
    {
        await _installed.Do(StoredOrganisation.Import(Header + "BUF;Barnförvaltningen;Skolnämnden;;E2;Staben\n", Day));
        var refused = await _installed.Refused(StoredOrganisation.Import(Header + "BUF;Barnförvaltningen;Skolnämnden;;E2;Kansliet\n", Day.AddDays(-1)));
        Assert.Equal(["rad 2: enheten Staben har redan en senare ändring; dagen det gäller från (--valid-from) är 2024-12-31 och ska vara 2025-01-01 eller senare"], refused.Details);
    }

    [Fact]
    public async Task A_row_whose_links_only_go_on_under_another_name_is_unchanged()
    {
        var report = await _installed.Do(StoredOrganisation.Import(Before.Replace("Barnförvaltningen", "Utbildningsförvaltningen", StringComparison.Ordinal), Day));
        Assert.Equal((0, 1, 3), (report.Added, report.Replaced, report.Unchanged));
        Assert.Equal(["Barnförvaltningen heter Utbildningsförvaltningen från och med 2025-01-01"], report.Warnings.Select(note => note.Reason));
    }

    [Fact]
    public async Task Whoever_has_a_role_in_a_unit_keeps_it_when_the_unit_gets_another_name()
    {
        var unit = await _installed.InDatabase(database => database.Units.SingleAsync(place => place.Code == "E1"));
        var manager = await _installed.PersonWith(Role.Manager, unit.Id);
        var temporary = await _installed.PersonWith(Role.SafetyRep, unit.Id, Day.AddDays(5), Day.AddDays(40));
        var former = await _installed.PersonWith(Role.HrPartner, unit.Id, null, Day.AddDays(-2));
        await _installed.Do(StoredOrganisation.Import(Before.Replace(";Skolan", ";Nya skolan", StringComparison.Ordinal), Day));

        var successor = await _installed.InDatabase(database => database.Units.SingleAsync(place => place.PredecessorId == unit.Id));
        var held = await _installed.InDatabase(database => database.RoleAssignments.Where(assignment => new[] { unit.Id, successor.Id }.Contains(assignment.PlaceId)).ToListAsync());
        Assert.Equal(
            new[]
            {
                (manager, unit.Id, DateOnly.MinValue, Day.AddDays(-1)), (manager, successor.Id, Day, DateOnly.MaxValue),
                (temporary, successor.Id, Day.AddDays(5), Day.AddDays(40)), (former, unit.Id, DateOnly.MinValue, Day.AddDays(-2)),
            }.ToHashSet(),
            held.Select(assignment => (assignment.PersonId, assignment.PlaceId, assignment.ValidFrom, assignment.ValidTo)).ToHashSet());
    }
}
