using DigiSam.Requests;
using DigiSam.SafetyRounds;
using DigiSam.SamYears;
using DigiSam.Workflows.Running;

namespace DigiSam.Tests.SamYears;

/// <summary>Starting years, planning them, and the list of many units.</summary>
public sealed class YearPlanTests : IAsyncLifetime
{
    private School _school = null!;

    public async ValueTask InitializeAsync() => _school = await School.On(new DateOnly(2026, 3, 16));

    public ValueTask DisposeAsync() => _school.DisposeAsync();

    [Fact]
    public async Task A_year_that_nobody_has_started_says_so_and_who_may_start_it()
    {
        var (manager, hr) = (await _school.As(_school.Manager, new ReadSamYear(_school.Unit, 2026)), await _school.As(_school.Hr, new ReadSamYear(_school.Unit, 2026)));
        Assert.Null(manager.Detail);
        Assert.Equal((new YearRights(Start: false, Run: true, StateInvolvement: false), new YearRights(Start: true, Run: false, StateInvolvement: false)), (manager.Rights, hr.Rights));
        Assert.Equal(nameof(SamYearIsNotStarted), (await _school.Refused(_school.Manager, new CloseStep(_school.Unit, 2026, "plan"))).Rule);
    }

    [Fact]
    public async Task All_units_of_a_place_start_at_once_and_those_that_run_are_left_alone()
    {
        await _school.Start(2026);
        Assert.Equal(1, await _school.As(_school.Hr, new StartSamYears(_school.Administration, 2026)));
        Assert.Equal(0, await _school.As(_school.Hr, new StartSamYears(_school.Administration, 2026)));
        Assert.Equal(2, await _school.Installed.Count<SamYear>());
    }

    [Fact]
    public async Task Neither_a_board_nor_a_far_year_is_started()
    {
        Assert.Equal(nameof(OnlyUnitsHaveSamYears), (await _school.Refused(_school.Hr, new StartSamYear(_school.Administration, 2026))).Rule);
        Assert.Equal("Du kan starta förra året, det här året eller nästa år.", Assert.Single(Assert.IsType<Outcome<Nothing>.Invalid>(await _school.Installed.SendAs(_school.Hr, new StartSamYear(_school.Unit, 2062))).Messages));
    }

    [Fact]
    public async Task The_second_of_two_editors_of_the_plan_is_told_and_overwrites_nothing()
    {
        await _school.Start(2026);
        await _school.As(_school.Manager, Plan(1, "Färre avbrott"));
        await _school.As(_school.Manager, Plan(1, "Färre avbrott")); // the same click again
        Assert.IsType<Outcome<Nothing>.Conflict>(await _school.Installed.SendAs(_school.Manager, Plan(1, "Något annat")));

        var plan = (await _school.Read(2026)).Plan;
        Assert.Equal(("Färre avbrott", 2), (plan.OsaGoal, plan.Rev));
        Assert.Equal(["delaktighet"], plan.HealthFactors);
        Assert.Equal([2, 9], plan.MeetingMonths);
    }

    [Fact]
    public async Task A_plan_with_too_many_or_unknown_health_factors_or_months_is_refused()
    {
        await _school.Start(2026);
        string[] keys = [.. Support.Installed.Definitions.HealthFactors.Factors.Select(factor => factor.Key)];
        Assert.Equal(8, keys.Length);
        foreach (var bad in new[]
        {
            new EditYearPlan(_school.Unit, 2026, 1, null, keys[..4], []),
            new EditYearPlan(_school.Unit, 2026, 1, null, ["gratis-frukt"], []),
            new EditYearPlan(_school.Unit, 2026, 1, null, [], [13]),
            new EditYearPlan(_school.Unit, 2026, 1, new string('x', 2001), [], []),
        })
            Assert.Single(Assert.IsType<Outcome<Nothing>.Invalid>(await _school.Installed.SendAs(_school.Manager, bad)).Messages);
    }

