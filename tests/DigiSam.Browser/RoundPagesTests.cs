using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace DigiSam.Browser;

/// <summary>The pages of rounds and checklists as those who use them do.</summary>
public sealed class RoundPagesTests(Chromium chromium, HostWithRounds host) : IClassFixture<HostWithRounds>
{
    public static readonly TheoryData<int, ColorScheme> Screens = new()
    {
        { 1280, ColorScheme.Light },
        { 1280, ColorScheme.Dark },
        { 390, ColorScheme.Light },
        { 390, ColorScheme.Dark },
    };

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Axe_finds_nothing_and_nothing_reaches_outside(int width, ColorScheme scheme)
    {
        var page = await chromium.NewPage(width, scheme);
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.Add(message.Text);
        var rounds = host.Rounds;
        await host.Open(page, RoundsOfAUnit.Manager, "/ronder");
        foreach (var address in new[]
        {
            "/ronder", "/ronder?lage=installda", "/ronder?ar=2022", "/ronder/planera?ar=", "/ronder/planera?vad=aret", $"/ronder/{rounds.Next}", $"/ronder/{rounds.Begun}",
            $"/ronder/{rounds.Completed}", $"/ronder/{rounds.Cancelled}", $"/ronder/{rounds.Next}/hall", $"/ronder/{rounds.Completed}/hall", "/checklistor", "/checklistor/hot-och-vald/1",
        })
        {
            await page.GotoAsync(new Uri(host.Address, address).ToString());
            await Look(page, width, address);
        }

        Assert.Empty(complaints);
        var representative = await chromium.NewPage(width, scheme);
        await host.Open(representative, RoundsOfAUnit.SafetyRep, $"/ronder/{rounds.Completed}");
        await Look(representative, width, "as safety representative");
        var strategist = await chromium.NewPage(width, scheme);
        await host.Open(strategist, RoundsOfAUnit.Strategist, "/ronder/planera");
        await Look(strategist, width, "as strategist");
    }

