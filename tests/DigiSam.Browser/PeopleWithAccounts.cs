using DigiSam.Access;
using DigiSam.Installation;
using DigiSam.Persistence;
using DigiSam.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DigiSam.Browser;

/// <summary>Puts people with accounts into a data folder, as the command line does beside a host.</summary>
internal static class PeopleWithAccounts
{
    public const string Password = "fyra gröna hästar";

    /// <summary>anna.berg is HR strategist; bo.ek had a role until the day before the first; the others are there to be locked out.</summary>
    public static async Task AddTo(TemporaryFolder data)
    {
        await using var services = new ServiceCollection()
            .AddDigiSam(DatabaseOptions.InFolder(data.Path), InstalledDefinitions.Read(DigiSamServices.ChecklistsFolder))
            .BuildServiceProvider();
        await services.GetRequiredService<InstallationSetup>().Open("Exempelkommunen");
        await Add(services, "anna.berg", "Anna Berg");
        await Add(services, "lisa.last", "Lisa Låst");
        await EndRoles(services, await Add(services, "bo.ek", "Bo Ek"));
    }

    private static async Task<Guid> Add(IServiceProvider services, string userName, string name)
    {
        var outcome = await services.GetRequiredService<RequestSender>().Send(
            InstallationSetup.Operator, new AddUser(name, userName, new Secret(Password), Role.HrStrategist, ValidFrom: new DateOnly(2020, 1, 1)));
        return Assert.IsType<Outcome<AddedUser>.Done>(outcome).Result.PersonId;
    }

    private static async Task EndRoles(IServiceProvider services, Guid person)
    {
        await using var scope = services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<DigiSamContext>();
        (await database.RoleAssignments.SingleAsync(role => role.PersonId == person)).End(new DateOnly(2020, 12, 31));
        await database.SaveChangesAsync();
    }
}
