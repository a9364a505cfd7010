using DigiSam.Persistence;
using DigiSam.Processes;
using DigiSam.Tests.SamYears;
using DigiSam.Workflows.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DigiSam.Tests.PostgreSql;

/// <summary>One host at a time acts on timers; another goes on when it has gone.</summary>
public sealed class PumpTurnTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_host_leaves_the_timers_to_the_one_that_is_at_it_and_takes_over_when_that_one_is_gone()
    {
        await using var school = await School.On(new DateOnly(2026, 12, 1));
        await school.Start(2027);
        await school.Pump.RunOnce(Stop);
        school.GoTo(new DateOnly(2027, 1, 7));
        await using (var host = school.Installed.Services.CreateAsyncScope())
        {
            await using var busy = await Turn(host.ServiceProvider);
            Assert.Equal(0, await school.Pump.RunOnce(Stop));
            Assert.Equal(0, await Opened(school));
        } // Nothing is committed, as by a host that is killed.

        Assert.True(await school.Pump.RunOnce(Stop) > 0);
        Assert.Equal(1, await Opened(school));
    }

    private static async Task<IDbContextTransaction> Turn(IServiceProvider host)
    {
        var database = host.GetRequiredService<DigiSamContext>();
        var transaction = await database.Database.BeginTransactionAsync(Stop);
        Assert.True(await host.GetRequiredService<DatabaseEngine>().TryTurn(database, DueTimers.Turn, Stop));
        return transaction;
    }

    private static Task<int> Opened(School school) => school.Installed.InDatabase(database => database.ProcessSteps.CountAsync(step => step.Key == "plan" && step.State == StepState.Open, Stop));
}