    [Fact]
    public async Task A_round_is_planned_and_moved_and_cancelled_and_taken_back()
    {
        var page = await Planned("hot-och-vald");
        Assert.Contains("Omar Dahl, skyddsombud", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.GetByLabel("Ny dag").FillAsync($"{DateTime.Today.Year + 1}-02-11");
        await page.GetByRole(AriaRole.Button, new() { Name = "Flytta ronden" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync($"Ronden är flyttad till 11 februari {DateTime.Today.Year + 1}.");
        await page.GetByLabel("Varför hålls den inte?").FillAsync("Skolan är stängd.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ställ in ronden" }).ClickAsync();
        await Assertions.Expect(page.Locator(".facts")).ToContainTextAsync("Skolan är stängd.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ångra, ronden ska hållas" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Ronden är planerad igen.");
    }

    [Fact]
    public async Task A_year_is_planned_at_once_and_a_missing_choice_is_told()
    {
        var page = await chromium.NewPage();
        await host.Open(page, RoundsOfAUnit.Manager, $"/ronder/planera?vad=aret&ar={DateTime.Today.Year + 1}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Planera ronderna" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Välj minst en månad för en checklista.");
        await page.GetByRole(AriaRole.Group, new() { Name = "Fysisk arbetsmiljö" }).GetByLabel("mars").CheckAsync();
        await page.GetByRole(AriaRole.Group, new() { Name = "Hot och våld" }).GetByLabel("oktober").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Planera ronderna" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("2 ronder är planerade.");
        await Assertions.Expect(page.GetByRole(AriaRole.Rowheader, new() { Name = "Oktober" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_round_is_held_completed_and_given_both_parties_word()
    {
        var page = await Planned("hot-och-vald", width: 390);
        var address = page.Url;
        await page.GetByRole(AriaRole.Link, new() { Name = "Håll ronden" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-position]")).ToContainTextAsync("Fråga 1 av");
        await page.WaitForLoadStateAsync();
        var questions = await page.Locator("form.question").CountAsync();
        for (var number = 1; number <= questions; number++)
        {
            await Assertions.Expect(page.Locator("[data-position]")).ToHaveTextAsync($"Fråga {number} av {questions}");
            var question = page.Locator("form.question:not([hidden])");
            await question.Locator(".big-answers").GetByText(number == 2 ? "Nej" : "Ja", new() { Exact = true }).ClickAsync();
            if (number == 2)
                await question.GetByLabel("Anteckning").FillAsync("Larmet i sal 4 är trasigt.");
            await question.GetByRole(AriaRole.Button, new() { Name = "Spara och gå vidare" }).ClickAsync();
        }

        await page.WaitForURLAsync(address);
        await page.GetByRole(AriaRole.Button, new() { Name = "Avsluta ronden" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Ronden är avslutad. Bedöm nu bristen som den fann.");
        var assess = await page.Locator(".found").GetByRole(AriaRole.Link, new() { Name = "Bedöm som risk" }).GetAttributeAsync("href");
        Assert.StartsWith($"/risker/ny?rond={address.Split('/')[^1]}&fraga=", assess, StringComparison.Ordinal);

        var representative = await chromium.NewPage(390);
        await host.Open(representative, RoundsOfAUnit.SafetyRep, new Uri(address).PathAndQuery);
        await representative.GetByLabel("Annan uppfattning").FillAsync("Larmet har varit trasigt sedan i höstas.");
        await representative.GetByRole(AriaRole.Button, new() { Name = "Har medverkat" }).ClickAsync();
        await Assertions.Expect(representative.Locator("blockquote")).ToHaveTextAsync("Larmet har varit trasigt sedan i höstas.");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("blockquote")).ToHaveTextAsync("Larmet har varit trasigt sedan i höstas.");
    }

    [Fact]
    public async Task A_deficiency_is_dismissed_with_a_reason_and_that_is_taken_back()
    {
        var page = await chromium.NewPage();
        await host.Open(page, RoundsOfAUnit.Manager, $"/ronder/{host.Rounds.Completed}");
        var card = page.Locator(".found .card").First;
        await card.GetByText("Ingen risk? Avfärda den").ClickAsync();
        await card.GetByLabel("Varför är det ingen risk?").FillAsync("Fläkten är lagad.");
        await card.GetByRole(AriaRole.Button, new() { Name = "Avfärda bristen" }).ClickAsync();
        await Assertions.Expect(page.Locator(".found .card").First).ToContainTextAsync("Avfärdad: Fläkten är lagad.");
        await page.Locator(".found .card").First.GetByRole(AriaRole.Button, new() { Name = "Ångra" }).ClickAsync();
        await Assertions.Expect(page.Locator(".found .card").First).ToContainTextAsync("Bedöm som risk");
    }

    [Fact]
    public async Task A_round_of_another_unit_is_unknown_and_HR_reads_without_holding()
    {
        var page = await chromium.NewPage();
        await host.Open(page, RoundsOfAUnit.Manager, $"/ronder/{host.Rounds.Elsewhere}");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Ronden finns inte");
        Assert.Equal(404, (await page.ReloadAsync())!.Status);
        var strategist = await chromium.NewPage();
        await host.Open(strategist, RoundsOfAUnit.Strategist, $"/ronder/{host.Rounds.Elsewhere}");
        await Assertions.Expect(strategist.Locator("h1")).ToHaveTextAsync("Hot och våld");
        Assert.Equal(0, await strategist.GetByRole(AriaRole.Link, new() { Name = "Håll ronden" }).CountAsync());
    }

    /// <summary>Plans a round as the manager does; the page is the round's.</summary>
    private async Task<IPage> Planned(string checklist, int width = 1280)
    {
        var page = await chromium.NewPage(width);
        await HoldRoundTests.Plan(host, page, checklist);
        return page;
    }

    private static async Task Look(IPage page, int width, string where)
    {
        Assert.Equal(1, await page.Locator("h1").CountAsync());
        var found = await page.RunAxe();
        Assert.NotEmpty(found.Passes);
        Assert.Empty(found.Violations.Select(violation => $"{where}: {violation.Id}: {string.Join(", ", violation.Nodes.Select(node => node.Html))}"));
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") == width, where);
    }
}
