using System.Globalization;
using Microsoft.Playwright;

namespace DigiSam.Browser.Accessibility;

/// <summary>Looks at the page that stands open, and says what is wrong with it in sentences.</summary>
internal static class PageLook
{
    /// <summary>A theme and a width; the frame is another where it is narrow. 640 is a screen of 1280 at 200 percent, 320 one at 400.</summary>
    private static readonly (string Name, int Width, ColorScheme Scheme, ForcedColors Forced)[] Themes =
    [
        ("light", 1280, ColorScheme.Light, ForcedColors.None),
        ("dark", 320, ColorScheme.Dark, ForcedColors.None),
        ("forced colours", 1280, ColorScheme.Dark, ForcedColors.Active),
    ];

    private static readonly int[] Narrow = [640, 320];

    public static async Task<IReadOnlyList<string>> FaultsOf(IPage page)
    {
        var faults = new List<string>();
        await page.EvaluateAsync(PageScripts.OpenEverything);
        faults.AddRange(await page.EvaluateAsync<string[]>(PageScripts.Structure));
        faults.AddRange(await ThemeFaultsOf(page));
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light, ForcedColors = ForcedColors.None });
        foreach (var width in Narrow)
        {
            await page.SetViewportSizeAsync(width, 844);
            faults.AddRange((await page.EvaluateAsync<string[]>(PageScripts.Reach)).Select(fault => string.Create(CultureInfo.InvariantCulture, $"{width} wide: {fault}")));
        }

        await page.SetViewportSizeAsync(1280, 844);
        faults.AddRange(await SkipLink(page));
        return faults;
    }

    /// <summary>What axe finds in each theme.</summary>
    public static async Task<IReadOnlyList<string>> ThemeFaultsOf(IPage page)
    {
        var faults = new List<string>();
        foreach (var (name, width, scheme, forced) in Themes)
        {
            await page.SetViewportSizeAsync(width, 844);
            await page.EmulateMediaAsync(new() { ColorScheme = scheme, ForcedColors = forced });
            faults.AddRange((await Axe.FaultsOf(page)).Select(fault => $"{name}: {fault}"));
        }

        return faults;
    }

    /// <summary>From the top of the page the first stop is the link past the menu, and it leads to the content.</summary>
    private static async Task<IReadOnlyList<string>> SkipLink(IPage page)
    {
        await page.EvaluateAsync("scrollTo(0, 0); document.activeElement?.blur(); document.body.setAttribute('tabindex', '-1'); document.body.focus(); document.body.removeAttribute('tabindex')");
        await page.Keyboard.PressAsync("Tab");
        if (!await page.EvaluateAsync<bool>("document.activeElement.matches('a.skip') && document.activeElement.getBoundingClientRect().left >= 0"))
            return [$"the first stop of the keyboard is no visible skip link: {await page.EvaluateAsync<string>("document.activeElement.outerHTML.slice(0, 120)")}"];
        await page.EvaluateAsync("window.sameDocument = true");
        await page.Keyboard.PressAsync("Enter");
        try
        {
            await Assertions.Expect(page.Locator("main")).ToBeFocusedAsync(new() { Timeout = 5_000 });
        }
        catch (PlaywrightException)
        {
            return ["the skip link does not lead to the content"];
        }

        return await page.EvaluateAsync<bool>("window.sameDocument === true") ? [] : ["the skip link loads the page anew: what was written is lost"];
    }
}
