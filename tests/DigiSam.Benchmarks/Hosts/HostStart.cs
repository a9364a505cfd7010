using DigiSam.Benchmarks.Measuring;
using DigiSam.Benchmarks.Pages;

namespace DigiSam.Benchmarks.Hosts;

/// <summary>From the start of the process to the first page that it has answered.</summary>
internal static class HostStart
{
    private const int RoundCount = 5;

    public static async Task<ResultTable> Measure(PublishedHost published, DemoDatabase data)
    {
        var times = await Rounds.Measure(
            warmUps: 1, RoundCount, times: 1,
            () => FirstPage(published.Start(data), "/"),
            () => FirstPage(BareHost.Start(published, data), PageAddresses.FirstOfRegister.Bare));
        var table = new ResultTable("Från start till första sidan", "ms");
        var (ours, bare) = (Rounds.Median(times[0]), Rounds.Median(times[1]));
        table.Add("Publicerad värd, startsidan", ResultTable.Show(times[0]), "bar Kestrel, registrets rader", ResultTable.Show(times[1]), ours / bare, Goal.AtMost(ours / 1000, 3, " s"));
        table.Note($"Tiden går från att processen startas tills sidan är läst. Median av {RoundCount} varvade rundor.");
        return table;
    }

    private static async Task FirstPage(Task<RunningHost> starting, string address)
    {
        await using var host = await starting;
        using var anyone = Visitor.Anyone(host);
        await anyone.Open(address);
    }
}
