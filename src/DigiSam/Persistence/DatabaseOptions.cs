using Microsoft.Data.Sqlite;
using Npgsql;

namespace DigiSam.Persistence;

public enum DatabaseKind
{
    /// <summary>A file in a data folder that one host owns.</summary>
    Sqlite,

    /// <summary>A database server, for several hosts.</summary>
    PostgreSql,
}

/// <summary>Where the rows of this installation are.</summary>
/// <param name="DataFolder">The folder that one host owns; null when the rows are on a server.</param>
public sealed record DatabaseOptions(DatabaseKind Kind, string Connection, string? DataFolder)
{
    /// <summary>The place as a person would say it, without passwords.</summary>
    public string Where => DataFolder ?? Server(new NpgsqlConnectionStringBuilder(Connection));

    /// <summary>The connection as it may be shown: without a password.</summary>
    public string ShownConnection => Kind == DatabaseKind.PostgreSql ? new NpgsqlConnectionStringBuilder(Connection) { Password = null }.ToString() : Connection;

    /// <summary>The database of a data folder: <c>digisam.db</c> in it.</summary>
    public static DatabaseOptions InFolder(string folder)
    {
        var full = Path.GetFullPath(folder);
        return new DatabaseOptions(DatabaseKind.Sqlite, new SqliteConnectionStringBuilder { DataSource = Path.Combine(full, "digisam.db") }.ToString(), full);
    }

    /// <summary>A database by connection string; throws <see cref="UnsupportedConnectionException"/> when it is neither SQLite's nor PostgreSQL's.</summary>
    public static DatabaseOptions ByConnection(string connection) =>
        AsSqlite(connection) ?? AsPostgreSql(connection) ?? throw new UnsupportedConnectionException();

    /// <summary>A record would write the connection, and with it the password.</summary>
    public override string ToString() => Where;

    private static string Server(NpgsqlConnectionStringBuilder server) => $"PostgreSQL-databasen {server.Database} på {server.Host}";

    private static DatabaseOptions? AsSqlite(string connection)
    {
        try
        {
            var file = new SqliteConnectionStringBuilder(connection).DataSource;
            return file.Length > 0 && file != ":memory:"
                ? new DatabaseOptions(DatabaseKind.Sqlite, connection, Path.GetDirectoryName(Path.GetFullPath(file))!)
                : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static DatabaseOptions? AsPostgreSql(string connection)
    {
        try
        {
            var server = new NpgsqlConnectionStringBuilder(connection);
            return server is { Host.Length: > 0, Database.Length: > 0 } ? new DatabaseOptions(DatabaseKind.PostgreSql, connection, null) : null;
        }
        catch (Exception unknown) when (unknown is ArgumentException or FormatException or KeyNotFoundException or NotSupportedException)
        {
            return null;
        }
    }
}

/// <summary>The connection string is not one that this version can open.</summary>
public sealed class UnsupportedConnectionException()
    : Exception("Anslutningen kan inte användas. Skriv \"Data Source=sökväg/digisam.db\" för en SQLite-fil eller \"Host=server;Database=digisam;Username=digisam\" för PostgreSQL.");
