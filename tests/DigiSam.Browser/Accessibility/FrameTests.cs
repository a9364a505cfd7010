using DigiSam.Browser.Paths;
using Microsoft.Playwright;

namespace DigiSam.Browser.Accessibility;

/// <summary>Parts of the frame that no page shows before someone asks for them or something has happened.</summary>
public sealed class FrameTests(Chromium chromium, DemoTown town) : IClassFixture<DemoTown>
{
    [Fact]
    public async Task The_menu_of_a_narrow_screen_opens_by_key_within_the_screen()
    {
        var page = (await town.Enter(chromium, "Karin Lindahl")).Page;
        await page.SetViewportSizeAsync(320, 568);
        await page.Locator(".side summary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".side details a").First).ToBeInViewportAsync(new() { Ratio = 1 });
        await Assertions.Expect(page.Locator(".side details a").Last).ToBeInViewportAsync(new() { Ratio = 1 });
        Assert.Empty(await page.EvaluateAsync<string[]>(PageScripts.Reach));
        Assert.Empty(await PageLook.ThemeFaultsOf(page));
    }

    [Fact]
    public async Task Much_magnified_nothing_stands_fast_over_what_one_reads()
    {
        var page = (await town.Enter(chromium, "Karin Lindahl")).Page;
        await page.SetViewportSizeAsync(320, 256);
        Assert.Equal("static", await page.Locator(".side").EvaluateAsync<string>("side => getComputedStyle(side).position"));
        await page.SetViewportSizeAsync(390, 844);
        Assert.Equal("fixed", await page.Locator(".side").EvaluateAsync<string>("side => getComputedStyle(side).position"));
    }

    [Fact]
    public async Task The_dialog_of_a_lost_connection_can_be_read_in_every_theme()
    {
        var samira = await town.Enter(chromium, "Samira Haddad");
        await samira.Open("/risker/matris");
        await samira.Page.EvaluateAsync("document.getElementById('components-reconnect-modal').showModal()");
        await Assertions.Expect(samira.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        Assert.Empty(await PageLook.ThemeFaultsOf(samira.Page));
    }

    [Fact]
    public async Task In_forced_colours_one_sees_where_one_is_and_what_is_chosen()
    {
        var karin = await town.Enter(chromium, "Karin Lindahl");
        await karin.Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
        await karin.Open("/ronder");
        Assert.Equal("solid", await Style(".side a[aria-current]", "outlineStyle"));
        Assert.Equal("none", await Style(".side a:not([aria-current])", "outlineStyle"));
        Assert.Equal(await Style("body", "backgroundColor"), await Style(".tabs a:not([aria-current])", "borderBottomColor"));
        Assert.NotEqual(await Style("body", "backgroundColor"), await Style(".tabs a[aria-current]", "borderBottomColor"));
        Assert.NotEqual(await Style(".quiet", "backgroundColor"), await Style(".page-head .action", "backgroundColor"));

        await karin.Open("/sam-aret");
        Assert.NotEqual(await Style(".wheel-arc.good", "strokeDasharray"), await Style(".wheel-arc.late", "strokeDasharray"));
        Assert.Equal(await Style("main", "color"), await Style(".wheel-name", "fill"));

        async Task<string> Style(string selector, string property) =>
            await karin.Page.Locator(selector).First.EvaluateAsync<string>("(part, property) => getComputedStyle(part)[property]", property);
    }
}
