using System.Text.RegularExpressions;
using DigiSam.Tests.Support;

namespace DigiSam.Tests.Backups;

/// <summary>The nightly job that the operator's guide gives.</summary>
public sealed partial class NightlyBackupTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Its_cleaning_removes_old_copies_and_all_that_a_killed_backup_left_and_nothing_else()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The job is for cron.");
        Write("digisam-2026-10-01.zip", days: 32);
        Write("digisam-2026-11-01.zip", days: 3);
        Write("digisam-2026-11-20.zip.ofardig", days: 3);
        Write("digisam-2026-11-20.zip.ofardig.db", days: 3);
        Write("digisam-2026-11-23.zip.ofardig", days: 0);
        Write("annat.zip", days: 90);

        var guide = await File.ReadAllTextAsync(RepositoryFolder.Of("docs", "drift", "sakerhetskopiera.md"));
        Assert.Contains("`….zip.ofardig.db`", guide, StringComparison.Ordinal);
        var cleaning = Cleaning().Match(guide).Value.Replace("/srv/kopior", $"'{_folder.Path}'", StringComparison.Ordinal);
        Assert.Equal(0, (await RealProgram.OfProgram("sh", "-c", cleaning)).Exit);

        Assert.Equal(
            ["annat.zip", "digisam-2026-11-01.zip", "digisam-2026-11-23.zip.ofardig"],
            Directory.GetFiles(_folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    private void Write(string name, int days)
    {
        _folder.Write(name, "x");
        File.SetLastWriteTimeUtc(_folder.Of(name), DateTime.UtcNow.AddDays(-days));
    }

    [GeneratedRegex(@"find /srv/kopior .*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Cleaning();
}
