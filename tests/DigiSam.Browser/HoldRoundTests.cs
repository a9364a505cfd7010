using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace DigiSam.Browser;

/// <summary>Holding a round where things go wrong, and with the keyboard alone.</summary>
public sealed partial class HoldRoundTests(Chromium chromium, HostWithRounds host) : IClassFixture<HostWithRounds>
{
    [Fact]
    public async Task An_answer_is_said_to_be_saved_when_it_is_and_stands_there_next_time()
    {
        var page = await Held();
        await Choose(page, "Delvis");
        await Current(page).GetByLabel("Anteckning").FillAsync("Står i trapphuset.");
        await Current(page).GetByLabel("Anteckning").BlurAsync();
        await Assertions.Expect(State(page)).ToHaveTextAsync(SavedAt());
        await Assertions.Expect(page.Locator("[data-answered]")).ToHaveTextAsync("1 svar");
        await page.ReloadAsync();
        await page.GetByText("Alla frågor").ClickAsync();
        await page.Locator("[data-jump]").First.ClickAsync();
        Assert.True(await Current(page).GetByLabel("Delvis").IsCheckedAsync());
        Assert.Equal("Står i trapphuset.", await Current(page).GetByLabel("Anteckning").InputValueAsync());
    }

    [Fact]
    public async Task What_is_answered_without_a_connection_is_said_to_be_unsaved_and_arrives_when_it_is_back()
    {
        var page = await Held();
        await page.Context.SetOfflineAsync(true);
        foreach (var answer in new[] { "Ja", "Nej", "Ja" })
        {
            await Choose(page, answer);
            await Next(page);
        }

        var alert = page.Locator("[data-unsaved]");
        await Assertions.Expect(alert).ToContainTextAsync("3 svar är inte sparade.");
        await page.GetByText("Alla frågor").ClickAsync();
        await Assertions.Expect(page.Locator("[data-state]").First).ToHaveTextAsync("Ja, inte sparat");
        await page.Context.SetOfflineAsync(false);
        await Assertions.Expect(alert).ToBeHiddenAsync();
        await page.ReloadAsync();
        Assert.Equal(3, await page.Locator("form.question input[name=svar]:checked").CountAsync());
    }

