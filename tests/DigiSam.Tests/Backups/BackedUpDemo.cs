using DigiSam.Cli;
using DigiSam.Demo;
using DigiSam.Tests.Demo;
using DigiSam.Tests.Support;

namespace DigiSam.Tests.Backups;

/// <summary>A small demo with a session key, two blobs and a file that is none yet, and a backup of it.</summary>
public sealed class BackedUpDemo : IAsyncLifetime
{
    internal TemporaryFolder Folder { get; } = new();

    internal Installed Installed { get; private set; } = null!;

    internal string Archive => Folder.Of("kopia.zip");

    /// <summary>All rows as they were before the backup.</summary>
    internal SortedDictionary<string, IReadOnlyList<string>> Contents { get; private set; } = null!;

    internal CliRun Backup { get; private set; } = null!;

    internal IReadOnlyList<string> Blobs { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Installed = await MadeDemo.Empty();
        await Installed.Do(new MakeDemo(12, 1));
        await Installed.InDatabase(async database =>
        {
            database.ProtectionKeys.Add(new DigiSam.Access.ProtectionKey { Id = Guid.CreateVersion7(), MadeAt = MadeDemo.Day, Name = "nyckel", Xml = "<key/>" });
            return await database.SaveChangesAsync();
        });
        Blobs = [BlobFolder.Add(Installed.Folder, "en bild"), BlobFolder.Add(Installed.Folder, new string('x', 300_000))];
        await File.WriteAllTextAsync(Path.Combine(Installed.Folder, "blobs", $"{Blobs[0]}.tmp"), "en hal");
        Contents = DatabaseContents.Read(Installed.Folder);
        Backup = await CliRun.Of("backup", Archive, "--data", Installed.Folder);
        Assert.True(Backup.Exit == ExitCode.Ok, Backup.All);
    }

    public async ValueTask DisposeAsync()
    {
        await Installed.DisposeAsync();
        Folder.Dispose();
    }
}
