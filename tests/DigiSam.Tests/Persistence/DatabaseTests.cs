using System.Diagnostics;
using DigiSam.Access;
using DigiSam.Installation;
using DigiSam.Organisation;
using DigiSam.Persistence;
using DigiSam.Tests.Support;
using Microsoft.Data.Sqlite;
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
    public async Task A_connection_keeps_what_is_confirmed_and_checks_references()
    {
        await using var installed = await Installed.Create();
        var (synchronous, foreignKeys, journal) = await installed.InDatabase(async database => (
            await database.Database.SqlQuery<long>($"SELECT synchronous AS \"Value\" FROM pragma_synchronous").SingleAsync(),
            await database.Database.SqlQuery<long>($"SELECT foreign_keys AS \"Value\" FROM pragma_foreign_keys").SingleAsync(),
            await database.Database.SqlQuery<string>($"SELECT journal_mode AS \"Value\" FROM pragma_journal_mode").SingleAsync()));
        Assert.Equal((2, 1, "wal"), (synchronous, foreignKeys, journal));
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
    public async Task A_row_left_in_the_migration_lock_by_a_killed_process_does_not_hang_the_next_start()
    {
        var folder = Directory.CreateTempSubdirectory("digisam-test-").FullName;
        var options = DatabaseOptions.InFolder(folder);
        await using (var connection = new SqliteConnection(options.Connection))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = """
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01');
                """;
            await command.ExecuteNonQueryAsync();
        }

        await using var services = new ServiceCollection().AddDigiSam(options, Installed.Definitions).BuildServiceProvider();
        var watch = Stopwatch.StartNew();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        Assert.Equal("Exempelkommunen", await services.GetRequiredService<InstallationSetup>().Open("Exempelkommunen", stop: patience.Token));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task The_command_line_works_beside_a_host_and_waits_for_no_one_when_nothing_must_change()
    {
        await using var installed = await Installed.Create();
        using var host = DataFolderLock.TryTake(installed.Folder);
        Assert.NotNull(host);
        Assert.Null(DataFolderLock.TryTake(installed.Folder));
        Assert.Equal("Exempelkommunen", await installed.Services.GetRequiredService<InstallationSetup>().Open());
    }

    [Fact]
    public async Task A_database_that_must_change_is_refused_while_a_host_owns_the_folder()
    {
        var folder = Directory.CreateTempSubdirectory("digisam-test-").FullName;
        using var host = DataFolderLock.TryTake(folder);
        await using var services = new ServiceCollection().AddDigiSam(DatabaseOptions.InFolder(folder), Installed.Definitions).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        await Assert.ThrowsAsync<DatabaseInUseException>(() => DatabaseUpkeep.BringUpToDate(
            scope.ServiceProvider.GetRequiredService<DigiSamContext>(), folder, folderIsOurs: false, TimeSpan.FromMilliseconds(300), CancellationToken.None));
    }

    [Fact]
    public async Task Opening_twice_makes_one_municipality_one_operator_and_one_timekeeper()
    {
        await using var installed = await Installed.Create();
        var setup = installed.Services.GetRequiredService<InstallationSetup>();
        Assert.Equal("Exempelkommunen", await setup.Open("Annan kommun"));
        Assert.Equal((1, 2, 2), (await installed.Count<Municipality>(), await installed.Count<Person>(), await installed.Count<RoleAssignment>()));
    }

    [Fact]
    public async Task The_model_and_the_migrations_say_the_same()
    {
        await using var installed = await Installed.Create();
        Assert.False(await installed.InDatabase(database => Task.FromResult(database.Database.HasPendingModelChanges())));
    }
}
