using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace DigiSam.Browser;

/// <summary>The pages of the SAM year as HR, the manager and the safety representative use them, one after the other.</summary>
public sealed class SamYearPagesTests(Chromium chromium, HostWithRounds host) : IClassFixture<HostWithRounds>
{
    private static readonly int Year = DateTime.Today.Year;

    [Fact]
    public async Task A_year_is_started_planned_stated_closed_taken_back_and_followed_up()
    {
        var manager = await Open(RoundsOfAUnit.Manager, $"/sam-aret?ar={Year - 1}");
        await Assertions.Expect(manager.Locator(".empty")).ToContainTextAsync("HR startar året.");

        var strategist = await Open(RoundsOfAUnit.Strategist, $"/sam-aret?ar={Year - 1}");
        await Press(strategist, $"Starta SAM-året {Year - 1} för alla");
        await Told(strategist, $"SAM-året {Year - 1} är startat för 2 enheter.");
        await Assertions.Expect(strategist.GetByRole(AriaRole.Row, new() { Name = "Björkskolan" })).ToContainTextAsync("Försenat");

        await manager.ReloadAsync();
        await manager.GetByLabel("Enhetens OSA-mål").FillAsync("Färre avbrott i planeringstiden.");
        await manager.GetByLabel("Återkoppling").CheckAsync();
        await manager.GetByLabel("feb", new() { Exact = true }).CheckAsync();
        await Press(manager, "Spara planen");
        await Told(manager, "Planen är sparad.");
        await Assertions.Expect(manager.Locator("#plan .facts")).ToContainTextAsync("Färre avbrott i planeringstiden.");

        await Close(manager, "plan");
        await Assertions.Expect(manager.GetByRole(AriaRole.Alert)).ToContainTextAsync("Skyddsombudet har inte sagt Har medverkat eller Avstår.");

        var representative = await Open(RoundsOfAUnit.SafetyRep, $"/sam-aret?ar={Year - 1}");
        var mine = representative.Locator("#medverkan-plan");
        await mine.GetByLabel("Annan uppfattning").FillAsync("Målet går inte att mäta.");
        await mine.GetByRole(AriaRole.Button, new() { Name = "Har medverkat" }).ClickAsync();
        await Told(representative, "Ditt svar är sparat: Har medverkat i Planera.");

        await manager.GotoAsync(new Uri(host.Address, $"/sam-aret?ar={Year - 1}").ToString());
        await Assertions.Expect(manager.Locator("#medverkan-plan blockquote")).ToHaveTextAsync("Målet går inte att mäta.");
        await Close(manager, "plan");
        await Told(manager, "Planera är klarmarkerat.");
        await Press(manager, "Ångra att Planera är klart");
        await Told(manager, "Planera är öppet igen.");

        await Close(manager, "investigate");
        await manager.GetByRole(AriaRole.Link, new() { Name = "Gör den årliga uppföljningen" }).ClickAsync();
        foreach (var question in await manager.Locator(".question").AllAsync())
            await question.GetByText("Ja", new() { Exact = true }).ClickAsync();
        await manager.Locator("#fraga-medverkan").GetByText("Delvis", new() { Exact = true }).ClickAsync();
        await Press(manager, "Spara svaren");
        await manager.Locator("#forbattra-medverkan").GetByLabel("Vad ska ni göra bättre?").FillAsync("Boka ombudet i god tid.");
        await Press(manager, "Lägg i nästa års plan");
        await Told(manager, $"Förbättringen står i planen för {Year}.");
        await Look(manager, 1280, "answered follow-up");
    }

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task Axe_finds_nothing_and_nothing_reaches_outside(int width, ColorScheme scheme)
    {
        var strategist = await Open(RoundsOfAUnit.Strategist, "/sam-aret", width, scheme);
        if (await strategist.GetByRole(AriaRole.Button, new() { Name = "för alla" }).CountAsync() > 0)
            await strategist.GetByRole(AriaRole.Button, new() { Name = "för alla" }).ClickAsync();
        await Look(strategist, width, "all units");
        await strategist.GotoAsync(new Uri(host.Address, "/sam-aret?visa=inte-startade").ToString());
        await Look(strategist, width, "none left to start");
        foreach (var (user, address) in new[]
        {
            (RoundsOfAUnit.Manager, "/sam-aret"), (RoundsOfAUnit.Manager, "/sam-aret/uppfoljning"), (RoundsOfAUnit.Manager, $"/sam-aret?ar={Year - 3}"),
            (RoundsOfAUnit.SafetyRep, $"/sam-aret?ar={Year}"),
        })
        {
            var page = await Open(user, address, width, scheme);
            await Look(page, width, $"{user} {address}");
        }
    }

    private async Task<IPage> Open(string user, string address, int width = 1280, ColorScheme scheme = ColorScheme.Light)
    {
        var page = await chromium.NewPage(width, scheme);
        await host.Open(page, user, address);
        return page;
    }

    private static Task Press(IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button }).First.ClickAsync();

    private static Task Close(IPage page, string step) => page.Locator($"#steg-{step}").GetByRole(AriaRole.Button, new() { Name = "Klarmarkera steget" }).ClickAsync();

    private static Task Told(IPage page, string sentence) => Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync(sentence);

    private static async Task Look(IPage page, int width, string where)
    {
        Assert.Equal(1, await page.Locator("h1").CountAsync());
        var found = await page.RunAxe();
        Assert.NotEmpty(found.Passes);
        Assert.Empty(found.Violations.Select(violation => $"{where}: {violation.Id}: {string.Join(", ", violation.Nodes.Select(node => node.Html))}"));
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") == width, where);
    }
}
