using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DigiSam.Persistence.Sqlite;

/// <summary>An SQLite file: one process owns its folder, and in it one writer at a time.</summary>
internal sealed class SqliteEngine(DatabaseOptions options) : DatabaseEngine(options)
{
    public override int Writers => 1;

    public override Task<DatabaseClaim?> Claim(bool alone, CancellationToken stop = default)
    {
        Directory.CreateDirectory(Options.DataFolder!);
        return Task.FromResult<DatabaseClaim?>(DataFolderLock.TryTake(Options.DataFolder!) is { } taken ? new FolderClaim(taken) : null);
    }

    public override Task TakeTurn(DigiSamContext database, Guid turn, CancellationToken stop = default) => Task.CompletedTask;

    public override Task<bool> TryTurn(DigiSamContext database, Guid turn, CancellationToken stop = default) => Task.FromResult(true);

    public override Task Hold(DigiSamContext database, string table, IReadOnlyCollection<Guid> ids, CancellationToken stop = default) => Task.CompletedTask;

    public override Task<IReadOnlyList<Guid>> HoldFree(DigiSamContext database, string table, IReadOnlyList<Guid> ids, int most, CancellationToken stop = default) =>
        Task.FromResult<IReadOnlyList<Guid>>([.. ids.Take(most)]);

    public override int TriesAfter(Exception fault) => 0;

    /// <summary>A row that a killed process left in EF's own migration lock would hang every later start.</summary>
    internal override async Task ClearTheWay(DigiSamContext database, CancellationToken stop)
    {
        if (await database.Database.CanConnectAsync(stop) && await HasMigrationLock(database, stop))
            await database.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsLock\"", stop);
    }

    internal override Task Prepare(DigiSamContext database, CancellationToken stop) =>
        database.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", stop);

    internal override async Task<IReadOnlyList<(bool Fine, string Text)>> Check(DigiSamContext database, CancellationToken stop)
    {
        var damage = await database.Database.SqlQueryRaw<string>("SELECT integrity_check AS \"Value\" FROM pragma_integrity_check").ToListAsync(stop);
        var broken = await database.Database.SqlQueryRaw<string>("SELECT DISTINCT \"table\" AS \"Value\" FROM pragma_foreign_key_check").ToListAsync(stop);
        return
        [
            damage is ["ok"]
                ? (true, "Databasen är hel.")
                : (false, $"Databasen är skadad: {string.Join("; ", damage.Take(3))}. Återställ senaste säkerhetskopian."),
            broken.Count == 0
                ? (true, "Alla rader hänger ihop.")
                : (false, $"Rader pekar på rader som inte finns i {string.Join(", ", broken)}. Återställ senaste säkerhetskopian."),
        ];
    }

    /// <summary>A list of ids is sent as one value, as to PostgreSQL: one parameter each, and EF would write the command anew each time.</summary>
    internal override void AddContext(IServiceCollection services) =>
        services.AddDbContextPool<DigiSamContext, SqliteContext>(context =>
            Configure(context.UseSqlite(Options.Connection, sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)).AddInterceptors(new SqlitePragmas())));

    private static async Task<bool> HasMigrationLock(DigiSamContext database, CancellationToken stop) =>
        (await database.Database.SqlQuery<int>($"SELECT COUNT(*) AS \"Value\" FROM sqlite_master WHERE name = '__EFMigrationsLock'").ToListAsync(stop))[0] > 0;

    private sealed class FolderClaim(DataFolderLock taken) : DatabaseClaim
    {
        public override bool IsAlone => true;

        public override Task<bool> BecomeAlone(CancellationToken stop) => Task.FromResult(true);

        public override Task BeAmongOthers(CancellationToken stop) => Task.CompletedTask;

        /// <summary>A lock of the operating system is not lost while the process lives.</summary>
        public override Task<bool> Renew(CancellationToken stop) => Task.FromResult(true);

        public override ValueTask DisposeAsync()
        {
            taken.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
