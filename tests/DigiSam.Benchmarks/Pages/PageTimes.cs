using DigiSam.Benchmarks.Hosts;
using DigiSam.Benchmarks.Measuring;

namespace DigiSam.Benchmarks.Pages;

/// <summary>How long pages take for someone who is signed in, alone and with seven others, beside their rows as JSON.</summary>
internal static class PageTimes
{
    private const int RoundCount = 5;

    private const int Others = 8;

    /// <summary>How often a page is opened in a round, ours and the bare one, by one and by eight at once.</summary>
    private static readonly (int AtOnce, int Ours, int Bare)[] Loads = [(1, 30, 60), (Others, 160, 400)];

    public static async Task<ResultTable> Measure(PublishedHost published, DemoDatabase data)
    {
        await using var pair = await PagePair.Start(published, data);
        var pages = new List<(PageAddress Page, string Ours, string Bare)>();
        foreach (var page in PageAddresses.All)
        {
            var (ours, bare) = await pair.Find(page);
            pages.Add((page, ours, bare));
            await Load.Run(pair.Samira, ours, atOnce: 4, times: 120);
            await Load.Run(pair.Anyone, bare, atOnce: 4, times: 400);
        }

        var measured = pages.SelectMany(page => Loads.Select(load => (page, load, Ours: new RoundTimes(), Bare: new RoundTimes()))).ToList();
        for (var round = 0; round < RoundCount; round++)
        {
            foreach (var (page, load, ours, bare) in measured)
            {
                ours.Add(await Load.Run(pair.Samira, page.Ours, load.AtOnce, load.Ours));
                bare.Add(await Load.Run(pair.Anyone, page.Bare, load.AtOnce, load.Bare));
            }
        }

        var table = new ResultTable("Sidor, inloggad", "median / p95 i ms");
        foreach (var (page, load, ours, bare) in measured)
        {
            var ratio = ours.Median / bare.Median;
            table.Add($"{page.Page.Name}, {load.AtOnce} åt gången", Show(ours), "samma rader som JSON", Show(bare), ratio, GoalOf(page.Page, load.AtOnce, ratio, ours.P95));
        }

        table.Note($"Inloggad som {Visitor.Samira}, HR-strateg som läser hela kommunen: 450 enheter, fem år. Median av {RoundCount} varvade rundor, av medianen och av p95. Kvoten är medianernas.");
        table.Note("Gränsen är Kestrel med förberedda SQLite-frågor på samma databasfil. Registrets gräns är registrets rader; sidan visar också årets obedömda brister.");
        return table;
    }

    private static Goal GoalOf(PageAddress page, int atOnce, double ratio, double p95)
    {
        var soon = Goal.AtMost(p95, page == PageAddresses.FirstOfRegister && atOnce == Others ? 40 : 100, " ms p95");
        return page == PageAddresses.FirstOfRegister ? Goal.AtMost(ratio, 20, " ×").And(soon) : soon;
    }

    private static string Show(RoundTimes times) => $"{ResultTable.Show(times.Median)} / {ResultTable.Show(times.P95)}";
}
