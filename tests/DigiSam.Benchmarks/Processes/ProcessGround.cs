using System.Globalization;
using System.Text;
using DigiSam.Installation;
using DigiSam.Organisation;
using DigiSam.Persistence;
using DigiSam.Processes;
using DigiSam.Requests;
using DigiSam.SamYears;
using MediatR;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DigiSam.Benchmarks.Processes;

/// <summary>Units with a SAM year each, in a folder of their own, under a clock that goes where it is told.</summary>
internal sealed class ProcessGround : IAsyncDisposable
{
    public const int Year = 2027;

    private readonly ServiceProvider _services;
    private readonly SettableClock _clock = new();

    private ProcessGround(string folder)
    {
        Folder = folder;
        _services = new ServiceCollection().AddSingleton<TimeProvider>(_clock)
            .AddDigiSam(DatabaseOptions.InFolder(folder), InstalledDefinitions.Read(DigiSamServices.ChecklistsFolder))
            .BuildServiceProvider(validateScopes: true);
    }

    public string Folder { get; }

    public string File => Path.Combine(Folder, "digisam.db");

    public TimerPump Pump => _services.GetRequiredService<TimerPump>();

    /// <summary>Units whose year has been started a month before it begins.</summary>
    public static async Task<ProcessGround> Create(int units)
    {
        var ground = new ProcessGround(Directory.CreateTempSubdirectory("digisam-benchmark-").FullName);
        ground.GoTo(new DateOnly(Year - 1, 12, 1));
        await ground._services.GetRequiredService<InstallationSetup>().Open("Exempelkommunen");
        var organisation = new StringBuilder("administration_code;administration;board;unit_code;unit\n");
        for (var unit = 1; unit <= units; unit++)
            organisation.Append(CultureInfo.InvariantCulture, $"BUF;Barn- och utbildningsförvaltningen;Grundskolenämnden;E{unit};Skola {unit}\n");
        await ground.Send(new ImportOrganisation("organisation.csv", Encoding.UTF8.GetBytes(organisation.ToString()), null, DryRun: false));
        await ground.Send(new StartSamYears((await ground.Places("BUF"))[0], Year));
        return ground;
    }

    /// <summary>A copy in a folder of its own, as it is now.</summary>
    public async Task<ProcessGround> Copy()
    {
        var folder = Directory.CreateTempSubdirectory("digisam-benchmark-").FullName;
        await using (var source = new SqliteConnection($"Data Source={File};Pooling=False"))
        await using (var target = new SqliteConnection($"Data Source={Path.Combine(folder, "digisam.db")};Pooling=False"))
        {
            await source.OpenAsync();
            await target.OpenAsync();
            source.BackupDatabase(target);
        }

        var copy = new ProcessGround(folder);
        copy.GoTo(new DateOnly(Year - 1, 12, 1));
        await copy._services.GetRequiredService<InstallationSetup>().Open("Exempelkommunen");
        return copy;
    }

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

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }

    private sealed class SettableClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
