using DigiSam.Access;
using DigiSam.Installation;
using DigiSam.Organisation;
using DigiSam.Persistence;
using DigiSam.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DigiSam.Tests.Persistence;

public sealed class DatabaseTests
{
    [Fact]
    public async Task The_second_of_two_editors_is_told_and_overwrites_nothing()
    {
        await using var installed = await Installed.Create();
        await using var scopes = installed.Services.CreateAsyncScope();
        await using var first = scopes.ServiceProvider.GetRequiredService<DigiSamContext>();
        var mine = await first.Places.SingleAsync();
        await installed.InDatabase(async second =>
        {
            (await second.Places.SingleAsync()).End(new DateOnly(2030, 12, 31));
            return await second.SaveChangesAsync();
        });
        mine.End(new DateOnly(2029, 12, 31));
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => first.SaveChangesAsync());
        var (last, rev) = await installed.InDatabase(async database => (await database.Places.SingleAsync()) is var place ? (place.ValidTo, place.Rev) : default);
        Assert.Equal((new DateOnly(2030, 12, 31), 2), (last, rev));
    }

    [Fact]
    public async Task Instants_are_ordered_and_compared_in_the_database()
    {
        await using var installed = await Installed.Create();
        var at = installed.Clock.GetUtcNow();
        for (var hour = 0; hour < 3; hour++)
        {
            installed.Clock.Advance(TimeSpan.FromHours(1));
            await installed.Do(new ImportOrganisation("organisation.csv", HuddingeFiles.Organisation, null, DryRun: false));
        }

        var found = await installed.InDatabase(database => database.AuditEntries
            .Where(entry => entry.At > at.AddMinutes(90)).OrderByDescending(entry => entry.At).Select(entry => entry.At).ToListAsync());
        Assert.Equal([at.AddHours(3), at.AddHours(2)], found);
    }

    [Fact]
    public async Task The_command_line_works_beside_a_host_and_waits_for_no_one_when_nothing_must_change()
    {
        await using var installed = await Installed.Create();
        var engine = installed.Services.GetRequiredService<DatabaseEngine>();
        await using var host = await engine.Claim(alone: false, TestContext.Current.CancellationToken);
        Assert.NotNull(host);
        Assert.Null(await engine.Claim(alone: true, TestContext.Current.CancellationToken));
        Assert.Equal(new OpenedInstallation("Exempelkommunen", IsNew: false), await installed.Services.GetRequiredService<InstallationSetup>().Open());
    }

    [Fact]
    public async Task Opening_twice_makes_one_municipality_one_operator_and_one_timekeeper()
    {
        await using var installed = await Installed.Create();
        var setup = installed.Services.GetRequiredService<InstallationSetup>();
        Assert.Equal(new OpenedInstallation("Exempelkommunen", IsNew: false), await setup.Open("Annan kommun"));
        Assert.Equal((1, 2, 2), (await installed.Count<Municipality>(), await installed.Count<Person>(), await installed.Count<RoleAssignment>()));
    }

    [Fact]
    public async Task The_model_and_the_migrations_say_the_same()
    {
        await using var installed = await Installed.Create();
        Assert.False(await installed.InDatabase(database => Task.FromResult(database.Database.HasPendingModelChanges())));
    }
}
