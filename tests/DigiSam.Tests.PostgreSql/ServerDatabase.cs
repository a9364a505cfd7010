using System.Runtime.CompilerServices;
using DigiSam.Persistence;
using DigiSam.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DigiSam.Tests.PostgreSql;

/// <summary>A database on the run's server, a copy of one that has been migrated. Without a server's programs the test is skipped.</summary>
internal sealed class ServerDatabase : TestDatabase
{
    private const string NoServer = "PostgreSQL:s program (initdb, postgres) finns inte på den här datorn.";

    private static readonly Lazy<Task<string>> Migrated = new(MakeTemplate);

    private readonly Cluster _cluster;

    private ServerDatabase(Cluster cluster, string connection)
        : base(DatabaseOptions.ByConnection(connection)) => _cluster = cluster;

    [ModuleInitializer]
    internal static void UseForEveryTest() => Make = async _ => await Create(await Template());

    /// <summary>A database without a table.</summary>
    public static async Task<ServerDatabase> Empty()
    {
        Assert.SkipWhen(Cluster.Programs is null, NoServer);
        return await Create("template0");
    }

    public override async ValueTask DisposeAsync() => await _cluster.Drop(Options.Connection);

    private static async Task<ServerDatabase> Create(string template)
    {
        var cluster = await Cluster.OfThisRun;
        return new ServerDatabase(cluster, await cluster.Create(template));
    }

    private static Task<string> Template()
    {
        Assert.SkipWhen(Cluster.Programs is null, NoServer);
        return Migrated.Value;
    }

    private static async Task<string> MakeTemplate()
    {
        var made = await Create("template0");
        await using var services = new ServiceCollection().AddDigiSam(made.Options, Installed.Definitions).BuildServiceProvider();
        await using (var scope = services.CreateAsyncScope())
        {
            var database = scope.ServiceProvider.GetRequiredService<DigiSamContext>();
            await database.Database.MigrateAsync();
            Npgsql.NpgsqlConnection.ClearPool((Npgsql.NpgsqlConnection)database.Database.GetDbConnection());
            return new Npgsql.NpgsqlConnectionStringBuilder(made.Options.Connection).Database!;
        }
    }
}
