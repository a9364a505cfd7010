using System.IO.Compression;
using System.Text.Json;
using DigiSam.Cli;
using DigiSam.Tests.Support;

namespace DigiSam.Tests.Backups;

/// <summary>What goes into a backup comes out of it.</summary>
public sealed class RoundTripTests(BackedUpDemo demo) : IClassFixture<BackedUpDemo>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_row_comes_back_and_everyone_signs_in_anew()
    {
        var run = await CliRun.Of("restore", demo.Archive, "--data", _folder.Data);
        Assert.True(run.Exit == ExitCode.Ok, run.All);
        Assert.Contains("Alla behöver logga in igen.", run.Output, StringComparison.Ordinal);

        var restored = DatabaseContents.Read(_folder.Data);
        Assert.Equal(demo.Contents.Keys, restored.Keys);
        Assert.True(demo.Contents.Values.Sum(rows => rows.Count) > 5000);
        foreach (var (table, rows) in demo.Contents.Where(table => table.Key is not ("AuditEntries" or "ProtectionKeys")))
            Assert.True(rows.SequenceEqual(restored[table]), table);
        Assert.Single(demo.Contents["ProtectionKeys"]);
        Assert.Empty(restored["ProtectionKeys"]);
        var noted = restored["AuditEntries"].Except(demo.Contents["AuditEntries"]).ToList();
        Assert.Equal(2, noted.Count);
        Assert.Single(noted, entry => entry.Contains("|MakeBackup|", StringComparison.Ordinal) && entry.Contains("|Operator|", StringComparison.Ordinal));
        Assert.Single(noted, entry => entry.Contains("|NoteRestore|", StringComparison.Ordinal) && entry.Contains("kopia.zip", StringComparison.Ordinal));
        Assert.Equal(ExitCode.Ok, (await CliRun.Of("doctor", "--data", _folder.Data)).Exit);
    }

    [Fact]
    public async Task Every_blob_comes_back_and_what_is_still_being_written_does_not()
    {
        Assert.Equal(ExitCode.Ok, (await CliRun.Of("restore", demo.Archive, "--data", _folder.Data)).Exit);
        Assert.Equal(demo.Blobs.Order(StringComparer.Ordinal), BlobFolder.Names(_folder.Data));
        foreach (var blob in demo.Blobs)
            Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(demo.Installed.Folder, "blobs", blob)), await File.ReadAllBytesAsync(_folder.Of($"data/blobs/{blob}")));
        Assert.Equal([".lock", "blobs", "digisam.db"], Directory.GetFileSystemEntries(_folder.Data).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_manifest_tells_what_the_archive_holds()
    {
        await using var archive = await ZipFile.OpenReadAsync(demo.Archive);
        using var manifest = await JsonDocument.ParseAsync(await archive.GetEntry("manifest.json")!.OpenAsync());
        var root = manifest.RootElement;
        Assert.Equal(1, root.GetProperty("format").GetInt32());
        Assert.Equal("Exempelkommunen", root.GetProperty("municipality").GetString());
        Assert.Matches(@"^\d+\.\d+\.\d+(-\w+)?$", root.GetProperty("version").GetString());
        Assert.Equal(demo.Contents["Risks"].Count, root.GetProperty("tables").GetProperty("Risks").GetInt32());
        Assert.Equal(demo.Contents.Keys, root.GetProperty("tables").EnumerateObject().Select(table => table.Name));
        Assert.Equal(["digisam.db", .. demo.Blobs.Order(StringComparer.Ordinal).Select(blob => $"blobs/{blob}")], root.GetProperty("files").EnumerateArray().Select(file => file.GetProperty("name").GetString()));
        Assert.Equal(archive.Entries.Count, root.GetProperty("files").GetArrayLength() + 1);
    }

    [Fact]
    public void The_operator_is_told_what_the_backup_holds_and_nothing_else_is_left_beside()
    {
        Assert.Contains($"Säkerhetskopian är skriven och kontrollerad: {demo.Archive}", demo.Backup.Output, StringComparison.Ordinal);
        Assert.Matches(@"\n  Exempelkommunen, \d+ \w+ \d{4} kl\. \d\d:\d\d, DigiSam \d+\.\d+\.\d+(-\w+)? \(schema \d+_\w+\)\r?\n", demo.Backup.Output);
        Assert.Contains("2 bilagor (300,0 kB)", demo.Backup.Output, StringComparison.Ordinal);
        Assert.Equal(["kopia.zip"], Directory.GetFileSystemEntries(demo.Folder.Path).Select(Path.GetFileName));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(demo.Archive));
    }

    [Fact]
    public async Task A_trial_tells_that_the_backup_can_be_used_and_touches_nothing()
    {
        var run = await CliRun.Of("restore", demo.Archive, "--dry-run", "--data", _folder.Data);
        Assert.True(run.Exit == ExitCode.Ok, run.All);
        Assert.Contains("Säkerhetskopian är hel och kan återställas. Inget ändrades (--dry-run).", run.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.Data));
    }

    [Fact]
    public async Task What_was_erased_from_the_database_is_not_in_its_backup()
    {
        const string Erased = "Detta skrevs av misstag och har raderats igen";
        await RawDatabase.Execute(demo.Installed.Folder, $"""
            CREATE TABLE Tillfällig (Text TEXT);
            WITH RECURSIVE rows(number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM rows WHERE number < 500) INSERT INTO Tillfällig SELECT '{Erased} ' || number FROM rows;
            DROP TABLE Tillfällig;
            """);
        Assert.True(DatabaseContents.BytesAfterCheckpoint(demo.Installed.Folder).AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(Erased)) >= 0);
        Assert.Equal(ExitCode.Ok, (await CliRun.Of("backup", _folder.Of("b.zip"), "--data", demo.Installed.Folder)).Exit);
        Assert.Equal(ExitCode.Ok, (await CliRun.Of("restore", _folder.Of("b.zip"), "--data", _folder.Data)).Exit);
        Assert.True((await File.ReadAllBytesAsync(_folder.Of("data/digisam.db"))).AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(Erased)) < 0);
    }

    [Fact]
    public async Task The_doctor_tells_of_the_last_backup()
    {
        Assert.Contains("Ingen säkerhetskopia är gjord med digisam backup.", (await CliRun.Of("doctor", "--data", _folder.Data)).Output, StringComparison.Ordinal);
        Assert.Contains("OK   Senaste säkerhetskopian med digisam backup: ", (await CliRun.Of("doctor", "--data", demo.Installed.Folder)).Output, StringComparison.Ordinal);
    }
}
