using DigiSam.Persistence;
using DigiSam.Persistence.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DigiSam.Tests.Upgrades;

/// <summary>A newer version that changes the database while this one waits for its turn.</summary>
public sealed class NewerWhileWaitingTests
{
    private const string Later = "INSERT INTO __EFMigrationsHistory VALUES ('20991231000000_Later', '12.0.0') RETURNING MigrationId";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task It_leaves_a_database_that_a_newer_version_brought_up_to_date_meanwhile(bool isHost)
    {
        await using var database = await ReleasedDatabase.Load("0.1.0");
        await using var services = Services(database);
        var engine = new BusyEngine(DatabaseOptions.InFolder(database.Data), mine: false, async () =>
        {
            await using var newer = Services(database);
            await using var scope = newer.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<DigiSamContext>().Database.MigrateAsync(Stop);
            await database.Rows(Later);
        });
        await Refused(services, engine, isHost ? new BusyEngine.Turn(engine) : null);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task It_changes_nothing_when_a_newer_version_came_first_to_having_the_database_alone(bool isHost)
    {
        await using var database = await ReleasedDatabase.Load("0.1.0");
        await using var services = Services(database);
        var engine = new BusyEngine(DatabaseOptions.InFolder(database.Data), mine: true, () => database.Rows(Later));
        var columns = await database.Columns();
        await Refused(services, engine, isHost ? new BusyEngine.Turn(engine) : null);
        Assert.Equal(columns, await database.Columns());
    }

    private static async Task Refused(ServiceProvider services, BusyEngine engine, DatabaseClaim? ours)
    {
        await using var scope = services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<DigiSamContext>();
        await Assert.ThrowsAsync<DatabaseIsNewerException>(() => DatabaseUpkeep.BringUpToDate(context, engine, ours, TimeSpan.FromSeconds(30), Stop));
    }

    private static ServiceProvider Services(ReleasedDatabase database) => new ServiceCollection()
        .AddDigiSam(DatabaseOptions.InFolder(database.Data), Support.Installed.Definitions).BuildServiceProvider(validateScopes: true);

    /// <summary>Another process does its work just before this one asks to be alone.</summary>
    private sealed class BusyEngine(DatabaseOptions options, bool mine, Func<Task> others) : DatabaseEngine(options)
    {
        private readonly SqliteEngine _engine = new(options);

        public override int Writers => _engine.Writers;

        public override async Task<DatabaseClaim?> Claim(bool alone, CancellationToken stop = default) =>
            await Ask() ? new Turn(this) : null;

        public override Task TakeTurn(DigiSamContext database, Guid turn, CancellationToken stop = default) => _engine.TakeTurn(database, turn, stop);

        public override Task<bool> TryTurn(DigiSamContext database, Guid turn, CancellationToken stop = default) => Task.FromResult(true);

        public override Task Hold(DigiSamContext database, string table, IReadOnlyCollection<Guid> ids, CancellationToken stop = default) => Task.CompletedTask;

        public override Task<IReadOnlyList<Guid>> HoldFree(DigiSamContext database, string table, IReadOnlyList<Guid> ids, int most, CancellationToken stop = default) =>
            throw new NotSupportedException();

        public override int TriesAfter(Exception fault) => _engine.TriesAfter(fault);

        internal override Task ClearTheWay(DigiSamContext database, CancellationToken stop) => _engine.ClearTheWay(database, stop);

        internal override Task Prepare(DigiSamContext database, CancellationToken stop) => _engine.Prepare(database, stop);

        internal override Task<IReadOnlyList<(bool Fine, string Text)>> Check(DigiSamContext database, CancellationToken stop) => _engine.Check(database, stop);

        internal override void AddContext(IServiceCollection services) => _engine.AddContext(services);

        private async Task<bool> Ask()
        {
            await others();
            return mine;
        }

        internal sealed class Turn(BusyEngine engine) : DatabaseClaim
        {
            public override bool IsAlone => false;

            public override Task<bool> BecomeAlone(CancellationToken stop) => engine.Ask();

            public override Task BeAmongOthers(CancellationToken stop) => Task.CompletedTask;

            public override Task<bool> Renew(CancellationToken stop) => Task.FromResult(true);

            public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
