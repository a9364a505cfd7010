using Npgsql;

namespace DigiSam.Persistence.PostgreSql;

/// <summary>
/// An advisory lock of a session of its own: hosts share it, whoever migrates or fills the database has it alone. The server
/// releases it when the session's process dies.
/// </summary>
internal sealed class PostgreSqlClaim : DatabaseClaim
{
    /// <summary>"DigiSam" in ASCII: the same in every version, so that an old host and a new one know of each other.</summary>
    private const long Key = 0x44_69_67_69_53_61_6D;

    private readonly NpgsqlConnection _session;
    private bool _shared;
    private bool _alone;

    private PostgreSqlClaim(NpgsqlConnection session) => _session = session;

    public static async Task<DatabaseClaim?> Try(string connection, bool alone, CancellationToken stop)
    {
        var session = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connection) { Pooling = false, KeepAlive = 30 }.ToString());
        try
        {
            await session.OpenAsync(stop);
            var claim = new PostgreSqlClaim(session);
            if (await claim.Ask(alone ? "SELECT pg_try_advisory_lock($1)" : "SELECT pg_try_advisory_lock_shared($1)", stop))
            {
                (claim._alone, claim._shared) = (alone, !alone);
                return claim;
            }
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }

        await session.DisposeAsync();
        return null;
    }

    public override bool IsAlone => _alone;

    /// <summary>The shared lock is let go first: hosts that start at once would else wait for each other for ever.</summary>
    public override async Task<bool> BecomeAlone(CancellationToken stop)
    {
        if (_shared)
            await Ask("SELECT pg_advisory_unlock_shared($1)", stop);
        _shared = false;
        return _alone = _alone || await Ask("SELECT pg_try_advisory_lock($1)", stop);
    }

    /// <summary>Waits for whoever is alone.</summary>
    public override async Task BeAmongOthers(CancellationToken stop)
    {
        if (!_shared)
            await Ask("SELECT pg_advisory_lock_shared($1) IS NOT NULL", stop);
        _shared = true;
        if (_alone)
            await Ask("SELECT pg_advisory_unlock($1)", stop);
        _alone = false;
    }

    public override ValueTask DisposeAsync() => _session.DisposeAsync();

    private async Task<bool> Ask(string sql, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(sql, _session) { Parameters = { new NpgsqlParameter<long> { TypedValue = Key } }, CommandTimeout = 300 };
        return await command.ExecuteScalarAsync(stop) is true;
    }
}
