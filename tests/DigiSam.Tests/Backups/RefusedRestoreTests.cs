using DigiSam.Cli;
using DigiSam.Persistence;
using DigiSam.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace DigiSam.Tests.Backups;

/// <summary>What is not a whole and sound backup of this program is refused, and nothing has changed then.</summary>
public sealed class RefusedRestoreTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    private string Good => _folder.Of("kopia.zip");

    public static TheoryData<string, string> Changes => new()
    {
        { "text", "filen är ingen säkerhetskopia från DigiSam, eller är avbruten eller skadad" },
        { "empty", "filen är ingen säkerhetskopia från DigiSam, eller är avbruten eller skadad" },
        { "truncated", "filen är ingen säkerhetskopia från DigiSam, eller är avbruten eller skadad" },
        { "missing", "filen finns inte" },
        { "folder", "är en mapp" },
        { "foreign", "(manifest.json saknas)" },
        { "manifest-text", "manifest.json går inte att tyda" },
        { "manifest-lacks", "manifest.json går inte att tyda" },
        { "manifest-more", "manifest.json går inte att tyda" },
        { "manifest-null", "manifest.json går inte att tyda" },
        { "manifest-no-database", "manifest.json går inte ihop" },
        { "stranger", "den innehåller \"extra.txt\", som inte hör till en säkerhetskopia" },
        { "slip", "den innehåller \"../utanför.txt\", som inte hör till en säkerhetskopia" },
        { "slip-listed", "den innehåller \"../../utanför.txt\", som inte hör till en säkerhetskopia" },
        { "slip-absolute", "den innehåller \"/tmp/utanför.txt\", som inte hör till en säkerhetskopia" },
        { "blob-other-name", $"den innehåller \"blobs/{BackupChanges.Unknown}\"" },
        { "file-lacks", "saknas i den" },
        { "twice", "samma fil finns två gånger i den" },
        { "flipped", "digisam.db har ett annat innehåll än när säkerhetskopian gjordes" },
        { "longer", "digisam.db har ett annat innehåll än när säkerhetskopian gjordes" },
        { "blob-content", "har ett annat innehåll än när säkerhetskopian gjordes" },
        { "no-database", "databasen i den är skadad" },
        { "damaged", "databasen" },
        { "foreign-database", "databasen är inte DigiSams" },
        { "rows", "databasen har inte lika många rader som manifest.json säger" },
        { "astray", "rader pekar på rader som inte finns i RoleAssignments" },
        { "other-schema", "databasen har ett annat schema än manifest.json säger" },
    };

    public async ValueTask InitializeAsync()
    {
        BlobFolder.Add(_folder.Of("källa"), "en bild");
        Assert.Equal(ExitCode.Ok, (await CliRun.Of("doctor", "--data", _folder.Of("källa"), "--municipality", "Nya kommunen")).Exit);
        Assert.Equal(ExitCode.Ok, (await CliRun.Of("backup", Good, "--data", _folder.Of("källa"))).Exit);
        Assert.Equal(ExitCode.Ok, (await CliRun.Of("doctor", "--data", _folder.Data, "--municipality", "Gamla kommunen")).Exit);
        SqliteConnection.ClearAllPools();
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_file_that_is_no_sound_backup_is_refused_and_nothing_changes(string change, string said)
    {
        var file = _folder.Of("ändrad.zip");
        BackupChanges.Make(change, Good, file);
        var before = State();
        var run = await CliRun.Of("restore", file, "--force", "--data", _folder.Data);
        Assert.Equal((ExitCode.Refused, ""), (run.Exit, run.Output));
        Assert.Contains(said, run.Errors, StringComparison.Ordinal);
        Assert.EndsWith("Ingenting har ändrats. Använd en annan säkerhetskopia.", run.Errors.TrimEnd(), StringComparison.Ordinal);
        Assert.Equal(before, State());

        var elsewhere = await CliRun.Of("restore", file, "--data", _folder.Of("ny"));
        Assert.Equal((ExitCode.Refused, run.Errors), (elsewhere.Exit, elsewhere.Errors));
        Assert.False(Directory.Exists(_folder.Of("ny")));
    }

    [Theory]
    [InlineData("format")]
    [InlineData("schema")]
    public async Task A_backup_from_a_newer_version_is_refused_with_what_to_do(string what)
    {
        TamperedBackup.Write(Good, _folder.Of("nyare.zip"), entries => TamperedBackup.Manifest(entries, manifest =>
        {
            manifest["version"] = "7.3.0";
            if (what == "format")
                manifest["format"] = 2;
            else
                manifest["migration"] = "20991231000000_Later";
        }));
        var before = State();
        var run = await CliRun.Of("restore", _folder.Of("nyare.zip"), "--force", "--data", _folder.Data);
        Assert.Equal((ExitCode.Refused, ""), (run.Exit, run.Output));
        Assert.Contains("är gjord med DigiSam 7.3.0, som är nyare än det här programmet", run.Errors, StringComparison.Ordinal);
        Assert.Contains("Ingenting har ändrats. Installera DigiSam 7.3.0 eller senare och kör kommandot igen.", run.Errors, StringComparison.Ordinal);
        Assert.Equal(before, State());
    }

    [Fact]
    public async Task A_folder_that_a_host_owns_is_left_alone()
    {
        using var host = DataFolderLock.TryTake(_folder.Data);
        var run = await CliRun.Of("restore", Good, "--force", "--data", _folder.Data);
        Assert.Equal((ExitCode.Installation, ""), (run.Exit, run.Output));
        Assert.Contains($"Datamappen {_folder.Data} används av en DigiSam-värd eller ett annat kommando. Stoppa värden", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trial_is_allowed_beside_a_host()
    {
        using var host = DataFolderLock.TryTake(_folder.Data);
        Assert.Equal(ExitCode.Ok, (await CliRun.Of("restore", Good, "--dry-run", "--data", _folder.Data)).Exit);
    }

    [Fact]
    public async Task A_database_that_another_program_has_open_is_left_alone()
    {
        await using var other = new SqliteConnection($"Data Source={_folder.Of("data/digisam.db")};Pooling=False");
        await other.OpenAsync();
        await using var command = other.CreateCommand();
        command.CommandText = "SELECT count(*) FROM People";
        await command.ExecuteScalarAsync();
        var run = await CliRun.Of("restore", Good, "--force", "--data", _folder.Data);
        Assert.Equal((ExitCode.Refused, ""), (run.Exit, run.Output));
        Assert.Contains("Ett annat program har", run.Errors, StringComparison.Ordinal);
        Assert.Equal("Gamla kommunen", State().Municipality);
    }

    [Fact]
    public async Task Nobody_opens_a_database_that_a_restore_is_about_to_replace_and_what_a_killed_one_left_is_removed()
    {
        Directory.CreateDirectory(_folder.Of("data/.aterstallning"));
        await using (var services = new ServiceCollection().AddDigiSam(DatabaseOptions.InFolder(_folder.Data), Installed.Definitions).BuildServiceProvider())
        {
            var engine = services.GetRequiredService<DatabaseEngine>();
            using var restoring = DataFolderLock.TryTake(_folder.Data);
            await using var scope = services.CreateAsyncScope();
            await Assert.ThrowsAsync<DatabaseIsTakenException>(() => DatabaseUpkeep.BringUpToDate(
                scope.ServiceProvider.GetRequiredService<DigiSamContext>(), engine, ours: null, TimeSpan.FromMilliseconds(300), CancellationToken.None));
        }

        Assert.Equal(ExitCode.Ok, (await CliRun.Of("doctor", "--data", _folder.Data)).Exit);
        Assert.False(Directory.Exists(_folder.Of("data/.aterstallning")));
    }

    private (string Municipality, string Files) State()
    {
        // What SQLite keeps beside the database comes and goes with those who look at it.
        var files = string.Join('\n', Directory.GetFileSystemEntries(_folder.Data, "*", SearchOption.AllDirectories)
            .Where(path => !path.EndsWith("-wal", StringComparison.Ordinal) && !path.EndsWith("-shm", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        return (DatabaseContents.Read(_folder.Data)["Places"].Single().Contains("Gamla kommunen", StringComparison.Ordinal) ? "Gamla kommunen" : "en annan", files);
    }
}
