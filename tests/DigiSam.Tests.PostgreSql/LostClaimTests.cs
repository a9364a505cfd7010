using DigiSam.Persistence;
using Npgsql;

namespace DigiSam.Tests.PostgreSql;

/// <summary>A claim whose session the server has ended, as a restart or a lost connection does.</summary>
public sealed class LostClaimTests : IAsyncLifetime
{
    private ServerDatabase _database = null!;

    private DatabaseEngine _engine = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await ServerDatabase.Empty();
        _engine = DatabaseEngine.For(_database.Options);
    }

    public ValueTask DisposeAsync() => _database?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task A_claim_that_holds_is_left_as_it_is()
    {
        await using var claim = await Claim(alone: false);
        var session = await Sessions();
        Assert.True(await claim.Renew(Stop));
        Assert.Equal(session, await Sessions());
        Assert.Single(session);
    }

    [Fact]
    public async Task Of_two_hosts_that_both_want_to_be_alone_one_gets_to_be_and_neither_waits_for_the_other_for_ever()
    {
        await using var one = await Claim(alone: false);
        await using var other = await Claim(alone: false);
        Assert.False(await one.BecomeAlone(Stop));
        Assert.True(await other.BecomeAlone(Stop)); // the first has let go of what it shared
        Assert.False(await one.BecomeAlone(Stop));
        await other.BeAmongOthers(Stop);
        await one.BeAmongOthers(Stop);
        Assert.Null(await _engine.Claim(alone: true, Stop));
        await using var third = await Claim(alone: false);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task It_is_claimed_anew_in_the_same_way(bool alone)
    {
        await using var claim = await Claim(alone);
        await EndSessions();
        Assert.True(await claim.Renew(Stop));
        Assert.Equal(alone, claim.IsAlone);
        Assert.Null(await _engine.Claim(alone: true, Stop));
        await using var beside = await _engine.Claim(alone: false, Stop);
        Assert.Equal(alone, beside is null);
    }

    [Fact]
    public async Task It_is_not_ours_while_another_who_came_meanwhile_is_alone_and_is_when_they_have_gone()
    {
        await using var claim = await Claim(alone: false);
        await EndSessions();
        await using (var other = await Claim(alone: true))
        {
            Assert.False(await claim.Renew(Stop));
            Assert.False(await claim.Renew(Stop));
        }

        Assert.True(await claim.Renew(Stop));
        Assert.Null(await _engine.Claim(alone: true, Stop));
    }

    [Fact]
    public async Task A_claim_that_was_renewed_becomes_alone_and_lets_others_in_again()
    {
        await using var claim = await Claim(alone: false);
        await EndSessions();
        Assert.True(await claim.Renew(Stop));
        Assert.True(await claim.BecomeAlone(Stop));
        Assert.Null(await _engine.Claim(alone: false, Stop));
        await claim.BeAmongOthers(Stop);
        Assert.NotNull(await _engine.Claim(alone: false, Stop));
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_a_fault_until_it_answers()
    {
        await using var claim = await Claim(alone: false);
        var name = new NpgsqlConnectionStringBuilder(_database.Options.Connection).Database;
        await Ask($"ALTER DATABASE {name} ALLOW_CONNECTIONS false");
        await EndSessions();
        await Assert.ThrowsAsync<PostgresException>(() => claim.Renew(Stop));
        await Ask($"ALTER DATABASE {name} ALLOW_CONNECTIONS true");
        Assert.True(await claim.Renew(Stop));
        Assert.Null(await _engine.Claim(alone: true, Stop));
    }

    private async Task<DatabaseClaim> Claim(bool alone)
    {
        var claim = await _engine.Claim(alone, Stop);
        Assert.NotNull(claim);
        return claim;
    }

    private Task<List<int>> Sessions() => Ask(
        $"SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = '{new NpgsqlConnectionStringBuilder(_database.Options.Connection).Database}')");

    private async Task EndSessions()
    {
        foreach (var session in await Sessions())
            await Ask($"SELECT 1 WHERE pg_terminate_backend({session}, 30000)");
        Assert.Empty(await Sessions());
    }

    private static async Task<List<int>> Ask(string sql)
    {
        await using var connection = new NpgsqlConnection((await Cluster.OfThisRun).Connection("postgres"));
        await connection.OpenAsync(Stop);
        await using var command = new NpgsqlCommand(sql, connection);
        await using var rows = await command.ExecuteReaderAsync(Stop);
        var answers = new List<int>();
        while (await rows.ReadAsync(Stop))
            answers.Add(rows.GetInt32(0));
        return answers;
    }
}
