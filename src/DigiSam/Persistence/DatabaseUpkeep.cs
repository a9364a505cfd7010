using System.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Persistence;

/// <summary>Brings a database to this version's shape, alone.</summary>
internal static class DatabaseUpkeep
{
    /// <summary>
    /// Migrates while no other process has a claim on the database. While a host has one, nothing is changed, and a database
    /// that is not up to date is refused with <see cref="DatabaseInUseException"/>.
    /// </summary>
    /// <param name="ours">The claim that the caller has already, as a host does.</param>
    public static async Task BringUpToDate(DigiSamContext database, DatabaseEngine engine, DatabaseClaim? ours, TimeSpan patience, CancellationToken stop)
    {
        if (engine.Options.DataFolder is { } folder)
            await DataFolderLock.AwaitRestore(folder, ours is not null, patience, stop);
        await RefuseNewer(database, engine, stop);
        var goesBack = ours is { IsAlone: false };
        var waited = Stopwatch.StartNew();
        while (!await IsUpToDate(database, stop))
        {
            if (await TryMigrate(database, engine, ours, stop))
                break;
            if (waited.Elapsed > patience)
                throw new DatabaseInUseException(engine.Options.Where);
            await Task.Delay(100, stop);
        }

        if (goesBack)
            await ours!.BeAmongOthers(stop);
        await RefuseNewer(database, engine, stop);
    }

    /// <summary>
    /// What a newer version has made of the database is unknown here, and could be spoilt. It is asked again after each wait:
    /// a newer host may have been the one that was waited for.
    /// </summary>
    private static async Task RefuseNewer(DigiSamContext database, DatabaseEngine engine, CancellationToken stop)
    {
        if (await database.Database.CanConnectAsync(stop)
            && (await database.Database.GetAppliedMigrationsAsync(stop)).Except(database.Database.GetMigrations(), StringComparer.Ordinal).Any())
        {
            throw new DatabaseIsNewerException(engine.Options.Where);
        }
    }

    private static async Task<bool> TryMigrate(DigiSamContext database, DatabaseEngine engine, DatabaseClaim? ours, CancellationToken stop)
    {
        if (ours is not null)
        {
            if (!await ours.BecomeAlone(stop))
                return false;
            await Migrate(database, engine, stop);
            return true;
        }

        await using var taken = await engine.Claim(alone: true, stop);
        if (taken is null)
            return false;
        await Migrate(database, engine, stop);
        return true;
    }

    private static async Task Migrate(DigiSamContext database, DatabaseEngine engine, CancellationToken stop)
    {
        await RefuseNewer(database, engine, stop);
        if (await IsUpToDate(database, stop))
            return;
        await engine.ClearTheWay(database, stop);
        await database.Database.MigrateAsync(stop);
    }

    private static async Task<bool> IsUpToDate(DigiSamContext database, CancellationToken stop) =>
        await database.Database.CanConnectAsync(stop) && !(await database.Database.GetPendingMigrationsAsync(stop)).Any();
}

/// <summary>Another process owns the database, and it must be changed before it can be used.</summary>
public sealed class DatabaseInUseException(string where)
    : Exception($"Databasen ({where}) används av en annan process (DigiSam-värden) och måste uppgraderas först. Stoppa värden, kör kommandot igen och starta den nya versionen.");

/// <summary>A newer version of the program has changed the database's shape.</summary>
public sealed class DatabaseIsNewerException(string where)
    : Exception($"Databasen ({where}) hör till en nyare version av DigiSam än den här. Ingenting har ändrats. Installera den nyare versionen, eller återställ säkerhetskopian från före uppgraderingen.");
