using System.Collections.Concurrent;
using DigiSam.Browser.Paths;
using Microsoft.Playwright;

namespace DigiSam.Browser.Accessibility;

/// <summary>Every page of the product, in every theme, much magnified and by its structure.</summary>
public sealed class EveryPageTests(Chromium chromium, DemoTown town) : IClassFixture<DemoTown>
{
    /// <summary>As many pages as one visitor goes through before another signs in.</summary>
    private const int VisitsInATurn = 8;

    [Fact]
    public void Every_page_is_visited()
    {
        Assert.True(PageRoutes.All.Count > 25);
        Assert.Empty(PageRoutes.Differences(PageRoutes.All, Visits.All));
    }

    [Fact]
    public void A_page_without_a_visit_and_a_visit_without_a_page_are_found() =>
        Assert.Equal(2, PageRoutes.Differences([.. PageRoutes.All, "/ny-sida/{Id:guid}"], [.. Visits.All, new Visit("/borttagen", null, "/")]).Count);

    [Fact]
    public async Task Every_page_can_be_read_and_used_in_every_theme_and_much_magnified()
    {
        var faults = new ConcurrentQueue<string>();
        var titles = new ConcurrentQueue<(string Title, string Page)>();
        var turns = Visits.All.GroupBy(visit => visit.Person).SelectMany(person => person.Chunk(VisitsInATurn)).OrderByDescending(turn => turn.Length);
        await Parallel.ForEachAsync(turns, new ParallelOptions { MaxDegreeOfParallelism = 3 }, async (turn, _) =>
        {
            var visitor = await Enter(turn[0].Person);
            foreach (var visit in turn)
            {
                foreach (var fault in await FaultsOf(visitor, visit, titles))
                    faults.Enqueue($"{visit}: {fault}");
            }

            await visitor.Page.Context.CloseAsync();
        });

        foreach (var same in titles.GroupBy(page => page.Title, page => page.Page, StringComparer.Ordinal).Where(same => same.Distinct(StringComparer.Ordinal).Count() > 1))
            faults.Enqueue($"pages share the title \"{same.Key}\": {string.Join(", ", same.Distinct(StringComparer.Ordinal))}");
        Assert.True(faults.IsEmpty, string.Join(Environment.NewLine, faults.Order(StringComparer.Ordinal)));
    }

    private async Task<Visitor> Enter(string? person)
    {
        var visitor = person is null ? new Visitor(await chromium.NewPage(), town.Address, "nobody") : await town.Enter(chromium, person);
        await FaultPage.ShowTo(visitor.Page);
        return visitor;
    }

    private static async Task<IReadOnlyList<string>> FaultsOf(Visitor visitor, Visit visit, ConcurrentQueue<(string Title, string Page)> titles)
    {
        try
        {
            var path = await Go(visitor, visit);
            titles.Enqueue((await visitor.Page.TitleAsync(), visit.Route ?? await visitor.Page.InnerTextAsync("h1")));
            var faults = await PageLook.FaultsOf(visitor.Page);
            return visit.Route is null || PageRoutes.Takes(visit.Route, path) ? faults : [$"came to {path}", .. faults];
        }
        catch (Exception stopped) when (stopped is PlaywrightException or TimeoutException)
        {
            return [$"the visit came no further: {stopped.Message}"];
        }
    }

    /// <summary>Opens the page of a visit as its person would; gives the path of its address.</summary>
    private static async Task<string> Go(Visitor visitor, Visit visit)
    {
        await visitor.Open(visit.From);
        foreach (var link in visit.Links)
            await visitor.Open(await visitor.Page.Locator(link).First.GetAttributeAsync("href") ?? throw new InvalidOperationException($"{visit}: {link} leads nowhere"));
        if (visit.Then is { } act)
            await act(visitor.Page);
        if (visit.Shows is { } shown)
            await Assertions.Expect(visitor.Page.Locator(shown).First).ToBeVisibleAsync();
        return new Uri(visitor.Page.Url).AbsolutePath;
    }
}
