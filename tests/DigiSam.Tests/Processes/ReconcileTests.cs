using DigiSam.Access;
using DigiSam.Installation;
using DigiSam.Processes;
using DigiSam.Requests;
using DigiSam.SamYears;
using DigiSam.Tests.SamYears;
using DigiSam.Workflows.Running;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Tests.Processes;

/// <summary>Processes and timers that have come apart are set right; those that have not are left alone.</summary>
public sealed class ReconcileTests : IAsyncLifetime
{
    private School _school = null!;

    public async ValueTask InitializeAsync()
    {
        _school = await School.On(new DateOnly(2027, 1, 7));
        await _school.Start(2027);
        await _school.Pump.RunOnce(default);
    }

    public ValueTask DisposeAsync() => _school.DisposeAsync();

    [Fact]
    public async Task Where_all_is_well_nothing_is_changed()
    {
        for (var day = new DateOnly(2027, 1, 7); day.Year == 2027; day = day.AddDays(9))
        {
            _school.GoTo(day);
            await _school.Pump.RunOnce(default);
            var before = await Timers();
            Assert.Equal(new Reconciliation(0, 0, 0), await Reconcile());
            Assert.Equal(before, await Timers());
        }
    }

    [Fact]
    public async Task A_step_that_another_one_holds_lacks_nothing_and_one_that_nothing_holds_is_opened()
    {
        _school.GoTo(new DateOnly(2027, 11, 23));
        await _school.Pump.RunOnce(default);
        await _school.As(_school.Hr, new StartSamYear(_school.OtherUnit, 2027)); // "improve" waits for "investigate", and its day has been
        Assert.Equal(new Reconciliation(0, 0, 0), await Reconcile());

        await _school.Installed.InDatabase(database => database.ProcessSteps.Where(step => step.Key == "investigate").ExecuteUpdateAsync(change => change.SetProperty(step => step.State, StepState.Closed)));
        // Without strays that would have it looked at anyhow: that nothing holds it any more is enough.
        await _school.Installed.InDatabase(database => database.ProcessTimers.Where(timer => timer.StepKey == "investigate" && timer.DoneAt == null)
            .ExecuteUpdateAsync(change => change.SetProperty(timer => timer.DoneAt, _school.Installed.Clock.GetUtcNow())));
        Assert.Equal(2, (await Reconcile()).TimersWritten);
        await _school.Pump.RunOnce(default);
        Assert.Equal(2, await _school.Installed.InDatabase(database => database.ProcessSteps.CountAsync(step => step.Key == "improve" && step.State == StepState.Open)));
    }

    [Fact]
    public async Task A_process_that_nobody_makes_sense_of_does_not_keep_others_from_being_set_right()
    {
        await _school.As(_school.Hr, new StartSamYear(_school.OtherUnit, 2027));
        await _school.Installed.InDatabase(database => database.ProcessTimers.Where(timer => timer.DoneAt == null).ExecuteDeleteAsync());
        await _school.Installed.InDatabase(database => database.ProcessSteps
            .Where(step => step.Key == "plan" && database.Processes.Any(process => process.Id == step.ProcessId && process.PlaceId == _school.Unit))
            .ExecuteUpdateAsync(change => change.SetProperty(step => step.Key, "nonsense")));
        var set = await Reconcile();
        Assert.Equal((true, 1), (set.TimersWritten > 5, set.Skipped));
    }

    [Fact]
    public async Task Timers_that_are_gone_are_written_again_as_they_were()
    {
        var before = await Timers();
        await _school.Installed.InDatabase(database => database.ProcessTimers.Where(timer => timer.DoneAt == null).ExecuteDeleteAsync());

        Assert.Equal(new Reconciliation(before.Count, 0, 0), await Reconcile());
        Assert.Equal(before, await Timers());
        Assert.Equal(1, await _school.Installed.InDatabase(database => database.ProcessEvents.CountAsync(happened => happened.Kind == ProcessEventKind.Reconciled && database.Processes.Any(year => year.Id == happened.ProcessId && year.DefinitionKey == "sam-year"))));
    }

    [Fact]
    public async Task A_step_that_waits_and_has_lost_its_timer_alone_gets_it_back()
    {
        var before = await Timers();
        var gone = await _school.Installed.InDatabase(database => database.ProcessTimers.Where(timer => timer.DoneAt == null && timer.Kind == TimerKind.Opens).ExecuteDeleteAsync());
        Assert.True(gone > 1);
        Assert.Equal(new Reconciliation(gone, 0, 0), await Reconcile());
        Assert.Equal(before, await Timers());
    }

