using DigiSam.Browser;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace DigiSam.Browser;

/// <summary>
/// The browser of the tests: the Chromium that is installed, started once with a profile of its own. None is ever
/// downloaded; where there is none, tests that need it are skipped and say so.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Program = "/usr/bin/chromium";

    /// <summary>Busy machines are slow: within this, in milliseconds, a page has come.</summary>
    private const float Patience = 20_000;

    private IPlaywright? _playwright;

    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Program))
            return;
        Assertions.SetDefaultExpectTimeout(Patience);
        LetDriverRun();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Program,
            Headless = true,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        });
    }

    /// <summary>A blank page in a window of its own. Skips the test when there is no Chromium.</summary>
    public Task<IPage> NewPage(int width = 1280, ColorScheme scheme = ColorScheme.Light)
    {
        if (_browser is null)
            Assert.Skip($"{Program} is not installed; pages are not tested in a browser.");
        return _browser.NewPageAsync(new BrowserNewPageOptions
        {
            ColorScheme = scheme,
            Locale = "sv-SE",
            ViewportSize = new ViewportSize { Width = width, Height = 844 },
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.CloseAsync();
        _playwright?.Dispose();
    }

    /// <summary>The driver comes in a package, and packages lose the mark that lets a file be run.</summary>
    private static void LetDriverRun()
    {
        if (OperatingSystem.IsWindows())
            return;
        foreach (var node in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, ".playwright"), "node", SearchOption.AllDirectories))
            File.SetUnixFileMode(node, File.GetUnixFileMode(node) | UnixFileMode.UserExecute);
    }
}
