using System.Data;
using System.Text.Json;
using DigiSam.Access;
using DigiSam.Installation;
using DigiSam.Organisation;
using DigiSam.Persistence;
using DigiSam.Processes;
using DigiSam.Tests.Support;
using DigiSam.Workflows.Definitions;
using DigiSam.Workflows.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace DigiSam.Tests.Processes.Conformance;

/// <summary>The default engine with its rows in the database of the run.</summary>
public sealed class DefaultEngine : IEngineUnderTest
{
    private readonly string _folder = Directory.CreateTempSubdirectory("digisam-conformance-").FullName;
    private readonly List<Guid> _places = [];
    private Installed _installed = null!;
    private ServiceProvider? _restarted;
    private FakeTimeProvider? _clock;

    public (Guid One, Guid Other) People { get; private set; }

    private IServiceProvider Services => _restarted ?? _installed.Services;

    private FakeTimeProvider Clock => _clock ?? _installed.Clock;

    public async Task Open(DateOnly day, params string[] definitions)
    {
        foreach (var text in definitions)
        {
            var root = JsonDocument.Parse(text).RootElement;
            var folder = Directory.CreateDirectory(Path.Combine(_folder, root.GetProperty("key").GetString()!));
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, $"{root.GetProperty("version").GetInt32()}.json"), text);
        }

        // What the demo and the reports of the product run by is not asked for here.
        _installed = await Installed.Create(processes: InstalledProcesses.Read(_folder, _ => []));
        await _installed.Do(new ImportOrganisation("organisation.csv", "administration_code;administration;board;unit_code;unit\nBUF;Bildning;Grundskolenämnden;E1;Björkskolan\n"u8.ToArray(), new DateOnly(2025, 1, 1), DryRun: false));
        GoTo(day);
        var unit = (await Places(1))[0];
        await _installed.PersonWith(Role.Manager, await _installed.InDatabase(database => database.Places.Where(place => place.Code == "BUF").Select(place => place.Id).SingleAsync()));
        People = (await _installed.PersonWith(Role.Manager, unit), await _installed.PersonWith(Role.Manager, unit));
    }

    public ProcessDefinition Definition(string key, int version = 1) => Services.GetRequiredService<InstalledProcesses>().Of(key, version);

    public async Task<IReadOnlyList<Guid>> Places(int count)
    {
        if (_places.Count == 0)
            _places.Add(await _installed.InDatabase(database => database.Places.Where(place => place.Code == "E1").Select(place => place.Id).SingleAsync()));
        // The engine wants places that exist, and not different ones.
        return [.. Enumerable.Repeat(_places[0], count)];
    }

    // Eight in the morning by Swedish clocks, or later: timers fall at five.
    public void GoTo(DateOnly day)
    {
        var to = new DateTimeOffset(day, new TimeOnly(8, 0), TimeSpan.Zero);
        if (to < Clock.GetUtcNow())
            Clock.AdjustTime(to);
        else
            Clock.SetUtcNow(to);
    }

    public async Task<T> Do<T>(Guid person, Func<IProcesses, Task<T>> act)
    {
        var engine = Services.GetRequiredService<DatabaseEngine>();
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await Use(person, act, commit: true);
            }
            catch (Exception fault) when (attempt < engine.TriesAfter(fault))
            {
                await Task.Delay(Random.Shared.Next(5, 50));
            }
        }
    }

    public Task GiveUp(Func<IProcesses, Task> act) => Use(People.One, async port => { await act(port); return true; }, commit: false);

    public Task Pump() => Services.GetRequiredService<TimerPump>().RunOnce(default);

    public Task<int> Timers(Guid instance) => InDatabase(database => database.ProcessTimers.CountAsync(timer => timer.ProcessId == instance && timer.DoneAt == null));

    public Task<IReadOnlyList<string>> Tasks(Guid instance) => InDatabase<IReadOnlyList<string>>(async database =>
        [.. (await database.InboxTasks.Where(task => task.ProcessId == instance && task.DoneAt == null).ToListAsync()).Select(task => task.Kind.ToString())]);

    public Task Corrupt(Guid instance) => InDatabase(database =>
        database.ProcessSteps.Where(step => step.ProcessId == instance).ExecuteUpdateAsync(change => change.SetProperty(step => step.Key, "nonsense")));

    public async Task Restart()
    {
        var now = Clock.GetUtcNow();
        if (_restarted is not null)
            await _restarted.DisposeAsync();
        _clock = new FakeTimeProvider(now);
        _restarted = new ServiceCollection().AddSingleton<TimeProvider>(_clock)
            .AddDigiSam(_installed.Database, Installed.Definitions, InstalledProcesses.Read(_folder, _ => []))
            .BuildServiceProvider();
        await _restarted.GetRequiredService<InstallationSetup>().Open("Exempelkommunen");
    }

    public async ValueTask DisposeAsync()
    {
        if (_restarted is not null)
            await _restarted.DisposeAsync();
        if (_installed is not null)
            await _installed.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    // As a command does it: behind the gate, in one transaction that is alone.
    private async Task<T> Use<T>(Guid person, Func<IProcesses, Task<T>> act, bool commit)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().PersonId = person;
        var database = scope.ServiceProvider.GetRequiredService<DigiSamContext>();
        using var turn = await scope.ServiceProvider.GetRequiredService<WriteGate>().Enter(default);
        await using var transaction = await database.Database.BeginTransactionAsync(IsolationLevel.Serializable);
        var result = await act(scope.ServiceProvider.GetRequiredService<IProcesses>());
        await database.SaveChangesAsync();
        if (commit)
            await transaction.CommitAsync();
        return result;
    }

    private async Task<T> InDatabase<T>(Func<DigiSamContext, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<DigiSamContext>());
    }
}
