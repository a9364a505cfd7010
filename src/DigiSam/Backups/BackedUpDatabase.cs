using DigiSam.Persistence;
using DigiSam.Persistence.Sqlite;

namespace DigiSam.Backups;

/// <summary>Which databases DigiSam backs up and restores itself: those that are a file.</summary>
public static class BackedUpDatabase
{
    /// <summary>The file of an installation's database, whether it is there or not; fails with <see cref="ServerHasItsOwnBackups"/>.</summary>
    public static string PathOf(DatabaseOptions options) =>
        options.Kind == DatabaseKind.Sqlite ? SqliteFile.PathOf(options) : throw new ServerHasItsOwnBackups(options);

    /// <summary>The folder that the file's blobs are in.</summary>
    public static string FolderOf(DatabaseOptions options) => options.DataFolder ?? throw new ServerHasItsOwnBackups(options);

    /// <summary>Fails with <see cref="NoDatabaseToBackUp"/> when there is none; to be asked before anything opens, and so makes, one.</summary>
    public static void Demand(DatabaseOptions options)
    {
        if (!File.Exists(PathOf(options)))
            throw new NoDatabaseToBackUp(PathOf(options));
    }
}
