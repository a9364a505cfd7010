using System.Globalization;
using Microsoft.Playwright;

namespace DigiSam.Browser.Accessibility;

/// <summary>Every page of the product, as people of the demo who have business there meet it. A new page needs a line here.</summary>
internal static class Visits
{
    private const string? Nobody = null;

    private const string Karin = "Karin Lindahl";

    private const string Jonas = "Jonas Öberg";

    private const string Samira = "Samira Haddad";

    private const string Marika = "Marika Svärd";

    private const string Pernilla = "Pernilla Engström";

    private const string Tobias = "Tobias Rask";

    private const string Ulf = "Ulf Granath";

    private const string FirstRisk = "table.register th a";

    private const string FirstMeasure = "table.register th a";

    private const string FirstReport = "main a[href^='/rapporter/']";

    public static readonly IReadOnlyList<Visit> All =
    [
        new("/", Nobody, "/"),
        new("/", Karin, "/") { Shows = ".waiting .tasks li" },
        new("/", Jonas, "/"),
        new("/", Samira, "/"),
        new("/", Pernilla, "/"),
        new("/", Tobias, "/"),
        new("/logga-in", Nobody, "/logga-in") { Shows = ".demo-people" },
        new("/logga-in", Nobody, "/logga-in") { Then = page => page.GetByRole(AriaRole.Button, new() { Name = "Logga in", Exact = true }).ClickAsync(), Shows = ".faults" },
        new("/tillganglighet", Nobody, "/logga-in", "footer a[href='/tillganglighet']"),
        new("/tillganglighet", Karin, "/", "footer a[href='/tillganglighet']"),
        new("/sam-aret", Karin, "/sam-aret") { Shows = ".wheel svg" },
        new("/sam-aret", Samira, "/sam-aret") { Shows = "table.years tbody tr" },
        new("/sam-aret/uppfoljning", Karin, "/sam-aret/uppfoljning") { Shows = ".question" },
        new("/sam-aret/uppfoljning", Samira, "/sam-aret/uppfoljning"),
        new("/ronder", Karin, "/ronder") { Shows = "table.rounds tbody" },
        new("/ronder", Samira, "/ronder") { Shows = "table.rounds tbody" },
        new("/ronder/planera", Karin, "/ronder/planera"),
        new("/ronder/planera", Samira, "/ronder/planera"),
        new("/ronder/{Id:guid}", Karin, "/ronder", "table.rounds th a"),
        new("/ronder/{Id:guid}", Karin, "/ronder", "table.rounds a[href$='/hall']", ".hold-head a"),
        new("/ronder/{Id:guid}", Jonas, "/ronder", "table.rounds th a"),
        new("/ronder/{Id:guid}/hall", Karin, "/ronder", "table.rounds a[href$='/hall']") { Shows = "form.question:not([hidden])" },
        new("/risker", Karin, "/risker") { Shows = "table.register tbody tr" },
        new("/risker", Samira, "/risker") { Shows = "table.register tbody tr" },
        new("/risker", Samira, "/risker?sok=ingen+risk+heter+så"),
        new("/risker", Karin, "/risker?lage=planerade") { Shows = "table.register tbody tr" },
        new("/risker", Samira, "/risker?tid=forsenade") { Shows = ".badge.late" },
        new("/risker/ny", Karin, "/risker/ny"),
        new("/risker/matris", Samira, "/risker/matris") { Shows = ".chart svg" },
        new("/risker/{RiskId:guid}", Karin, "/risker", FirstRisk),
        new("/risker/{RiskId:guid}", Samira, "/risker?markt=allvarliga", FirstRisk),
        new("/risker/{RiskId:guid}/andra", Karin, "/risker", FirstRisk, "#andra-risken"),
        new("/risker/{RiskId:guid}/bedom", Karin, "/risker", FirstRisk, "a[href$='/bedom']") { Shows = "table.heat-map.choose" },
        new("/atgarder", Karin, "/atgarder?visa=alla") { Shows = "table.register tbody tr" },
        new("/atgarder", Samira, "/atgarder") { Shows = "table.register tbody tr" },
        new("/atgarder/ny", Karin, "/atgarder/ny"),
        new("/atgarder/handlingsplan", Karin, "/atgarder/handlingsplan") { Shows = ".plan table tbody tr" },
        new("/atgarder/{MeasureId:guid}", Karin, "/atgarder?visa=alla", FirstMeasure),
        new("/atgarder/{MeasureId:guid}/andra", Karin, "/risker", FirstRisk, "main a[href^='/atgarder/ny']") { Then = AddAMeasureAndChangeIt },
        new("/checklistor", Karin, "/checklistor"),
        new("/checklistor", Samira, "/checklistor") { Shows = ".shelf .needs" },
        new("/checklistor/ny", Samira, "/checklistor", "main a.action") { Shows = ".sample" },
        new("/checklistor/ny", Karin, "/checklistor/ny"),
        new("/checklistor/{Key}", Karin, "/checklistor", ".shelf h2 a") { Shows = "table tbody tr" },
        new("/checklistor/{Key}", Samira, "/checklistor", ".shelf h2 a") { Then = OpenEverything, Shows = "#skal-ur-bruk" },
        new("/checklistor/{Key}", Samira, "/checklistor/organisatorisk-och-social-arbetsmiljo") { Then = OpenEverything, Shows = ".consultation" },
        new("/checklistor/{Key}/utkast", Marika, "/", ".waiting a[href$='/utkast']") { Shows = "#synpunkter" },
        new("/checklistor/{Key}/utkast", Karin, "/checklistor/organisatorisk-och-social-arbetsmiljo/utkast"),
        new("/checklistor/{Key}/{Version:int}", Karin, "/checklistor", ".shelf .line-link") { Shows = ".asked-and-why" },
        new("/processer/pagaende/{Id:guid}", Samira, "/checklistor/organisatorisk-och-social-arbetsmiljo", "#utkastets-vag") { Shows = ".state.here" },
        new("/observationer", Karin, "/observationer"),
        new("/observationer", Tobias, "/observationer"),
        new("/observationer/ny", Tobias, "/observationer/ny"),
        new("/observationer/kvitto", Tobias, "/observationer/kvitto"),
        new("/rapporter", Karin, "/rapporter"),
        new("/rapporter", Samira, "/rapporter") { Shows = "table tbody tr" },
        new("/rapporter/{Id:guid}", Karin, "/rapporter", FirstReport),
        new("/rapporter/{Id:guid}", Karin, "/", ".waiting a[href^='/rapporter/']", ".report-contents a[href*='avsnitt=']") { Shows = ".section-text, .report-question" },
        new("/rapporter/{Id:guid}", Samira, "/rapporter", FirstReport, ".report-contents a[href*='avsnitt=sick']") { Shows = ".figures" },
        new("/rapporter/{Id:guid}", Pernilla, "/", ".waiting a[href^='/rapporter/']"),
        new("/processer/simulera", Samira, "/processer/simulera?beteende=blandat") { Shows = "svg.simulation" },
        new("/processer/simulera", Karin, "/processer/simulera") { Shows = ".faults" },
        new("/statistik", Karin, "/statistik") { Shows = ".figures td" },
        new("/statistik", Samira, "/statistik") { Shows = ".rankings td" },
        new("/statistik", Pernilla, "/statistik"),
        new("/statistik/import", Samira, "/statistik/import") { Shows = "table.imports tbody tr" },
        new("/statistik/import", Karin, "/statistik/import") { Shows = ".faults" },
        new("/statistik/brott", Samira, "/statistik/brott") { Shows = "#nytt-brott" },
        new("/statistik/brott", Karin, "/statistik/brott") { Shows = ".faults" },
        new("/ledighet", Karin, "/ledighet"),
        new("/ledighet", Samira, "/ledighet") { Then = SendLeaveThatEndsBeforeItBegins, Shows = ".faults" },
        new("/ledighet/alla", Samira, "/ledighet/alla?sok=lind") { Shows = "main li a" },
        new("/ledighet/alla", Karin, "/ledighet/alla") { Shows = ".faults" },
        new("/lasar", Samira, "/lasar") { Shows = "#nytt-lasar" },
        new("/lasar", Karin, "/lasar") { Shows = ".faults" },
        new("/organisation", Karin, "/organisation"),
        new("/organisation", Samira, "/organisation") { Shows = "table tbody tr" },
        new("/processer", Samira, "/processer") { Shows = "table.process-versions tbody tr" },
        new("/processer", Ulf, "/processer") { Shows = "#uppgivna" },
        new("/processer", Karin, "/processer") { Shows = ".faults" },
        new("/processer/{Key}/{Version:int}", Samira, "/processer", "a[href='/processer/sam-year/1']") { Shows = ".calendar-picture" },
        new("/processer/{Key}/{Version:int}", Samira, "/processer", "a[href='/processer/risk/1']") { Shows = ".states-picture" },
        new("/processer/{Key}/{Version:int}", Ulf, "/processer", "a[href='/processer/annual-report/1']") { Shows = ".states-picture" },
        new("/processer/{Key}/{Version:int}/pagaende", Samira, "/processer", "a[href='/processer/sam-year/1/pagaende']") { Shows = "table.running-steps tbody tr" },
        new("/processer/{Key}/{Version:int}/flytta/{To:int}", Samira, "/processer/sam-year/1/flytta/2") { Shows = ".faults" },
        new("/processer/pagaende/{Id:guid}", Karin, "/sam-aret", "#sa-har-aret-gatt") { Shows = ".calendar-picture" },
        new("/processer/pagaende/{Id:guid}", Samira, "/sam-aret", "table.years th a", "#sa-har-aret-gatt") { Then = page => page.Locator("#pausa summary").ClickAsync(), Shows = "#skal" },
        new("/processer/pagaende/{Id:guid}", Karin, "/risker", FirstRisk, "#riskens-vag") { Shows = ".state.here" },
        new("/processer/pagaende/{Id:guid}", Pernilla, "/", ".waiting a[href^='/rapporter/']", "#rapportens-vag") { Shows = ".state.here" },
        new(null, Nobody, "/finns/inte"),
        new(null, Karin, "/finns/inte"),
        new(null, Karin, "/risker/0198a000-0000-7000-8000-000000000000"),
        new(null, Nobody, "/logga-in") { Then = SendAnOldForm },
        new(null, Nobody, FaultPage.Address),
    ];

    private static Task OpenEverything(IPage page) => page.EvaluateAsync("document.querySelectorAll('main details').forEach(details => details.open = true)");

    private static async Task AddAMeasureAndChangeIt(IPage page)
    {
        await page.GetByLabel("Vad ska göras?").FillAsync("Sätt upp en skärm");
        await page.GetByText("Teknik, lokaler eller utrustning", new() { Exact = true }).First.ClickAsync();
        await page.GetByLabel("Klar senast").FillAsync(DateTime.Today.AddDays(30).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara åtgärden", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Sätt upp en skärm", Exact = true }).ClickAsync();
        await page.Locator("#andra-atgarden").ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Ändra åtgärden");
    }

    private static async Task SendLeaveThatEndsBeforeItBegins(IPage page)
    {
        await page.GetByLabel("Första lediga dagen").FillAsync(DateTime.Today.AddDays(9).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await page.GetByLabel("Sista lediga dagen").FillAsync(DateTime.Today.AddDays(8).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara ledigheten", Exact = true }).ClickAsync();
    }

    /// <summary>A form whose cookie has gone meanwhile.</summary>
    private static async Task SendAnOldForm(IPage page)
    {
        await page.Context.ClearCookiesAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Logga in", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Sidan är för gammal");
    }
}
