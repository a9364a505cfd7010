using System.Globalization;
using Microsoft.Playwright;

namespace DigiSam.Browser.Paths;

/// <summary>Samira is HR strategist: she finds who needs support, searches all risks, and reads what rounds are held with.</summary>
public sealed class SamiraPathTests(Chromium chromium, DemoTown town) : IClassFixture<DemoTown>
{
    [Fact]
    public async Task Samira_finds_a_unit_behind_schedule_and_every_missing_thing_leads_somewhere()
    {
        var samira = await town.Enter(chromium, "Samira Haddad");
        await samira.Reads("ligger efter tidplanen");
        await samira.Look(thoroughly: true);
        await samira.Follow("Visa SAM-året");
        await samira.Look(thoroughly: true);
        await samira.Select("Visa", "Försenade");
        await samira.Press("Visa");
        var late = samira.Page.Locator("table.years tbody tr");
        Assert.True(await late.CountAsync() > 0);
        Assert.Equal(await late.CountAsync(), await samira.Page.Locator("table.years tbody tr", new() { HasText = "Försenat" }).CountAsync());
        await samira.Look();

        var unit = await late.First.GetByRole(AriaRole.Link).InnerTextAsync();
        await late.First.GetByRole(AriaRole.Link).ClickAsync();
        await samira.Reads(unit);
        await Assertions.Expect(samira.Page.Locator(".missing").First).ToBeVisibleAsync();
        await samira.Look(thoroughly: true);
        var links = await samira.Page.Locator(".missing a").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
        Assert.NotEmpty(links);
        foreach (var link in links.Distinct(StringComparer.Ordinal))
            Assert.True(await samira.Open(link) == 200, $"{link} leads nowhere.");
        samira.FoundNoFaults();
    }

    [Fact]
    public async Task Samira_filters_the_register_and_it_stands_in_the_address()
    {
        var samira = await town.Enter(chromium, "Samira Haddad");
        await samira.Go("Risker");
        await samira.Look(thoroughly: true);
        await samira.Select("Nivå", "Hög");
        await samira.Select("Märkta", "Allvarliga");
        await samira.Press("Visa");
        var rows = samira.Page.Locator("table.register tbody tr");
        var found = await rows.CountAsync();
        Assert.True(found > 0);
        await Assertions.Expect(rows.Filter(new() { HasText = "Hög" }).Filter(new() { HasText = "Allvarlig" })).ToHaveCountAsync(found);
        await samira.Look();

        var risk = await rows.First.GetByRole(AriaRole.Link).InnerTextAsync();
        await samira.Write("Sök", risk);
        await samira.Press("Visa");
        Assert.Equal("Hög", await samira.Page.GetByLabel("Nivå").Locator("option:checked").InnerTextAsync());
        await rows.First.GetByRole(AriaRole.Link, new() { Name = risk }).ClickAsync();
        await samira.Sees(risk);
        await Assertions.Expect(samira.Page.Locator("#andra-risken")).ToHaveCountAsync(0);
        await samira.Look();
        await samira.Go("Risker");
        await samira.Follow("Visa riskerna i matrisen");
        await samira.Look(thoroughly: true);
        samira.FoundNoFaults();
    }

    [Fact]
    public async Task Samira_reads_a_checklist_and_what_each_question_rests_on()
    {
        var samira = await town.Enter(chromium, "Samira Haddad");
        await samira.Go("Checklistor");
        await samira.Look();
        var title = await samira.Page.Locator(".shelf h2 a").First.InnerTextAsync();
        await samira.Follow(title);
        await samira.Sees(title);
        await samira.Look();
        await samira.Follow("Läs frågorna");
        await samira.Sees(title);
        var questions = await samira.Page.Locator(".asked-and-why").CountAsync();
        await samira.Reads(string.Create(CultureInfo.InvariantCulture, $"{questions} frågor i"));
        Assert.Equal(questions, await samira.Page.Locator(".asked-and-why:has(.why li strong)").CountAsync());
        await samira.Look(thoroughly: true);
        samira.FoundNoFaults();
    }
}
