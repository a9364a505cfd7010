using DigiSam.Access;
using DigiSam.Browser.Paths;
using DigiSam.Checklists.Life;
using DigiSam.Demo;
using DigiSam.Installation;
using DigiSam.Organisation;
using DigiSam.Persistence;
using DigiSam.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(DemoFolder))]

namespace DigiSam.Browser.Paths;

/// <summary>The demo municipality in its smallest size, made once; every host of it gets a copy to itself.</summary>
public sealed class DemoFolder : IDisposable
{
    /// <summary>The user name of the manager of a unit beside the one that visitors are shown.</summary>
    public const string Neighbour = "nora.granne";

    private readonly TemporaryFolder _made = new();

    private readonly Lazy<Task> _making;

    public DemoFolder() => _making = new Lazy<Task>(Make);

    /// <summary>A copy that the one who asks owns.</summary>
    public async Task<TemporaryFolder> Copy()
    {
        await _making.Value;
        var copy = new TemporaryFolder();
        foreach (var file in Directory.EnumerateFiles(_made.Path, "digisam.db*"))
            File.Copy(file, Path.Combine(copy.Path, Path.GetFileName(file)));
        return copy;
    }

    public void Dispose() => _made.Dispose();

    private async Task Make()
    {
        await using (var services = new ServiceCollection()
            .AddDigiSam(DatabaseOptions.InFolder(_made.Path), InstalledDefinitions.Read(DigiSamServices.ChecklistsFolder))
            .BuildServiceProvider())
        {
            await services.GetRequiredService<InstallationSetup>().Open(Municipality.Unnamed);
            var sender = services.GetRequiredService<RequestSender>();
            Assert.IsType<Outcome<DemoMade>.Done>(await sender.Send(InstallationSetup.Operator, new MakeDemo(Units: 12, Years: 1)));
            Assert.IsType<Outcome<AddedUser>.Done>(await sender.Send(
                InstallationSetup.Operator, new AddUser("Nora Granne", Neighbour, new Secret(PeopleWithAccounts.Password), Role.Manager, await PlaceId(services, "BUF-F01"))));
            await Consult(services, sender);
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }

    /// <summary>Samira has sent the next version of a checklist for consultation.</summary>
    private static async Task Consult(ServiceProvider services, RequestSender sender)
    {
        await using var scope = services.CreateAsyncScope();
        var samira = await scope.ServiceProvider.GetRequiredService<DigiSamContext>().People.Where(person => person.Name == "Samira Haddad").Select(person => person.Id).SingleAsync();
        var draft = Guid.CreateVersion7();
        Assert.IsType<Outcome<Nothing>.Done>(await sender.Send(samira, new StartNextVersion(draft, "organisatorisk-och-social-arbetsmiljo")));
        Assert.IsType<Outcome<Nothing>.Done>(await sender.Send(samira, new SendForConsultation(draft, 1, Guid.CreateVersion7())));
    }

    private static async Task<Guid> PlaceId(IServiceProvider services, string code)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DigiSamContext>().Places.Where(place => place.Code == code).Select(place => place.Id).SingleAsync();
    }
}
