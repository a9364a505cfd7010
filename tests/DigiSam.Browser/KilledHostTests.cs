using System.Globalization;
using System.Text;
using DigiSam.Access;
using DigiSam.Installation;
using DigiSam.Organisation;
using DigiSam.Persistence;
using DigiSam.Processes;
using DigiSam.Requests;
using DigiSam.SamYears;
using DigiSam.Workflows.Running;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
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

    private ServiceProvider _services = null!;

    public async ValueTask InitializeAsync()
    {
        // The year before last, when nothing of last year had happened yet.
        await using var past = Services(new StandingClock(new DateTimeOffset(_year - 1, 12, 1, 8, 0, 0, TimeSpan.Zero)));
        await past.GetRequiredService<InstallationSetup>().Open("Exempelkommunen");
        var organisation = new StringBuilder("administration_code;administration;board;unit_code;unit\n");
        for (var unit = 1; unit <= Units; unit++)
            organisation.Append(CultureInfo.InvariantCulture, $"BUF;Barn- och utbildningsförvaltningen;Grundskolenämnden;E{unit};Skola {unit}\n");
        await Do(past, new ImportOrganisation("organisation.csv", Encoding.UTF8.GetBytes(organisation.ToString()), null, DryRun: false));
        await Do(past, new StartSamYears(await PlaceId(past, "BUF"), _year));
        await Do(past, new AddUser("Karin Ek", "karin.ek", new Secret(PeopleWithAccounts.Password), Role.Manager, await PlaceId(past, "E1")));
        _services = Services(TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
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
            left.Add(await Due());
        }

        await using var last = HostProcess.With(HostProcess.Dll, "--data", _data.Path, "--urls", address.ToString().TrimEnd('/'));
        await last.Address();
        for (var patience = 0; patience < 240 && await Due() > 0; patience++)
            await Task.Delay(500);

        Assert.Equal(0, await Due());
        Assert.True(left.Count(due => due > 0) > 1, "Hardly any host was killed while it had timers to act on.");
        await page.GotoAsync(new Uri(address, $"/sam-aret?ar={_year}").ToString());
        await Assertions.Expect(page.Locator("#plan .facts")).ToContainTextAsync($"Mål nummer {Kills}.");
        await OnceEach();
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

    private async Task OnceEach()
    {
        await using var scope = _services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<DigiSamContext>();
        Assert.Equal(5 * Units, await database.ProcessSteps.CountAsync(step => step.State == StepState.Open && step.IsOverdue));
        Assert.Equal(5 * Units, await database.InboxTasks.CountAsync(task => task.Kind == InboxTaskKind.Step));
        Assert.Equal(5 * Units, await database.InboxTasks.CountAsync(task => task.Kind == InboxTaskKind.Part));
        Assert.Equal(5 * Units, await database.ProcessEvents.CountAsync(happened => happened.Kind == ProcessEventKind.StepOpened));
        Assert.Equal(5 * Units, await database.ProcessEvents.CountAsync(happened => happened.Kind == ProcessEventKind.StepOverdue));
        Assert.Equal(0, await database.ProcessTimers.CountAsync(timer => timer.Failures > 0));
    }

    private async Task<int> Due()
    {
        await using var scope = _services.CreateAsyncScope();
        var now = TimeProvider.System.GetUtcNow();
        return await scope.ServiceProvider.GetRequiredService<DigiSamContext>().ProcessTimers.CountAsync(timer => timer.DoneAt == null && timer.DueAt <= now);
    }

    private ServiceProvider Services(TimeProvider clock) => new ServiceCollection()
        .AddSingleton(clock)
        .AddDigiSam(DatabaseOptions.InFolder(_data.Path), InstalledDefinitions.Read(DigiSamServices.ChecklistsFolder))
        .BuildServiceProvider();

    private static async Task<Guid> PlaceId(IServiceProvider services, string code)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DigiSamContext>().Places.Where(place => place.Code == code).Select(place => place.Id).SingleAsync();
    }

    private static async Task<T> Do<T>(IServiceProvider services, IRequest<T> request) =>
        Assert.IsType<Outcome<T>.Done>(await services.GetRequiredService<RequestSender>().Send(InstallationSetup.Operator, request)).Result;

    private sealed class StandingClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
