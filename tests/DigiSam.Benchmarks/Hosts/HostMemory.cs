using DigiSam.Benchmarks.Measuring;
using DigiSam.Benchmarks.Pages;

namespace DigiSam.Benchmarks.Hosts;

/// <summary>The memory that is in use after the same load, in new processes each round.</summary>
internal static class HostMemory
{
    private const int RoundCount = 3;

    private const int Times = 150;

    public static async Task<ResultTable> Measure(PublishedHost published, DemoDatabase data)
    {
        var (ours, bare) = (new List<double>(), new List<double>());
        for (var round = 0; round < RoundCount; round++)
        {
            await using var pair = await PagePair.Start(published, data);
            foreach (var page in PageAddresses.All.Where(page => page.Number == 1))
            {
                await Load.Run(pair.Samira, page.Address, atOnce: 8, Times);
                await Load.Run(pair.Anyone, page.Bare, atOnce: 8, Times);
            }

            ours.Add(await pair.Host.ResidentMemory() / 1024);
            bare.Add(await pair.Bare.ResidentMemory() / 1024);
        }

        var table = new ResultTable("Minne under samma belastning", "MB");
        var (sorted, bound) = (ours.Order().ToArray(), bare.Order().ToArray());
        var ratio = Rounds.Median(sorted) / Rounds.Median(bound);
        table.Add("Publicerad värd", ResultTable.Show(sorted), "bar Kestrel", ResultTable.Show(bound), ratio, Goal.AtMost(ratio, 3.5, " ×"));
        table.Note($"VmRSS efter {Times} öppningar av varje sida, åtta åt gången, i nystartade processer. Båda samlar skräp {(published.CollectsAsServer ? "som servrar" : "som arbetsstationer")}. Median av {RoundCount} rundor.");
        return table;
    }
}
