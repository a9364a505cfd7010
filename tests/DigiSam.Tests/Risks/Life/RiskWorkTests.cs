using System.Globalization;
using DigiSam.Access;
using DigiSam.Leaves;
using DigiSam.Processes;
using DigiSam.Risks;
using DigiSam.Risks.Life;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Tests.Risks.Life;

/// <summary>What risks ask of people: told together, reminded of, and told further up when nothing is done.</summary>
public sealed class RiskWorkTests : IAsyncLifetime
{
    private SchoolRisks _risks = null!;

    public async ValueTask InitializeAsync() => _risks = await SchoolRisks.Create();

    public ValueTask DisposeAsync() => _risks.DisposeAsync();

    [Fact]
    public async Task Many_risks_in_a_stage_are_told_once_to_the_manager_and_once_to_the_safety_representative()
    {
        for (var i = 0; i < 40; i++)
            await _risks.Found($"Risk {i}");
        Assert.Equal(["Identified 40 till 2026-03-30"], await Told(_risks.School.Manager));
        Assert.Equal(["Identified 40 till 2026-03-30, part"], await Told(_risks.School.SafetyRep));
        Assert.Empty(await _risks.School.Tasks(_risks.School.Manager));
        Assert.Equal(0, await _risks.School.Installed.Count<InboxTask>());
        Assert.Empty(await Told(_risks.School.Head));
        Assert.Empty(await Told(_risks.School.Hr));
    }

    [Fact]
    public async Task One_risk_is_told_by_name()
    {
        var risk = await _risks.Found();
        var told = Assert.Single((await _risks.School.As(_risks.School.Manager, new MyRiskWork())).Stages);
        Assert.Equal((new OneRisk(risk, "Hala golv i entrén"), "Björkskolan", _risks.Unit, Role.Manager), (told.Only, told.Unit, told.UnitId, told.As));
    }

    [Fact]
    public async Task Each_stage_is_told_of_and_what_lies_far_ahead_is_not()
    {
        foreach (var stage in Enum.GetValues<RiskStage>())
            await _risks.In(stage);
        await _risks.In(RiskStage.Identified);
        Assert.Equal(
            ["Identified 2 till 2026-03-30", "Assessed 1 till 2026-03-30, alone", "FollowedUp 1 till 2026-03-30, alone"], await Told(_risks.School.Manager));
        _risks.School.GoTo(SchoolRisks.Day.AddDays(16));
        Assert.Contains("Planned 1 till 2026-04-15, alone", await Told(_risks.School.Manager));
        Assert.DoesNotContain(await Told(_risks.School.SafetyRep), text => text.StartsWith("Planned", StringComparison.Ordinal));
        _risks.School.GoTo(SchoolRisks.Day.AddDays(46));
        Assert.Contains("Acted 1 till 2026-05-15, alone", await Told(_risks.School.Manager));
        Assert.Contains("Acted 1 till 2026-05-15, part, alone", await Told(_risks.School.SafetyRep));
        Assert.DoesNotContain(await Told(_risks.School.Manager), text => text.StartsWith("Planned", StringComparison.Ordinal)); // the measure that is late is told of by itself
    }

    [Fact]
    public async Task A_reminder_comes_before_the_last_day_and_goes_when_it_is_done()
    {
        var risk = await _risks.Found();
        await At(new DateOnly(2026, 3, 26));
        Assert.Equal(["Identified 1 till 2026-03-30, alone"], await Told(_risks.School.Manager));
        await At(new DateOnly(2026, 3, 27));
        Assert.Equal(["Identified 1 till 2026-03-30, reminded, alone"], await Told(_risks.School.Manager));
        await _risks.Do(_risks.Assess(risk));
        Assert.Equal(["Assessed 1 till 2026-04-14, alone"], await Told(_risks.School.Manager)); // past Easter
    }

    [Fact]
    public async Task A_late_assessment_is_told_to_the_next_manager_once()
    {
        var risk = await _risks.Found();
        await At(new DateOnly(2026, 4, 14));
        Assert.Empty(await Told(_risks.School.Head));
        for (var again = 0; again < 3; again++)
            await At(new DateOnly(2026, 4, 15 + again));
        Assert.Equal(["late: Identified 1 till 2026-03-30 in Björkskolan"], await Told(_risks.School.Head));
        Assert.Equal(1, await _risks.School.Installed.InDatabase(database => database.InboxTasks.CountAsync(task => task.Kind == InboxTaskKind.Escalation)));
        Assert.Single(await _risks.School.Installed.InDatabase(database => database.ProcessEvents.Where(happened => happened.Kind == ProcessEventKind.Escalated).ToListAsync()));
        Assert.Equal(["Identified 1 till 2026-03-30, reminded, alone"], await Told(_risks.School.Manager));

        await _risks.Do(_risks.Assess(risk));
        Assert.Empty(await Told(_risks.School.Head));
    }

