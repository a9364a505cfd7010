using DigiSam.Imports;
using DigiSam.Installation;
using DigiSam.Organisation;
using DigiSam.Requests;
using DigiSam.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Tests.Organisation;

/// <summary>A file that is the whole organisation ends what it leaves out; and what the installation's check says of gaps.</summary>
public sealed class CompleteImportTests : IAsyncLifetime
{
    private const string Header = "administration_code;administration;board;unit_code;unit\n";

    private const string Before = Header + """
        BUF;Barnförvaltningen;Skolnämnden;E1;Skolan
        BUF;Barnförvaltningen;Förskolenämnden;;
        SOF;Socialförvaltningen;Socialnämnden;E2;Boendet
        """;

    private const string After = Header + "BUF;Barnförvaltningen;Skolnämnden;E1;Skolan\nBUF;Barnförvaltningen;Socialnämnden;;\n";

    private static readonly DateOnly Day = new(2025, 1, 1);

    private Installed _installed = null!;

    public async ValueTask InitializeAsync()
    {
        _installed = await Installed.Create();
        await _installed.Do(StoredOrganisation.Import(Before));
    }

    public ValueTask DisposeAsync() => _installed.DisposeAsync();

    [Fact]
    public async Task What_a_complete_file_leaves_out_ends_the_day_before()
    {
        var report = await _installed.Do(StoredOrganisation.Import(After, Day, complete: true));
        var stored = await StoredOrganisation.Read(_installed);
        Assert.Equal(
            ["Boendet", "Förskolenämnden", "Socialförvaltningen"],
            stored.Places.Where(place => place.ValidTo == Day.AddDays(-1)).OrderBy(place => place.SortKey, StringComparer.Ordinal).Select(place => place.Name));
        Assert.Equal(["Barnförvaltningen"], stored.Serving("Socialnämnden", Day));
        Assert.Equal(["Socialförvaltningen"], stored.Serving("Socialnämnden", Day.AddDays(-1)));
        Assert.All(stored.LinksOn(Day), link => Assert.True(stored.Places.Single(place => place.Id == link.ParentId).IsCurrent && stored.Places.Single(place => place.Id == link.ChildId).IsCurrent));
        Assert.Contains(report.Warnings, note => note.Reason == "Förskolenämnden upphör; sista dagen är 2024-12-31");
        Assert.DoesNotContain(report.Warnings, note => note.Reason.Contains("lämnas som den är", StringComparison.Ordinal));
        Assert.True((await _installed.Do(StoredOrganisation.Import(After, Day, complete: true))).AlreadyImported);
    }

    [Fact]
    public async Task A_complete_file_needs_a_day()
    {
        var invalid = Assert.IsType<Outcome<ImportReport>.Invalid>(await _installed.Send(StoredOrganisation.Import(After, null, complete: true)));
        Assert.StartsWith("Är filen hela organisationen (--complete) behövs dagen", Assert.Single(invalid.Messages), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_complete_file_without_columns_for_units_does_not_end_them_all()
    {
        var refused = await _installed.Refused(StoredOrganisation.Import("administration_code;administration;board\nBUF;Barnförvaltningen;Skolnämnden\n", Day, complete: true));
        Assert.StartsWith("rad 1: filen har inte kolumnerna unit_code och unit, och med --complete skulle alla 2 enheter upphöra", Assert.Single(refused.Details), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_has_ended_can_come_back_from_a_day_after_its_last()
    {
        await _installed.Do(StoredOrganisation.Import(After, Day, complete: true));
        var refused = await _installed.Refused(StoredOrganisation.Import(Before, Day.AddDays(-1)));
        Assert.Contains("rad 4: enheten Boendet fanns redan till och med 2024-12-31; dagen det gäller från (--valid-from) är 2024-12-31 och ska vara 2025-01-01 eller senare", refused.Details);
        await _installed.Do(StoredOrganisation.Import(Before, Day.AddYears(1)));
        Assert.Equal(["Socialförvaltningen", "Socialnämnden"], (await StoredOrganisation.Read(_installed)).Above("Boendet", Day.AddYears(1)));
    }

    [Fact]
    public async Task The_check_counts_in_good_Swedish()
    {
        Assert.Contains(await Findings(), finding => finding == new InstallationFinding(FindingSeverity.Fine, "Exempelkommunen: 3 nämnder, 2 förvaltningar, 2 enheter."));
        await _installed.Do(StoredOrganisation.Import(Header + "BUF;Barnförvaltningen;Skolnämnden;E1;Skolan\n", Day, complete: true));
        Assert.Contains(await Findings(), finding => finding == new InstallationFinding(FindingSeverity.Fine, "Exempelkommunen: 1 nämnd, 1 förvaltning, 1 enhet."));
    }

    [Theory]
    [InlineData("Administration", false)]
    [InlineData("Administration", true)]
    [InlineData("Board", false)]
    public async Task A_unit_without_one_administration_or_without_a_board_is_a_fault(string kind, bool twice)
    {
        await _installed.InDatabase(async database =>
        {
            var unit = await database.Units.SingleAsync(place => place.Code == "E1");
            var link = await database.PlaceLinks.SingleAsync(link => link.ChildId == unit.Id && database.Places.Any(place => place.Id == link.ParentId && EF.Property<string>(place, "Kind") == kind));
            if (twice)
                database.Add(new PlaceLink(link.Kind, (await database.Administrations.SingleAsync(place => place.Code == "SOF")).Id, unit.Id, Day));
            else
                database.Remove(link);
            await database.SaveChangesAsync();
            await database.PlaceScopes.ExecuteDeleteAsync();
            database.AddRange(PlaceScope.Close(await database.Places.ToListAsync(), await database.PlaceLinks.ToListAsync()));
            return await database.SaveChangesAsync();
        });
        Assert.Contains(await Findings(), finding => finding.Severity == FindingSeverity.Fault
            && finding.Text.StartsWith("1 enhet hör inte till en förvaltning och minst en nämnd: Skolan.", StringComparison.Ordinal));
    }

    private Task<IReadOnlyList<InstallationFinding>> Findings() => _installed.Do(new CheckInstallation());
}
