using DigiSam.Access;
using DigiSam.AnnualReports;
using DigiSam.Installation;
using DigiSam.Metrics;
using DigiSam.Organisation;
using DigiSam.Persistence;
using DigiSam.Processes;
using DigiSam.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace DigiSam.Tests.Support;

/// <summary>A whole installation in a folder of its own, with a clock that stands still: requests go through the pipeline.</summary>
internal sealed class Installed : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly TestDatabase _database;

    private Installed(string folder, TestDatabase database, ServiceProvider services, FakeTimeProvider clock)
    {
        Folder = folder;
        _database = database;
        _services = services;
        Clock = clock;
    }

    public string Folder { get; }

    public DatabaseOptions Database => _database.Options;

    public FakeTimeProvider Clock { get; }

    public IServiceProvider Services => _services;

    public static InstalledDefinitions Definitions { get; } = InstalledDefinitions.Read(DigiSamServices.ChecklistsFolder);

    public static async Task<Installed> Create(
        InstalledDefinitions? definitions = null, string municipality = "Exempelkommunen", InstalledProcesses? processes = null)
    {
        var folder = Directory.CreateTempSubdirectory("digisam-test-").FullName;
        var database = await TestDatabase.Make(folder);
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 14, 9, 0, 0, TimeSpan.Zero));
        var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(clock)
            .AddDigiSam(database.Options, definitions ?? Definitions, processes)
            .BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
        await services.GetRequiredService<InstallationSetup>().Open(municipality);
        return new Installed(folder, database, services, clock);
    }

    /// <summary>An installation with the organisation, figures and answers that Huddinge kommun published for 2024.</summary>
    public static async Task<Installed> WithHuddinge(InstalledDefinitions? definitions = null)
    {
        var installed = await Create(definitions, "Huddinge kommun");
        await installed.Do(new ImportOrganisation("organisation.csv", HuddingeFiles.Organisation, null, DryRun: false));
        foreach (var file in HuddingeFiles.PublishedValues)
            await installed.Do(new ImportPublishedValues(2024, file, HuddingeFiles.Read(file), file.Contains("position", StringComparison.Ordinal) ? "2024-04" : null, DryRun: false));
        await installed.Do(new ImportAnswers(2024, "answers-by-board-2024.csv", HuddingeFiles.Read("answers-by-board-2024.csv"), DryRun: false));
        await installed.Do(new ImportPublishedAnswers(2024, "report-answers-2024.csv", HuddingeFiles.Read("report-answers-2024.csv"), DryRun: false));
        return installed;
    }

    /// <summary>Sends as the operator and expects it to be done.</summary>
    public async Task<T> Do<T>(IRequest<T> request) => await Send(request) switch
    {
        Outcome<T>.Done done => done.Result,
        Outcome<T>.Broken broken => throw new InvalidOperationException($"{broken.Rule}: {broken.Message} {string.Join(" | ", broken.Details)}"),
        var other => throw new InvalidOperationException($"{other}"),
    };

    /// <summary>Sends as the operator and expects a rule to stand in the way.</summary>
    public async Task<Outcome<T>.Broken> Refused<T>(IRequest<T> request) => Assert.IsType<Outcome<T>.Broken>(await Send(request));

    public Task<Outcome<T>> Send<T>(IRequest<T> request) => SendAs(InstallationSetup.Operator, request);

    public Task<Outcome<T>> SendAs<T>(Guid person, IRequest<T> request) =>
        _services.GetRequiredService<RequestSender>().Send(person, request);

    /// <summary>A person with one role in one place, from <paramref name="from"/> to <paramref name="to"/>.</summary>
    public Task<Guid> PersonWith(Role role, Guid placeId, DateOnly? from = null, DateOnly? to = null) => InDatabase(async database =>
    {
        var person = new Person($"{role}");
        database.People.Add(person);
        await database.SaveChangesAsync();
        database.RoleAssignments.Add(new RoleAssignment(person.Id, role, placeId, from ?? DateOnly.MinValue, to));
        await database.SaveChangesAsync();
        return person.Id;
    });

    public Task<Guid> BoardId(string name) => Do(new FindBoard(name, 2024));

    public async Task<T> InDatabase<T>(Func<DigiSamContext, Task<T>> work)
    {
        await using var scope = _services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<DigiSamContext>());
    }

    public Task<int> Count<T>()
        where T : class => InDatabase(database => database.Set<T>().CountAsync());

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
