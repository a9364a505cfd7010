using System.Globalization;
using System.Text;
using DigiSam.Installation;
using DigiSam.Organisation;
using DigiSam.Persistence;
using DigiSam.Processes;
using DigiSam.Requests;
using DigiSam.SamYears;
using DigiSam.Tests.PostgreSql;
using MediatR;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DigiSam.Benchmarks.Processes;

/// <summary>Units with a SAM year each, in a folder of their own, under a clock that goes where it is told.</summary>
internal sealed class ProcessGround : IAsyncDisposable
{
    public const int Year = 2027;

    private readonly ServiceProvider _services;
    private readonly SettableClock _clock = new();

    private readonly Func<ValueTask> _remove;
    private int _refused;

    private ProcessGround(DatabaseOptions database, Func<ValueTask> remove)
    {
        (Database, _remove) = (database, remove);
        _services = new ServiceCollection().AddSingleton<TimeProvider>(_clock)
            .AddDigiSam(database, InstalledDefinitions.Read(DigiSamServices.ChecklistsFolder))
            .BuildServiceProvider(validateScopes: true);
    }

    public DatabaseOptions Database { get; }

    /// <summary>The SQLite file.</summary>
    public string File => Path.Combine(Database.DataFolder!, "digisam.db");

    public TimerPump Pump => _services.GetRequiredService<TimerPump>();

    /// <summary>Units whose year has been started a month before it begins.</summary>
    /// <param name="server">Where the database is made; an SQLite file when null.</param>
    public static async Task<ProcessGround> Create(int units, Cluster? server = null)
    {
        var ground = server is null ? InNewFolder() : await OnServer(server, "template0");
        ground.GoTo(new DateOnly(Year - 1, 12, 1));
        await ground._services.GetRequiredService<InstallationSetup>().Open("Exempelkommunen");
        var organisation = new StringBuilder("administration_code;administration;board;unit_code;unit\n");
        for (var unit = 1; unit <= units; unit++)
            organisation.Append(CultureInfo.InvariantCulture, $"BUF;Barn- och utbildningsförvaltningen;Grundskolenämnden;E{unit};Skola {unit}\n");
        await ground.Send(new ImportOrganisation("organisation.csv", Encoding.UTF8.GetBytes(organisation.ToString()), null, DryRun: false));
        await ground.Send(new StartSamYears((await ground.Places("BUF"))[0], Year));
        return ground;
    }

    /// <summary>A copy of its own, as it is now.</summary>
    /// <param name="server">The server it is on; null for an SQLite file.</param>
    public async Task<ProcessGround> Copy(Cluster? server = null)
    {
        ProcessGround copy;
        if (server is null)
        {
            copy = InNewFolder();
            await using var source = new SqliteConnection($"Data Source={File};Pooling=False");
            await using var target = new SqliteConnection($"Data Source={copy.File};Pooling=False");
            await source.OpenAsync();
            await target.OpenAsync();
            source.BackupDatabase(target);
        }
        else
        {
            NpgsqlConnection.ClearAllPools(); // A template is copied while nobody uses it.
            copy = await OnServer(server, new NpgsqlConnectionStringBuilder(Database.Connection).Database!);
        }

        copy.GoTo(new DateOnly(Year - 1, 12, 1));
        await copy._services.GetRequiredService<InstallationSetup>().Open("Exempelkommunen");
        return copy;
    }

    /// <summary>A second host on the same database of a server.</summary>
    public ProcessGround Beside() => new(Database, () => ValueTask.CompletedTask);

    /// <summary>Eight in the morning of a day.</summary>
    public void GoTo(DateOnly day) => _clock.Now = new DateTimeOffset(day, new TimeOnly(8, 0), TimeSpan.Zero);

    public async Task<IReadOnlyList<Guid>> Places(string codes)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DigiSamContext>().Places
            .Where(place => place.Code != null && place.Code.StartsWith(codes)).OrderBy(place => place.Id).Select(place => place.Id).ToListAsync();
    }

    public async Task<T> Send<T>(IRequest<T> request) =>
        await _services.GetRequiredService<RequestSender>().Send(InstallationSetup.Operator, request) is Outcome<T>.Done done
            ? done.Result
            : throw new InvalidOperationException($"{request.GetType().Name} was refused.");

    /// <summary>Goes to the summer, when several steps are open.</summary>
    public async Task Begin()
    {
        GoTo(new DateOnly(Year, 6, 1));
        await Pump.RunOnce(default);
    }

    /// <summary>So many transitions, of so many units at once: a step is closed and opened again.</summary>
    public async Task CloseAndReopen(int units, int count)
    {
        var places = (await Places("E")).Take(units);
        await Task.WhenAll(places.Select(unit => Task.Run(async () =>
        {
            for (var pair = 0; pair < count / units / 2; pair++)
            {
                await SendUntilDone(new CloseStep(unit, Year, "investigate"));
                await SendUntilDone(new ReopenStep(unit, Year, "investigate"));
            }
        })));
    }

    /// <summary>How many commands were refused for others that ran at the same time, and sent again.</summary>
    public int Refused => _refused;

    /// <summary>How many timers are due and not acted on.</summary>
    public async Task<int> Due()
    {
        await using var scope = _services.CreateAsyncScope();
        var now = _clock.Now;
        return await scope.ServiceProvider.GetRequiredService<DigiSamContext>().ProcessTimers.CountAsync(timer => timer.DoneAt == null && timer.DueAt <= now);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _remove();
    }

    private async Task SendUntilDone<T>(IRequest<T> request)
    {
        while (true)
        {
            var outcome = await _services.GetRequiredService<RequestSender>().Send(InstallationSetup.Operator, request);
            if (outcome is Outcome<T>.Done)
                return;
            if (outcome is not Outcome<T>.Conflict)
                throw new InvalidOperationException($"{request.GetType().Name} was refused: {outcome}");
            Interlocked.Increment(ref _refused);
        }
    }

    private static ProcessGround InNewFolder()
    {
        var folder = Directory.CreateTempSubdirectory("digisam-benchmark-").FullName;
        return new ProcessGround(DatabaseOptions.InFolder(folder), () =>
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
            return ValueTask.CompletedTask;
        });
    }

    private static async Task<ProcessGround> OnServer(Cluster server, string template)
    {
        var connection = await server.Create(template);
        return new ProcessGround(DatabaseOptions.ByConnection(connection), async () => await server.Drop(connection));
    }

    private sealed class SettableClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
