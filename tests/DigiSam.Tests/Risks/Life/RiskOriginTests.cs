using DigiSam.Installation;
using DigiSam.Processes;
using DigiSam.Risks;
using DigiSam.Risks.Life;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Tests.Risks.Life;

/// <summary>Risks from before there were processes get theirs where they stand, some at a time, and nobody is flooded.</summary>
public sealed class RiskOriginTests : IAsyncLifetime
{
    private SchoolRisks _risks = null!;

    public async ValueTask InitializeAsync() => _risks = await SchoolRisks.Create();

    public ValueTask DisposeAsync() => _risks.DisposeAsync();

    [Fact]
    public async Task Each_open_risk_gets_its_process_in_the_stage_that_it_is_in_and_gets_it_once()
    {
        var stood = new Dictionary<Guid, RiskStage>();
        foreach (var stage in Enum.GetValues<RiskStage>())
            stood.Add((await _risks.In(stage)).Risk, stage);
        await _risks.Forget();
        _risks.School.GoTo(new DateOnly(2026, 10, 5));
        await _risks.School.Pump.RunOnce(default);
        Assert.Equal(5, await _risks.Processes());
        foreach (var (risk, stage) in stood.Where(pair => pair.Value != RiskStage.Closed))
            Assert.Equal(stage, await _risks.StageOf(risk));

        var (timers, events) = (await _risks.School.Installed.Count<ProcessTimer>(), await _risks.School.Installed.Count<ProcessEvent>());
        Assert.Equal(0, await _risks.School.As(InstallationSetup.Timekeeper, new StartMissingProcesses()));
        Assert.Equal(new Reconciliation(0, 0, 0), await _risks.School.As(InstallationSetup.Timekeeper, new ReconcileProcesses()));
        Assert.Equal((timers, events), (await _risks.School.Installed.Count<ProcessTimer>(), await _risks.School.Installed.Count<ProcessEvent>()));
    }

    [Fact]
    public async Task Nobody_is_reminded_the_same_day_and_units_have_their_last_days_on_different_ones()
    {
        foreach (var stage in Enum.GetValues<RiskStage>())
            await _risks.In(stage);
        await _risks.Forget();
        var today = new DateOnly(2026, 10, 5); // every day of the records has passed
        _risks.School.GoTo(today);
        await _risks.School.Pump.RunOnce(default);
        Assert.Equal(0, await _risks.School.Installed.Count<InboxTask>());
        var day = Assert.Single((await Days()).Distinct());
        Assert.InRange(day!.Value, new DateOnly(2026, 10, 26), new DateOnly(2026, 11, 9));
    }

    [Fact]
    public async Task A_day_of_the_records_that_is_still_to_come_is_kept()
    {
        var (risk, _) = await _risks.In(RiskStage.Planned);
        await _risks.Forget();
        await _risks.School.Pump.RunOnce(default);
        Assert.Equal(SchoolRisks.Day.AddDays(30), await _risks.DueOf(risk));
    }

    [Fact]
    public async Task They_are_started_some_at_a_time_and_it_goes_on_where_it_stopped()
    {
        var unit = _risks.Unit;
        await _risks.Forget();
        await _risks.School.Installed.InDatabase(async database =>
        {
            var (day, at) = (SchoolRisks.Day, _risks.School.Installed.Clock.GetUtcNow());
            for (var i = 0; i < (2 * RiskOrigins.Batch) + 7; i++)
                database.Risks.Add(new Risk(Guid.CreateVersion7(), unit, $"Risk {i}", "Från en fil.", DigiSam.Checklists.RiskCategory.Premises, new RiskOrigin(RiskSource.Other), day, _risks.School.Manager, at));
            return await database.SaveChangesAsync();
        });
        Assert.Equal(RiskOrigins.Batch, await Some());
        Assert.Equal(RiskOrigins.Batch, await _risks.Processes());
        Assert.Equal((RiskOrigins.Batch, 7, 0), (await Some(), await Some(), await Some()));
        Assert.Equal((2 * RiskOrigins.Batch) + 7, await _risks.Processes());
    }

    [Fact]
    public async Task What_is_done_to_a_risk_before_its_turn_starts_its_process_and_goes_on()
    {
        var (risk, measure) = await _risks.In(RiskStage.Planned);
        var (closed, _) = await _risks.In(RiskStage.Closed);
        await _risks.Forget();
        await _risks.Do(_risks.Done(measure));
        await _risks.Do(new ReopenRisk(_risks.Unit, closed));
        Assert.Equal((RiskStage.Acted, RiskStage.Identified), (await _risks.StageOf(risk), await _risks.StageOf(closed)));
        Assert.Equal(0, await _risks.School.As(InstallationSetup.Timekeeper, new StartMissingProcesses()));
    }

    [Fact]
    public async Task Two_hosts_that_start_at_once_start_each_process_once()
    {
        for (var i = 0; i < 30; i++)
            await _risks.Found($"Risk {i}");
        await _risks.Forget();
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => _risks.School.Installed.SendAs(InstallationSetup.Timekeeper, new StartMissingProcesses())));
        await _risks.School.Pump.RunOnce(default);
        Assert.Equal(30, await _risks.Processes());
    }

    private Task<int> Some() => _risks.School.As(InstallationSetup.Timekeeper, new StartMissingProcesses());

    private Task<List<DateOnly?>> Days() => _risks.School.Installed.InDatabase(database => database.Risks.Where(risk => risk.Status == RiskStatus.Open).Select(risk => risk.StageDueOn).ToListAsync());
}
