using DigiSam.Cli;
using DigiSam.Tests.Support;
using Microsoft.Data.Sqlite;

namespace DigiSam.Tests.Backups;

/// <summary>The real program, killed while it backs up or restores: whatever has its final name is whole.</summary>
public sealed class KilledBackupTests(BackedUpDemo demo) : IClassFixture<BackedUpDemo>, IDisposable
{
    private const int Kills = 6;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_killed_backup_leaves_no_file_of_that_name_or_a_whole_one()
    {
        var (killed, target) = (0, _folder.Of("b.zip"));
        for (var attempt = 0; attempt < 2 * Kills && killed < Kills; attempt++)
        {
            var moment = Of(attempt, [() => File.Exists(target + ".ofardig"), () => Length(target + ".ofardig.db") > 0, () => Length(target + ".ofardig") > 100_000, () => File.Exists(target)]);
            killed += await RealProgram.KilledWhen(moment, "backup", target, "--force", "--data", demo.Installed.Folder) ? 1 : 0;
            if (File.Exists(target))
                await IsWhole(target);
        }

        Assert.InRange(killed, 3, Kills);
        Assert.Equal(ExitCode.Ok, (await CliRun.Of("backup", target, "--force", "--data", demo.Installed.Folder)).Exit);
        await IsWhole(target);
        Assert.Equal(["b.zip"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_killed_restore_leaves_the_old_data_or_the_new_and_a_sound_database()
    {
        var (killed, older) = (0, 0);
        for (var attempt = 0; attempt < 2 * Kills && killed < Kills; attempt++)
        {
            var data = _folder.Of($"data-{attempt}");
            Assert.Equal(ExitCode.Ok, (await CliRun.Of("doctor", "--data", data, "--municipality", "Gamla kommunen")).Exit);
            SqliteConnection.ClearAllPools();
            var work = Path.Combine(data, ".aterstallning");
            var moment = Of(attempt, [() => Directory.Exists(work), () => Length(Path.Combine(work, "digisam.db")) > 0, () => BlobFolder.Names(data).Count > 0, () => Kept(data) > 0]);
            killed += await RealProgram.KilledWhen(moment, "restore", demo.Archive, "--force", "--data", data) ? 1 : 0;

            var doctor = await CliRun.Of("doctor", "--data", data);
            Assert.True(doctor.Exit == ExitCode.Ok, $"attempt {attempt}: {doctor.All}");
            var found = DatabaseContents.Read(data);
            if (found["Risks"].Count == 0)
            {
                Assert.Contains("Gamla kommunen", Assert.Single(found["Places"]), StringComparison.Ordinal);
                older++;
            }
            else
            {
                Assert.Equal(demo.Contents["Risks"], found["Risks"]);
                Assert.Equal(demo.Contents["Places"], found["Places"]);
                Assert.Equal(demo.Blobs.Order(StringComparer.Ordinal), BlobFolder.Names(data));
                Assert.Equal(1, Kept(data));
            }

            Assert.Empty(Directory.GetDirectories(data, ".aterstallning*"));
        }

        Assert.InRange(killed, 3, Kills);
        Assert.True(older > 0);
        var again = await CliRun.Of("restore", demo.Archive, "--force", "--data", _folder.Of("data-0"));
        Assert.True(again.Exit == ExitCode.Ok, again.All);
    }

    /// <summary>Every other time at an event, every other at a time within the usual second.</summary>
    private static Func<TimeSpan, bool> Of(int attempt, Func<bool>[] events) => attempt % 2 == 0
        ? _ => events[attempt / 2 % events.Length]()
        : elapsed => elapsed > TimeSpan.FromSeconds(0.3 + (0.15 * (attempt / 2 % 8)));

    private static long Length(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : 0;

    private static int Kept(string data) => Directory.Exists(data) ? Directory.GetFiles(data, "*-fore-aterstallning-*.db").Length : 0;

    private static async Task IsWhole(string archive)
    {
        var tried = await CliRun.Of("restore", archive, "--dry-run");
        Assert.True(tried.Exit == ExitCode.Ok, tried.All);
    }
}
