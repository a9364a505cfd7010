using System.Text.RegularExpressions;
using DigiSam.AnnualReports;
using DigiSam.Browser.Paths;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace DigiSam.Browser;

/// <summary>Who writes a report above others puts their words into it, with who wrote them.</summary>
public sealed class ReportEditorTests(Chromium chromium, DemoFolder demo) : IAsyncLifetime
{
    private DemoInProcess _host = null!;

    public async ValueTask InitializeAsync() => _host = await DemoInProcess.Start(demo);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_quote_from_a_report_below_comes_last_in_the_text_with_its_origin_and_is_saved()
    {
        var report = await _host.InDatabase(database => database.AnnualReports
            .Where(report => report.Level == ReportLevel.Municipality && report.Status == ReportStatus.Draft).Select(report => report.Id).SingleAsync());
        var samira = await DemoTown.Enter(chromium, _host.Address, "Samira Haddad");
        await samira.Open($"/rapporter/{report}?avsnitt=sick-leave");
        var choice = samira.Page.GetByLabel("Citera ur");
        var board = await choice.Locator("option").Nth(1).InnerTextAsync();
        await samira.Look(thoroughly: true);

        // The button waits for the line to be up.
        var text = samira.Page.Locator("#avsnittstext");
        var before = await text.InputValueAsync();
        await Assertions.Expect(samira.Page.GetByRole(AriaRole.Button, new() { Name = "Lägg citatet sist i texten" })).ToBeEnabledAsync(new() { Timeout = 20_000 });
        await choice.SelectOptionAsync(board);
        await samira.Press("Lägg citatet sist i texten");
        await Assertions.Expect(text).Not.ToHaveValueAsync(before, new() { Timeout = 20_000 });
        Assert.StartsWith($"{before}\n\n{board} skriver: ”", await text.InputValueAsync(), StringComparison.Ordinal);
        await Assertions.Expect(samira.Page.Locator("#avsnittstext-lage")).ToHaveTextAsync(new Regex(@"^Sparat \d\d:\d\d", RegexOptions.None, TimeSpan.FromSeconds(1)), new() { Timeout = 20_000 });
        var saved = await _host.InDatabase(database => database.SectionTextVersions
            .Where(version => version.ReportId == report && version.SectionKey == "sick-leave").OrderByDescending(version => version.Number).Select(version => version.Markdown).FirstAsync());
        Assert.Contains($"{board} skriver: ”", saved, StringComparison.Ordinal);
        samira.FoundNoFaults();
    }
}