    [Fact]
    public async Task The_list_shows_six_cells_and_filters_what_is_behind_and_what_has_not_started()
    {
        await _school.Start(2026);
        await _school.As(_school.Manager, new StateRepAbsence(_school.Unit, 2026, "plan", Guid.NewGuid(), "Vakant"));
        var list = await List(SamYearFilter.All);
        Assert.Equal(["Björkskolan", "Ekskolan"], list.Rows.Select(row => row.Unit));
        Assert.Equal(["Planera", "Kartlägga", "Riskbedöma och skapa åtgärder", "Åtgärda", "Följa upp åtgärder", "Förbättra arbetsmiljöarbetet"], list.Titles);
        Assert.Equal([true, false, false, false, false, false], list.Rows[0].Cells.Select(cell => cell.IsOverdue));
        Assert.Empty(list.Rows[1].Cells);
        Assert.Equal((2, 1, true), (list.Total, list.NotStarted, list.MayStart));

        Assert.Equal("Björkskolan", Assert.Single((await List(SamYearFilter.Behind)).Rows).Unit);
        Assert.Equal("Ekskolan", Assert.Single((await List(SamYearFilter.NotStarted)).Rows).Unit);
        await _school.As(_school.Manager, new CloseStep(_school.Unit, 2026, "plan"));
        Assert.Empty((await List(SamYearFilter.Behind)).Rows);
        Assert.Empty((await _school.As(_school.Hr, new ListSamYears(_school.Administration, 2026, SamYearFilter.All, 2))).Rows);
    }

    [Fact]
    public async Task The_years_rounds_stand_in_the_year_and_the_follow_up_knows_what_the_records_say()
    {
        await _school.Start(2026);
        await _school.As(_school.Manager, new PlanRound(_school.Unit, "hot-och-vald", new DateOnly(2026, 4, 7)));
        var year = await _school.Read(2026);
        Assert.Equal((new DateOnly(2026, 4, 7), "Hot och våld"), Assert.Single(year.Rounds) is var round ? (round.Day, round.Checklist) : default);
        Assert.Equal(StepState.Waiting, year.Steps[^1].State);

        var followUp = await _school.As(_school.SafetyRep, new ReadAnnualFollowUp(_school.Unit, 2026));
        Assert.Equal("Avslutade ronder: 0 av 1 planerade.", followUp.Facts[AnnualFact.Rounds]);
        Assert.False(followUp.MayAnswer);
        Assert.All(followUp.Form.Questions.SelectMany(question => question.Provisions), id => Assert.Contains(id, followUp.Provisions.Keys));
    }

    [Fact]
    public async Task An_improvement_is_marked_done_and_taken_back_in_the_plan_of_its_year()
    {
        _school.GoTo(new DateOnly(2026, 11, 10));
        await _school.Start(2026);
        await _school.As(_school.Manager, new CloseStep(_school.Unit, 2026, "investigate"));
        var id = Guid.NewGuid();
        await _school.As(_school.Manager, new AddImprovement(_school.Unit, 2026, id, null, "Korta mötena."));
        Assert.Equal(nameof(ImprovementIsUnknown), (await _school.Refused(_school.Manager, new MarkImprovement(_school.Unit, 2026, id, Done: true))).Rule);

        await _school.Start(2027);
        await _school.As(_school.Manager, new MarkImprovement(_school.Unit, 2027, id, Done: true));
        Assert.Equal(new DateOnly(2026, 11, 10), Assert.Single((await _school.Read(2027)).Improvements).DoneOn);
        await _school.As(_school.Manager, new MarkImprovement(_school.Unit, 2027, id, Done: false));
        Assert.Null(Assert.Single((await _school.Read(2027)).Improvements).DoneOn);
        await _school.As(_school.Manager, new RemoveImprovement(_school.Unit, 2026, id));
        Assert.Empty((await _school.Read(2027)).Improvements);
    }

    private Task<SamYearList> List(SamYearFilter filter) => _school.As(_school.Hr, new ListSamYears(_school.Administration, 2026, filter));

    private EditYearPlan Plan(int rev, string goal) => new(_school.Unit, 2026, rev, goal, ["delaktighet"], [9, 2]);
}
