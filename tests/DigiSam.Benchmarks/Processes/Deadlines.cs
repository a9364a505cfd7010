using System.Diagnostics;
using DigiSam.Benchmarks.Hosts;
using DigiSam.Benchmarks.Measuring;
using DigiSam.Benchmarks.Pages;
using Microsoft.Data.Sqlite;

namespace DigiSam.Benchmarks.Processes;

/// <summary>A thousand units' steps open at the same second: how long until the last is open, and what a page takes meanwhile.</summary>
internal static class Deadlines
{
    private const int Units = 1000;
    private const int RoundCount = 3;
    private const int WarmUps = 50;

    private static readonly DateOnly Opening = new(ProcessGround.Year, 1, 7);

    public static async Task<ResultTable> Measure(PublishedHost published, DemoDatabase demo)
    {
        var table = new ResultTable($"{Units} tidpunkter samtidigt", "ms");
        await using var ready = await ProcessGround.Create(Units + WarmUps);
        await OpenSome(ready);
        await using var bare = await BareTransactions.Create(connections: 1);
        var (ours, bounds) = (new List<double>(), new List<double>());
        for (var round = -1; round < RoundCount; round++)
        {
            await using var ground = await ready.Copy();
            ground.GoTo(Opening.AddDays(-1));
            await ground.Pump.RunOnce(default); // A host has run for days when deadlines come: what its first timers cost is not asked for.
            ground.GoTo(Opening);
            var took = await Time(() => ground.Pump.RunOnce(default));
            var bound = await Time(() => bare.Run(Units));
            if (round >= 0)
                (ours, bounds) = ([.. ours, took], [.. bounds, bound]);
        }

        var ratio = Rounds.Median([.. ours.Order()]) / Rounds.Median([.. bounds.Order()]);
        table.Add("Steget Planera öppnar i alla enheter", ResultTable.Show([.. ours.Order()]), "lika många transaktioner, en ändrad och en ny rad", ResultTable.Show([.. bounds.Order()]), ratio, Goal.AtMost(ratio, 4, " ×"));
        await AddPage(table, published, demo);
        table.Note($"Median av {RoundCount} varvade rundor, sedan {WarmUps} andra tidpunkter gått dagen före; inom parentes kortaste och längsta. Varje tidpunkt blir ett öppnat steg, två uppgifter, fyra nya tidpunkter och en händelse. SQLite, synchronous=FULL.");
        return table;
    }

    // Some units open a day before the others.
    private static async Task OpenSome(ProcessGround ground)
    {
        await using var database = new SqliteConnection($"Data Source={ground.File};Pooling=False");
        await database.OpenAsync();
        await using var command = database.CreateCommand();
        command.CommandText = $"""
            CREATE TEMP TABLE "Early" AS SELECT "Id" FROM "Processes" ORDER BY "Id" LIMIT {WarmUps};
            UPDATE "ProcessTimers" SET "DueAt" = "DueAt" - {TimeSpan.TicksPerDay} WHERE "StepKey" = 'plan' AND "ProcessId" IN (SELECT "Id" FROM "Early");
            UPDATE "ProcessSteps" SET "OpensOn" = '{Opening.AddDays(-1):yyyy-MM-dd}' WHERE "Key" = 'plan' AND "ProcessId" IN (SELECT "Id" FROM "Early");
            """;
        await command.ExecuteNonQueryAsync();
    }

    // The host itself acts on a thousand timers that have just fallen due, while someone opens the register.
    private static async Task AddPage(ResultTable table, PublishedHost published, DemoDatabase demo)
    {
        var folder = Directory.CreateTempSubdirectory("digisam-benchmark-").FullName;
        File.Copy(demo.File, Path.Combine(folder, "digisam.db"));
        try
        {
            await using var host = await published.Start(new DemoDatabase(folder), new Dictionary<string, string> { ["DigiSam__PumpSeconds"] = "1" });
            using var samira = await Visitor.SignIn(host, Visitor.Samira);
            for (var warm = 0; warm < 200; warm++)
                await samira.Open(PageAddresses.FirstOfRegister.Address);
            var (idle, busy) = (new List<double>(), new List<double>());
            for (var round = 0; round < RoundCount; round++)
            {
                for (var open = 0; open < 100; open++)
                    idle.Add(await Time(() => samira.Open(PageAddresses.FirstOfRegister.Address)));
                await using var database = new SqliteConnection($"Data Source={Path.Combine(folder, "digisam.db")};Pooling=False");
                await database.OpenAsync();
                var due = await MakeDue(database);
                var left = due;
                while (left > 0)
                {
                    var took = await Time(() => samira.Open(PageAddresses.FirstOfRegister.Address));
                    left = await Left(database);
                    if (left < due)
                        busy.Add(took);
                }
            }

            var ratio = new Times(busy).Median / new Times(idle).Median;
            table.Add("Registrets första sida under tiden", ResultTable.Show(new Times(busy).Median), "samma sida i lugn och ro", ResultTable.Show(new Times(idle).Median), ratio, Goal.AtMost(ratio, 2, " ×"));
            table.Add("  95 av 100 sidor", ResultTable.Show(new Times(busy).P95), "  95 av 100 i lugn och ro", ResultTable.Show(new Times(idle).P95), new Times(busy).P95 / new Times(idle).P95);
            table.Note($"Sidan öppnades {busy.Count} gånger medan värden arbetade med tidpunkterna, {idle.Count} gånger annars.");
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    // Timers that lie ahead are brought forward to this second.
    private static async Task<int> MakeDue(SqliteConnection database)
    {
        await using var command = database.CreateCommand();
        command.CommandText = """UPDATE "ProcessTimers" SET "DueAt" = @now WHERE "Id" IN (SELECT "Id" FROM "ProcessTimers" WHERE "DoneAt" IS NULL AND "DueAt" > @now LIMIT @units)""";
        command.Parameters.AddWithValue("@now", DateTime.UtcNow.Ticks);
        command.Parameters.AddWithValue("@units", Units);
        return await command.ExecuteNonQueryAsync();
    }

    private static async Task<int> Left(SqliteConnection database)
    {
        await using var command = database.CreateCommand();
        command.CommandText = """SELECT COUNT(*) FROM "ProcessTimers" WHERE "DoneAt" IS NULL AND "DueAt" <= @now""";
        command.Parameters.AddWithValue("@now", DateTime.UtcNow.Ticks);
        return Convert.ToInt32(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task<double> Time(Func<Task> action)
    {
        var started = Stopwatch.GetTimestamp();
        await action();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}
