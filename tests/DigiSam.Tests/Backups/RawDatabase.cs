using Microsoft.Data.Sqlite;

namespace DigiSam.Tests.Backups;

/// <summary>The database of a data folder as SQL, past the program.</summary>
internal static class RawDatabase
{
    public static async Task Execute(string folder, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "digisam.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
