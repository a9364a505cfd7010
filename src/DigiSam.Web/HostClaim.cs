using DigiSam.Persistence;

namespace DigiSam.Web;

/// <summary>This host's claim on its database, which it keeps while it runs.</summary>
internal static class HostClaim
{
    private const int Attempts = 30;

    /// <summary>
    /// Claims the database, or fails with <see cref="DatabaseIsTakenException"/>. It is tried for three seconds: the command
    /// line has a database alone for moments, a host on SQLite for its life.
    /// </summary>
    public static async Task<DatabaseClaim> Take(DatabaseEngine engine)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await engine.Claim(alone: false) is { } claim)
                return claim;
            await Task.Delay(100);
        }

        throw new DatabaseIsTakenException(engine.Options);
    }
}
