using DigiSam.Tests.Support;
using DigiSam.Workflows.Definitions;
using DigiSam.Workflows.Running;
using static DigiSam.Workflows.Running.ProcessDecision;

namespace DigiSam.Tests.Workflows;

/// <summary>The engine without a host: state and signal in, decisions out.</summary>
public sealed class ProcessEngineTests
{
    private static readonly ProcessEngine Engine = new();

    private static readonly ProcessDefinition SamYear =
        DefinitionReader.Read(RepositoryFolder.Of("workflows", "sam-year", "1.json")).Definition ?? throw new InvalidDataException();

    [Fact]
    public void A_year_that_starts_before_its_first_day_opens_nothing_and_wants_a_timer_for_each_step()
    {
        var decisions = Engine.Decide(Engine.Plan(SamYear, 2026), new ProcessSignal.Start(), new DateOnly(2025, 12, 1));

        Assert.Equal(
            SamYear.Steps.Select(step => new TimerWanted(step.Key, TimerKind.Opens, step.Opens.Resolve(2026, default))),
            decisions);
    }

    [Fact]
    public void A_step_opens_when_its_timer_falls_and_asks_the_manager_and_the_safety_rep()
    {
        var decisions = Engine.Decide(Engine.Plan(SamYear, 2026), new ProcessSignal.TimerFell("plan", TimerKind.Opens), new DateOnly(2026, 1, 7));

        Assert.Equal(
            [
                new StepOpened("plan", new DateOnly(2026, 2, 15)),
                new TaskWanted("plan", TaskOccasion.StepOpened, "manager"),
                new TaskWanted("plan", TaskOccasion.PartInStep, "safety-rep"),
                new TimerWanted("plan", TimerKind.Reminder, new DateOnly(2026, 2, 2)), // the 1st is a Sunday
                new TimerWanted("plan", TimerKind.Reminder, new DateOnly(2026, 2, 12)),
                new TimerWanted("plan", TimerKind.Due, new DateOnly(2026, 2, 16)),
                new TimerWanted("plan", TimerKind.Escalation, new DateOnly(2026, 2, 20)),
            ],
            decisions);
    }

    [Fact]
    public void A_year_that_starts_late_opens_what_is_due_and_gives_the_days_of_grace_from_that_day()
    {
        var today = new DateOnly(2026, 6, 1);
        var decisions = Engine.Decide(Engine.Plan(SamYear, 2026), new ProcessSignal.Start(), today);

        Assert.Equal(["plan", "investigate", "assess", "act", "follow-up"], decisions.OfType<StepOpened>().Select(opened => opened.Step));
        Assert.DoesNotContain(decisions.OfType<TimerWanted>(), timer => timer.Step == "plan" && timer.Kind == TimerKind.Reminder);
        Assert.Contains(new TimerWanted("plan", TimerKind.Escalation, new DateOnly(2026, 6, 8)), decisions);
        Assert.Equal(new TimerWanted("improve", TimerKind.Opens, new DateOnly(2026, 11, 1)), Assert.Single(decisions.OfType<TimerWanted>(), timer => timer.Kind == TimerKind.Opens));
    }

    [Fact]
    public void The_yearly_follow_up_waits_for_the_investigation_and_opens_when_it_closes()
    {
        var november = new DateOnly(2026, 11, 5);
        var open = State(("plan", StepState.Closed), ("investigate", StepState.Open), ("assess", StepState.Open), ("act", StepState.Open), ("follow-up", StepState.Open), ("improve", StepState.Waiting));

        Assert.Empty(Engine.Decide(open, new ProcessSignal.TimerFell("improve", TimerKind.Opens), november));
        var closed = Engine.Decide(open, new ProcessSignal.CloseStep("investigate", []), november);
        Assert.Equal([new StepClosed("investigate"), new TimersDropped("investigate"), new TasksDone("investigate"), new StepOpened("improve", new DateOnly(2027, 1, 31))], closed.Take(4));
    }

    [Fact]
    public void Reopening_a_step_sends_back_one_that_it_may_not_run_beside()
    {
        var state = State(("plan", StepState.Closed), ("investigate", StepState.Closed), ("assess", StepState.Open), ("act", StepState.Open), ("follow-up", StepState.Open), ("improve", StepState.Open));

        var decisions = Engine.Decide(state, new ProcessSignal.ReopenStep("investigate"), new DateOnly(2026, 11, 6));

        Assert.Equal([new StepWithdrawn("improve"), new TimersDropped("improve"), new TasksDone("improve"), new StepReopened("investigate")], decisions.Take(4));
        Assert.Contains(new TimerWanted("investigate", TimerKind.Due, new DateOnly(2026, 11, 1)), decisions);
    }

    [Fact]
    public void A_step_does_not_close_while_a_guard_does_not_hold()
    {
        var refused = Assert.IsType<Refused>(Assert.Single(Engine.Decide(AllOpen(), new ProcessSignal.CloseStep("plan", ["some-guard"]), new DateOnly(2026, 2, 1))));

        Assert.Equal((Refusal.GuardsDoNotHold, "some-guard"), (refused.Reason, Assert.Single(refused.Guards)));
    }

