using System.Globalization;
using System.Text.RegularExpressions;
using DigiSam.Browser.Paths;
using Microsoft.Playwright;

namespace DigiSam.Browser.Accessibility;

/// <summary>A principal without a pointer: from the round that waits to the step that it lets her close.</summary>
public sealed partial class KarinKeyboardTests(Chromium chromium, DemoTown town) : IClassFixture<DemoTown>
{
    [Fact]
    public async Task Karin_holds_her_round_deals_with_what_it_found_and_closes_the_step()
    {
        var karin = await Keyboard.Of(chromium, town, "Karin Lindahl");
        await karin.Press("Öppna ronden", near: "är planerad till");
        await Assertions.Expect(karin.Visitor.Page).ToHaveURLAsync(RoundAddress());
        await HoldTheRound(karin, "Larmet i sal 4 är trasigt.");
        await karin.Send("Avsluta ronden", "Ronden är avslutad. Bedöm nu bristen som den fann.");

        await karin.Open("Bedöm som risk", "Lägg till en risk");
        await karin.Write("Risken med några ord", "Ingen hör larmet från sal 4");
        await karin.Open("Spara och bedöm risken", "Bedöm risken");
        await karin.Choose("Mycket sannolik och liten: 4 Måttlig", "Sannolik och stor: 9 Hög");
        await Assertions.Expect(karin.Visitor.Page.Locator("#vald-ruta")).ToContainTextAsync("9 Hög");
        await karin.Choose("Ja, allvarlig", "Ja, allvarlig");
        await karin.Write("Varför bedömer du risken så?", "Salen används varje dag.");
        await karin.Send("Spara bedömningen", "Bedömningen är sparad.");

        await karin.Open("Lägg till en åtgärd", "Lägg till en åtgärd");
        await karin.Write("Vad ska göras?", "Byt larmet i sal 4");
        await karin.Choose("Tar bort risken vid källan", "Teknik, lokaler eller utrustning");
        await karin.WriteDay("Klar senast", DateTime.Today.AddDays(14));
        await karin.Send("Spara åtgärden", "Åtgärden står i handlingsplanen.");

        await karin.Open("SAM-året", string.Create(CultureInfo.InvariantCulture, $"SAM-året {DateTime.Today.Year}"));
        await karin.Send("Klarmarkera steget: Kartlägga", "Kartlägga är klarmarkerat.");
        karin.Visitor.FoundNoFaults();
    }

    /// <summary>Answers every question with yes but the second, which is found wanting, until the round itself is shown again.</summary>
    private static async Task HoldTheRound(Keyboard karin, string note)
    {
        await karin.Press("Håll ronden");
        var page = karin.Visitor.Page;
        await Assertions.Expect(page.Locator("form.question:not([hidden])")).ToBeVisibleAsync();
        var questions = await page.Locator("form.question").CountAsync();
        Assert.True(questions > 1);
        for (var number = 1; number <= questions; number++)
        {
            await Assertions.Expect(page.Locator("[data-position]")).ToHaveTextAsync(string.Create(CultureInfo.InvariantCulture, $"Fråga {number} av {questions}"));
            if (number > 1)
                await Assertions.Expect(page.Locator("form.question:not([hidden]) h2")).ToBeFocusedAsync();
            await karin.Choose("Ja", number == 2 ? "Nej" : "Ja");
            if (number == 2)
                await karin.Write("Anteckning", note);
            await karin.Press("Spara och gå vidare");
        }

        await Assertions.Expect(page.Locator("#avsluta-rubrik")).ToBeVisibleAsync();
    }

    [GeneratedRegex("/ronder/[0-9a-f-]{36}", RegexOptions.None, 1000)]
    private static partial Regex RoundAddress();
}
