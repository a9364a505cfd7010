using Microsoft.Data.Sqlite;

namespace DigiSam.Persistence;

/// <summary>Where the rows of this installation are: an SQLite file in a data folder that one host owns.</summary>
public sealed record DatabaseOptions(string Connection, string DataFolder)
{
    /// <summary>The database of a data folder: <c>digisam.db</c> in it.</summary>
    public static DatabaseOptions InFolder(string folder)
    {
        var full = Path.GetFullPath(folder);
        return new DatabaseOptions(new SqliteConnectionStringBuilder { DataSource = Path.Combine(full, "digisam.db") }.ToString(), full);
    }

    /// <summary>A database by connection string; throws <see cref="UnsupportedConnectionException"/> when it is not SQLite's.</summary>
    public static DatabaseOptions ByConnection(string connection)
    {
        try
        {
            var sqlite = new SqliteConnectionStringBuilder(connection);
            if (sqlite.DataSource.Length > 0 && sqlite.DataSource != ":memory:")
                return new DatabaseOptions(connection, Path.GetDirectoryName(Path.GetFullPath(sqlite.DataSource))!);
        }
        catch (ArgumentException)
        {
            // Another engine's connection string; said below.
        }

        throw new UnsupportedConnectionException();
    }
}

/// <summary>The connection string is not one that this version can open.</summary>
public sealed class UnsupportedConnectionException()
    : Exception("Anslutningen kan inte användas. Den här versionen öppnar SQLite-filer: --db \"Data Source=sökväg/digisam.db\". PostgreSQL stöds inte än.");
