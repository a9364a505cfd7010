using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace DigiSam.Browser.Paths;

/// <summary>Where paths cross: two who edit the same, one who presses twice, and one who has no business there.</summary>
public sealed class SharedPathTests(Chromium chromium, DemoTown town) : IClassFixture<DemoTown>
{
    [Fact]
    public async Task The_second_of_two_who_edit_the_same_risk_sees_both_texts_and_chooses()
    {
        var karin = await town.Enter(chromium, "Karin Lindahl");
        await FirstRisk(karin);
        var risk = karin.Here;
        await karin.Page.Locator("#andra-risken").ClickAsync();
        var magnus = await town.Enter(chromium, "Magnus Hedlund");
        await magnus.Open(karin.Here);

        await karin.Write("Vad kan hända, för vem och varför?", "Karins beskrivning.");
        await karin.Press("Spara");
        await karin.IsTold("Ändringen är sparad.");
        await magnus.Write("Risken med några ord", "Magnus rubrik");
        await magnus.Write("Vad kan hända, för vem och varför?", "Magnus beskrivning.");
        await magnus.Press("Spara");
        await magnus.Reads("Karin Lindahl ändrade risken medan du skrev");
        await Assertions.Expect(magnus.Page.Locator("#konflikt")).ToBeFocusedAsync();
        Assert.Equal("Magnus rubrik", await magnus.Page.Locator("#rubrik").InputValueAsync());
        Assert.Equal("Magnus beskrivning.", await magnus.Page.Locator("#beskrivning").InputValueAsync());
        await Assertions.Expect(magnus.Page.Locator("#sparad-version")).ToContainTextAsync("Karins beskrivning.");
        await magnus.Look(thoroughly: true);
        await karin.Open(risk);
        await Assertions.Expect(karin.Page.Locator("#beskrivning")).ToHaveTextAsync("Karins beskrivning.");

        await magnus.Press("Låt min text gälla");
        await magnus.IsTold("Ändringen är sparad.");
        await magnus.Sees("Magnus rubrik");
        await Assertions.Expect(magnus.Page.Locator("#beskrivning")).ToHaveTextAsync("Magnus beskrivning.");
        karin.FoundNoFaults();
        magnus.FoundNoFaults();
    }

