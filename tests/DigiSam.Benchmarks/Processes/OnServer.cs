using System.Diagnostics;
using DigiSam.Benchmarks.Measuring;
using DigiSam.Tests.PostgreSql;
using Npgsql;
using Spectre.Console;

namespace DigiSam.Benchmarks.Processes;

/// <summary>What can be run on PostgreSQL by itself.</summary>
internal enum ServerPart
{
    /// <summary>A thousand timers due at the same second.</summary>
    Deadlines,

    /// <summary>The same with two hosts on one database.</summary>
    Hosts,

    /// <summary>Steps that are closed and opened, eight at a time, also beside a hundred thousand instances.</summary>
    Transitions,
}

/// <summary>The engine on a PostgreSQL server of its own, which keeps what it commits as one in earnest does.</summary>
internal static class OnServer
{
    private const int Units = 1000;
    private const int WarmUps = 50;
    private const int RoundCount = 3;
    private const int AtOnce = 8;
    private const int Count = 400;
    private const int Many = 100_000;
    private const int Municipality = 450;

    private static readonly DateOnly Opening = new(ProcessGround.Year, 1, 7);

    public static async Task<int> Run(IReadOnlyList<ServerPart> parts)
    {
        if (Console.IsOutputRedirected)
            AnsiConsole.Profile.Width = 180;
        if (Cluster.Programs is null)
        {
            await Console.Error.WriteLineAsync("PostgreSQL:s program (initdb, postgres) finns inte på den här datorn.");
            return 1;
        }

        var server = await Cluster.Durable();
        try
        {
            foreach (var part in parts)
                (part switch { ServerPart.Deadlines => await Deadlines(server), ServerPart.Hosts => await Hosts(server), _ => await Transitions(server) }).Print();
        }
        finally
        {
            await server.Stop();
        }

        AnsiConsole.WriteLine($"{Environment.ProcessorCount} processorer, .NET {Environment.Version}. Servern och belastningen är på samma dator; fsync och synchronous_commit är på.");
        return 0;
    }

    private static async Task<ResultTable> Deadlines(Cluster server)
    {
        await using var ready = await Ready(server);
        await using var bare = await BareServerTransactions.Create(await server.Create(), connections: 1);
        var (ours, bounds) = (new List<double>(), new List<double>());
        for (var round = -1; round < RoundCount; round++)
        {
            await using var ground = await Warm(ready, server);
            var took = await Time(() => ground.Pump.RunOnce(default));
            var bound = await Time(() => bare.Run(Units));
            if (round >= 0)
                (ours, bounds) = ([.. ours, took], [.. bounds, bound]);
        }

        var table = new ResultTable($"{Units} tidpunkter samtidigt, PostgreSQL");
        var ratio = Middle(ours) / Middle(bounds);
        table.Add("Steget Planera öppnar i alla enheter", Show(ours), "lika många transaktioner, en ändrad och en ny rad", Show(bounds), ratio, Goal.AtMost(ratio, 4, " ×"));
        table.Note($"Median av {RoundCount} varvade rundor, sedan {WarmUps} andra tidpunkter gått dagen före; inom parentes kortaste och längsta.");
        return table;
    }

    private static async Task<ResultTable> Hosts(Cluster server)
    {
        await using var ready = await Ready(server);
        var (alone, together) = (new List<double>(), new List<double>());
        var collisions = 0L;
        for (var round = -1; round < RoundCount; round++)
        {
            double one, two;
            long before, after;
            await using (var ground = await Warm(ready, server))
                one = await Time(() => ground.Pump.RunOnce(default));
            await using (var ground = await Warm(ready, server))
            {
                await using var beside = ground.Beside();
                beside.GoTo(Opening.AddDays(-1));
                await beside.Pump.RunOnce(default);
                beside.GoTo(Opening);
                before = await RolledBack(server, ground);
                two = await Time(() => Task.WhenAll(Task.Run(() => ground.Pump.RunOnce(default)), Task.Run(() => beside.Pump.RunOnce(default))));
                after = await RolledBack(server, ground);
                if (await ground.Due() > 0)
                    throw new InvalidOperationException("Timers were left.");
            }

            if (round >= 0)
                (alone, together, collisions) = ([.. alone, one], [.. together, two], collisions + after - before);
        }

        var table = new ResultTable($"{Units} tidpunkter samtidigt, två värdar på en PostgreSQL-databas");
        table.Add("Två värdar", Show(together), "en värd", Show(alone), Middle(together) / Middle(alone));
        table.Note($"Median av {RoundCount} varvade rundor. {collisions} transaktioner rullades tillbaka i de {RoundCount} rundorna med två värdar.");
        return table;
    }

