using DigiSam.Measures;
using DigiSam.Processes;
using DigiSam.Risks;
using DigiSam.Risks.Life;
using DigiSam.Workflows.Running;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Tests.Risks.Life;

/// <summary>A risk and its process go hand in hand, whatever is done to the risk or to a measure against it.</summary>
public sealed class RiskCourseTests : IAsyncLifetime
{
    private SchoolRisks _risks = null!;

    public async ValueTask InitializeAsync() => _risks = await SchoolRisks.Create();

    public ValueTask DisposeAsync() => _risks.DisposeAsync();

    [Fact]
    public async Task A_risk_goes_from_found_to_closed_and_back_with_a_last_day_in_every_stage()
    {
        var risk = await _risks.Found();
        Assert.Equal((RiskStage.Identified, new DateOnly(2026, 3, 30)), await Stands(risk));
        await _risks.Do(_risks.Assess(risk));
        Assert.Equal((RiskStage.Assessed, new DateOnly(2026, 3, 30)), await Stands(risk));
        var (first, last) = (await _risks.Do(_risks.Measure(20, risk)), await _risks.Do(_risks.Measure(50, risk)));
        Assert.Equal((RiskStage.Planned, SchoolRisks.Day.AddDays(50)), await Stands(risk));
        await _risks.Do(new MoveDueDate(_risks.Unit, last, SchoolRisks.Day.AddDays(70), "Leveransen dröjer."));
        Assert.Equal((RiskStage.Planned, SchoolRisks.Day.AddDays(70)), await Stands(risk));
        await _risks.Do(_risks.Done(last));
        Assert.Equal((RiskStage.Planned, SchoolRisks.Day.AddDays(20)), await Stands(risk));
        await _risks.Do(_risks.Done(first));
        Assert.Equal((RiskStage.Acted, SchoolRisks.Day.AddDays(60)), await Stands(risk));
        await _risks.Do(_risks.Check(first, MeasureEffect.NotYet, SchoolRisks.Day.AddDays(25)));
        Assert.Equal((RiskStage.Acted, SchoolRisks.Day.AddDays(25)), await Stands(risk));
        await _risks.Do(_risks.Check(first));
        Assert.Equal((RiskStage.Acted, SchoolRisks.Day.AddDays(60)), await Stands(risk));
        await _risks.Do(_risks.Check(last));
        Assert.Equal((RiskStage.FollowedUp, new DateOnly(2026, 3, 30)), await Stands(risk));
        await _risks.Do(new CloseRisk(_risks.Unit, risk, "Golvet är bytt."));
        Assert.Equal((RiskStage.Closed, null), await Stands(risk));
        Assert.Equal(ProcessStatus.Completed, await StatusOf(risk));
        Assert.Equal(0, await _risks.School.Installed.InDatabase(database => database.ProcessTimers.CountAsync(timer => timer.DoneAt == null)));
        await _risks.Do(new ReopenRisk(_risks.Unit, risk));
        Assert.Equal(RiskStage.Identified, await _risks.StageOf(risk));
        Assert.Equal(ProcessStatus.Running, await StatusOf(risk));
        await _risks.Do(_risks.Assess(risk));
        Assert.Equal(RiskStage.Assessed, await _risks.StageOf(risk)); // what was checked before counts no more
    }

    [Fact]
    public async Task What_is_undone_goes_back_and_forth_as_often_as_one_likes()
    {
        var (risk, measure) = await _risks.In(RiskStage.Planned);
        for (var again = 0; again < 2; again++)
        {
            await _risks.Do(new CancelMeasure(_risks.Unit, measure, "Behövs inte."));
            Assert.Equal(RiskStage.Assessed, await _risks.StageOf(risk));
            await _risks.Do(new UndoCancel(_risks.Unit, measure));
            Assert.Equal((RiskStage.Planned, SchoolRisks.Day.AddDays(30)), await Stands(risk));
            await _risks.Do(_risks.Done(measure));
            await _risks.Do(new UndoDone(_risks.Unit, measure));
            Assert.Equal(RiskStage.Planned, await _risks.StageOf(risk));
        }
    }

