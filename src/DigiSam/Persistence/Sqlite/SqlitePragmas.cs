using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace DigiSam.Persistence.Sqlite;

/// <summary>
/// Settings that belong to a connection: what is confirmed on screen has reached the disk (<c>synchronous=FULL</c>),
/// references hold, another process that writes is waited for, and 6 MB of pages are kept: what a page of the register and
/// its frame read, so that the next one need not. SQLite keeps them for as long as its own connection lives,
/// which is taken out of the pool and put back many times for each page; they are told it once.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Settings = "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=15000; PRAGMA cache_size=-6144;";

    private static readonly ConditionalWeakTable<object, object> Told = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (Knows(connection))
            return;
        using var command = connection.CreateCommand();
        command.CommandText = Settings;
        command.ExecuteNonQuery();
        Remember(connection);
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (Knows(connection))
            return;
        await using var command = connection.CreateCommand();
        command.CommandText = Settings;
        await command.ExecuteNonQueryAsync(cancellationToken);
        Remember(connection);
    }

    private static bool Knows(DbConnection connection) => connection is SqliteConnection { Handle: { } own } && Told.TryGetValue(own, out _);

    private static void Remember(DbConnection connection)
    {
        if (connection is SqliteConnection { Handle: { } own })
            Told.AddOrUpdate(own, own);
    }
}
