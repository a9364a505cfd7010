using DigiSam.Tests.Support;
using DigiSam.Workflows.Definitions;
using DigiSam.Workflows.Running;
using static DigiSam.Workflows.Running.ProcessDecision;

namespace DigiSam.Tests.Workflows;

/// <summary>The engine with a definition of states, without a host.</summary>
public sealed class StatesEngineTests
{
    private static readonly ProcessEngine Engine = new();

    private static readonly ProcessDefinition Risk = Read("risk");

    private static readonly DateOnly Monday = new(2026, 3, 2);

    [Fact]
    public void An_instance_begins_in_the_first_state_and_asks_for_what_it_says()
    {
        Assert.Equal(
            [
                new StepOpened("identified", new DateOnly(2026, 3, 16)),
                new TaskWanted("identified", TaskOccasion.StepOpened, "manager"),
                new TaskWanted("identified", TaskOccasion.PartInStep, "safety-rep"),
                new TimerWanted("identified", TimerKind.Reminder, new DateOnly(2026, 3, 13)),
                new TimerWanted("identified", TimerKind.Due, new DateOnly(2026, 3, 17)),
                new TimerWanted("identified", TimerKind.Escalation, new DateOnly(2026, 3, 30)),
            ],
            Engine.Decide(Engine.Plan(Risk, 2026), new ProcessSignal.Start(), Monday));
    }

    [Fact]
    public void A_thing_that_is_further_on_begins_where_it_is() =>
        Assert.Equal("acted", Engine.Decide(Engine.Plan(Risk, 2026), new ProcessSignal.Start("acted"), Monday).OfType<StepOpened>().Single().Step);

    [Fact]
    public void Leaving_a_state_lets_go_of_what_it_asked_and_the_next_has_the_day_that_was_given()
    {
        var day = new DateOnly(2026, 9, 30);
        var decisions = Engine.Decide(In("assessed"), new ProcessSignal.Leave("plan", [], day), Monday);

        Assert.Equal([new StepClosed("assessed"), new TimersDropped("assessed"), new TasksDone("assessed"), new StepOpened("planned", day)], decisions.Take(4));
        Assert.Contains(new TimerWanted("planned", TimerKind.Due, day.AddDays(1)), decisions);
    }

    [Fact]
    public void An_effect_that_cannot_be_judged_yet_waits_in_the_same_state_for_a_new_day()
    {
        var day = new DateOnly(2026, 11, 2);
        var decisions = Engine.Decide(In("acted"), new ProcessSignal.Leave("wait", [], day), Monday);

        Assert.Equal([new StepClosed("acted"), new TimersDropped("acted"), new TasksDone("acted"), new StepOpened("acted", day)], decisions.Take(4));
    }

    [Fact]
    public void A_final_state_completes_the_instance_and_leaving_it_resumes_it()
    {
        Assert.IsType<ProcessCompleted>(Engine.Decide(In("followed-up"), new ProcessSignal.Leave("close", []), Monday)[^1]);
        var closed = In("closed") with { Status = ProcessStatus.Completed };
        Assert.Equal([new ProcessResumed(), new StepClosed("closed")], Engine.Decide(closed, new ProcessSignal.Leave("reopen", []), Monday).Take(2));
    }

    [Theory]
    [InlineData("dance", Refusal.ExitIsUnknown)]
    [InlineData("follow-up", Refusal.ExitIsNotHere)]
    public void An_exit_that_is_unknown_or_leads_from_elsewhere_is_refused(string exit, Refusal reason) =>
        Assert.Equal(reason, Assert.IsType<Refused>(Assert.Single(Engine.Decide(In("identified"), new ProcessSignal.Leave(exit, []), Monday))).Reason);

    [Fact]
    public void A_guard_that_does_not_hold_keeps_the_instance_where_it_is()
    {
        var refused = Assert.IsType<Refused>(Assert.Single(Engine.Decide(In("draft", Read("annual-report")), new ProcessSignal.Leave("complete", ["all-questions-answered"]), Monday)));
        Assert.Equal((Refusal.GuardsDoNotHold, "all-questions-answered"), (refused.Reason, Assert.Single(refused.Guards)));
    }

    [Fact]
    public void A_guard_that_the_exit_does_not_ask_for_is_of_no_account() =>
        Assert.Contains(new StepOpened("completed", new DateOnly(2026, 3, 23)), Engine.Decide(In("draft", Read("annual-report")), new ProcessSignal.Leave("complete", ["decided-by-a-board"]), Monday));

