using System.IO.Compression;
using DigiSam.Cli;
using DigiSam.Persistence;
using DigiSam.Tests.Support;
using Microsoft.Data.Sqlite;

namespace DigiSam.Tests.Backups;

/// <summary>Backups that are not made, or not of everything, and what is left then: nothing that looks like one.</summary>
public sealed class RefusedBackupTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    private string Target => _folder.Of("kopior/kopia.zip");

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(_folder.Of("kopior"));
        Assert.Equal(ExitCode.Ok, (await CliRun.Of("doctor", "--data", _folder.Data, "--municipality", "Exempelkommunen")).Exit);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_file_that_is_there_is_replaced_only_when_that_is_said()
    {
        _folder.Write("kopior/kopia.zip", "förra kopian");
        var refused = await CliRun.Of("backup", Target, "--data", _folder.Data);
        Assert.Equal((ExitCode.Refused, ""), (refused.Exit, refused.Output));
        Assert.Contains($"{Target} finns redan.", refused.Errors, StringComparison.Ordinal);
        Assert.Equal("förra kopian", await File.ReadAllTextAsync(Target));

        Assert.Equal(ExitCode.Ok, (await CliRun.Of("backup", Target, "--force", "--data", _folder.Data)).Exit);
        Assert.Equal(ExitCode.Ok, (await CliRun.Of("restore", Target, "--dry-run", "--data", _folder.Of("ny"))).Exit);
    }

    [Theory]
    [InlineData("kopior", "är en mapp")]
    [InlineData("finns-inte/kopia.zip", "finns inte. Skapa den")]
    [InlineData("data/kopia.zip", "ligger i datamappen")]
    [InlineData("data/digisam.db", "ligger i datamappen")]
    public async Task A_wrong_place_is_refused(string target, string said)
    {
        var run = await CliRun.Of("backup", _folder.Of(target), "--force", "--data", _folder.Data);
        Assert.Equal((ExitCode.Refused, ""), (run.Exit, run.Output));
        Assert.Contains(said, run.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.Of("kopior")));
    }

    [Fact]
    public async Task A_folder_without_a_database_is_refused_and_none_is_made()
    {
        var run = await CliRun.Of("backup", Target, "--data", _folder.Of("tom"));
        Assert.Equal((ExitCode.Refused, ""), (run.Exit, run.Output));
        Assert.Contains("Det finns ingen databas att säkerhetskopiera", run.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.Of("tom")));
    }

    [Theory]
    [InlineData("backup")]
    [InlineData("restore")]
    public async Task A_database_on_a_server_is_left_to_the_servers_own_tools(string command)
    {
        var run = await CliRun.Of(command, Target, "--db", "Host=db.example.org;Database=digisam;Username=digisam;Password=hemligt");
        Assert.Equal((ExitCode.Refused, ""), (run.Exit, run.Output));
        Assert.Contains("PostgreSQL-databasen digisam på db.example.org säkerhetskopieras och återställs med PostgreSQL:s egna verktyg, pg_dump och pg_restore.", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("hemligt", run.All, StringComparison.Ordinal);
        Assert.True(File.Exists(RepositoryFolder.Of("docs", "drift", "postgresql.md")));
    }

    [Fact]
    public async Task A_damaged_database_gives_no_backup()
    {
        SqliteConnection.ClearAllPools();
        DatabaseContents.BytesAfterCheckpoint(_folder.Data);
        await File.WriteAllTextAsync(_folder.Of("data/digisam.db"), new string('x', 9000));
        var run = await CliRun.Of("backup", Target, "--data", _folder.Data);
        Assert.Equal((ExitCode.Installation, ""), (run.Exit, run.Output));
        Assert.Contains("Databasfilen är skadad", run.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.Of("kopior")));
    }

    [Fact]
    public async Task Rows_that_point_nowhere_give_no_backup()
    {
        await RawDatabase.Execute(_folder.Data, "PRAGMA foreign_keys=OFF; UPDATE RoleAssignments SET PlaceId = '00000000-0000-7000-8000-000000000002' WHERE rowid = (SELECT max(rowid) FROM RoleAssignments)");
        var run = await CliRun.Of("backup", Target, "--data", _folder.Data);
        Assert.Equal((ExitCode.Refused, ""), (run.Exit, run.Output));
        Assert.Contains("Ingen säkerhetskopia gjordes: rader pekar på rader som inte finns i RoleAssignments. Kör digisam doctor.", run.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.Of("kopior")));
    }

    [Fact]
    public async Task A_blob_that_is_not_what_its_name_says_is_left_out_and_reported()
    {
        var (whole, damaged) = (BlobFolder.Add(_folder.Data, "hel"), BlobFolder.Add(_folder.Data, "skadad"));
        await File.WriteAllTextAsync(_folder.Of($"data/blobs/{damaged}"), "skad");
        var run = await CliRun.Of("backup", Target, "--data", _folder.Data);
        Assert.Equal(ExitCode.Refused, run.Exit);
        Assert.Contains("En bilaga är inte med: innehållet stämmer inte med namnet", run.Errors, StringComparison.Ordinal);
        Assert.Contains($"blobs/{damaged}", run.Errors, StringComparison.Ordinal);
        Assert.Contains("1 bilaga (3 byte)", run.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, (await CliRun.Of("restore", Target, "--data", _folder.Of("ny"))).Exit);
        Assert.Equal([whole], BlobFolder.Names(_folder.Of("ny")));
    }

    [Fact]
    public async Task What_an_interrupted_backup_left_is_overwritten_by_the_next()
    {
        _folder.Write("kopior/kopia.zip.ofardig", new string('x', 100_000));
        _folder.Write("kopior/kopia.zip.ofardig.db", new string('x', 100_000));
        Assert.Equal(ExitCode.Ok, (await CliRun.Of("backup", Target, "--data", _folder.Data)).Exit);
        Assert.Equal([Target], Directory.GetFiles(_folder.Of("kopior")));
        await using var archive = await ZipFile.OpenReadAsync(Target);
        Assert.Equal(2, archive.Entries.Count);
    }

    [Fact]
    public async Task A_backup_waits_for_a_restore_and_is_of_what_it_restored()
    {
        SqliteConnection.ClearAllPools();
        DatabaseContents.BytesAfterCheckpoint(_folder.Data);
        var (database, prepared) = (_folder.Of("data/digisam.db"), _folder.Of("data/.aterstallning/digisam.db"));
        var restoring = DataFolderLock.TryTake(_folder.Data);
        Assert.NotNull(restoring);
        Directory.CreateDirectory(Path.GetDirectoryName(prepared)!);
        File.Move(database, prepared);
        _folder.Write("data/digisam.db", new string('x', 9000));

        var backup = CliRun.Of("backup", Target, "--data", _folder.Data);
        File.Move(prepared, database, overwrite: true);
        Directory.Delete(Path.GetDirectoryName(prepared)!);
        restoring.Dispose();

        var run = await backup;
        Assert.True(run.Exit == ExitCode.Ok, run.All);
        Assert.Equal(ExitCode.Ok, (await CliRun.Of("restore", Target, "--dry-run", "--data", _folder.Of("ny"))).Exit);
    }

    [Fact]
    public async Task What_a_killed_restore_left_is_removed_by_a_backup()
    {
        Directory.CreateDirectory(_folder.Of("data/.aterstallning"));
        _folder.Write("data/.aterstallning/digisam.db", "halv");
        Assert.Equal(ExitCode.Ok, (await CliRun.Of("backup", Target, "--data", _folder.Data)).Exit);
        Assert.False(Directory.Exists(_folder.Of("data/.aterstallning")));
    }

    [Fact]
    public async Task A_full_disk_leaves_nothing_that_looks_like_a_backup()
    {
        for (var blob = 0; blob < 3; blob++)
            BlobFolder.Add(_folder.Data, new string((char)('a' + blob), 3_000_000));
        foreach (var megabytes in new[] { "1", "6" })
        {
            const string OnSmallDisk = "mount -t tmpfs -o size=$1m tmpfs \"$2\" || exit 77; dotnet \"$3\" backup \"$2/kopia.zip\" --data \"$4\"; exit=$?; ls -A \"$2\"; exit $exit";
            var run = await RealProgram.OfProgram("unshare", "--map-root-user", "--mount", "bash", "-c", OnSmallDisk, "digisam", megabytes, _folder.Of("kopior"), RealProgram.Dll, _folder.Data);
            Assert.SkipWhen(run.Exit is 1 or 77 && !run.Errors.Contains("isken", StringComparison.Ordinal), "No disk can be mounted here.");
            Assert.Equal((ExitCode.Installation, ""), (run.Exit, run.Output));
            Assert.Contains("isken är full", run.Errors, StringComparison.Ordinal);
        }

        Assert.Equal(ExitCode.Ok, (await CliRun.Of("backup", Target, "--data", _folder.Data)).Exit);
    }
}
