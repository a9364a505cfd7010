using Microsoft.Playwright;

namespace DigiSam.Browser.Paths;

/// <summary>Jonas is a safety representative: he says whether he took part, and what he thinks otherwise stands as he wrote it.</summary>
public sealed class JonasPathTests(Chromium chromium, DemoTown town) : IClassFixture<DemoTown>
{
    private const string OfTheRound = "Vi hann inte till idrottshallen.\nDen & \"matsalen\" ska med <nästa gång>.";

    private const string OfTheReport = "Tillbuden är fler än rapporten säger.\nFlera skrevs aldrig ner.";

    [Fact]
    public async Task Jonas_has_taken_part_in_a_round_and_his_differing_view_stands_on_the_managers_page_word_for_word()
    {
        var jonas = await town.Enter(chromium, "Jonas Öberg");
        await jonas.Look(thoroughly: true);
        await jonas.Follow("Öppna ronden", jonas.Waiting("Har du medverkat i ronden"));
        await jonas.Look();
        await Say(jonas, OfTheRound);
        await jonas.Look(thoroughly: true);
        var round = jonas.Here;
        await jonas.Go("Översikt");
        await Assertions.Expect(jonas.Waiting("Har du medverkat i ronden")).ToHaveCountAsync(0);

        await KarinReads(round, "Jonas Öberg har medverkat", OfTheRound);
        jonas.FoundNoFaults();
    }

    [Fact]
    public async Task Jonas_has_taken_part_in_a_report_and_his_differing_view_stands_in_it_word_for_word()
    {
        var year = DateTime.Today.Year;
        var karin = await town.Enter(chromium, "Karin Lindahl");
        await karin.Go("Rapporter");
        await karin.Sees($"Rapporter {year}");
        await karin.Look();
        await karin.Follow("Öppna rapporten");
        await karin.Press("Ångra inlämningen");
        await karin.IsTold("Rapporten är ett utkast igen.");
        await karin.Press("Klarmarkera rapporten");
        await karin.IsTold("Rapporten är klarmarkerad.");

        var jonas = await town.Enter(chromium, "Jonas Öberg");
        await jonas.Follow("Öppna rapporten", jonas.Waiting($"Arbetsmiljörapporten {year} för Ekbackens skola är klar."));
        await jonas.Look();
        await Say(jonas, OfTheReport);
        await jonas.Look();

        await KarinReads(jonas.Here, "skyddsombudet har medverkat", OfTheReport);
        jonas.FoundNoFaults();
        karin.FoundNoFaults();
    }

    private static async Task Say(Visitor jonas, string differingView)
    {
        var form = jonas.Page.Locator("details", new() { Has = jonas.Page.Locator("#uppfattning") });
        if (await form.GetAttributeAsync("open") is null)
            await form.Locator("summary").ClickAsync();
        await jonas.Write("Annan uppfattning (om du har en)", differingView);
        await jonas.Press("Har medverkat");
        await jonas.IsTold("Sparat: du har medverkat.");
    }

    private async Task KarinReads(string address, string sentence, string words)
    {
        var karin = await town.Enter(chromium, "Karin Lindahl");
        await karin.Open(address);
        await karin.Reads(sentence);
        var quoted = await karin.Page.Locator("blockquote").First.TextContentAsync();
        Assert.Equal(words, quoted?.ReplaceLineEndings("\n"));
        await karin.Look();
        karin.FoundNoFaults();
    }
}