    private static async Task<ResultTable> Transitions(Cluster server)
    {
        await using var few = await ProcessGround.Create(Municipality, server);
        await few.Begin();
        await using var many = await few.Copy(server);
        await many.Begin();
        await ServerCopies.Fill(many.Database.Connection, Many);
        await ServerCopies.Run(few.Database.Connection, "VACUUM ANALYZE");
        await using var bare = await BareServerTransactions.Create(await server.Create(), AtOnce);
        var before = (RolledBack: await RolledBack(server, few), few.Refused);
        var (ours, filled, bound) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = -1; round < RoundCount; round++)
        {
            var one = Count * 1000 / await Time(() => few.CloseAndReopen(AtOnce, Count));
            var two = Count * 1000 / await Time(() => many.CloseAndReopen(AtOnce, Count));
            var three = Count * 1000 / await Time(() => bare.Run(Count));
            if (round >= 0)
                (ours, filled, bound) = ([.. ours, one], [.. filled, two], [.. bound, three]);
        }

        var table = new ResultTable("Övergångar i sekunden, åtta samtidigt, PostgreSQL", "per s");
        table.Add("Steg stängs och öppnas", Show(ours), "en ändrad och en ny rad i egen transaktion", Show(bound), Middle(bound) / Middle(ours), Goal.AtMost(Middle(bound) / Middle(ours), 20, " × långsammare"));
        table.Add($"  bredvid {Many.ToString("N0", ResultTable.Swedish)} processer", Show(filled), $"samma med {Municipality} processer", Show(ours), Middle(ours) / Middle(filled), Goal.AtMost(Middle(ours) / Middle(filled), 1.2, " × långsammare"));
        table.Note($"Median av {RoundCount} varvade rundor om {Count}; inom parentes lägsta och högsta. Åtta förbindelser skriver samtidigt, i en kommun med {Municipality} enheter. {await RolledBack(server, few) - before.RolledBack} transaktioner kördes om, och {few.Refused - before.Refused} kommandon nekades och skickades igen, av {Count * (RoundCount + 1)}.");
        return table;
    }

    // All units' plans open on one day, some of them the day before: what a host's first timers cost is not asked for.
    private static async Task<ProcessGround> Ready(Cluster server)
    {
        var ground = await ProcessGround.Create(Units + WarmUps, server);
        await using var connection = new NpgsqlConnection(ground.Database.Connection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            $"""
            CREATE TEMP TABLE "Early" AS SELECT "Id" FROM "Processes" ORDER BY "Id" LIMIT {WarmUps};
            UPDATE "ProcessTimers" SET "DueAt" = "DueAt" - {TimeSpan.TicksPerDay} WHERE "StepKey" = 'plan' AND "ProcessId" IN (SELECT "Id" FROM "Early");
            UPDATE "ProcessSteps" SET "OpensOn" = '{Opening.AddDays(-1):yyyy-MM-dd}' WHERE "Key" = 'plan' AND "ProcessId" IN (SELECT "Id" FROM "Early");
            """,
            connection);
        await command.ExecuteNonQueryAsync();
        return ground;
    }

    private static async Task<ProcessGround> Warm(ProcessGround ready, Cluster server)
    {
        var ground = await ready.Copy(server);
        ground.GoTo(Opening.AddDays(-1));
        await ground.Pump.RunOnce(default);
        ground.GoTo(Opening);
        return ground;
    }

    private static async Task<long> RolledBack(Cluster server, ProcessGround ground)
    {
        await Task.Delay(1500); // The server's counters are a second behind.
        await using var connection = new NpgsqlConnection(server.Connection("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT xact_rollback FROM pg_stat_database WHERE datname = $1", connection)
        {
            Parameters = { new() { Value = new NpgsqlConnectionStringBuilder(ground.Database.Connection).Database } },
        };
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static double Middle(List<double> figures) => Rounds.Median([.. figures.Order()]);

    private static string Show(List<double> figures) => ResultTable.Show([.. figures.Order()]);

    private static async Task<double> Time(Func<Task> action)
    {
        var started = Stopwatch.GetTimestamp();
        await action();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}
