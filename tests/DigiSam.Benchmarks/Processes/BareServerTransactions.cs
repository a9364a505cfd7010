using System.Globalization;
using Npgsql;

namespace DigiSam.Benchmarks.Processes;

/// <summary>The least that anyone could do on a server: a committed transaction of one updated row and one inserted event, prepared, in one round trip.</summary>
internal sealed class BareServerTransactions : IAsyncDisposable
{
    private const int Steps = 1000;

    private readonly List<NpgsqlConnection> _connections = [];

    private BareServerTransactions()
    {
    }

    public static async Task<BareServerTransactions> Create(string connection, int connections)
    {
        var bare = new BareServerTransactions();
        for (var index = 0; index < connections; index++)
        {
            var session = new NpgsqlConnection(connection);
            await session.OpenAsync();
            bare._connections.Add(session);
        }

        await using var command = new NpgsqlCommand(
            $"""
            CREATE TABLE "BareSteps" ("Id" integer PRIMARY KEY, "State" integer NOT NULL, "Rev" integer NOT NULL);
            CREATE TABLE "BareEvents" ("Id" uuid PRIMARY KEY, "StepId" integer NOT NULL REFERENCES "BareSteps", "At" bigint NOT NULL, "Detail" text);
            INSERT INTO "BareSteps" SELECT i, 0, 1 FROM generate_series(1, {Steps.ToString(CultureInfo.InvariantCulture)}) AS i;
            """,
            bare._connections[0]);
        await command.ExecuteNonQueryAsync();
        return bare;
    }

    /// <summary>So many transactions, shared by the connections, which write at once.</summary>
    public Task Run(int transactions) => Task.WhenAll(_connections.Select((connection, index) => Task.Run(async () =>
    {
        for (var number = index; number < transactions; number += _connections.Count)
        {
            await using var transaction = await connection.BeginTransactionAsync();
            await using var batch = new NpgsqlBatch(connection, transaction)
            {
                BatchCommands =
                {
                    new("""UPDATE "BareSteps" SET "State" = 1 - "State", "Rev" = "Rev" + 1 WHERE "Id" = $1""") { Parameters = { new() { Value = 1 + (number % Steps) } } },
                    new("""INSERT INTO "BareEvents" VALUES ($1, $2, $3, 'Något hände.')""")
                    {
                        Parameters = { new() { Value = Guid.CreateVersion7() }, new() { Value = 1 + (number % Steps) }, new() { Value = DateTime.UtcNow.Ticks } },
                    },
                },
            };
            await batch.ExecuteNonQueryAsync();
            await transaction.CommitAsync();
        }
    })));

    public async ValueTask DisposeAsync()
    {
        foreach (var connection in _connections)
            await connection.DisposeAsync();
    }
}
