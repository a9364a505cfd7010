using DigiSam.Benchmarks.Hosts;
using DigiSam.Benchmarks.Measuring;

namespace DigiSam.Benchmarks.Pages;

/// <summary>How much longer pages take when the register is ten times as long.</summary>
internal static class Growth
{
    private const int RoundCount = 7;

    public static async Task<ResultTable> Measure(PublishedHost published, DemoDatabase small, DemoDatabase large)
    {
        await using var few = await PagePair.Start(published, small);
        await using var many = await PagePair.Start(published, large);
        var table = new ResultTable("Tio gånger så många risker: 3 000 och 30 000", "ms");
        foreach (var pair in (PagePair[])[few, many])
            await pair.Warm();
        foreach (var page in (PageAddress[])[PageAddresses.FirstOfRegister, PageAddresses.Overview])
        {
            var times = await Rounds.Measure(
                warmUps: 1, RoundCount, times: 25,
                () => many.Samira.Open(page.Address), () => few.Samira.Open(page.Address), () => many.Anyone.Open(page.Bare), () => few.Anyone.Open(page.Bare));
            var ratio = Rounds.Median(times[0]) / Rounds.Median(times[1]);
            table.Add($"{page.Name}, 30 000 risker", ResultTable.Show(times[0]), "samma sida, 3 000 risker", ResultTable.Show(times[1]), ratio, page == PageAddresses.FirstOfRegister ? Goal.AtMost(ratio, 1.5, " ×") : null);
            table.Add("  raderna som JSON, 30 000", ResultTable.Show(times[2]), "samma, 3 000", ResultTable.Show(times[3]), Rounds.Median(times[2]) / Rounds.Median(times[3]));
        }

        table.Note($"Två demokommuner med fem års historia, 45 och 450 enheter, läst som {Visitor.Samira}. Median av {RoundCount} varvade rundor om 25 sedan båda värdarna öppnat varje sida 200 gånger; inom parentes kortaste och längsta.");
        return table;
    }
}