    [Fact]
    public async Task Many_that_are_late_in_several_units_are_counted_by_unit_and_stage_for_the_next_manager()
    {
        for (var i = 0; i < 3; i++)
            await _risks.Found();
        await _risks.In(RiskStage.Assessed);
        await _risks.Found(unit: _risks.School.OtherUnit);
        await _risks.School.Installed.PersonWith(Role.Manager, _risks.School.OtherUnit);
        await At(new DateOnly(2026, 5, 4));
        Assert.Equal(
            ["late: Assessed 1 till 2026-03-30 in Björkskolan", "late: Identified 1 till 2026-03-30 in Ekskolan", "late: Identified 3 till 2026-03-30 in Björkskolan"],
            (await Told(_risks.School.Head)).Order(StringComparer.Ordinal));
        Assert.Equal(5, (await _risks.School.As(_risks.School.Head, new ListRisks(_risks.School.Administration, new RiskFilter(Late: true)))).Rows.Count);
    }

    [Fact]
    public async Task A_unit_without_a_manager_is_the_next_ones_and_a_paused_risk_is_nobodys()
    {
        await _risks.Found(unit: _risks.School.OtherUnit);
        Assert.Equal(["Identified 1 till 2026-03-30, alone"], await Told(_risks.School.Head));
        var process = await _risks.School.Installed.InDatabase(database => database.Processes.SingleAsync());
        await _risks.School.As(_risks.School.Hr, new SuspendProcess(_risks.School.OtherUnit, process.Id, "Lokalen är stängd."));
        Assert.Empty(await Told(_risks.School.Head));
        await _risks.School.As(_risks.School.Hr, new ResumeProcess(_risks.School.OtherUnit, process.Id));
        Assert.Single(await Told(_risks.School.Head));
        await _risks.School.Installed.PersonWith(Role.Manager, _risks.School.OtherUnit);
        Assert.Empty(await Told(_risks.School.Head));
    }

    [Fact]
    public async Task A_stand_in_is_told_in_whose_stead_and_of_their_own_as_their_own()
    {
        var colleague = await _risks.School.Installed.PersonWith(Role.Manager, _risks.School.OtherUnit);
        await _risks.Found();
        await _risks.Found(unit: _risks.School.OtherUnit);
        await _risks.School.As(_risks.School.Manager, new StateLeave(Guid.CreateVersion7(), _risks.School.Manager, SchoolRisks.Day, SchoolRisks.Day.AddDays(90), colleague));
        await _risks.School.As(_risks.School.Head, new StateLeave(Guid.CreateVersion7(), _risks.School.Head, SchoolRisks.Day, SchoolRisks.Day.AddDays(90), _risks.School.Hr));
        var (manager, head) = (await Name(_risks.School.Manager), await Name(_risks.School.Head));
        var stages = (await _risks.School.As(colleague, new MyRiskWork())).Stages;
        Assert.Equal([(_risks.School.OtherUnit, null), (_risks.Unit, manager)], stages.Select(stage => (stage.UnitId, stage.InsteadOf)).OrderBy(stage => stage.InsteadOf));
        Assert.All((await _risks.School.As(_risks.School.Manager, new MyRiskWork())).Stages, stage => Assert.Null(stage.InsteadOf));

        await At(new DateOnly(2026, 5, 4));
        Assert.All((await _risks.School.As(_risks.School.Hr, new MyRiskWork())).Late, late => Assert.Equal((head, 1), (late.InsteadOf, late.Count)));
        Assert.Equal(2, (await _risks.School.As(_risks.School.Head, new MyRiskWork())).Late.Count(late => late.InsteadOf is null));
    }

    [Fact]
    public async Task Two_who_are_away_with_the_same_stand_in_are_told_of_once()
    {
        var (deputy, colleague) = (await _risks.School.Installed.PersonWith(Role.Manager, _risks.Unit), await _risks.School.Installed.PersonWith(Role.Manager, _risks.School.OtherUnit));
        await _risks.School.Installed.InDatabase(database => database.People.Where(person => person.Id == deputy).ExecuteUpdateAsync(change => change.SetProperty(person => person.Name, "Åke Öman")));
        foreach (var away in new[] { _risks.School.Manager, deputy })
            await _risks.School.As(away, new StateLeave(Guid.CreateVersion7(), away, SchoolRisks.Day, SchoolRisks.Day.AddDays(9), colleague));
        await _risks.Found();
        await _risks.Found();
        var told = Assert.Single((await _risks.School.As(colleague, new MyRiskWork())).Stages);
        Assert.Equal((2, true), (told.Count, told.InsteadOf is not null));
    }

