using DigiSam.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Web;

/// <summary>This host's claim on its database, which it keeps while it runs and takes anew when the connection to a server was lost.</summary>
internal sealed partial class HostClaim(DatabaseEngine engine, IServiceScopeFactory scopes, ILogger<HostClaim> log) : IAsyncDisposable
{
    private const int Attempts = 30;

    private DatabaseClaim? _claim;

    private volatile bool _isHeld;

    /// <summary>Whether the claim held when it was last looked at.</summary>
    public bool IsHeld => _isHeld;

    /// <summary>
    /// Claims the database, or fails with <see cref="DatabaseIsTakenException"/>. It is tried for three seconds: the command
    /// line has a database alone for moments, a host on SQLite for its life.
    /// </summary>
    public async Task<DatabaseClaim> Take()
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await engine.Claim(alone: false) is { } claim)
                return Keep(claim);
            await Task.Delay(100);
        }

        throw new DatabaseIsTakenException(engine.Options);
    }

    public DatabaseClaim Keep(DatabaseClaim claim)
    {
        _isHeld = true;
        return _claim = claim;
    }

    /// <summary>
    /// Makes sure that the claim holds, and takes it anew where it was lost. False while it cannot be taken: the server is
    /// silent, another process has the database alone, or one has meanwhile given it the shape of another version.
    /// </summary>
    public async Task<bool> Renew(CancellationToken stop)
    {
        var held = false;
        try
        {
            held = _claim is not null && await _claim.Renew(stop) && await HasOurShape(stop);
            if (held != _isHeld)
                LogChanged(held);
        }
        catch (Exception silent) when (silent is not OperationCanceledException)
        {
            if (_isHeld)
                LogSilent(log, silent);
        }

        return _isHeld = held;
    }

    public ValueTask DisposeAsync() => _claim?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task<bool> HasOurShape(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<DigiSamContext>().Database;
        return (await database.GetAppliedMigrationsAsync(stop)).ToHashSet(StringComparer.Ordinal).SetEquals(database.GetMigrations());
    }

    private void LogChanged(bool held)
    {
        if (held)
            LogRegained(log);
        else
            LogLost(log);
    }

    [LoggerMessage(LogLevel.Error, "The claim on the database is lost: another process has it alone, or has given it another version's shape. Timers wait until it is ours again.")]
    private static partial void LogLost(ILogger log);

    [LoggerMessage(LogLevel.Error, "The claim on the database cannot be looked at: the server does not answer. Timers wait until it does.")]
    private static partial void LogSilent(ILogger log, Exception fault);

    [LoggerMessage(LogLevel.Warning, "The claim on the database is ours again.")]
    private static partial void LogRegained(ILogger log);
}
