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

namespace DigiSam.Browser;

/// <summary>Units whose SAM year was started before it began, and that no host has looked after since: all its timers are due.</summary>
internal sealed class OverdueYears : IAsyncDisposable
{
    /// <summary>The steps of a year that open without anyone doing anything; the last waits for the second to be closed.</summary>
    private const int Opening = 5;

    private readonly DatabaseOptions _options;
    private readonly int _units;
    private readonly ServiceProvider _services;

    private OverdueYears(DatabaseOptions options, int units)
    {
        (_options, _units) = (options, units);
        _services = Services(TimeProvider.System);
    }

    /// <summary>Makes the units and starts their years a month before the first day of the year.</summary>
    /// <param name="manager">The name to sign in with of someone who is manager of the first unit; null for nobody.</param>
    public static async Task<OverdueYears> Make(DatabaseOptions options, int units, int year, string? manager = null)
    {
        var years = new OverdueYears(options, units);
        await using var past = years.Services(new StandingClock(new DateTimeOffset(year - 1, 12, 1, 8, 0, 0, TimeSpan.Zero)));
        await past.GetRequiredService<InstallationSetup>().Open("Exempelkommunen");
        var organisation = new StringBuilder("administration_code;administration;board;unit_code;unit\n");
        for (var unit = 1; unit <= units; unit++)
            organisation.Append(CultureInfo.InvariantCulture, $"BUF;Barn- och utbildningsförvaltningen;Grundskolenämnden;E{unit};Skola {unit}\n");
        await Do(past, new ImportOrganisation("organisation.csv", Encoding.UTF8.GetBytes(organisation.ToString()), null, DryRun: false));
        await Do(past, new StartSamYears(await PlaceId(past, "BUF"), year));
        if (manager is not null)
            await Do(past, new AddUser("Karin Ek", manager, new Secret(PeopleWithAccounts.Password), Role.Manager, await PlaceId(past, "E1")));
        return years;
    }

    /// <summary>How many timers are due and not acted on.</summary>
    public Task<int> Due() => InDatabase(database =>
    {
        var now = TimeProvider.System.GetUtcNow();
        return database.ProcessTimers.CountAsync(timer => timer.DoneAt == null && timer.DueAt <= now);
    });

    /// <summary>Every timer that has been acted on has been so once: of each thing that comes of one there is exactly one for a unit and step.</summary>
    public Task OnceEach() => InDatabase(async database =>
    {
        // The checklists of the program run by processes of their own.
        var years = database.Processes.Where(process => process.DefinitionKey == "sam-year").Select(process => process.Id);
        var tasks = database.InboxTasks.Where(task => years.Any(year => year == task.ProcessId));
        var events = database.ProcessEvents.Where(happened => years.Contains(happened.ProcessId));
        Assert.Equal(Opening * _units, await database.ProcessSteps.CountAsync(step => step.State == StepState.Open && step.IsOverdue && years.Contains(step.ProcessId)));
        Assert.Equal(Opening * _units, await tasks.CountAsync(task => task.Kind == InboxTaskKind.Step));
        Assert.Equal(Opening * _units, await tasks.CountAsync(task => task.Kind == InboxTaskKind.Part));
        Assert.Equal(Opening * _units, await events.CountAsync(happened => happened.Kind == ProcessEventKind.StepOpened));
        Assert.Equal(Opening * _units, await events.CountAsync(happened => happened.Kind == ProcessEventKind.StepOverdue));
        Assert.Equal(0, await database.ProcessTimers.CountAsync(timer => timer.Failures > 0));
        return 0;
    });

    public async Task<T> InDatabase<T>(Func<DigiSamContext, Task<T>> work)
    {
        await using var scope = _services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<DigiSamContext>());
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private ServiceProvider Services(TimeProvider clock) => new ServiceCollection()
        .AddSingleton(clock)
        .AddDigiSam(_options, InstalledDefinitions.Read(DigiSamServices.ChecklistsFolder))
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
