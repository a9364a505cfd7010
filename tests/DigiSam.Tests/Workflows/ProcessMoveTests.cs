using DigiSam.Tests.Support;
using DigiSam.Workflows.Calendar;
using DigiSam.Workflows.Definitions;
using DigiSam.Workflows.Running;
using static DigiSam.Workflows.Running.ProcessDecision;

namespace DigiSam.Tests.Workflows;

/// <summary>What becomes of an instance under another version of its definition.</summary>
public sealed class ProcessMoveTests
{
    private static readonly ProcessEngine Engine = new();

    private static readonly DateOnly June = new(2026, 6, 1);

    private static readonly ProcessDefinition First = DefinitionReader.Read(RepositoryFolder.Of("workflows", "sam-year", "1.json")).Definition ?? throw new InvalidDataException();

    private static readonly Dictionary<string, string> Same = First.Steps.ToDictionary(step => step.Key, step => step.Key);

    [Fact]
    public void A_closed_step_stays_closed_an_open_one_is_open_with_the_new_day_and_a_waiting_one_waits_for_its_new_day()
    {
        var move = Engine.Move(Year(("plan", StepState.Closed), ("investigate", StepState.Open)), Second(), Same, June);

        Assert.True(move.IsAllowed);
        Assert.Equal(StepState.Closed, Moved(move, "plan").State);
        Assert.Equal((StepState.Open, new DateOnly(2026, 9, 30)), (Moved(move, "investigate").State, Moved(move, "investigate").DueOn));
        Assert.DoesNotContain(move.Decisions, decision => decision is StepOpened("plan", _) or TaskWanted("plan", _, _, _) or StepClosed);
        Assert.Contains(new TaskWanted("investigate", TaskOccasion.StepOpened, "manager"), move.Decisions);
        Assert.Contains(new TimerWanted("investigate", TimerKind.Due, new DateOnly(2026, 10, 1)), move.Decisions);
        Assert.Contains(new TimerWanted("improve", TimerKind.Opens, new DateOnly(2026, 11, 1)), move.Decisions);
    }

    [Fact]
    public void What_is_new_opens_when_its_day_has_come()
    {
        var more = Second() with { Steps = [.. Second().Steps, First["follow-up"] with { Key = "evaluate", Beside = [.. First.Steps.Select(step => step.Key)] }] };
        var move = Engine.Move(Year(("plan", StepState.Closed), ("investigate", StepState.Open)), more, Same, June);

        Assert.Empty(move.Steps.Single(moved => moved.Step.Key == "evaluate").From);
        Assert.Contains("evaluate", move.Decisions.OfType<StepOpened>().Select(opened => opened.Step));
    }

    [Theory]
    [InlineData(StepState.Open)]
    [InlineData(StepState.Closed)]
    public void A_step_that_has_begun_and_has_no_image_keeps_the_instance_where_it_is(StepState state)
    {
        var move = Engine.Move(Year(("plan", state)), Second(), Same.Where(pair => pair.Key != "plan").ToDictionary(), June);

        Assert.False(move.IsAllowed);
        Assert.Equal(["plan"], move.Homeless);
        Assert.Empty(move.Decisions);
    }

    [Fact]
    public void A_waiting_step_needs_no_image() =>
        Assert.True(Engine.Move(Year(("plan", StepState.Open)), Second(), new Dictionary<string, string> { ["plan"] = "plan" }, June).IsAllowed);

    [Fact]
    public void Two_steps_that_become_one_are_closed_only_when_both_were()
    {
        var merged = new Dictionary<string, string>(Same) { ["investigate"] = "assess" };
        StepState Of(StepState investigate, StepState assess) =>
            Moved(Engine.Move(Year(("plan", StepState.Closed), ("investigate", investigate), ("assess", assess)), Second(), merged, June), "assess").State;

        Assert.Equal(StepState.Closed, Of(StepState.Closed, StepState.Closed));
        Assert.Equal(StepState.Open, Of(StepState.Closed, StepState.Open));
    }

    [Fact]
    public void An_instance_whose_steps_are_all_closed_under_the_new_version_is_completed()
    {
        var two = Second() with { Steps = [.. Second().Steps.Take(2)] };
        var move = Engine.Move(Year(("plan", StepState.Closed), ("investigate", StepState.Closed)), two, Same, June);
        Assert.Equal([new ProcessCompleted()], move.Decisions);
    }

    [Fact]
    public void A_state_keeps_the_last_day_that_a_person_gave_it()
    {
        var risk = DefinitionReader.Read(RepositoryFolder.Of("workflows", "risk", "1.json")).Definition!;
        var given = new DateOnly(2026, 12, 24);
        var present = Engine.Plan(risk, 2026) with { Steps = [new("assessed", StepState.Closed, June, June), new("acted", StepState.Open, June, given)] };

        var move = Engine.Move(present, risk with { Version = 2 }, new Dictionary<string, string> { ["acted"] = "acted" }, June);

        Assert.Equal(given, Assert.Single(move.Steps).Step.DueOn);
        Assert.False(Engine.Move(present, risk with { Version = 2 }, new Dictionary<string, string> { ["assessed"] = "assessed" }, June).IsAllowed);
    }

    [Theory]
    [InlineData(ProcessStatus.Completed)]
    [InlineData(ProcessStatus.Cancelled)]
    public void An_instance_that_has_ended_stays_what_it_was(ProcessStatus status)
    {
        var move = Engine.Move(Year(("plan", StepState.Open)) with { Status = status }, Second(), Same, June);
        Assert.Equal((false, true, 0), (move.IsAllowed, move.HasEnded, move.Decisions.Count));
    }

    [Fact]
    public void A_last_day_that_is_the_same_stays_and_what_has_been_told_is_not_told_again()
    {
        var late = Year(("plan", StepState.Open), ("investigate", StepState.Closed));
        var given = late with { Steps = [.. late.Steps.Select(step => step.Key == "plan" ? step with { DueOn = new DateOnly(2026, 5, 20) } : step)] };

        Assert.Equal(new DateOnly(2026, 5, 20), Moved(Engine.Move(given, Second(), Same, June), "plan").DueOn);
        Assert.DoesNotContain(Engine.Move(given, Second(), Same, June).Decisions, decision => decision is TimerWanted("plan", _, _, _));
        Assert.Equal([new TimerWanted("plan", TimerKind.Escalation, new DateOnly(2026, 5, 27))], Engine.Move(given, Second(), Same, new DateOnly(2026, 5, 22)).Decisions.OfType<TimerWanted>().Where(timer => timer.Step == "plan"));
    }

    private static StepStatus Moved(ProcessMove move, string step) => move.Steps.Single(moved => moved.Step.Key == step).Step;

    private static ProcessDefinition Second() => First with
    {
        Version = 2,
        Steps = [.. First.Steps.Select(step => step.Key == "investigate" ? step with { Due = new TimeExpression.DayOfYear(9, 30, NextYear: false) } : step)],
    };

    private static ProcessState Year(params (string Key, StepState State)[] steps)
    {
        var plan = Engine.Plan(First, 2026);
        return plan with { Steps = [.. plan.Steps.Select(step => step with { State = Array.Find(steps, given => given.Key == step.Key).State })] };
    }
}
