using Microsoft.Data.Sqlite;

namespace DigiSam.Persistence.Sqlite;

/// <summary>A database as a file: where it is, what it holds, and how it is copied and moved while others use it.</summary>
internal static class SqliteFile
{
    private const int Busy = 5;
    private const int Locked = 6;

    /// <summary>For how many seconds someone else's moment with the file is waited out.</summary>
    private const int Patience = 3;

    /// <summary>What SQLite keeps beside the file: changes on their way into it.</summary>
    private static readonly string[] Companions = ["-wal", "-shm", "-journal"];

    public static string PathOf(DatabaseOptions options) => Path.GetFullPath(new SqliteConnectionStringBuilder(options.Connection).DataSource);

    /// <summary>Whether there is anything of a database at a path, its unsaved changes included.</summary>
    public static bool Exists(string path) => File.Exists(path) || Array.Exists(Companions, companion => File.Exists(path + companion));

    /// <summary>
    /// Writes the database as it is at one instant to another file, beside whoever writes to it. Rows are copied, not pages:
    /// what has been erased does not come along, and damage is met here instead of being carried on.
    /// </summary>
    /// <param name="target">A file that does not exist or is empty.</param>
    public static async Task CopyTo(string path, string target, CancellationToken stop)
    {
        await using var connection = await Open(path, SqliteOpenMode.ReadWrite, stop);
        await using var command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO $target";
        command.CommandTimeout = 0;
        command.Parameters.AddWithValue("$target", target);
        await command.ExecuteNonQueryAsync(stop);
    }

    /// <summary>Reads the whole file: is it sound, and what does it hold? Changes nothing.</summary>
    public static async Task<DatabaseHoldings> Inspect(string path, CancellationToken stop)
    {
        await using var connection = await Open(path, SqliteOpenMode.ReadOnly, stop);
        var integrity = await Texts(connection, "SELECT integrity_check FROM pragma_integrity_check", stop);
        if (integrity is not ["ok"])
            return DatabaseHoldings.Faulty($"databasen är skadad ({string.Join("; ", integrity.Take(3))})");
        var astray = await Texts(connection, "SELECT DISTINCT \"table\" FROM pragma_foreign_key_check", stop);
        if (astray.Count > 0)
            return DatabaseHoldings.Faulty($"rader pekar på rader som inte finns i {string.Join(", ", astray)}");
        var tables = await Texts(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'", stop);
        if (!tables.Contains("__EFMigrationsHistory"))
            return DatabaseHoldings.Faulty("databasen är inte DigiSams");
        var rows = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in tables)
            rows[table] = long.Parse((await Texts(connection, $"SELECT count(*) FROM \"{table.Replace("\"", "\"\"", StringComparison.Ordinal)}\"", stop))[0], System.Globalization.CultureInfo.InvariantCulture);
        var migrations = await Texts(connection, "SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\" ORDER BY \"MigrationId\"", stop);
        return new DatabaseHoldings(null, migrations, rows);
    }

    /// <summary>
    /// Brings everything into the one file, so that it can be copied or moved. False when another process has it open.
    /// </summary>
    public static async Task<bool> Gather(string path, CancellationToken stop)
    {
        try
        {
            await using var connection = await Open(path, SqliteOpenMode.ReadWrite, stop);
            return await Texts(connection, "PRAGMA journal_mode=DELETE", stop) is ["delete"];
        }
        catch (SqliteException inUse) when (inUse.SqliteErrorCode is Busy or Locked)
        {
            return false;
        }
    }

    /// <summary>The files beside the database that belong to it, where there are any.</summary>
    public static IEnumerable<string> CompanionsOf(string path) => Companions.Select(companion => path + companion).Where(File.Exists);

    private static async Task<SqliteConnection> Open(string path, SqliteOpenMode mode, CancellationToken stop)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = Patience }.ToString());
        try
        {
            await connection.OpenAsync(stop);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static async Task<List<string>> Texts(SqliteConnection connection, string sql, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(stop);
        var texts = new List<string>();
        while (await reader.ReadAsync(stop))
            texts.Add(reader.GetString(0));
        return texts;
    }
}

/// <summary>What a database file holds; <see cref="Fault"/> says in Swedish why it cannot be used, and is null when it can.</summary>
internal sealed record DatabaseHoldings(string? Fault, IReadOnlyList<string> Migrations, IReadOnlyDictionary<string, long> Rows)
{
    public static DatabaseHoldings Faulty(string fault) => new(fault, [], new Dictionary<string, long>());
}
