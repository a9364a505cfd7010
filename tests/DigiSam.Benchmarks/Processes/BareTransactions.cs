using Microsoft.Data.Sqlite;

namespace DigiSam.Benchmarks.Processes;

/// <summary>The least that anyone could do: a committed transaction of one updated row and one inserted event, on SQLite with synchronous=FULL.</summary>
internal sealed class BareTransactions : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("digisam-benchmark-").FullName;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly List<SqliteConnection> _connections = [];

    private BareTransactions()
    {
    }

    public static async Task<BareTransactions> Create(int connections)
    {
        var bare = new BareTransactions();
        for (var index = 0; index < connections; index++)
        {
            var connection = new SqliteConnection($"Data Source={Path.Combine(bare._folder, "bare.db")};Pooling=False");
            await connection.OpenAsync();
            bare._connections.Add(connection);
            await bare.Run(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;");
        }

        await bare.Run(bare._connections[0], """
            CREATE TABLE "Steps" ("Id" TEXT PRIMARY KEY, "State" INTEGER NOT NULL, "Rev" INTEGER NOT NULL);
            CREATE TABLE "Events" ("Id" TEXT PRIMARY KEY, "StepId" TEXT NOT NULL REFERENCES "Steps", "At" INTEGER NOT NULL, "Detail" TEXT);
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)
            INSERT INTO "Steps" SELECT printf('%032d', i), 0, 1 FROM n;
            """);
        return bare;
    }

    /// <summary>So many transactions, shared by the connections; one writes at a time, as SQLite has it.</summary>
    public Task Run(int transactions) => Task.WhenAll(_connections.Select((connection, index) => Task.Run(async () =>
    {
        for (var number = index; number < transactions; number += _connections.Count)
        {
            await _gate.WaitAsync();
            try
            {
                await using var transaction = await connection.BeginTransactionAsync();
                await using var command = connection.CreateCommand();
                command.Transaction = (SqliteTransaction)transaction;
                command.CommandText = """
                    UPDATE "Steps" SET "State" = 1 - "State", "Rev" = "Rev" + 1 WHERE "Id" = @step;
                    INSERT INTO "Events" VALUES (@id, @step, @at, 'Något hände.');
                    """;
                command.Parameters.AddWithValue("@step", (1 + number % 1000).ToString("D32", System.Globalization.CultureInfo.InvariantCulture));
                command.Parameters.AddWithValue("@id", Guid.CreateVersion7().ToString());
                command.Parameters.AddWithValue("@at", DateTime.UtcNow.Ticks);
                await command.ExecuteNonQueryAsync();
                await transaction.CommitAsync();
            }
            finally
            {
                _gate.Release();
            }
        }
    })));

    public async ValueTask DisposeAsync()
    {
        foreach (var connection in _connections)
            await connection.DisposeAsync();
        _gate.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task Run(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
