using DigiSam.Cli;
using DigiSam.Tests.Support;
using Microsoft.Data.Sqlite;

namespace DigiSam.Tests.Backups;

/// <summary>A restore into a folder that holds data already.</summary>
public sealed class ReplacedDataTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    private string _blob = "";

    private string Good => _folder.Of("kopia.zip");

    public async ValueTask InitializeAsync()
    {
        _blob = BlobFolder.Add(_folder.Of("källa"), "en bild");
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

    [Fact]
    public async Task Data_is_replaced_only_when_that_is_said()
    {
        var run = await CliRun.Of("restore", Good, "--data", _folder.Data);
        Assert.Equal((ExitCode.Refused, ""), (run.Exit, run.Output));
        Assert.Contains($"{_folder.Data} innehåller redan en databas.", run.Errors, StringComparison.Ordinal);
        Assert.True(Holds(_folder.Data, "Gamla kommunen"));
        Assert.Empty(Kept());
    }

    [Fact]
    public async Task The_old_database_is_kept_under_a_name_with_date_and_can_be_opened()
    {
        for (var time = 1; time <= 2; time++)
        {
            var run = await CliRun.Of("restore", Good, "--force", "--data", _folder.Data);
            Assert.True(run.Exit == ExitCode.Ok, run.All);
            Assert.True(Holds(_folder.Data, "Nya kommunen"));
            Assert.Equal(time, Kept().Count);
            Assert.Contains(Kept(), kept => run.Output.Contains($"Den tidigare databasen finns kvar: {kept}", StringComparison.Ordinal));
        }

        Assert.All(Kept(), kept => Assert.Matches(@"digisam-fore-aterstallning-\d{4}-\d\d-\d\d-\d{6}(-\d)?\.db$", kept));
        List<string> names = [.. await Rows($"Data Source={Kept()[0]}", "SELECT Name FROM Places"), .. await Rows($"Data Source={Kept()[1]}", "SELECT Name FROM Places")];
        Assert.Equal(["Gamla kommunen", "Nya kommunen"], names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Changes_that_wait_beside_the_old_database_are_kept_with_it_and_not_written_into_the_new()
    {
        await LeaveUnwritten(_folder.Data, "UPDATE Places SET Name = 'Sist ändrade kommunen'");
        Assert.True(new FileInfo(_folder.Of("data/digisam.db-wal")).Length > 0);
        Assert.Equal(ExitCode.Ok, (await CliRun.Of("restore", Good, "--force", "--data", _folder.Data)).Exit);
        Assert.True(Holds(_folder.Data, "Nya kommunen"));
        Assert.Equal(["Sist ändrade kommunen"], await Rows($"Data Source={Assert.Single(Kept())}", "SELECT Name FROM Places"));
        Assert.Equal(ExitCode.Ok, (await CliRun.Of("doctor", "--data", _folder.Data)).Exit);
    }

    [Fact]
    public async Task A_damaged_database_is_kept_as_it_is_with_what_lies_beside_it()
    {
        await LeaveUnwritten(_folder.Data, "UPDATE Places SET Name = 'Sist ändrade kommunen'");
        var (log, damaged) = (await File.ReadAllBytesAsync(_folder.Of("data/digisam.db-wal")), new string('x', 9000));
        await File.WriteAllTextAsync(_folder.Of("data/digisam.db"), damaged);
        var run = await CliRun.Of("restore", Good, "--force", "--data", _folder.Data);
        Assert.True(run.Exit == ExitCode.Ok, run.All);
        Assert.Equal(damaged, await File.ReadAllTextAsync(Assert.Single(Kept())));
        Assert.Equal(log, await File.ReadAllBytesAsync(Kept()[0] + "-wal"));
        Assert.True(Holds(_folder.Data, "Nya kommunen"));
        Assert.Equal(ExitCode.Ok, (await CliRun.Of("doctor", "--data", _folder.Data)).Exit);
    }

    [Fact]
    public async Task Blobs_are_added_and_mended_and_none_is_removed()
    {
        var other = BlobFolder.Add(_folder.Data, "en annan bild");
        await File.WriteAllTextAsync(_folder.Of($"data/blobs/{_blob}"), "en tr");
        Assert.Equal(ExitCode.Ok, (await CliRun.Of("restore", Good, "--force", "--data", _folder.Data)).Exit);
        Assert.Equal(new[] { _blob, other }.Order(StringComparer.Ordinal), BlobFolder.Names(_folder.Data));
        Assert.Equal("en bild", await File.ReadAllTextAsync(_folder.Of($"data/blobs/{_blob}")));
    }

    [Fact]
    public async Task A_database_under_another_name_is_restored_under_that_name()
    {
        var connection = $"Data Source={_folder.Of("annan/kommun.db")}";
        var run = await CliRun.Of("restore", Good, "--db", connection);
        Assert.True(run.Exit == ExitCode.Ok, run.All);
        Assert.Equal(["Nya kommunen"], await Rows(connection, "SELECT Name FROM Places"));
        Assert.Equal(ExitCode.Ok, (await CliRun.Of("backup", _folder.Of("annan.zip"), "--db", connection)).Exit);
    }

    private IReadOnlyList<string> Kept() => [.. Directory.GetFiles(_folder.Data, "*-fore-aterstallning-*.db").Order(StringComparer.Ordinal)];

    private static bool Holds(string folder, string municipality) => DatabaseContents.Read(folder)["Places"].Single().Contains(municipality, StringComparison.Ordinal);

    /// <summary>What a killed host leaves: a change that is only in the log beside the database.</summary>
    private static async Task LeaveUnwritten(string folder, string sql)
    {
        var aside = Directory.CreateTempSubdirectory("digisam-wal-");
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "digisam.db")};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync();
            foreach (var name in new[] { "digisam.db", "digisam.db-wal" })
                File.Copy(Path.Combine(folder, name), Path.Combine(aside.FullName, name));
        }

        foreach (var name in new[] { "digisam.db", "digisam.db-wal" })
            File.Copy(Path.Combine(aside.FullName, name), Path.Combine(folder, name), overwrite: true);
        aside.Delete(recursive: true);
    }

    private static async Task<IReadOnlyList<string>> Rows(string connection, string sql)
    {
        await using var database = new SqliteConnection($"{connection};Pooling=False");
        await database.OpenAsync();
        await using var command = database.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
            rows.Add(reader.GetString(0));
        return rows;
    }
}
