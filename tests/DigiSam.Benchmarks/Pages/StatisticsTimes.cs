using DigiSam.Benchmarks.Hosts;
using DigiSam.Benchmarks.Measuring;

namespace DigiSam.Benchmarks.Pages;

/// <summary>How long pages of statistics take in the largest municipality, beside a page of the same frame that reads no figures.</summary>
internal static class StatisticsTimes
{
    public const int Units = 3000;

    public const int Years = 2;

    private const int RoundCount = 5;

    private const int Openings = 30;

    private const string Frame = "/tillganglighet";

    private static readonly (string Name, string Address, string Who)[] Pages =
    [
        ("Statistik, hela kommunen", "/statistik", Visitor.Samira),
        ("Statistik, en enhet", "/statistik", "Karin Lindahl"),
        ("Läs in siffror", "/statistik/import", Visitor.Samira),
        ("Brott i serierna", "/statistik/brott", Visitor.Samira),
    ];

    public static async Task<ResultTable> Measure(PublishedHost published, DemoDatabase data)
    {
        await using var host = await published.Start(data);
        var visitors = new Dictionary<string, Visitor>();
        foreach (var who in Pages.Select(page => page.Who).Distinct())
            visitors[who] = await Visitor.SignIn(host, who);
        foreach (var page in Pages)
            await Load.Run(visitors[page.Who], page.Address, atOnce: 4, times: 120);
        await Load.Run(visitors[Visitor.Samira], Frame, atOnce: 4, times: 120);

        var (times, frame) = (Pages.Select(_ => new RoundTimes()).ToList(), new RoundTimes());
        for (var round = 0; round < RoundCount; round++)
        {
            foreach (var (page, taken) in Pages.Zip(times))
                taken.Add(await Load.Run(visitors[page.Who], page.Address, atOnce: 1, Openings));
            frame.Add(await Load.Run(visitors[Visitor.Samira], Frame, atOnce: 1, Openings));
        }

        var table = new ResultTable($"Statistik, {Units} enheter", "median / p95 i ms");
        foreach (var (page, taken) in Pages.Zip(times))
            table.Add(page.Name, Show(taken), "en sida utan siffror", Show(frame), taken.Median / frame.Median, Goal.AtMost(taken.P95, 100, " ms p95"));
        foreach (var visitor in visitors.Values)
            visitor.Dispose();
        table.Note($"En demo med {Units} enheter och {Years} hela år. En åt gången; median av {RoundCount} varvade rundor, av medianen och av p95.");
        return table;
    }

    private static string Show(RoundTimes times) => $"{ResultTable.Show(times.Median)} / {ResultTable.Show(times.P95)}";
}