    [Fact]
    public async Task A_measure_against_two_risks_moves_both_and_leaves_a_closed_one_alone()
    {
        var ((one, measure), (two, _), (closed, _)) = (await _risks.In(RiskStage.Planned), await _risks.In(RiskStage.Assessed), await _risks.In(RiskStage.Assessed));
        await _risks.Do(new LinkRisk(_risks.Unit, measure, two));
        await _risks.Do(new LinkRisk(_risks.Unit, measure, closed));
        await _risks.Do(new CloseRisk(_risks.Unit, closed, "Borta."));
        await _risks.Do(_risks.Done(measure));
        Assert.Equal((RiskStage.Acted, RiskStage.Acted, RiskStage.Closed), (await _risks.StageOf(one), await _risks.StageOf(two), await _risks.StageOf(closed)));
        await _risks.Do(new ReopenRisk(_risks.Unit, closed));
        await _risks.Do(_risks.Assess(closed));
        Assert.Equal(RiskStage.Acted, await _risks.StageOf(closed)); // the measure is done and still to be checked
    }

    [Fact]
    public async Task A_double_click_moves_a_risk_once()
    {
        var (risk, measure) = await _risks.In(RiskStage.Planned);
        var (link, check) = (_risks.Measure(40, risk), _risks.Check(measure));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _risks.School.As(_risks.School.Manager, _risks.Done(measure))));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _risks.School.As(_risks.School.Manager, check)));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _risks.School.As(_risks.School.Manager, new CloseRisk(_risks.Unit, risk, "Borta."))));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _risks.School.As(_risks.School.Manager, new ReopenRisk(_risks.Unit, risk))));
        Assert.Equal((1, 1, 1, 2), (await _risks.Times(risk, RiskStage.Acted), await _risks.Times(risk, RiskStage.FollowedUp), await _risks.Times(risk, RiskStage.Closed), await _risks.Times(risk, RiskStage.Identified)));
        Assert.Equal(RiskStage.Identified, await _risks.StageOf(risk));
    }

    [Fact]
    public async Task Two_who_mark_the_last_two_measures_done_at_once_bring_the_risk_on()
    {
        var (risk, first) = await _risks.In(RiskStage.Planned);
        var second = await _risks.Do(_risks.Measure(10, risk));
        await Task.WhenAll(new[] { first, second }.Select(measure => _risks.School.As(_risks.School.Manager, _risks.Done(measure))));
        Assert.Equal(RiskStage.Acted, await _risks.StageOf(risk));
        Assert.Equal(1, await _risks.Times(risk, RiskStage.Acted));
    }

    [Fact]
    public async Task Whoever_edits_a_risk_is_not_overtaken_by_a_measure_against_it()
    {
        var (risk, measure) = await _risks.In(RiskStage.Planned);
        var rev = (await _risks.Do(new ReadRisk(_risks.Unit, risk))).Rev;
        await _risks.Do(_risks.Done(measure));
        await _risks.Do(new EditRisk(_risks.Unit, risk, rev, "Hala golv", "Blött.", DigiSam.Checklists.RiskCategory.Premises));
        Assert.Equal(RiskStage.Acted, await _risks.StageOf(risk));
    }

    [Fact]
    public async Task A_risk_that_stands_still_does_not_go_on_and_nor_does_a_measure_that_another_risk_has_too()
    {
        var ((paused, measure), (other, _)) = (await _risks.In(RiskStage.Planned), await _risks.In(RiskStage.Assessed));
        await _risks.Do(new LinkRisk(_risks.Unit, measure, other));
        var process = await _risks.ProcessOf(paused);
        await _risks.School.As(_risks.School.Hr, new SuspendProcess(_risks.Unit, process, "Bygget väntar."));
        var refused = await _risks.Refused(_risks.Done(measure));
        Assert.Equal(nameof(RiskStandsStill), refused.Rule);
        Assert.Equal("Arbetet med risken ”Hala golv i entrén” är pausat, och den kan inte gå vidare just nu. Fråga HR-strategen när det fortsätter, och gör det här då.", refused.Message);
        Assert.Equal(nameof(RiskStandsStill), (await _risks.Refused(new CloseRisk(_risks.Unit, paused, "Borta."))).Rule);
        Assert.Equal((RiskStage.Planned, RiskStage.Planned), (await _risks.StageOf(paused), await _risks.StageOf(other)));
        Assert.Equal(MeasureStatus.Planned, (await _risks.Do(new ReadMeasure(_risks.Unit, measure))).Status);
        Assert.True((await _risks.Do(new ReadRisk(_risks.Unit, paused))).Standing.IsPaused);

        await _risks.School.As(_risks.School.Hr, new ResumeProcess(_risks.Unit, process));
        await _risks.Do(_risks.Done(measure));
        Assert.Equal((RiskStage.Acted, RiskStage.Acted), (await _risks.StageOf(paused), await _risks.StageOf(other)));
    }

    [Fact]
    public async Task The_page_of_a_risk_says_where_it_stands_and_what_is_next()
    {
        var (risk, _) = await _risks.In(RiskStage.Acted);
        var standing = (await _risks.Do(new ReadRisk(_risks.Unit, risk))).Standing;
        Assert.Equal((RiskStage.Acted, SchoolRisks.Day.AddDays(60), false, false, true), (standing.Stage, standing.DueOn, standing.IsLate, standing.IsPaused, standing.HasProcess));
        Assert.StartsWith("Kontrollera om åtgärderna fick avsedd effekt", standing.Next, StringComparison.Ordinal);
        _risks.School.GoTo(SchoolRisks.Day.AddDays(61));
        Assert.True((await _risks.Do(new ReadRisk(_risks.Unit, risk))).Standing.IsLate);
        var story = await _risks.Do(new ReadRiskProcess(_risks.Unit, risk));
        Assert.Equal(["identified", "assessed", "planned", "acted"], story.Events.Where(happened => happened.Kind == ProcessEventKind.StepOpened).OrderBy(happened => happened.At).Select(happened => happened.StepKey));
    }

    [Fact]
    public async Task The_list_shows_a_stage_and_what_is_late()
    {
        foreach (var stage in Enum.GetValues<RiskStage>())
            await _risks.In(stage);
        foreach (var stage in Enum.GetValues<RiskStage>().Where(stage => stage != RiskStage.Closed))
            Assert.Equal(stage, Assert.Single((await _risks.Do(new ListRisks(_risks.Unit, new RiskFilter(Stage: stage)))).Rows).Stage);
        Assert.Empty((await _risks.Do(new ListRisks(_risks.Unit, new RiskFilter(Late: true)))).Rows);
        _risks.School.GoTo(new DateOnly(2026, 4, 1));
        Assert.Equal(
            [RiskStage.Identified, RiskStage.Assessed, RiskStage.FollowedUp],
            (await _risks.Do(new ListRisks(_risks.Unit, new RiskFilter(Late: true)))).Rows.Select(row => row.Stage).Order());
        Assert.Equal(RiskStage.Assessed, Assert.Single((await _risks.Do(new ListRisks(_risks.Unit, new RiskFilter(Stage: RiskStage.Assessed, Late: true)))).Rows).Stage);
    }

    private async Task<(RiskStage, DateOnly?)> Stands(Guid risk) => (await _risks.StageOf(risk), await _risks.DueOf(risk));

    private Task<ProcessStatus> StatusOf(Guid risk) => _risks.School.Installed.InDatabase(database => database.Processes.Where(process => process.SubjectId == risk).Select(process => process.Status).SingleAsync());
}
