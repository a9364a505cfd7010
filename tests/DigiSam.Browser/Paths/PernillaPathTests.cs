using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Playwright;

namespace DigiSam.Browser.Paths;

/// <summary>Pernilla is a board's secretary: she takes a report from the case's number to the board's decision.</summary>
public sealed class PernillaPathTests(Chromium chromium, DemoTown town) : IClassFixture<DemoTown>
{
    [Fact]
    public async Task Pernilla_registers_locks_downloads_and_records_the_decision()
    {
        var pernilla = await town.Enter(chromium, "Pernilla Engström");
        await pernilla.Look(thoroughly: true);
        const string handedIn = "har lämnat in arbetsmiljörapporten";
        var board = (await pernilla.Waiting(handedIn).First.Locator("p").InnerTextAsync()).Split(handedIn)[0].Trim();
        await pernilla.Follow("Öppna rapporten", pernilla.Waiting(handedIn));
        await pernilla.Look(thoroughly: true);
        await pernilla.Write("Diarienummer", "EX 2026/9117");
        await pernilla.Press("Spara");
        await pernilla.IsTold("Diarienumret är sparat.");
        await pernilla.Reads("EX 2026/9117");

        await pernilla.Press("Lås för kallelsen");
        await pernilla.IsTold("Rapporten är låst. Filerna är sparade som de går ut med kallelsen.");
        await pernilla.Look();
        var sent = await Download(pernilla);
        Assert.Equal(sent, await Download(pernilla));
        var stored = pernilla.Page.Locator("li", new() { Has = pernilla.Page.Locator("code.hash"), HasText = ".docx" });
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(sent)), (await stored.Locator("code.hash").TextContentAsync())!.Trim().ToLowerInvariant());

        await pernilla.Choose("Nämnden tar del av rapporten");
        await pernilla.Write("Sammanträdesdag", DateTime.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await pernilla.Write("Paragraf, till exempel § 42", "§ 42");
        await pernilla.Press("Skriv in beslutet");
        await pernilla.IsTold("Beslutet är inskrivet.");
        await Assertions.Expect(pernilla.Page.Locator(".next-step .badge")).ToHaveTextAsync("Beslutad");
        await pernilla.Reads("Nämnden har tagit del av rapporten, § 42");
        await pernilla.Look(thoroughly: true);
        Assert.Equal(sent, await Download(pernilla));
        await pernilla.Go("Översikt");
        await Assertions.Expect(pernilla.Waiting(board)).ToHaveCountAsync(0);
        pernilla.FoundNoFaults();
    }

    private static async Task<byte[]> Download(Visitor pernilla)
    {
        var download = await pernilla.Page.RunAndWaitForDownloadAsync(() => pernilla.Follow("Ladda ner Word-fil"));
        Assert.EndsWith(".docx", download.SuggestedFilename, StringComparison.Ordinal);
        return await File.ReadAllBytesAsync(await download.PathAsync());
    }
}