    [Fact]
    public async Task What_was_unsaved_when_the_page_was_closed_is_sent_when_it_is_opened_again()
    {
        var page = await Held();
        var address = page.Url;
        await page.RouteAsync("**/svar", route => route.AbortAsync());
        await Choose(page, "Nej");
        await Assertions.Expect(State(page)).ToHaveTextAsync("Inte sparat");
        await page.GetByRole(AriaRole.Link, new() { Name = "Till ronden" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-unsent]")).ToContainTextAsync("Svar från den här enheten är inte sparade än.");
        await page.UnrouteAllAsync();
        await page.GotoAsync(address);
        await Assertions.Expect(page.Locator("form.question").First.Locator("[data-saved]")).ToHaveTextAsync(SavedAt());
        await page.GetByRole(AriaRole.Link, new() { Name = "Till ronden" }).ClickAsync();
        await Assertions.Expect(page.Locator(".facts")).ToContainTextAsync("1 av 19 frågor har svar.");
        await Assertions.Expect(page.Locator("[data-unsent]")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task An_answer_whose_receipt_is_lost_is_sent_again_and_counts_once()
    {
        var page = await Held();
        var lost = 0;
        await page.RouteAsync("**/svar", async route =>
        {
            await route.FetchAsync();
            lost++;
            await route.AbortAsync();
        });
        await Choose(page, "Ja");
        await Assertions.Expect(State(page)).ToHaveTextAsync("Inte sparat");
        await page.UnrouteAllAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Skicka igen" }).ClickAsync();
        await Assertions.Expect(State(page)).ToHaveTextAsync(SavedAt());
        Assert.True(lost > 0);
    }

    [Fact]
    public async Task A_round_that_was_completed_meanwhile_takes_no_answer_and_says_so()
    {
        var page = await chromium.NewPage();
        await host.Open(page, RoundsOfAUnit.Manager, $"/ronder/{host.Rounds.Next}/hall");
        await page.EvaluateAsync("address => { document.querySelector('[data-hold]').dataset.save = address; }", $"/ronder/{host.Rounds.Completed}/svar");
        await Choose(page, "Ja");
        await Assertions.Expect(page.Locator("[data-unsaved]")).ToContainTextAsync("Ronden är avslutad och kan inte ändras.");
        await Assertions.Expect(State(page)).ToHaveTextAsync("Inte sparat");
    }

    [Fact]
    public async Task An_answer_that_no_page_of_this_host_sent_is_stopped()
    {
        var page = await Held();
        var address = new Uri(page.Url).AbsolutePath.Replace("/hall", "/svar", StringComparison.Ordinal);
        Assert.Equal(400, await page.EvaluateAsync<int>(
            "async ([address, unit]) => (await fetch(address, { method: 'POST', body: new URLSearchParams({ enhet: unit, fraga: 'larm-provas', svar: 'Yes' }) })).status",
            new[] { address, $"{host.Rounds.Unit}" }));
        await page.GetByRole(AriaRole.Link, new() { Name = "Till ronden" }).ClickAsync();
        await Assertions.Expect(page.Locator(".facts")).ToContainTextAsync("Planerad");
    }

    [Fact]
    public async Task Without_script_each_answer_is_a_form_and_what_is_refused_stays_in_it()
    {
        var browser = (await chromium.NewPage()).Context.Browser!;
        var page = await browser.NewPageAsync(new() { JavaScriptEnabled = false, ViewportSize = new() { Width = 390, Height = 844 } });
        await Plan(host, page, "hot-och-vald");
        await page.GetByRole(AriaRole.Link, new() { Name = "Håll ronden" }).ClickAsync();
        await Current(page).GetByLabel("Anteckning").FillAsync("Något att minnas.");
        await Next(page);
        await Assertions.Expect(page.GetByRole(AriaRole.Alert).Last).ToContainTextAsync("Välj ett svar, eller hoppa över frågan.");
        Assert.Equal("Något att minnas.", await Current(page).GetByLabel("Anteckning").InputValueAsync());
        await Current(page).GetByLabel("Nej").CheckAsync();
        await Next(page);
        await Assertions.Expect(page.Locator(".notice")).ToHaveTextAsync(SavedAt());
        await Assertions.Expect(page.Locator(".position span").First).ToHaveTextAsync("Fråga 2 av 19");
        await Current(page).GetByRole(AriaRole.Link, new() { Name = "Föregående" }).ClickAsync();
        Assert.True(await Current(page).GetByLabel("Nej").IsCheckedAsync());
    }

    [Fact]
    public async Task A_question_is_answered_with_the_keyboard_alone()
    {
        var page = await Held();
        await TabTo(page, "Ja");
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("Skrivet utan mus.");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[data-position]")).ToHaveTextAsync("Fråga 2 av 19");
        await Assertions.Expect(Current(page).Locator("h2")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("form.question").First.Locator("[data-saved]")).ToHaveTextAsync(SavedAt());
        await page.GoBackAsync();
        await Assertions.Expect(page.Locator("[data-position]")).ToHaveTextAsync("Fråga 1 av 19");
        Assert.True(await Current(page).GetByLabel("Delvis").IsCheckedAsync());
    }

    /// <summary>Plans a round as the manager does; the page is the round's afterwards.</summary>
    internal static async Task Plan(HostWithRounds host, IPage page, string checklist)
    {
        await host.Open(page, RoundsOfAUnit.Manager, $"/ronder/planera?checklista={checklist}&ar={DateTime.Today.Year}");
        await page.GetByLabel("Vilken dag?").FillAsync(DateTime.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await page.GetByRole(AriaRole.Button, new() { Name = "Planera ronden" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Håll ronden" })).ToBeVisibleAsync();
    }

    private async Task<IPage> Held()
    {
        var page = await chromium.NewPage(390);
        await Plan(host, page, "hot-och-vald");
        await page.GetByRole(AriaRole.Link, new() { Name = "Håll ronden" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-position]")).ToHaveTextAsync("Fråga 1 av 19");
        await page.WaitForLoadStateAsync();
        return page;
    }

    private static ILocator Current(IPage page) => page.Locator("form.question:not([hidden])");

    private static Task Choose(IPage page, string answer) => Current(page).Locator(".big-answers").GetByText(answer, new() { Exact = true }).ClickAsync();

    private static ILocator State(IPage page) => Current(page).Locator("[data-saved]");

    private static Task Next(IPage page) => Current(page).GetByRole(AriaRole.Button, new() { Name = "Spara och gå vidare" }).ClickAsync();

    /// <summary>Presses Tab until the answer has the focus; fails when it cannot be reached.</summary>
    private static async Task TabTo(IPage page, string answer)
    {
        for (var tab = 0; tab < 40; tab++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string?>("document.activeElement.closest('label')?.textContent.trim()") == answer)
                return;
        }

        Assert.Fail($"{answer} cannot be reached with the keyboard.");
    }

    [GeneratedRegex(@"^Sparat \d\d:\d\d\.?$", RegexOptions.None, 1000)]
    private static partial Regex SavedAt();
}