    [Fact]
    public void A_second_closing_and_that_of_a_waiting_or_unknown_step_are_refused()
    {
        var state = State(("plan", StepState.Closed));
        var today = new DateOnly(2026, 1, 20);

        Assert.Equal(Refusal.StepIsClosed, Assert.IsType<Refused>(Assert.Single(Engine.Decide(state, new ProcessSignal.CloseStep("plan", []), today))).Reason);
        Assert.Equal(Refusal.StepHasNotOpened, Assert.IsType<Refused>(Assert.Single(Engine.Decide(state, new ProcessSignal.CloseStep("improve", []), today))).Reason);
        Assert.Equal(Refusal.StepIsUnknown, Assert.IsType<Refused>(Assert.Single(Engine.Decide(state, new ProcessSignal.CloseStep("dance", []), today))).Reason);
    }

    [Fact]
    public void The_last_closing_completes_the_year_and_reopening_resumes_it()
    {
        var closed = SamYear.Steps.Select(step => (step.Key, step.Key == "improve" ? StepState.Open : StepState.Closed)).ToArray();
        Assert.IsType<ProcessCompleted>(Engine.Decide(State(closed), new ProcessSignal.CloseStep("improve", []), new DateOnly(2027, 1, 20))[^1]);

        var all = State([.. SamYear.Steps.Select(step => (step.Key, StepState.Closed))]) with { Status = ProcessStatus.Completed };
        Assert.IsType<ProcessResumed>(Engine.Decide(all, new ProcessSignal.ReopenStep("improve"), new DateOnly(2027, 1, 21))[0]);
    }

    [Fact]
    public void A_cancelled_process_does_nothing_more()
    {
        var cancelled = AllOpen() with { Status = ProcessStatus.Cancelled };
        Assert.Empty(Engine.Decide(cancelled, new ProcessSignal.TimerFell("plan", TimerKind.Escalation), new DateOnly(2026, 2, 23)));
        Assert.Equal(Refusal.ProcessIsCancelled, Assert.IsType<Refused>(Assert.Single(Engine.Decide(cancelled, new ProcessSignal.CloseStep("plan", []), new DateOnly(2026, 2, 1)))).Reason);
        Assert.IsType<ProcessCancelled>(Engine.Decide(AllOpen(), new ProcessSignal.Cancel(), new DateOnly(2026, 2, 1))[^1]);
    }

    [Theory]
    [InlineData(TimerKind.Reminder)]
    [InlineData(TimerKind.Escalation)]
    public void Nobody_is_reminded_in_July_or_on_a_Sunday(TimerKind kind)
    {
        var july = Engine.Decide(AllOpen(), new ProcessSignal.TimerFell("plan", kind), new DateOnly(2026, 7, 1));
        var sunday = Engine.Decide(AllOpen(), new ProcessSignal.TimerFell("plan", kind), new DateOnly(2026, 3, 1));

        Assert.Equal([new TimerWanted("plan", kind, new DateOnly(2026, 8, 3))], july); // 1 August is a Saturday
        Assert.Equal([new TimerWanted("plan", kind, new DateOnly(2026, 3, 2))], sunday);
    }

    [Fact]
    public void A_timer_for_a_step_that_is_not_open_decides_nothing()
    {
        var state = State(("plan", StepState.Closed));
        Assert.All(Enum.GetValues<TimerKind>(), kind => Assert.Empty(Engine.Decide(state, new ProcessSignal.TimerFell("plan", kind), new DateOnly(2026, 1, 30))));
    }

    [Fact]
    public void A_step_is_overdue_the_day_after_its_last()
    {
        Assert.Empty(Engine.Decide(AllOpen(), new ProcessSignal.TimerFell("plan", TimerKind.Due), new DateOnly(2026, 2, 15)));
        Assert.Equal([new StepOverdue("plan")], Engine.Decide(AllOpen(), new ProcessSignal.TimerFell("plan", TimerKind.Due), new DateOnly(2026, 2, 16)));
    }

    [Theory]
    [InlineData("2026-06-30", "2026-06-30")]
    [InlineData("2026-07-01", "2026-08-03")]
    [InlineData("2026-07-31", "2026-08-03")]
    [InlineData("2026-12-24", "2026-12-28")]
    [InlineData("2028-07-15", "2028-08-01")]
    public void A_quiet_day_gives_way_to_the_next_working_day(string day, string open) =>
        Assert.Equal(DateOnly.Parse(open, null), DigiSam.Workflows.Calendar.QuietDays.OrNextOpen(DateOnly.Parse(day, null)));

    private static ProcessState AllOpen() => State([.. SamYear.Steps.Select(step => (step.Key, StepState.Open))]);

    private static ProcessState State(params (string Key, StepState State)[] steps)
    {
        var plan = Engine.Plan(SamYear, 2026);
        return plan with { Steps = [.. plan.Steps.Select(step => step with { State = Array.Find(steps, given => given.Key == step.Key).State })] };
    }
}
