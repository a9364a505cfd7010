using System.Diagnostics;
using DigiSam.Installation;
using DigiSam.Persistence;
using DigiSam.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DigiSam.Tests.Persistence;

/// <summary>What holds for an SQLite file alone.</summary>
public sealed class SqliteFileTests
{
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
        Assert.Equal(new OpenedInstallation("Exempelkommunen", IsNew: true), await services.GetRequiredService<InstallationSetup>().Open("Exempelkommunen", stop: patience.Token));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task A_database_that_must_change_is_refused_while_a_host_owns_the_folder()
    {
        var folder = Directory.CreateTempSubdirectory("digisam-test-").FullName;
        using var host = DataFolderLock.TryTake(folder);
        await using var services = new ServiceCollection().AddDigiSam(DatabaseOptions.InFolder(folder), Installed.Definitions).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        await Assert.ThrowsAsync<DatabaseInUseException>(() => DatabaseUpkeep.BringUpToDate(
            scope.ServiceProvider.GetRequiredService<DigiSamContext>(), services.GetRequiredService<DatabaseEngine>(), ours: null, TimeSpan.FromMilliseconds(300), CancellationToken.None));
    }
}
