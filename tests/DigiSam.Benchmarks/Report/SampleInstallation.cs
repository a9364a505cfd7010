using DigiSam.AnnualReports;
using DigiSam.AnnualReports.Content;
using DigiSam.Imports;
using DigiSam.Installation;
using DigiSam.Metrics;
using DigiSam.Organisation;
using DigiSam.Persistence;
using DigiSam.Requests;
using MediatR;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace DigiSam.Benchmarks.Report;

/// <summary>A municipality in a temporary folder, filled with the files of a real annual report the way an operator fills it.</summary>
internal sealed class SampleInstallation : IAsyncDisposable
{
    public const int Year = 2024;

    private static readonly string Files = Path.Combine(AppContext.BaseDirectory, "huddinge");

    private readonly ServiceProvider _services;

    private SampleInstallation(string folder)
    {
        Folder = folder;
        Database = DatabaseOptions.InFolder(folder);
        _services = new ServiceCollection()
            .AddDigiSam(Database, InstalledDefinitions.Read(DigiSamServices.ChecklistsFolder))
            .BuildServiceProvider(validateScopes: true);
    }

    public string Folder { get; }

    public DatabaseOptions Database { get; }

    public static async Task<SampleInstallation> Create()
    {
        var sample = new SampleInstallation(Directory.CreateTempSubdirectory("digisam-benchmark-").FullName);
        await sample._services.GetRequiredService<InstallationSetup>().Open("Huddinge kommun");
        await sample.Import("organisation.csv", (file, content) => new ImportOrganisation(file, content, null, DryRun: false));
        foreach (var file in (string[])["incidents-2024.csv", "sick-leave-r12.csv", "turnover-r12.csv", "overtime-r12.csv"])
            await sample.Import(file, (name, content) => new ImportPublishedValues(Year, name, content, null, DryRun: false));
        await sample.Import("sick-leave-by-position-2024-04.csv", (file, content) => new ImportPublishedValues(Year, file, content, "2024-04", DryRun: false));
        await sample.Import("answers-by-board-2024.csv", (file, content) => new ImportAnswers(Year, file, content, DryRun: false));
        await sample.Import("report-answers-2024.csv", (file, content) => new ImportPublishedAnswers(Year, file, content, DryRun: false));
        return sample;
    }

    /// <summary>The municipality's report through the whole pipeline: authorised, validated, read and computed.</summary>
    public Task<AnnualReportContent> BuildReport() => Send(new BuildAnnualReport(Year, PlaceId: null));

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task Import(string file, Func<string, byte[], IRequest<ImportReport>> request) =>
        await Send(request(file, await File.ReadAllBytesAsync(Path.Combine(Files, file))));

    private async Task<T> Send<T>(IRequest<T> request) =>
        await _services.GetRequiredService<RequestSender>().Send(InstallationSetup.Operator, request) is Outcome<T>.Done done
            ? done.Result
            : throw new InvalidOperationException($"{request.GetType().Name} was refused.");
}
