using System.Globalization;
using System.Text.RegularExpressions;
using DigiSam.Browser.Paths;
using Microsoft.Playwright;

namespace DigiSam.Browser.Accessibility;

/// <summary>Those whose paths do not change what the others meet, without a pointer: safety representative, strategist, secretary.</summary>
public sealed partial class OthersKeyboardTests(Chromium chromium, DemoTown town) : IClassFixture<DemoTown>
{
    [Fact]
    public async Task Jonas_says_that_he_has_taken_part()
    {
        var jonas = await Keyboard.Of(chromium, town, "Jonas Öberg");
        await jonas.Press("Öppna ronden", near: "Har du medverkat i ronden");
        await Assertions.Expect(jonas.Visitor.Page).ToHaveURLAsync(RoundAddress());
        await jonas.Write("Annan uppfattning (om du har en)", "Vi hann inte till idrottshallen.");
        await jonas.Send("Har medverkat", "Sparat: du har medverkat.");
        await jonas.Visitor.Reads("Vi hann inte till idrottshallen.");
        jonas.Visitor.FoundNoFaults();
    }

    [Fact]
    public async Task Samira_finds_a_unit_behind_schedule_and_filters_the_register()
    {
        var samira = await Keyboard.Of(chromium, town, "Samira Haddad");
        await samira.Open("Visa SAM-året", string.Create(CultureInfo.InvariantCulture, $"SAM-året {DateTime.Today.Year}"));
        await samira.Select("Visa", "Försenade");
        await samira.Press("Visa", kind: "BUTTON");
        await Assertions.Expect(samira.Visitor.Page).ToHaveURLAsync(LateUnits());
        var unit = await samira.Visitor.Page.Locator("table.years tbody th").First.InnerTextAsync();
        await samira.Press(unit);
        await samira.Visitor.Reads("Det här saknas");

        await samira.Open("Risker", "Risker");
        await samira.Select("Nivå", "Hög");
        await samira.Press("Visa", kind: "BUTTON");
        var rows = samira.Visitor.Page.Locator("table.register tbody tr");
        await Assertions.Expect(samira.Visitor.Page).ToHaveURLAsync(OneLevel());
        var found = await rows.CountAsync();
        Assert.True(found > 0);
        await Assertions.Expect(rows.Filter(new() { HasText = "Hög" })).ToHaveCountAsync(found);
        var risk = await rows.First.GetByRole(AriaRole.Link).InnerTextAsync();
        await samira.Open(risk, risk);
        samira.Visitor.FoundNoFaults();
    }

    [Fact]
    public async Task Pernilla_registers_the_case_and_locks_the_report()
    {
        var pernilla = await Keyboard.Of(chromium, town, "Pernilla Engström");
        await pernilla.Press("Öppna rapporten", near: "har lämnat in arbetsmiljörapporten");
        await Assertions.Expect(pernilla.Visitor.Page.Locator("h1")).ToContainTextAsync("Arbetsmiljörapport");
        await pernilla.Write("Diarienummer", "EX 2026/9118");
        await pernilla.Send("Spara", "Diarienumret är sparat.");
        await pernilla.Send("Lås för kallelsen", "Rapporten är låst. Filerna är sparade som de går ut med kallelsen.");
        pernilla.Visitor.FoundNoFaults();
    }

    [GeneratedRegex("/ronder/[0-9a-f-]{36}", RegexOptions.None, 1000)]
    private static partial Regex RoundAddress();

    [GeneratedRegex("visa=efter-tidplan", RegexOptions.None, 1000)]
    private static partial Regex LateUnits();

    [GeneratedRegex("niva=[a-z]", RegexOptions.None, 1000)]
    private static partial Regex OneLevel();
}
