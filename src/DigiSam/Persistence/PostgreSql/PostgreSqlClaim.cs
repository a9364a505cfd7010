using System.Data;
using Npgsql;

namespace DigiSam.Persistence.PostgreSql;

/// <summary>
/// An advisory lock of a session of its own: hosts share it, whoever migrates or fills the database has it alone. The server
/// releases it when the session ends: with the process, but also when the server restarts or the connection is lost, so a host
/// renews it now and then.
/// </summary>
internal sealed class PostgreSqlClaim : DatabaseClaim
{
    /// <summary>"DigiSam" in ASCII: the same in every version, so that an old host and a new one know of each other.</summary>
    private const long Key = 0x44_69_67_69_53_61_6D;

    private const string TryAlone = "SELECT pg_try_advisory_lock($1)";

    private const string TryShared = "SELECT pg_try_advisory_lock_shared($1)";

    /// <summary>A server that has not answered so little within these seconds does not answer.</summary>
    private const int SecondsToAnswer = 10;

    private readonly NpgsqlConnection _session;
    private bool _shared;
    private bool _alone;
    private bool _isLost;

    private PostgreSqlClaim(NpgsqlConnection session) => _session = session;

    public static async Task<DatabaseClaim?> Try(string connection, bool alone, CancellationToken stop)
    {
        var session = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connection) { Pooling = false, KeepAlive = 30 }.ToString());
        try
        {
            await session.OpenAsync(stop);
            var claim = new PostgreSqlClaim(session);
            if (await claim.Ask(alone ? TryAlone : TryShared, stop))
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
        return _alone = _alone || await Ask(TryAlone, stop);
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

    public override async Task<bool> Renew(CancellationToken stop)
    {
        if (!await Answers(stop))
        {
            _isLost = true;
            await _session.CloseAsync();
            await _session.OpenAsync(stop);
        }

        if (_isLost && (_alone || _shared))
            _isLost = !await Ask(_alone ? TryAlone : TryShared, stop);
        return !_isLost && (_alone || _shared);
    }

    /// <summary>The locks are let go before the session ends: the server does that some time after it has been left.</summary>
    public override async ValueTask DisposeAsync()
    {
        try
        {
            if (_session.State == ConnectionState.Open)
            {
                await using var command = new NpgsqlCommand("SELECT pg_advisory_unlock_all()", _session) { CommandTimeout = SecondsToAnswer };
                await command.ExecuteNonQueryAsync();
            }
        }
        catch (NpgsqlException)
        {
            // The session is lost, and its locks with it.
        }

        await _session.DisposeAsync();
    }

    private async Task<bool> Answers(CancellationToken stop)
    {
        if (_session.State != ConnectionState.Open)
            return false;
        try
        {
            await using var command = new NpgsqlCommand("SELECT 1", _session) { CommandTimeout = SecondsToAnswer };
            return await command.ExecuteScalarAsync(stop) is 1;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private async Task<bool> Ask(string sql, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(sql, _session) { Parameters = { new NpgsqlParameter<long> { TypedValue = Key } }, CommandTimeout = 300 };
        return await command.ExecuteScalarAsync(stop) is true;
    }
}
