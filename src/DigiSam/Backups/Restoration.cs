using DigiSam.Installation;
using DigiSam.Persistence;
using DigiSam.Persistence.Sqlite;
using DigiSam.Requests;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DigiSam.Backups;

/// <summary>
/// Puts a backup in the place of an installation's data. It is no request: there may be no database to ask for permission.
/// Everything is prepared in a folder beside – unpacked, verified, brought up to date, noted in its audit log – and what is
/// put in use is then one file under its final name. However it ends, the folder holds the old data or the new.
/// </summary>
public sealed class Restoration(DatabaseOptions target, InstalledDefinitions definitions, TimeProvider clock)
{
    /// <summary>Verifies, prepares and, unless it is only tried, puts in use. Fails with a rule of this folder, or <see cref="DatabaseIsTakenException"/>.</summary>
    /// <param name="replace">Whether data in the folder may be replaced; its database is kept beside.</param>
    public async Task<Restored> Run(string file, bool replace, bool dryRun, CancellationToken stop)
    {
        _ = BackedUpDatabase.PathOf(target);
        await using var content = Open(file);
        using var archive = BackupArchive.Open(content, file);
        return dryRun ? await Try(archive, content, file, stop) : await Replace(archive, content, file, replace, stop);
    }

    /// <summary>All but the last step, without the data folder.</summary>
    private async Task<Restored> Try(BackupArchive archive, FileStream content, string file, CancellationToken stop)
    {
        var work = Directory.CreateTempSubdirectory("digisam-aterstallning-").FullName;
        try
        {
            return new Restored(archive.Manifest, null, await Prepare(archive, content, file, work, stop));
        }
        finally
        {
            DataFolderLock.Remove(work);
        }
    }

    private async Task<Restored> Replace(BackupArchive archive, FileStream content, string file, bool replace, CancellationToken stop)
    {
        var database = BackedUpDatabase.PathOf(target);
        var folder = BackedUpDatabase.FolderOf(target);
        var isNew = !Directory.Exists(folder);
        Directory.CreateDirectory(folder);
        using var ours = DataFolderLock.TryTake(folder) ?? throw new DatabaseIsTakenException(folder);
        var work = DataFolderLock.RestoreFolderOf(folder);
        try
        {
            if (SqliteFile.Exists(database) && !replace)
                throw new DataFolderHoldsData(folder);
            DataFolderLock.Remove(work);
            Directory.CreateDirectory(work);
            var upgraded = await Prepare(archive, content, file, work, stop);
            var kept = await PutInUse(archive.Manifest, folder, work, database, stop);
            isNew = false;
            return new Restored(archive.Manifest, kept, upgraded);
        }
        finally
        {
            DataFolderLock.Remove(work);
            if (isNew)
                Directory.Delete(folder, recursive: true);
        }
    }

    private static FileStream Open(string file)
    {
        try
        {
            return new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            throw new BackupIsUnusable(file, missing is UnauthorizedAccessException ? "den får inte läsas av den som kör kommandot, eller är en mapp" : "filen finns inte");
        }
    }

    /// <summary>Makes the installation in the working folder, as it will be used. Whether its database was brought to a newer shape.</summary>
    private async Task<bool> Prepare(BackupArchive archive, FileStream content, string file, string work, CancellationToken stop)
    {
        Directory.CreateDirectory(Path.Combine(work, BackupNames.Blobs));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(work, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var database = Path.Combine(work, BackupNames.Database);
        var connection = new SqliteConnectionStringBuilder { DataSource = database, Pooling = false }.ToString();
        await using var services = new ServiceCollection().AddSingleton(clock)
            .AddDigiSam(DatabaseOptions.ByConnection(connection), definitions).BuildServiceProvider(validateScopes: true);
        var newest = await RefuseUnknownShape(services, archive.Manifest, file);

        await archive.Unpack(part => Path.Combine(work, part.Name), stop);
        await archive.Check(database, stop);
        await services.GetRequiredService<InstallationSetup>().Open(stop: stop);
        content.Position = 0;
        var note = new NoteRestore(Path.GetFullPath(file), await BackupWriter.HashOf(content, stop), archive.Manifest.MadeAt, archive.Manifest.Version);
        if (await services.GetRequiredService<RequestSender>().Send(InstallationSetup.Operator, note, stop) is not Outcome<Nothing>.Done)
            throw new BackupIsUnusable(file, "dess databas släpper inte in driftoperatören");
        if (!await SqliteFile.Gather(database, stop))
            throw new DatabaseIsOpen(database);
        DurableFile.Sync(database);
        return newest != archive.Manifest.Migration;
    }

    /// <summary>The newest migration that this program knows; fails when the backup's is another that it does not know.</summary>
    private static async Task<string> RefuseUnknownShape(ServiceProvider services, BackupManifest manifest, string file)
    {
        await using var scope = services.CreateAsyncScope();
        var known = scope.ServiceProvider.GetRequiredService<DigiSamContext>().Database.GetMigrations().ToList();
        return known.Contains(manifest.Migration) ? known[^1] : throw new BackupIsNewer(file, manifest.Version);
    }

    /// <summary>From here on nothing is checked any more: blobs first, which disturb no one, and the database in one step.</summary>
    private async Task<string?> PutInUse(BackupManifest manifest, string folder, string work, string database, CancellationToken stop)
    {
        var blobs = Path.Combine(folder, BackupNames.Blobs);
        foreach (var blob in manifest.Blobs)
        {
            Directory.CreateDirectory(blobs);
            File.Move(Path.Combine(work, blob.Name), Path.Combine(folder, blob.Name), overwrite: true);
        }

        if (Directory.Exists(blobs))
            DurableFile.SyncFolder(blobs);
        var kept = await OldDatabase.KeepAside(database, work, clock.GetUtcNow(), stop);
        var prepared = Path.Combine(work, BackupNames.Database);
        if (!OperatingSystem.IsWindows() && File.Exists(database))
            File.SetUnixFileMode(prepared, File.GetUnixFileMode(database));
        File.Move(prepared, database, overwrite: true);
        DurableFile.SyncFolder(Path.GetDirectoryName(database)!);
        return kept;
    }
}

/// <summary>What was restored, or would be: what the backup says of itself, where the database it replaced is, and whether it was brought up to date.</summary>
public sealed record Restored(BackupManifest Manifest, string? Kept, bool Upgraded);
