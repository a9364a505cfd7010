using System.Globalization;
using Npgsql;

namespace DigiSam.Benchmarks.Processes;

/// <summary>Copies of a database's first instance, with its steps, timers, events and tasks, under ids of their own.</summary>
internal static class ServerCopies
{
    public static async Task Fill(string database, int copies)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await Run(connection, $"""
            CREATE TEMP TABLE "Copies" AS SELECT gen_random_uuid() AS "Id" FROM generate_series(1, {copies.ToString(CultureInfo.InvariantCulture)});
            CREATE TEMP TABLE "Model" AS SELECT "Id" FROM "Processes" ORDER BY "Id" LIMIT 1;
            """);
        foreach (var (table, process, ownId) in new[] { ("Processes", "Id", ""), ("ProcessSteps", "ProcessId", ""), ("ProcessTimers", "ProcessId", "Id"), ("ProcessEvents", "ProcessId", "Id"), ("InboxTasks", "ProcessId", "Id") })
            await Insert(connection, table, process, ownId);
        await Run(connection, "VACUUM ANALYZE");
    }

    private static async Task Insert(NpgsqlConnection connection, string table, string process, string ownId)
    {
        var names = new List<string>();
        await using (var columns = new NpgsqlCommand("SELECT column_name FROM information_schema.columns WHERE table_name = $1", connection) { Parameters = { new() { Value = table } } })
        await using (var reader = await columns.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
                names.Add(reader.GetString(0));
        }

        var values = names.Select(name => name == process ? "\"Copies\".\"Id\"" : name == ownId ? "gen_random_uuid()" : $"source.\"{name}\"");
        await Run(connection, $"""
            INSERT INTO "{table}" ({string.Join(", ", names.Select(name => $"\"{name}\""))})
                SELECT {string.Join(", ", values)} FROM "Copies" CROSS JOIN "{table}" AS source WHERE source."{process}" = (SELECT "Id" FROM "Model")
            """);
    }

    public static async Task Run(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await Run(connection, sql);
    }

    private static async Task Run(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };
        await command.ExecuteNonQueryAsync();
    }
}
