using DigiSam.Access;
using DigiSam.Checklists;
using DigiSam.Installation;
using DigiSam.Persistence;
using DigiSam.Requests;
using DigiSam.Risks;
using DigiSam.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DigiSam.Tests.PostgreSql;

/// <summary>What holds on a server alone: several hosts, several writers, and who may change the database's shape.</summary>
public sealed class ServerTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_empty_database_is_made_ready_by_one_of_four_hosts_that_start_at_once_and_has_one_municipality()
    {
        await using var empty = await ServerDatabase.Empty();
        var hosts = Enumerable.Range(0, 4).Select(_ => Host(empty)).ToList();
        var claims = await Task.WhenAll(hosts.Select(host => host.GetRequiredService<DatabaseEngine>().Claim(alone: false, Stop)));
        var opened = await Task.WhenAll(hosts.Zip(claims, async (host, claim) =>
        {
            await using (claim)
                return await host.GetRequiredService<InstallationSetup>().Open("Exempelkommunen", claim, Stop);
        }));
        Assert.All(opened, installation => Assert.Equal("Exempelkommunen", installation.Municipality));
        await using var scope = hosts[0].CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<DigiSamContext>();
        Assert.Equal((1, 2, 2), (await database.Municipalities.CountAsync(Stop), await database.People.CountAsync(Stop), await database.RoleAssignments.CountAsync(Stop)));
        foreach (var host in hosts)
            await host.DisposeAsync();
    }

    [Fact]
    public async Task Hosts_share_a_database_and_nobody_changes_its_shape_or_has_it_alone_beside_them()
    {
        await using var empty = await ServerDatabase.Empty();
        await using var host = Host(empty);
        var engine = host.GetRequiredService<DatabaseEngine>();
        await using var scope = host.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<DigiSamContext>();
        await using (await engine.Claim(alone: false, Stop))
        {
            await using var other = await engine.Claim(alone: false, Stop);
            Assert.NotNull(other);
            Assert.Null(await engine.Claim(alone: true, Stop));
            var refused = await Assert.ThrowsAsync<DatabaseInUseException>(() => DatabaseUpkeep.BringUpToDate(database, engine, ours: null, TimeSpan.FromMilliseconds(300), Stop));
            Assert.Contains("Stoppa värden", refused.Message, StringComparison.Ordinal);
            Assert.False(await other.BecomeAlone(Stop));
        }

        await using var alone = await engine.Claim(alone: true, Stop);
        Assert.NotNull(alone);
        Assert.Null(await engine.Claim(alone: false, Stop));
        await DatabaseUpkeep.BringUpToDate(database, engine, alone, TimeSpan.Zero, Stop);
        Assert.Empty(await database.Database.GetPendingMigrationsAsync(Stop));
    }

    [Fact]
    public async Task The_same_risk_sent_eight_times_at_once_through_two_hosts_is_one_risk()
    {
        await using var schools = await TwoSchools.Create();
        await using var second = Host(schools.Installed.Database, schools);
        var add = new AddRisk(schools.Birch, Guid.CreateVersion7(), "Hala golv", "Det är blött.", RiskCategory.Premises, RiskSource.Other, TwoSchools.Today);
        var outcomes = await AtOnce(8, index => Sender(index % 2 == 0 ? schools.Installed.Services : second).Send(schools.Manager, add, Stop));
        Assert.All(outcomes, outcome => Assert.IsType<Outcome<Guid>.Done>(outcome));
        Assert.Equal(1, await schools.Installed.Count<Risk>());
    }

    [Fact]
    public async Task Ten_people_who_write_to_one_risk_at_once_all_get_through_and_nothing_is_lost()
    {
        await using var schools = await TwoSchools.Create();
        var risk = await schools.Risk();
        var outcomes = await AtOnce(10, index => schools.Installed.SendAs(
            schools.Manager, new AssessRisk(schools.Birch, risk, Guid.CreateVersion7(), 1 + (index % 4), 2, Serious: false, $"Skäl {index}")));
        var done = outcomes.Count(outcome => outcome is Outcome<Nothing>.Done);
        Assert.All(outcomes, outcome => Assert.True(outcome is Outcome<Nothing>.Done or Outcome<Nothing>.Conflict, $"{outcome}"));
        Assert.Equal(done, await schools.Installed.Count<RiskAssessment>());
        Assert.True(done >= 5, $"{done} of 10 got through");
        var (audited, numbers) = await schools.Installed.InDatabase(async database => (
            await database.AuditEntries.CountAsync(entry => entry.Request == nameof(AssessRisk)),
            await database.Set<RiskEvent>().Where(happened => happened.RiskId == risk).Select(happened => happened.Number).ToListAsync()));
        Assert.Equal(done, audited);
        Assert.Equal(Enumerable.Range(1, numbers.Count), numbers.Order());
    }

    [Fact]
    public async Task A_password_tried_from_many_places_at_once_locks_the_account_as_if_tried_in_turn()
    {
        await using var installed = await Installed.Create();
        await installed.Do(new AddUser("Anna Berg", "anna.berg", new Secret("ett långt lösenord"), Role.Administrator));
        var let = await AtOnce(12, async _ =>
        {
            await using var scope = installed.Services.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<PasswordSignIn>().Check("anna.berg", new Secret("fel lösenord"));
        });
        Assert.All(let, Assert.Null);
        Assert.True(await installed.InDatabase(async database => (await database.Accounts.SingleAsync()).IsLocked(installed.Clock.GetUtcNow())));
    }

    [Fact]
    public async Task The_doctor_says_which_server_it_is()
    {
        await using var installed = await Installed.Create();
        var findings = await installed.Do(new CheckInstallation());
        Assert.Contains(findings, finding => finding.Text.StartsWith("Databasen svarar: PostgreSQL", StringComparison.Ordinal));
        Assert.DoesNotContain(findings, finding => finding.Severity == FindingSeverity.Fault);
    }

    private static async Task<TResult[]> AtOnce<TResult>(int count, Func<int, Task<TResult>> work)
    {
        var start = new TaskCompletionSource();
        var all = Enumerable.Range(0, count).Select(async index =>
        {
            await start.Task;
            return await Task.Run(() => work(index));
        }).ToList();
        start.SetResult();
        return await Task.WhenAll(all);
    }

    private static RequestSender Sender(IServiceProvider host) => host.GetRequiredService<RequestSender>();

    private static ServiceProvider Host(TestDatabase database) =>
        new ServiceCollection().AddDigiSam(database.Options, Installed.Definitions).BuildServiceProvider();

    private static ServiceProvider Host(DatabaseOptions database, TwoSchools schools) =>
        new ServiceCollection().AddSingleton<TimeProvider>(schools.Installed.Clock).AddDigiSam(database, Installed.Definitions).BuildServiceProvider();
}
