using Microsoft.EntityFrameworkCore;

namespace DigiSam.Persistence.Sqlite;

/// <summary>
/// 64 MB of pages kept in memory while very many rows are written in one transaction, so that a page that fills up is written
/// once and not each time. On other engines than SQLite it does nothing.
/// </summary>
internal sealed class RoomyCache : IAsyncDisposable
{
    private readonly DigiSamContext _database;
    private readonly int _usual;

    private RoomyCache(DigiSamContext database, int usual)
    {
        _database = database;
        _usual = usual;
    }

    public static async Task<IAsyncDisposable?> In(DigiSamContext database, CancellationToken stop)
    {
        if (!database.Database.IsSqlite())
            return null;
        var usual = await database.Database.SqlQueryRaw<int>("PRAGMA cache_size").ToListAsync(stop);
        var roomy = new RoomyCache(database, usual.Single());
        await roomy.Set(-64 * 1024);
        return roomy;
    }

    /// <summary>The connection goes on to others, who have no use for it.</summary>
    public async ValueTask DisposeAsync() => await Set(_usual);

    private Task<int> Set(int size) => _database.Database.ExecuteSqlRawAsync(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"PRAGMA cache_size={size}"));
}