    [Fact]
    public async Task A_paused_risk_is_late_neither_in_the_register_nor_on_its_own_page()
    {
        var (paused, late) = (await _risks.Found(), await _risks.Found());
        await _risks.School.As(_risks.School.Hr, new SuspendProcess(_risks.Unit, await _risks.ProcessOf(paused), "Lokalen är stängd."));
        await At(new DateOnly(2026, 4, 1));
        Assert.Equal([late], (await _risks.Do(new ListRisks(_risks.Unit, new RiskFilter(Late: true)))).Rows.Select(row => row.Id));
        Assert.Equal([late], (await _risks.Do(new ListRisks(_risks.Unit, new RiskFilter(Waiting: true)))).Rows.Select(row => row.Id));
        var all = (await _risks.Do(new ListRisks(_risks.Unit, new RiskFilter()))).Rows;
        Assert.Equal([(paused, true), (late, false)], all.Select(row => (row.Id, row.IsPaused)).OrderByDescending(row => row.IsPaused));
        Assert.Equal((false, true), ((await _risks.Do(new ReadRisk(_risks.Unit, paused))).Standing.IsLate, (await _risks.Do(new ReadRisk(_risks.Unit, late))).Standing.IsLate));
        await _risks.School.As(_risks.School.Hr, new ResumeProcess(_risks.Unit, await _risks.ProcessOf(paused)));
        Assert.Equal(2, (await _risks.Do(new ListRisks(_risks.Unit, new RiskFilter(Late: true)))).Rows.Count);
    }

    [Fact]
    public async Task Counts_are_those_of_a_slow_count_for_everyone_in_the_organisation()
    {
        var random = new Random(11);
        foreach (var stage in Enumerable.Range(0, 30).Select(_ => (RiskStage)random.Next(6)))
            await _risks.In(stage);
        for (var i = 0; i < 7; i++)
            await _risks.Found(unit: _risks.School.OtherUnit);
        await At(SchoolRisks.Day.AddDays(20));
        var today = _risks.School.Today;
        var open = (await _risks.School.Installed.InDatabase(database => database.Risks.AsNoTracking().ToListAsync())).FindAll(risk => risk.Status == RiskStatus.Open
            && (risk.Stage is not (RiskStage.Planned or RiskStage.Acted) || risk.StageDueOn <= today.AddDays(14)));
        foreach (var (person, unit) in new[] { (_risks.School.Manager, _risks.Unit), (_risks.School.Head, _risks.School.OtherUnit) })
        {
            var work = await _risks.School.As(person, new MyRiskWork());
            Assert.Equal(
                open.Where(risk => risk.UnitId == unit).GroupBy(risk => risk.Stage).Select(stage => (stage.Key, stage.Count(), stage.Min(risk => risk.StageDueOn), stage.Max(risk => risk.StageDueOn))).OrderBy(stage => stage.Key),
                work.Stages.Select(stage => (stage.Stage, stage.Count, stage.First, stage.Last)).OrderBy(stage => stage.Stage));
            Assert.All(work.Stages, stage => Assert.Equal(unit, stage.UnitId));
        }
    }

    private Task<string> Name(Guid person) => _risks.School.Installed.InDatabase(database => database.People.Where(one => one.Id == person).Select(one => one.Name).SingleAsync());

    private async Task At(DateOnly day)
    {
        _risks.School.GoTo(day);
        await _risks.School.Pump.RunOnce(default);
        await _risks.School.Pump.RunOnce(default);
    }

    private async Task<IReadOnlyList<string>> Told(Guid person)
    {
        var work = await _risks.School.As(person, new MyRiskWork());
        return
        [
            .. work.Stages.Select(told => string.Create(CultureInfo.InvariantCulture,
                $"{told.Stage} {told.Count} till {told.First:yyyy-MM-dd}{(told.IsPart ? ", part" : "")}{(told.IsReminded && !told.IsPart ? ", reminded" : "")}{(told.Only is null ? "" : ", alone")}")),
            .. work.Late.Select(late => string.Create(CultureInfo.InvariantCulture, $"late: {late.Stage} {late.Count} till {late.DueOn:yyyy-MM-dd} in {late.Unit}")),
        ];
    }
}
