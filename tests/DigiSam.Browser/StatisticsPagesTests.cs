using DigiSam.Browser.Paths;
using DigiSam.SickLeave;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace DigiSam.Browser;

/// <summary>HR takes a month of absence in, sees what it makes of the year, and takes it back.</summary>
public sealed class StatisticsPagesTests(Chromium chromium, DemoFolder demo) : IAsyncLifetime
{
    private DemoInProcess _host = null!;

    public async ValueTask InitializeAsync() => _host = await DemoInProcess.Start(demo);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Hr_looks_at_a_file_takes_it_in_and_undoes_it()
    {
        var rows = await Rows();
        var samira = await DemoTown.Enter(chromium, _host.Address, "Samira Haddad");
        await samira.Go("Statistik");
        var before = await samira.Main.Locator(".figures tbody tr").First.InnerTextAsync();
        await samira.Look(thoroughly: true);
        await samira.Follow("Läs in siffror");
        var (month, unit, people) = await LastRow();

        await Send(samira, $"{month:yyyy-MM};{unit};8;1000;10;10;0");
        await samira.Reads("gruppen har tio personer eller färre och tas inte in.");
        await samira.Look();
        await Send(samira, $"{month:yyyy-MM};{unit};{people};1000;400;500;100");
        await samira.Reads("0 nya rader, 1 ändrad och 0 som redan gäller.");
        await samira.Look(thoroughly: true);
        Assert.Equal(rows, await Rows());

        await samira.Press("Läs in filen");
        await samira.IsTold("franvaro-test.csv är inläst: 0 nya rader, 1 ändrad och 0 som redan gäller.");
        Assert.Equal(rows + 1, await Rows());
        var mine = samira.Page.GetByRole(AriaRole.Row, new() { Name = "franvaro-test.csv" });
        await mine.Locator("summary").ClickAsync();
        await samira.Look();
        await mine.GetByRole(AriaRole.Button).ClickAsync();
        await samira.IsTold("franvaro-test.csv är ångrad. Det som gällde förut gäller igen.");
        Assert.Equal(rows, await Rows());
        await samira.Go("Statistik");
        Assert.Equal(before, await samira.Main.Locator(".figures tbody tr").First.InnerTextAsync());
        samira.FoundNoFaults();
    }

    [Fact]
    public async Task A_principal_sees_her_unit_and_takes_nothing_in()
    {
        var karin = await DemoTown.Enter(chromium, _host.Address, "Karin Lindahl");
        await karin.Go("Statistik");
        await karin.Sees("Sjukfrånvaro");
        Assert.Equal(1, await karin.Main.Locator("table:has-text('Från dag 60') tbody tr").CountAsync());
        Assert.Equal(0, await karin.Page.GetByRole(AriaRole.Link, new() { Name = "Läs in siffror" }).CountAsync());
        await karin.Open("/statistik/import");
        await karin.Reads("Du har ingen roll som tillåter detta här.");
        Assert.Equal(0, await karin.Main.Locator("form:visible, table").CountAsync());
        karin.FoundNoFaults();
    }

    private static async Task Send(Visitor visitor, string row)
    {
        await visitor.Page.Locator("#fil").SetInputFilesAsync(new FilePayload
        {
            Name = "franvaro-test.csv",
            MimeType = "text/csv",
            Buffer = [.. AbsenceTemplate.Content(AbsenceTable.Unit), .. System.Text.Encoding.UTF8.GetBytes(row)],
        });
        await visitor.Press("Pröva filen");
    }

    private Task<int> Rows() => _host.InDatabase(database => database.Set<AbsenceMonth>().CountAsync());

    private Task<(DateOnly Month, string Unit, int People)> LastRow() => _host.InDatabase(async database =>
    {
        var row = await (from absence in database.Set<AbsenceMonth>()
                         join unit in database.Units on absence.PlaceId equals unit.Id
                         orderby absence.Month descending, unit.SortKey
                         select new { absence.Month, unit.Name, absence.Headcount }).FirstAsync();
        return (row.Month, row.Name, row.Headcount);
    });
}