    [Fact]
    public async Task Planning_and_adding_with_a_double_click_makes_one()
    {
        var karin = await town.Enter(chromium, "Karin Lindahl");
        await karin.Go("Ronder");
        var rounds = karin.Page.Locator("table tbody tr:has(td a)");
        var before = await rounds.CountAsync();
        await karin.Follow("Planera en rond");
        await karin.Look();
        await karin.Write("Vilken dag?", DateTime.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await karin.Page.GetByRole(AriaRole.Button, new() { Name = "Planera ronden", Exact = true }).DblClickAsync();
        await karin.Reads("Planerad");
        await karin.Go("Ronder");
        await karin.Sees("Ronder");
        await Assertions.Expect(rounds).ToHaveCountAsync(before + 1);

        await FirstRisk(karin);
        var risk = karin.Here;
        await karin.Follow("Lägg till en åtgärd");
        await karin.Write("Vad ska göras?", "Bara en gång");
        await karin.Choose("Arbetssätt, bemanning eller organisation");
        await karin.Write("Klar senast", DateTime.Today.AddDays(30).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await karin.Page.GetByRole(AriaRole.Button, new() { Name = "Spara åtgärden", Exact = true }).DblClickAsync();
        await karin.Reads("Bara en gång");
        await karin.Open(risk);
        await Assertions.Expect(karin.Main.GetByRole(AriaRole.Rowheader, new() { Name = "Bara en gång" })).ToHaveCountAsync(1);

        await karin.Go("Risker");
        await karin.Page.GetByRole(AriaRole.Button, new() { Name = "Bedöm som risk", Exact = true }).First.DblClickAsync();
        await karin.Sees("Bedöm risken");
        var title = await karin.Page.Locator(".lead").InnerTextAsync();
        await karin.Open("/risker?niva=inte-bedomda");
        await Assertions.Expect(karin.Page.Locator("table.register").GetByRole(AriaRole.Link, new() { Name = title })).ToHaveCountAsync(1);
        karin.FoundNoFaults();
    }

    [Fact]
    public async Task What_is_chosen_and_written_before_the_connection_is_up_is_kept()
    {
        var karin = await town.Enter(chromium, "Karin Lindahl");
        await FirstRisk(karin);
        var risk = karin.Here;
        await karin.Go("Översikt");
        var report = await karin.Waiting("skriv klart").GetByRole(AriaRole.Link).GetAttributeAsync("href");
        await karin.Page.RouteAsync("**/blazor.web*.js", async route =>
        {
            await Task.Delay(2000);
            await route.ContinueAsync();
        });
        await karin.Page.GotoAsync(new Uri(town.Address, $"{risk.Split('?')[0]}/bedom").ToString(), new() { WaitUntil = WaitUntilState.Commit });
        await karin.Page.Locator("td label:has(#ruta-2-3)").ClickAsync();
        await Assertions.Expect(karin.Page.Locator("#vald-ruta")).ToContainTextAsync("6 Måttlig", new() { Timeout = 20_000 });
        Assert.True(await karin.Page.Locator("#ruta-2-3").IsCheckedAsync());
        await Assertions.Expect(karin.Page.Locator("#ruta-2-3")).ToBeFocusedAsync();

        await karin.Page.GotoAsync(new Uri(town.Address, $"{report}?avsnitt=summary").ToString(), new() { WaitUntil = WaitUntilState.Commit });
        await karin.Write("Text till rapporten", "Skrivet innan sidan var klar.");
        await Assertions.Expect(karin.Page.Locator("#avsnittstext-lage")).ToHaveTextAsync(new Regex(@"^Sparat \d\d:\d\d", RegexOptions.None, TimeSpan.FromSeconds(1)), new() { Timeout = 20_000 });
        Assert.Equal("Skrivet innan sidan var klar.", await karin.Page.GetByLabel("Text till rapporten").InputValueAsync());
        await Assertions.Expect(karin.Page.GetByLabel("Text till rapporten")).ToBeFocusedAsync();
        karin.FoundNoFaults();
    }

    [Fact]
    public async Task A_manager_of_another_unit_finds_none_of_Karins_pages()
    {
        var karin = await town.Enter(chromium, "Karin Lindahl");
        await karin.Go("Ronder");
        await karin.Page.Locator("main table.rounds tbody tr[role=row] th a").First.ClickAsync();
        var round = karin.Here;
        await FirstRisk(karin);
        var risk = karin.Here;
        await karin.Open("/atgarder?visa=alla");
        await karin.Page.Locator("main table tbody a").First.ClickAsync();
        var measure = karin.Here;
        await karin.Go("Rapporter");
        await karin.Follow("Öppna rapporten");
        var report = karin.Here;
        var file = await karin.Main.GetByRole(AriaRole.Link, new() { Name = "Ladda ner Word-fil (utkast)" }).GetAttributeAsync("href");

        var nora = await town.EnterNeighbour(chromium);
        foreach (var (address, heading) in new[]
        {
            (round, "Ronden finns inte"), ($"{round.Split('?')[0]}/hall", "Ronden finns inte"), (risk, "Risken finns inte"), ($"{risk.Split('?')[0]}/andra", "Risken finns inte"),
            ($"{risk.Split('?')[0]}/bedom", "Risken finns inte"), (measure, "Åtgärden finns inte"), (report, "Rapporten finns inte"),
        })
        {
            Assert.True(await nora.Open(address) == 404, address);
            await nora.Sees(heading);
        }

        Assert.Equal(404, (await nora.Page.APIRequest.GetAsync(new Uri(town.Address, file).ToString())).Status);
    }

    private static async Task FirstRisk(Visitor visitor)
    {
        await visitor.Go("Risker");
        await visitor.Page.Locator("table.register tbody a").First.ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("#beskrivning")).ToBeVisibleAsync();
    }
}
