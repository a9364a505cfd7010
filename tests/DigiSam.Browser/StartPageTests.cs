using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace DigiSam.Browser;

public sealed class StartPageTests(Chromium chromium, SharedHost host) : IClassFixture<SharedHost>
{
    [Fact]
    public async Task The_start_page_has_language_title_and_one_heading()
    {
        var page = await Open();

        Assert.Equal("sv", await page.Locator("html").GetAttributeAsync("lang"));
        Assert.StartsWith("DigiSam", await page.TitleAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await page.Locator("h1").CountAsync());
        foreach (var landmark in new[] { AriaRole.Banner, AriaRole.Main, AriaRole.Contentinfo })
            Assert.Equal(1, await page.GetByRole(landmark).CountAsync());
        Assert.Contains("digisam user add", await page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/", 1280, ColorScheme.Light)]
    [InlineData("/", 390, ColorScheme.Light)]
    [InlineData("/", 1280, ColorScheme.Dark)]
    [InlineData("/", 390, ColorScheme.Dark)]
    [InlineData("/finns/inte", 390, ColorScheme.Light)]
    [InlineData("/finns/inte", 390, ColorScheme.Dark)]
    public async Task Axe_finds_nothing(string address, int width, ColorScheme scheme)
    {
        var page = await Open(address, width, scheme);

        var found = await page.RunAxe();

        Assert.NotEmpty(found.Passes);
        Assert.Empty(found.Violations.Select(violation => $"{violation.Id}: {string.Join(", ", violation.Nodes.Select(node => node.Html))}"));
    }

    [Fact]
    public async Task Dark_mode_is_dark_and_the_style_sheet_is_let_through()
    {
        var light = await Open();
        var dark = await Open(scheme: ColorScheme.Dark);

        Assert.Equal("rgb(250, 247, 240)", await Background(light));
        Assert.Equal("rgb(22, 27, 24)", await Background(dark));

        static Task<string> Background(IPage page) => page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
    }

    [Theory]
    [InlineData("/", 390)]
    [InlineData("/", 320)]
    [InlineData("/finns/inte", 320)]
    public async Task Nothing_reaches_outside_a_narrow_screen(string address, int width)
    {
        var page = await Open(address, width);

        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/finns/inte")]
    public async Task The_first_stop_of_the_keyboard_leads_past_the_header(string address)
    {
        var page = await Open(address);
        var skip = page.GetByRole(AriaRole.Link, new() { Name = "Hoppa till innehållet" });

        await page.Keyboard.PressAsync("Tab");
        Assert.True(await skip.EvaluateAsync<bool>("link => link === document.activeElement && link.getBoundingClientRect().left >= 0"));
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator("#innehall")).ToBeFocusedAsync();
        Assert.EndsWith($"{address}#innehall", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_browser_has_nothing_to_complain_about()
    {
        var page = await chromium.NewPage();
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.Add(message.Text);
        page.RequestFailed += (_, request) => complaints.Add(request.Url);

        await page.GotoAsync(host.Address.ToString(), new() { WaitUntil = WaitUntilState.NetworkIdle });

        Assert.Empty(complaints);
        Assert.All(await page.Context.CookiesAsync(), cookie => Assert.True(cookie is { Name: "digisam-formular", HttpOnly: true, Expires: -1 }, cookie.Name));
    }

    private async Task<IPage> Open(string address = "/", int width = 1280, ColorScheme scheme = ColorScheme.Light)
    {
        var page = await chromium.NewPage(width, scheme);
        await page.GotoAsync(new Uri(host.Address, address).ToString());
        return page;
    }
}
