using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace DigiSam.Browser.Paths;

/// <summary>Karin is a principal: from what waits on her overview to a risk that has been dealt with, and to a report.</summary>
public sealed partial class KarinPathTests(Chromium chromium, DemoTown town) : IClassFixture<DemoTown>
{
    private static readonly int Year = DateTime.Today.Year;

    [Fact]
    public async Task Karin_holds_the_round_that_waits_and_what_it_found_is_assessed_dealt_with_and_checked()
    {
        var karin = await town.Enter(chromium, "Karin Lindahl", lookAtSignIn: true);
        await karin.Look(thoroughly: true);
        await karin.Follow("Öppna ronden", karin.Waiting("är planerad till"));
        await karin.Look();
        var round = karin.Here;

        await HoldToTheEnd(karin, "Larmet i sal 4 är trasigt.");
        Assert.StartsWith(round.Split('?')[0], karin.Here, StringComparison.Ordinal);
        await karin.Look();
        await karin.Press("Avsluta ronden", karin.Page.Locator("#avsluta"));
        await karin.IsTold("Ronden är avslutad. Bedöm nu bristen som den fann.");
        await karin.Reads("Larmet i sal 4 är trasigt.");
        await karin.Look(thoroughly: true);

        await karin.Page.Locator(".found .card").GetByRole(AriaRole.Link, new() { Name = "Bedöm som risk" }).ClickAsync();
        await karin.Sees("Lägg till en risk");
        await karin.Look();
        await karin.Write("Risken med några ord", "Ingen hör larmet från sal 4");
        await karin.Press("Spara och bedöm risken");
        await karin.Sees("Bedöm risken");
        await karin.Look(thoroughly: true);
        await ChooseCell(karin, 3, 3);
        await karin.Choose("Ja, allvarlig");
        await karin.Write("Varför bedömer du risken så?", "Salen används varje dag, och den som är ensam där kan inte kalla på hjälp.");
        await karin.Press("Spara bedömningen");
        await karin.IsTold("Bedömningen är sparad.");
        await Assertions.Expect(karin.Page.Locator("#bedomd-nu .now")).ToContainTextAsync("9 Hög");
        await Assertions.Expect(karin.Page.Locator("#bedomd-nu .now")).ToContainTextAsync("Allvarlig");
        await Stands(karin, "Bedömd");
        await karin.Reads("Bestäm vad ni gör åt risken.");
        await karin.Look();

        await karin.Follow("Lägg till en åtgärd");
        await karin.Look();
        await karin.Write("Vad ska göras?", "Byt larmet i sal 4");
        await karin.Choose("Teknik, lokaler eller utrustning");
        await karin.Write("Klar senast", DateTime.Today.AddDays(14).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await karin.Press("Spara åtgärden");
        await karin.IsTold("Åtgärden står i handlingsplanen.");
        await karin.Follow("Byt larmet i sal 4");
        await karin.Sees("Byt larmet i sal 4");
        await karin.Look(thoroughly: true);
        await karin.Press("Klarmarkera");
        await karin.IsTold("Åtgärden är klarmarkerad. Kontrollera effekten när den har hunnit märkas.");
        await karin.Look();
        await karin.Choose("Ja", karin.Page.GetByRole(AriaRole.Group, new() { Name = "Avsedd effekt" }));
        await karin.Write("Vad märks? (valfritt)", "Larmet hörs nu i hela korridoren.");
        await karin.Press("Spara kontrollen");
        await karin.IsTold("Effekten är bedömd.");
        await Assertions.Expect(karin.Page.Locator("#lage")).ToHaveTextAsync("Klar och kontrollerad");

        await karin.Look();

        await karin.Follow("Ingen hör larmet från sal 4");
        await karin.Sees("Ingen hör larmet från sal 4");
        await Stands(karin, "Uppföljd");
        await Assertions.Expect(karin.Main.GetByRole(AriaRole.Row, new() { Name = "Byt larmet i sal 4" })).ToContainTextAsync("Klar och kontrollerad");
        await karin.Go("Åtgärder");
        await karin.Look();
        karin.FoundNoFaults();
    }

    [Fact]
    public async Task Karin_answers_writes_and_completes_her_report()
    {
        var karin = await town.Enter(chromium, "Karin Lindahl");
        await karin.Follow("Öppna rapporten", karin.Waiting("skriv klart"));
        await karin.Sees($"Arbetsmiljörapport {Year + 1} för Ekbackens skola");
        await karin.Look(thoroughly: true);
        var report = karin.Here;

        await AnswerEverything(karin);
        await karin.Open($"{report}?avsnitt=summary");
        await WriteUntilSaved(karin, "Larmen var årets fråga. De hörs nu i alla salar.");
        await karin.Look(thoroughly: true);
        await karin.Open($"{report}?avsnitt=summary");
        Assert.Equal("Larmen var årets fråga. De hörs nu i alla salar.", await karin.Page.GetByLabel("Text till rapporten").InputValueAsync());

        await karin.Follow("Läge och beslut");
        await karin.Press("Klarmarkera rapporten");
        await karin.LetsEmptySectionsBe("Inget att tillägga i år.");
        await karin.Press("Klarmarkera rapporten");
        await karin.IsTold("Rapporten är klarmarkerad.");
        await Assertions.Expect(karin.Page.Locator(".next-step .badge")).ToHaveTextAsync("Klarmarkerad");
        await karin.Look();
        karin.FoundNoFaults();
    }

    [Fact]
    public async Task Karin_takes_a_risk_from_found_to_closed_and_sees_where_it_stands()
    {
        var karin = await town.Enter(chromium, "Karin Lindahl");
        await karin.Go("Risker");
        await karin.Follow("Lägg till en risk");
        await karin.Write("Risken med några ord", "Golvlisten sticker upp");
        await karin.Write("Vad kan hända, för vem och varför?", "Man kan snubbla.");
        await karin.Press("Spara och bedöm risken");
        await karin.Sees("Bedöm risken");
        var risk = karin.Here.Replace("/bedom", "", StringComparison.Ordinal);
        await karin.Open(risk);
        await Stands(karin, "Upptäckt");
        await karin.Reads("Bedöm risken skriftligt");
        await karin.Look(thoroughly: true);
        await karin.Open("/risker?lage=upptackta");
        await karin.Reads("Golvlisten sticker upp");
        await karin.Look();

        await karin.Open($"{risk}/bedom");
        await ChooseCell(karin, 3, 3);
        await karin.Choose("Nej");
        await karin.Write("Varför bedömer du risken så?", "Två har snubblat.");
        await karin.Press("Spara bedömningen");
        await Stands(karin, "Bedömd");
        await karin.Follow("Lägg till en åtgärd");
        await karin.Write("Vad ska göras?", "Fäst golvlisten");
        await karin.Choose("Teknik, lokaler eller utrustning");
        await karin.Write("Klar senast", DateTime.Today.AddDays(7).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await karin.Press("Spara åtgärden");
        await karin.Open(risk);
        await Stands(karin, "Åtgärder planerade");
        await karin.Look(thoroughly: true);
        await karin.Follow("Fäst golvlisten");
        await karin.Press("Klarmarkera");
        await karin.Open(risk);
        await Stands(karin, "Åtgärdad");
        await karin.Follow("Fäst golvlisten");
        await karin.Choose("Ja", karin.Page.GetByRole(AriaRole.Group, new() { Name = "Avsedd effekt" }));
        await karin.Press("Spara kontrollen");
        await karin.Open(risk);
        await Stands(karin, "Uppföljd");
        await karin.Page.Locator("#stang summary").ClickAsync();
        await karin.Write("Varför kan risken stängas?", "Listen sitter fast.");
        await karin.Press("Stäng risken", karin.Page.Locator("#stang"));
        await karin.IsTold("Risken är stängd.");
        await Stands(karin, "Stängd");
        await karin.Look(thoroughly: true);

        await karin.Follow("Se riskens väg");
        await karin.Sees("Riskens väg");
        await karin.Reads("Från Uppföljd till Stängd");
        await karin.Look();
        await karin.Follow("Risken");
        await karin.Press("Öppna igen");
        await karin.IsTold("Risken är öppen igen. Bedöm den på nytt.");
        await Stands(karin, "Upptäckt");
        karin.FoundNoFaults();
    }

    private static Task Stands(Visitor karin, string stage) => Assertions.Expect(karin.Page.Locator(".stages [aria-current=step]")).ToHaveTextAsync(stage);

    /// <summary>Answers every question of the round with yes but the second, which is found wanting.</summary>
    private static async Task HoldToTheEnd(Visitor karin, string note)
    {
        await karin.Page.GetByRole(AriaRole.Link, new() { Name = "Håll ronden" }).First.ClickAsync();
        await karin.Look(thoroughly: true);
        var questions = await karin.Page.Locator("form.question").CountAsync();
        Assert.True(questions > 1);
        for (var number = 1; number <= questions; number++)
        {
            await Assertions.Expect(karin.Page.Locator("[data-position]")).ToHaveTextAsync($"Fråga {number} av {questions}");
            var question = karin.Page.Locator("form.question:not([hidden])");
            await karin.Choose(number == 2 ? "Nej" : "Ja", question.Locator(".big-answers"));
            await question.GetByLabel("Anteckning").FillAsync(number == 2 ? note : "");
            await karin.Press("Spara och gå vidare", question);
        }

        await Assertions.Expect(karin.Page.Locator("#avsluta-rubrik")).ToBeVisibleAsync(new() { Timeout = 20_000 });
    }

    /// <summary>Chooses a cell of the matrix; its level is told at once.</summary>
    private static async Task ChooseCell(Visitor karin, int likelihood, int consequence)
    {
        await karin.Page.Locator($"td label:has(#ruta-{likelihood}-{consequence})").ClickAsync();
        await Assertions.Expect(karin.Page.Locator("#vald-ruta")).ToContainTextAsync($"{likelihood * consequence} Hög", new() { Timeout = 20_000 });
    }

    private static async Task AnswerEverything(Visitor karin)
    {
        var sections = await karin.Page.Locator(".report-contents a[href*='avsnitt=']").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
        Assert.True(sections.Length > 10);
        foreach (var section in sections)
        {
            await karin.Open(section);
            var unanswered = karin.Page.Locator("section.report-question details", new() { Has = karin.Page.GetByText("Svara", new() { Exact = true }) });
            for (var left = await unanswered.CountAsync(); left > 0; left--)
            {
                await karin.Choose("Ja", unanswered.First);
                await unanswered.First.GetByRole(AriaRole.Button, new() { Name = "Spara svaret" }).ClickAsync();
                await Assertions.Expect(unanswered).ToHaveCountAsync(left - 1, new() { Timeout = 20_000 });
                await karin.IsTold("Svaret är sparat.");
            }
        }
    }

    /// <summary>Writes the section's text, which saves itself after a pause.</summary>
    private static async Task WriteUntilSaved(Visitor karin, string text)
    {
        await karin.Write("Text till rapporten", text);
        await Assertions.Expect(karin.Page.Locator("#avsnittstext-lage")).ToHaveTextAsync(SavedAt(), new() { Timeout = 20_000 });
    }

    [GeneratedRegex(@"^Sparat \d\d:\d\d", RegexOptions.None, 1000)]
    private static partial Regex SavedAt();
}
