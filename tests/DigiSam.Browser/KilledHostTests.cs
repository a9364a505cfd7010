using DigiSam.Persistence;
using Microsoft.Playwright;

namespace DigiSam.Browser;

/// <summary>
/// A host that is killed ten times while it acts on a year of overdue timers and while a manager saves: what was confirmed
/// on the screen is there afterwards, and every timer is acted on once.
/// </summary>
public sealed class KilledHostTests(Chromium chromium) : IAsyncLifetime
{
    private const int Kills = 10;

    private const int Units = 600;

    private readonly TemporaryFolder _data = new();

    private readonly int _year = DateTime.Today.Year - 1;

    private OverdueYears _years = null!;

    public async ValueTask InitializeAsync() => _years = await OverdueYears.Make(DatabaseOptions.InFolder(_data.Path), Units, _year, manager: "karin.ek");

    public async ValueTask DisposeAsync()
    {
        await _years.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _data.Dispose();
    }

    [Fact]
    public async Task What_was_confirmed_is_there_and_every_overdue_timer_is_acted_on_once()
    {
        var page = await chromium.NewPage();
        await using var first = HostProcess.On(_data);
        var address = await first.Address();
        await page.GotoAsync(new Uri(address, $"/logga-in?tillbaka={Uri.EscapeDataString($"/sam-aret?ar={_year}")}").ToString());
        await HostWithPeople.FillIn(page, "karin.ek", PeopleWithAccounts.Password);
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync($"SAM-året {_year}");
        await first.Kill();

        var left = new List<int>();
        for (var kill = 1; kill <= Kills; kill++)
        {
            await using var host = HostProcess.With(HostProcess.Dll, "--data", _data.Path, "--urls", address.ToString().TrimEnd('/'));
            await host.Address();
            await OpenPlan(page, address);
            if (kill > 1)
                await Assertions.Expect(page.Locator("#plan .facts")).ToContainTextAsync($"Mål nummer {kill - 1}.");
            await Save(page, $"Mål nummer {kill}.");
            await host.Kill();
            left.Add(await _years.Due());
        }

        await using var last = HostProcess.With(HostProcess.Dll, "--data", _data.Path, "--urls", address.ToString().TrimEnd('/'));
        await last.Address();
        for (var patience = 0; patience < 240 && await _years.Due() > 0; patience++)
            await Task.Delay(500);

        Assert.Equal(0, await _years.Due());
        Assert.True(left.Count(due => due > 0) > 1, "Hardly any host was killed while it had timers to act on.");
        await page.GotoAsync(new Uri(address, $"/sam-aret?ar={_year}").ToString());
        await Assertions.Expect(page.Locator("#plan .facts")).ToContainTextAsync($"Mål nummer {Kills}.");
        await _years.OnceEach();
        TestContext.Current.SendDiagnosticMessage($"Timers left to act on after each of {Kills} kills: {string.Join(", ", left)}.");
    }

    /// <summary>The plan can be written from when the pump has opened the step it belongs to.</summary>
    private async Task OpenPlan(IPage page, Uri address)
    {
        for (var patience = 0; patience < 120; patience++)
        {
            await page.GotoAsync(new Uri(address, $"/sam-aret?ar={_year}").ToString());
            if (await page.Locator("#plan form").CountAsync() > 0)
                return;
            await Task.Delay(250);
        }

        Assert.Fail("The first step of the year was not opened.");
    }

    private static async Task Save(IPage page, string goal)
    {
        if (!await page.GetByLabel("Enhetens OSA-mål").IsVisibleAsync())
            await page.GetByText("Ändra planen").ClickAsync();
        await page.GetByLabel("Enhetens OSA-mål").FillAsync(goal);
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara planen" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Planen är sparad.");
    }
}
