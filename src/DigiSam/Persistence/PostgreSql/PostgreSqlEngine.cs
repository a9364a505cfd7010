using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DigiSam.Persistence.PostgreSql;

/// <summary>A PostgreSQL server: several hosts, and in each several writers, whom the server keeps apart.</summary>
internal sealed class PostgreSqlEngine(DatabaseOptions options) : DatabaseEngine(options)
{
    /// <summary>Fewer than the connections of a pool, so that readers always get one.</summary>
    public override int Writers => 16;

    public override Task<DatabaseClaim?> Claim(bool alone, CancellationToken stop = default) => PostgreSqlClaim.Try(Options.Connection, alone, stop);

    public override Task TakeTurn(DigiSamContext database, Guid turn, CancellationToken stop = default) =>
        database.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({turn.ToString("D", CultureInfo.InvariantCulture)}, 0))", stop);

    public override async Task<bool> TryTurn(DigiSamContext database, Guid turn, CancellationToken stop = default) =>
        (await database.Database.SqlQuery<bool>($"""SELECT pg_try_advisory_xact_lock(hashtextextended({turn.ToString("D", CultureInfo.InvariantCulture)}, 0)) AS "Value" """).ToListAsync(stop))[0];

    // A lock alone would let one that read before us go on with what it read.
    public override Task Hold(DigiSamContext database, string table, IReadOnlyCollection<Guid> ids, CancellationToken stop = default) =>
#pragma warning disable EF1002 // The name is one of the model's own.
        database.Database.ExecuteSqlRawAsync($"""UPDATE "{Known(database, table)}" SET "Id" = "Id" WHERE "Id" = ANY(@ids)""", [new NpgsqlParameter("ids", ids.ToArray())], stop);
#pragma warning restore EF1002

    public override async Task<IReadOnlyList<Guid>> HoldFree(DigiSamContext database, string table, IReadOnlyList<Guid> ids, int most, CancellationToken stop = default)
    {
        if (ids.Count == 0)
            return [];
        var known = Known(database, table);
#pragma warning disable EF1002 // The name is one of the model's own.
        return await database.Database
            .SqlQueryRaw<Guid>(
                $"""SELECT "Id" AS "Value" FROM "{known}" WHERE "Id" = ANY(@ids) ORDER BY array_position(@ids, "Id") LIMIT @most FOR UPDATE SKIP LOCKED""",
                new NpgsqlParameter("ids", ids.ToArray()), new NpgsqlParameter("most", most))
            .ToListAsync(stop);
#pragma warning restore EF1002
    }

    /// <summary>
    /// Two commands that each would have been right alone (serialisation failure, deadlock). That both made the same row is
    /// counted among them: the second reads the first's when it runs again.
    /// </summary>
    public override int TriesAfter(Exception fault) => Chain(fault).OfType<PostgresException>().Select(refused => refused.SqlState switch
    {
        PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected => 8,
        PostgresErrorCodes.UniqueViolation => 2,
        _ => 0,
    }).FirstOrDefault();

    internal override Task ClearTheWay(DigiSamContext database, CancellationToken stop) => Task.CompletedTask;

    internal override Task Prepare(DigiSamContext database, CancellationToken stop) => Task.CompletedTask;

    internal override async Task<IReadOnlyList<(bool Fine, string Text)>> Check(DigiSamContext database, CancellationToken stop)
    {
        var version = await database.Database.SqlQueryRaw<string>("SELECT current_setting('server_version') AS \"Value\"").SingleAsync(stop);
        var encoding = await database.Database.SqlQueryRaw<string>("SELECT current_setting('server_encoding') AS \"Value\"").SingleAsync(stop);
        return
        [
            (true, $"Databasen svarar: PostgreSQL {version}."),
            encoding == "UTF8"
                ? (true, "Databasen har teckenkodningen UTF8.")
                : (false, $"Databasen har teckenkodningen {encoding} och kan inte hålla alla tecken. Skapa en ny med ENCODING 'UTF8' och flytta dit uppgifterna med pg_dump."),
        ];
    }

    private static string Known(DigiSamContext database, string table) => database.Model.GetEntityTypes().Select(type => type.GetTableName()!).First(name => name == table);

    internal override void AddContext(IServiceCollection services) =>
        services.AddDbContextPool<DigiSamContext, PostgreSqlContext>(context => Configure(context.UseNpgsql(Options.Connection)));
}
