using System.Data.Common;
using DigiSam.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DigiSam.Tests.Support;

/// <summary>All rows of all tables of an installation's database, as text, to hold before against after.</summary>
internal static class DatabaseContents
{
    /// <summary>Tables in which an import records itself, whatever it changes.</summary>
    public static readonly string[] Records = ["AuditEntries", "ImportBatches"];

    public static SortedDictionary<string, IReadOnlyList<string>> Read(Installed installed)
    {
        using var scope = installed.Services.CreateScope();
        var database = scope.ServiceProvider.GetRequiredService<DigiSamContext>();
        database.Database.OpenConnection();
        var tables = new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var table in database.Model.GetEntityTypes().Select(entity => entity.GetTableName()!).Distinct())
            tables[table] = [.. Rows(database.Database.GetDbConnection(), $"SELECT * FROM \"{table}\"").Order(StringComparer.Ordinal)];
        return tables;
    }

    public static SortedDictionary<string, IReadOnlyList<string>> Read(string folder)
    {
        var tables = new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "digisam.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        foreach (var table in Rows(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"))
            tables[table] = [.. Rows(connection, $"SELECT * FROM \"{table}\"").Order(StringComparer.Ordinal)];
        return tables;
    }

    /// <summary>The same without the tables in which an import records itself.</summary>
    public static SortedDictionary<string, IReadOnlyList<string>> ReadWithoutRecords(Installed installed)
    {
        var tables = Read(installed);
        foreach (var table in Records)
            Assert.True(tables.Remove(table));
        return tables;
    }

    /// <summary>The bytes of the database file after everything in the write-ahead log has been moved into it.</summary>
    public static byte[] BytesAfterCheckpoint(string folder)
    {
        using (var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "digisam.db")};Pooling=False"))
        {
            connection.Open();
            Assert.StartsWith("0|", Assert.Single(Rows(connection, "PRAGMA wal_checkpoint(TRUNCATE)")), StringComparison.Ordinal);
        }

        return File.ReadAllBytes(Path.Combine(folder, "digisam.db"));
    }

    private static List<string> Rows(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(column => Text(reader.GetValue(column)))));
        return rows;
    }

    private static string Text(object value) => value switch
    {
        byte[] bytes => Convert.ToHexStringLower(bytes),
        Array array => string.Join(',', array.Cast<object>().Select(Text)),
        IFormattable formattable => formattable.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => $"{value}",
    };
}
