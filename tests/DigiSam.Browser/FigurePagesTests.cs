using System.Text;
using DigiSam.Browser.Paths;
using DigiSam.Figures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace DigiSam.Browser;

/// <summary>HR takes in an extract of events, is asked how they are to be counted, sees them on the page and takes them back.</summary>
public sealed class FigurePagesTests(Chromium chromium, DemoFolder demo) : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private DemoInProcess _host = null!;

    public async ValueTask InitializeAsync() => _host = await DemoInProcess.Start(demo);

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return _host.DisposeAsync();
    }

    [Fact]
    public async Task Hr_says_how_events_are_counted_takes_them_in_and_undoes_it()
    {
        var samira = await DemoTown.Enter(chromium, _host.Address, "Samira Haddad");
        await samira.Go("Statistik");
        var section = samira.Main.Locator(".figures-of", new() { HasText = "Arbetsskador och tillbud" });
        await samira.Reads("Antalen är räknade på hemenhet och händelsedatum.");
        var before = await section.Locator("tbody").InnerTextAsync();
        await samira.Follow("Läs in siffror");
        await Choose(samira);
        await samira.Press("Pröva filen");
        await samira.Reads("Ange om händelserna räknas på hemenhet eller händelseenhet");

        await Choose(samira);
        await samira.Page.GetByText("Filen är ett utdrag med arbetsskador och tillbud").ClickAsync();
        await samira.Page.GetByLabel("Räkna på enhet").SelectOptionAsync("Hemenhet");
        await samira.Page.GetByLabel("Räkna på datum").SelectOptionAsync("Händelsedatum");
        await samira.Look(thoroughly: true);
        await samira.Press("Pröva filen");
        await samira.Reads("1 händelse är varken arbetsskada, tillbud eller riskobservation och räknas som annat.");
        await samira.Look();
        await samira.Press("Läs in filen");
        await samira.Reads("kia-test.csv är inläst");

        await samira.Go("Statistik");
        Assert.NotEqual(before, await section.Locator("tbody").InnerTextAsync());
        await samira.Look(thoroughly: true);
        await samira.Open("/statistik/import");
        var mine = samira.Page.GetByRole(AriaRole.Row, new() { Name = "kia-test.csv" });
        await mine.Locator("summary").ClickAsync();
        await mine.GetByRole(AriaRole.Button).ClickAsync();
        await samira.IsTold("kia-test.csv är ångrad. Det som gällde förut gäller igen.");
        await samira.Go("Statistik");
        Assert.Equal(before, await section.Locator("tbody").InnerTextAsync());
        samira.FoundNoFaults();
    }

    [Fact]
    public async Task Hr_says_once_what_a_systems_columns_are_and_files_are_read_by_it()
    {
        var (month, unit) = await MonthAndUnit();
        var file = new FilePayload
        {
            Name = "lon.csv",
            MimeType = "text/csv",
            Buffer = Encoding.UTF8.GetBytes($"Namn;Period;Org enhet;Anställda;Ord tid;Sjuk kort;Sjuk lång;Sjuk 60\nViktor;{month:yyyy-MM};{unit};2500;400000;60,5;90,25;30\n"),
        };
        var samira = await DemoTown.Enter(chromium, _host.Address, "Samira Haddad");
        await samira.Open("/statistik/import");
        await samira.Page.Locator("#fil").SetInputFilesAsync(file);
        await samira.Press("Pröva filen");
        await samira.Reads("Rubriken känns inte igen, och inget är inläst.");
        Assert.Equal("sjuk lång", await samira.Page.GetByLabel("sjuk_timmar_15", new() { Exact = true }).InputValueAsync());
        await samira.Page.GetByLabel("antal", new() { Exact = true }).SelectOptionAsync("");
        await samira.Page.GetByLabel("Vilket system kommer filen från?").FillAsync("Lönesystemet");
        await samira.Press("Spara kolumnvalet och pröva filen");
        await samira.Reads("Välj vilken av filens kolumner som är antal.");
        await samira.Look(thoroughly: true);
        await samira.Page.GetByLabel("antal", new() { Exact = true }).SelectOptionAsync("anställda");
        await samira.Press("Spara kolumnvalet och pröva filen");
        await samira.Reads("Kolumnerna läses enligt det sparade kolumnvalet Lönesystemet.");
        await samira.Reads("1 ändrad");
        await samira.Look(thoroughly: true);
        await samira.Press("Läs in filen");
        await samira.Reads("lon.csv är inläst");
        await samira.Page.GetByRole(AriaRole.Button, new() { Name = "Ta bort kolumnvalet Lönesystemet" }).ClickAsync();
        await samira.IsTold("Kolumnvalet är borttaget.");
        samira.FoundNoFaults();
    }

    [Fact]
    public async Task A_file_that_is_larger_than_the_page_takes_is_told_so()
    {
        var samira = await DemoTown.Enter(chromium, _host.Address, "Samira Haddad");
        await samira.Open("/statistik/import");
        await samira.Page.Locator("#fil").SetInputFilesAsync(await Large());
        Assert.Contains("större än 50 MB", await samira.Page.Locator("#fil").EvaluateAsync<string>("field => field.validationMessage"), StringComparison.Ordinal);
        await samira.Page.Locator("#fil").EvaluateAsync("field => field.setCustomValidity('')");
        await samira.Press("Pröva filen");
        await samira.Reads("Filen är för stor");
    }

    private async Task<string> Large()
    {
        var path = Path.Combine(_folder.Path, "stor.csv");
        await using var file = File.Create(path);
        file.SetLength(51 * 1024 * 1024);
        return path;
    }

    [Fact]
    public async Task A_principal_sees_what_is_counted_of_her_unit_and_hr_of_the_whole()
    {
        var karin = await DemoTown.Enter(chromium, _host.Address, "Karin Lindahl");
        await karin.Go("Statistik");
        Assert.Equal(["Anställda och chefer", "Arbetsskador och tillbud", "Medarbetarundersökningen"], await karin.Main.Locator(".figures-of h3").AllInnerTextsAsync());
        var samira = await DemoTown.Enter(chromium, _host.Address, "Samira Haddad");
        await samira.Go("Statistik");
        Assert.Contains("Personalomsättning, kvinnor", await samira.Main.Locator(".figures-of th").AllInnerTextsAsync());
        karin.FoundNoFaults();
        samira.FoundNoFaults();
    }

    private Task<(DateOnly Month, string Unit)> MonthAndUnit() => _host.InDatabase(async database => (
        await database.Set<CountedFigure>().Where(row => row.Table == FigureTable.Incidents).MaxAsync(row => row.Period),
        await database.Units.OrderBy(unit => unit.SortKey).Select(unit => unit.Name).FirstAsync()));

    private async Task Choose(Visitor visitor)
    {
        var (month, unit) = await MonthAndUnit();
        await visitor.Page.Locator("#fil").SetInputFilesAsync(new FilePayload
        {
            Name = "kia-test.csv",
            MimeType = "text/csv",
            Buffer = Encoding.UTF8.GetBytes($"händelsedatum;hemenhet;slag;klarmarkerad;namn\n{month:yyyy-MM}-01;{unit};Tillbud;Ja;Någon\n{month:yyyy-MM}-02;{unit};Hot;Nej;Någon\n"),
        });
    }
}
