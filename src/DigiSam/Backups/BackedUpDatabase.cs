using DigiSam.Persistence;
using DigiSam.Persistence.Sqlite;

namespace DigiSam.Backups;

/// <summary>Which databases DigiSam backs up and restores itself: those that are a file.</summary>
public static class BackedUpDatabase
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>The file of an installation's database, whether it is there or not; fails with <see cref="ServerHasItsOwnBackups"/>.</summary>
    public static string PathOf(DatabaseOptions options) =>
        options.Kind == DatabaseKind.Sqlite ? SqliteFile.PathOf(options) : throw new ServerHasItsOwnBackups(options);

    /// <summary>The folder that the file's blobs are in.</summary>
    public static string FolderOf(DatabaseOptions options) => options.DataFolder ?? throw new ServerHasItsOwnBackups(options);

    /// <summary>
    /// To be asked before anything opens a database, and so makes one: fails with <see cref="NoDatabaseToBackUp"/> when there is
    /// none. While a restore is under way it waits, and fails with <see cref="DatabaseIsTakenException"/> when that takes long.
    /// </summary>
    public static async Task Demand(DatabaseOptions options, CancellationToken stop)
    {
        await DataFolderLock.AwaitRestore(FolderOf(options), ours: false, Patience, stop);
        if (!File.Exists(PathOf(options)))
            throw new NoDatabaseToBackUp(PathOf(options));
    }
}