    [Fact]
    public async Task A_timer_of_a_revision_that_counts_no_more_is_ended_and_a_last_day_that_has_been_is_not_told_again()
    {
        _school.GoTo(new DateOnly(2027, 2, 17));
        await _school.Pump.RunOnce(default);
        var plan = Assert.Single(await Timers(), timer => timer.StartsWith("plan", StringComparison.Ordinal)); // the escalation
        await _school.Installed.InDatabase(database => database.ProcessSteps.Where(step => step.Key == "plan").ExecuteUpdateAsync(change => change.SetProperty(step => step.Revision, step => step.Revision + 1)));
        Assert.Equal(new Reconciliation(1, 1, 0), await Reconcile());
        Assert.Contains("Escalation", plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Timers_of_a_process_that_has_ended_are_ended()
    {
        var waiting = (await Timers()).Count;
        var processes = await _school.Installed.InDatabase(database => database.Processes.Where(process => process.DefinitionKey == "sam-year").ExecuteUpdateAsync(change => change.SetProperty(process => process.Status, ProcessStatus.Cancelled)));
        Assert.Equal(1, processes);
        var ended = (await Reconcile()).TimersEnded;
        Assert.Equal((true, waiting - ended), (ended > 5, (await Timers()).Count));
    }

    [Fact]
    public async Task Timers_that_belong_to_nothing_are_ended()
    {
        await _school.Installed.InDatabase(database => database.ProcessSteps.Where(step => step.Key == "plan").ExecuteUpdateAsync(change => change.SetProperty(step => step.State, StepState.Closed)));
        var ended = (await Timers()).Count(timer => timer.StartsWith("plan", StringComparison.Ordinal));

        Assert.Equal(new Reconciliation(0, ended, 0), await Reconcile());
        Assert.DoesNotContain(await Timers(), timer => timer.StartsWith("plan", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_timer_that_fails_again_and_again_is_given_up_and_tried_again_when_the_administrator_asks()
    {
        await _school.Installed.InDatabase(database => database.Processes.ExecuteUpdateAsync(change => change.SetProperty(process => process.DefinitionKey, "gone")));
        _school.GoTo(new DateOnly(2027, 2, 1));
        for (var hours = 0; hours < 12; hours++)
        {
            await _school.Pump.RunOnce(default);
            _school.Installed.Clock.Advance(TimeSpan.FromHours(1));
        }

        var administrator = await _school.Installed.PersonWith(Role.Administrator, await _school.Installed.InDatabase(database => database.Municipalities.Select(whole => whole.Id).SingleAsync()));
        var given = await _school.As(administrator, new ListGivenUpTimers());
        Assert.Equal((given.Timers.Count, 0), (given.Count, given.BeingTried));
        Assert.NotEmpty(given.Timers);
        Assert.All(given.Timers, timer => Assert.Contains("No process definition gone/1", timer.Fault, StringComparison.Ordinal));
        Assert.IsType<Outcome<GivenUpTimers>.Denied>(await _school.Installed.SendAs(_school.Manager, new ListGivenUpTimers()));

        await _school.Installed.InDatabase(database => database.Processes.ExecuteUpdateAsync(change => change.SetProperty(process => process.DefinitionKey, "sam-year")));
        Assert.Equal(0, await _school.Pump.RunOnce(default));
        foreach (var timer in given.Timers)
            await _school.As(administrator, new RetryTimer(timer.Id));
        await _school.As(administrator, new RetryTimer(given.Timers[0].Id));
        var retried = await _school.As(administrator, new ListGivenUpTimers());
        Assert.Equal((0, given.Count), (retried.Count, retried.BeingTried));
        Assert.Equal(given.Count, await _school.Pump.RunOnce(default));
        var after = await _school.As(administrator, new ListGivenUpTimers());
        Assert.Equal((0, 0), (after.Count, after.BeingTried));
    }

    private Task<Reconciliation> Reconcile() => _school.As(InstallationSetup.Timekeeper, new ReconcileProcesses());

    private Task<List<string>> Timers() => _school.Installed.InDatabase(async database => (await database.ProcessTimers.AsNoTracking().Where(timer => timer.DoneAt == null).ToListAsync())
        .Select(timer => $"{timer.StepKey} {timer.Kind} {timer.Level} {timer.DueAt:u} {timer.Revision}").Order(StringComparer.Ordinal).ToList());
}