    [Theory]
    [InlineData("safety-rep-request", "requested", 6, 30, "2026-07-02", "2026-07-06")]
    [InlineData("task-allocation", "change-asked", 6, 16, "2026-08-03", "2026-08-03")]
    public void What_the_law_wants_done_at_once_does_not_wait_for_August(string key, string state, int month, int day, params string[] escalations) =>
        Assert.Equal(
            escalations.Select(on => DateOnly.Parse(on, null)),
            Engine.Decide(Engine.Plan(Read(key), 2026), new ProcessSignal.Start(state), new DateOnly(2026, month, day)).OfType<TimerWanted>().Where(timer => timer.Kind == TimerKind.Escalation).Select(timer => timer.On));

    [Fact]
    public void Whose_a_state_is_depends_on_the_kind_of_place()
    {
        var report = Engine.Plan(Read("annual-report"), 2026);
        string Asked(string? kind) => Engine.Decide(report with { PlaceKind = kind }, new ProcessSignal.Start(), Monday).OfType<TaskWanted>().Single().Role;

        Assert.Equal(["manager", "manager", "case-officer", "manager"], new[] { "unit", "administration", "board", null }.Select(Asked));
    }

    [Fact]
    public void Escalations_fall_one_after_the_other_each_to_its_own()
    {
        var request = Read("safety-rep-request");
        var wanted = Engine.Decide(Engine.Plan(request, 2026), new ProcessSignal.Start(), Monday).OfType<TimerWanted>().Where(timer => timer.Kind == TimerKind.Escalation).ToList();
        Assert.Equal([(0, new DateOnly(2026, 3, 4)), (1, new DateOnly(2026, 3, 6))], wanted.Select(timer => (timer.Level, timer.On)));

        var told = wanted.SelectMany(timer => Engine.Decide(In("requested", request), new ProcessSignal.TimerFell("requested", timer.Kind, timer.Level), timer.On));
        Assert.Equal([new TaskWanted("requested", TaskOccasion.Escalation, "next-manager"), new TaskWanted("requested", TaskOccasion.Escalation, "hr-strategist", 1)], told);
    }

    [Fact]
    public void A_timer_of_a_state_that_has_been_left_decides_nothing() =>
        Assert.All(Enum.GetValues<TimerKind>(), kind => Assert.Empty(Engine.Decide(In("planned"), new ProcessSignal.TimerFell("assessed", kind), Monday)));

    [Fact]
    public void A_suspended_instance_refuses_people_ignores_timers_and_goes_on_where_it_was()
    {
        Assert.Equal([new ProcessSuspended()], Engine.Decide(In("planned"), new ProcessSignal.Suspend(), Monday));
        var still = In("planned") with { Status = ProcessStatus.Suspended };
        Assert.Empty(Engine.Decide(still, new ProcessSignal.TimerFell("planned", TimerKind.Escalation), Monday.AddDays(300)));
        Assert.Empty(Engine.Decide(still, new ProcessSignal.Suspend(), Monday).OfType<ProcessSuspended>());
        Assert.Equal(Refusal.ProcessIsSuspended, Assert.IsType<Refused>(Assert.Single(Engine.Decide(still, new ProcessSignal.Leave("act", []), Monday))).Reason);
        Assert.Equal([new ProcessResumed()], Engine.Decide(still, new ProcessSignal.Resume(), Monday));
    }

    [Fact]
    public void The_timers_that_should_wait_are_those_that_were_asked_for()
    {
        foreach (var state in Risk.Steps.Where(state => !state.IsFinal))
        {
            var opened = Engine.Decide(Engine.Plan(Risk, 2026), new ProcessSignal.Start(state.Key), Monday);
            var due = opened.OfType<StepOpened>().Single().DueOn;
            var present = Engine.Plan(Risk, 2026) with { Steps = [new StepStatus(state.Key, StepState.Open, Monday, due)] };
            Assert.Equal(opened.OfType<TimerWanted>(), Engine.Timers(present, Monday));
        }
    }

    private static ProcessState In(string state, ProcessDefinition? definition = null) =>
        Engine.Plan(definition ?? Risk, 2026) with { Steps = [new StepStatus(state, StepState.Open, Monday, Monday.AddDays(5))] };

    private static ProcessDefinition Read(string key) => DefinitionReader.Read(RepositoryFolder.Of("workflows", key, "1.json")).Definition ?? throw new InvalidDataException();
}
