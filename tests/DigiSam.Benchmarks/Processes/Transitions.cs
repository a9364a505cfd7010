using System.Diagnostics;
using DigiSam.Benchmarks.Measuring;
using Microsoft.Data.Sqlite;

namespace DigiSam.Benchmarks.Processes;

/// <summary>A step is closed and opened again, through the whole pipeline, eight at a time; and the same beside a hundred thousand instances.</summary>
internal static class Transitions
{
    private const int AtOnce = 8;
    private const int Count = 400;
    private const int RoundCount = 3;
    private const int Many = 100_000;

    public static async Task<ResultTable> Measure()
    {
        await using var few = await ProcessGround.Create(units: AtOnce);
        await few.Begin();
        await using var many = await few.Copy();
        await many.Begin();
        await Fill(many.File);
        await using var bare = await BareTransactions.Create(AtOnce);

        var (ours, filled, bound) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = -1; round < RoundCount; round++)
        {
            var (one, two, three) = (await Rate(() => few.CloseAndReopen(AtOnce, Count)), await Rate(() => many.CloseAndReopen(AtOnce, Count)), await Rate(() => bare.Run(Count)));
            if (round >= 0)
                (ours, filled, bound) = ([.. ours, one], [.. filled, two], [.. bound, three]);
        }

        var table = new ResultTable("Övergångar i sekunden, åtta samtidigt", "per s");
        var (mine, raw, beside) = (Rounds.Median([.. ours.Order()]), Rounds.Median([.. bound.Order()]), Rounds.Median([.. filled.Order()]));
        table.Add("Steg stängs och öppnas", ResultTable.Show([.. ours.Order()]), "en ändrad och en ny rad i egen transaktion", ResultTable.Show([.. bound.Order()]), raw / mine, Goal.AtMost(raw / mine, 20, " × långsammare"));
        table.Add($"  bredvid {Many.ToString("N0", ResultTable.Swedish)} processer", ResultTable.Show([.. filled.Order()]), "samma med åtta processer", ResultTable.Show([.. ours.Order()]), mine / beside, Goal.AtMost(mine / beside, 1.2, " × långsammare"));
        table.Note($"Median av {RoundCount} varvade rundor om {Count}; inom parentes lägsta och högsta. En övergång läser processen, prövar villkoren, skriver steg, tidpunkter, uppgifter, händelse och logg, i en transaktion. SQLite, synchronous=FULL.");
        return table;
    }

    private static async Task<double> Rate(Func<Task> run)
    {
        var started = Stopwatch.GetTimestamp();
        await run();
        return Count / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    // Copies of the first instance, with its steps, timers, events and tasks, under ids of their own.
    private static async Task Fill(string file)
    {
        await using var database = new SqliteConnection($"Data Source={file};Pooling=False");
        await database.OpenAsync();
        await using var command = database.CreateCommand();
        command.CommandTimeout = 600;
        command.CommandText = $"""
            CREATE TEMP TABLE "Copies" AS
                WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {Many})
                SELECT {NewId} AS "Id" FROM n;
            CREATE TEMP TABLE "Model" AS SELECT "Id" FROM "Processes" ORDER BY "Id" LIMIT 1;
            BEGIN;
            {await Insert(database, "Processes", "Id", null)}
            {await Insert(database, "ProcessSteps", "ProcessId", null)}
            {await Insert(database, "ProcessTimers", "ProcessId", "Id")}
            {await Insert(database, "ProcessEvents", "ProcessId", "Id")}
            {await Insert(database, "InboxTasks", "ProcessId", "Id")}
            COMMIT;
            ANALYZE;
            """;
        await command.ExecuteNonQueryAsync();
    }

    private const string NewId =
        "upper(substr(hex(randomblob(4)), 1, 8) || '-' || hex(randomblob(2)) || '-7' || substr(hex(randomblob(2)), 2) || '-A' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))";

    private static async Task<string> Insert(SqliteConnection database, string table, string process, string? ownId)
    {
        await using var command = database.CreateCommand();
        command.CommandText = $"SELECT name FROM pragma_table_info('{table}')";
        await using var columns = await command.ExecuteReaderAsync();
        var names = new List<string>();
        while (await columns.ReadAsync())
            names.Add(columns.GetString(0));
        var values = names.Select(name => name == process ? "\"Copies\".\"Id\"" : name == ownId ? NewId : $"source.\"{name}\"");
        return $"""
            INSERT INTO "{table}" ({string.Join(", ", names.Select(name => $"\"{name}\""))})
                SELECT {string.Join(", ", values)} FROM "Copies" CROSS JOIN "{table}" AS source WHERE source."{process}" = (SELECT "Id" FROM "Model");
            """;
    }
}
