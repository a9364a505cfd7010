using System.Globalization;
using DigiSam.Persistence;
using DigiSam.Persistence.Sqlite;
using Microsoft.Data.Sqlite;

namespace DigiSam.Backups;

/// <summary>The database that a restore replaces. It is copied aside first, whatever state it is in, and never removed.</summary>
internal static class OldDatabase
{
    private const int Corrupt = 11;
    private const int NotADatabase = 26;

    /// <summary>
    /// Copies what there is aside and leaves the database without companions: changes that wait beside it would otherwise be
    /// written into the one that takes its place. Fails with <see cref="DatabaseIsOpen"/>, before anything is changed.
    /// </summary>
    /// <param name="work">A folder on the same disk where copies are made before they get their names.</param>
    /// <returns>Where the copy is; null when there was nothing.</returns>
    public static async Task<string?> KeepAside(string database, string work, DateTimeOffset now, CancellationToken stop)
    {
        if (!SqliteFile.Exists(database))
            return null;
        try
        {
            if (File.Exists(database) && !await SqliteFile.Gather(database, stop))
                throw new DatabaseIsOpen(database);
        }
        catch (SqliteException damaged) when (damaged.SqliteErrorCode is Corrupt or NotADatabase)
        {
            // It is kept as it is, with what lies beside it.
        }

        var kept = NameFor(database, now);
        var companions = SqliteFile.CompanionsOf(database).ToList();
        foreach (var path in companions.Append(database).Where(File.Exists))
            Copy(path, Path.Combine(work, "tidigare"), kept + path[database.Length..]);
        DurableFile.SyncFolder(Path.GetDirectoryName(kept)!);
        companions.ForEach(File.Delete);
        return kept;
    }

    private static string NameFor(string database, DateTimeOffset now)
    {
        var stamp = TimeZoneInfo.ConvertTimeBySystemTimeZoneId(now, "Europe/Stockholm").ToString("yyyy-MM-dd-HHmmss", CultureInfo.InvariantCulture);
        var name = Path.Combine(Path.GetDirectoryName(database)!, $"{Path.GetFileNameWithoutExtension(database)}-fore-aterstallning-{stamp}");
        var path = $"{name}.db";
        for (var next = 2; SqliteFile.Exists(path); next++)
            path = $"{name}-{next.ToString(CultureInfo.InvariantCulture)}.db";
        return path;
    }

    private static void Copy(string from, string halfWay, string to)
    {
        File.Copy(from, halfWay, overwrite: true);
        DurableFile.Sync(halfWay);
        File.Move(halfWay, to);
    }
}
