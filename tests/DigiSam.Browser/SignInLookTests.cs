using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace DigiSam.Browser;

/// <summary>The pages of signing in, at their widest and narrowest, in light and dark.</summary>
public sealed class SignInLookTests(Chromium chromium, HostWithPeople host) : IClassFixture<HostWithPeople>
{
    public static readonly TheoryData<int, ColorScheme> Screens = new()
    {
        { 1280, ColorScheme.Light },
        { 1280, ColorScheme.Dark },
        { 390, ColorScheme.Light },
        { 390, ColorScheme.Dark },
    };

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Axe_finds_nothing_and_nothing_reaches_outside(int width, ColorScheme scheme)
    {
        var page = await chromium.NewPage(width, scheme);
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.Add(message.Text);

        await host.Open(page, "/logga-in");
        await Look(page, width, "Logga in");
        await HostWithPeople.FillIn(page, "finns.inte", "fel");
        await Look(page, width, "Logga in");
        await host.SignIn(page);
        await Look(page, width, "Översikt");
        await host.SignIn(await Fresh(page), "bo.ek");
        await Look(page, width, "Du har ingen roll i dag");
        Assert.Empty(complaints);
    }

    private static async Task<IPage> Fresh(IPage page)
    {
        await page.Context.ClearCookiesAsync();
        return page;
    }

    private static async Task Look(IPage page, int width, string heading)
    {
        Assert.Equal(heading, await page.InnerTextAsync("h1"));
        var found = await page.RunAxe();
        Assert.NotEmpty(found.Passes);
        Assert.Empty(found.Violations.Select(violation => $"{violation.Id}: {string.Join(", ", violation.Nodes.Select(node => node.Html))}"));
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }
}
