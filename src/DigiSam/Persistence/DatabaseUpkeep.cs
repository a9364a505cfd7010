using System.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Persistence;

/// <summary>Brings a database to this version's shape, alone.</summary>
internal static class DatabaseUpkeep
{
    /// <summary>
    /// Migrates under the folder's lock. A row that a killed process left in EF's own migration lock is removed first: it
    /// would hang every later start. While a host owns the folder nothing is changed, and a database that is not up to
    /// date is refused with <see cref="DatabaseInUseException"/>.
    /// </summary>
    public static async Task BringUpToDate(DigiSamContext database, string folder, bool folderIsOurs, TimeSpan patience, CancellationToken stop)
    {
        if (folderIsOurs)
        {
            DataFolderLock.Remove(DataFolderLock.RestoreFolderOf(folder));
            await Migrate(database, stop);
            return;
        }

        var waited = Stopwatch.StartNew();
        while (true)
        {
            using (var taken = DataFolderLock.TryTake(folder))
            {
                if (taken is not null)
                {
                    DataFolderLock.Remove(DataFolderLock.RestoreFolderOf(folder));
                    await Migrate(database, stop);
                    return;
                }
            }

            if (!DataFolderLock.IsBeingRestored(folder) && await IsUpToDate(database, stop))
                return;
            if (waited.Elapsed > patience)
                throw DataFolderLock.IsBeingRestored(folder) ? new DataFolderIsOwnedException(folder) : new DatabaseInUseException(folder);
            await Task.Delay(100, stop);
        }
    }

    private static async Task Migrate(DigiSamContext database, CancellationToken stop)
    {
        if (await IsUpToDate(database, stop))
            return;
        if (await database.Database.CanConnectAsync(stop) && await HasMigrationLock(database, stop))
            await database.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsLock\"", stop);
        await database.Database.MigrateAsync(stop);
    }

    private static async Task<bool> IsUpToDate(DigiSamContext database, CancellationToken stop) =>
        await database.Database.CanConnectAsync(stop) && !(await database.Database.GetPendingMigrationsAsync(stop)).Any();

    private static async Task<bool> HasMigrationLock(DigiSamContext database, CancellationToken stop) =>
        (await database.Database.SqlQuery<int>($"SELECT COUNT(*) AS \"Value\" FROM sqlite_master WHERE name = '__EFMigrationsLock'").ToListAsync(stop))[0] > 0;
}

/// <summary>Another process owns the data folder and the database must be changed before it can be used.</summary>
public sealed class DatabaseInUseException(string folder)
    : Exception($"Datamappen {folder} används av en annan process (DigiSam-värden), och databasen måste uppgraderas först. Stoppa värden, kör kommandot igen och starta den nya versionen.");
