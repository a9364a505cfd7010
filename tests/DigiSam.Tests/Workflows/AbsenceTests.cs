using DigiSam.Tests.Support;
using DigiSam.Workflows.Calendar;
using DigiSam.Workflows.Definitions;
using DigiSam.Workflows.Running;
using static DigiSam.Workflows.Running.ProcessDecision;

namespace DigiSam.Tests.Workflows;

/// <summary>What the engine makes of a reminder when those to be reminded are away, or when their place has a break.</summary>
public sealed class AbsenceTests
{
    private static readonly ProcessEngine Engine = new();
    private static readonly Guid Person = Guid.NewGuid();
    private static readonly ProcessDefinition SamYear =
        DefinitionReader.Read(RepositoryFolder.Of("workflows", "sam-year", "1.json")).Definition ?? throw new InvalidDataException();
    private static readonly DateOnly Monday = new(2027, 2, 1);
    private static readonly TaskWanted Reminder = new("plan", TaskOccasion.Reminder, "manager");
    private static readonly TaskWanted Above = new("plan", TaskOccasion.ReminderAbove, "manager");

    [Fact]
    public void It_waits_for_the_first_working_day_back() =>
        Assert.Equal([new TimerWanted("plan", TimerKind.Reminder, new DateOnly(2027, 2, 8)) { WaitsFor = Person }], Fall(new Absence(Person, new DateOnly(2027, 2, 6), StandInIsAway: false)));

    [Fact]
    public void It_goes_at_once_and_to_the_one_above_as_well_when_the_last_day_falls_within_the_leave()
    {
        Assert.Equal([Reminder, Above], Fall(new Absence(Person, new DateOnly(2027, 2, 16), StandInIsAway: false)));
        // Back on the last day itself, 15 February, a Monday: there is still that day to do it.
        Assert.Equal([new TimerWanted("plan", TimerKind.Reminder, new DateOnly(2027, 2, 15)) { WaitsFor = Person }], Fall(new Absence(Person, new DateOnly(2027, 2, 15), StandInIsAway: false)));
    }

    [Fact]
    public void It_goes_to_the_one_above_when_the_stand_in_is_away_too() =>
        Assert.Equal([Reminder, Above], Fall(new Absence(Person, new DateOnly(2027, 2, 6), StandInIsAway: true)));

    [Fact]
    public void An_escalation_and_the_last_day_wait_for_nobody()
    {
        var away = new Absence(Person, new DateOnly(2027, 6, 1), StandInIsAway: false);
        Assert.Equal([new StepOverdue("plan")], Engine.Decide(Open(), new ProcessSignal.TimerFell("plan", TimerKind.Due, 0, away), new DateOnly(2027, 2, 16)));
        Assert.Equal(
            [new TaskWanted("plan", TaskOccasion.Escalation, "next-manager")],
            Engine.Decide(Open(), new ProcessSignal.TimerFell("plan", TimerKind.Escalation, 0, away), new DateOnly(2027, 2, 22)));
    }

    [Fact]
    public void Back_in_the_middle_of_a_break_is_back_when_school_begins()
    {
        var state = Open() with { Quiet = QuietTimes.Stated([(new(2027, 2, 8), new(2027, 2, 12))], [(new(2027, 1, 1), new(2027, 12, 31))]) };
        Assert.Equal(
            [new TimerWanted("plan", TimerKind.Reminder, new DateOnly(2027, 2, 15)) { WaitsFor = Person }],
            Engine.Decide(state, new ProcessSignal.TimerFell("plan", TimerKind.Reminder, 0, new Absence(Person, new DateOnly(2027, 2, 6), StandInIsAway: false)), Monday));
    }

    [Fact]
    public void A_step_that_opens_in_a_break_that_its_last_day_lies_in_is_reminded_of_in_the_break()
    {
        var state = Open() with { Quiet = QuietTimes.Stated([(new(2027, 2, 8), new(2027, 2, 19))], [(new(2027, 1, 1), new(2027, 12, 31))]) };
        state = state with { Steps = [.. state.Steps.Select(step => step.Key == "plan" ? step with { State = StepState.Waiting } : step)] };
        Assert.Equal([new DateOnly(2027, 2, 12)], Reminders(new DateOnly(2027, 2, 9)));
        Assert.Equal([new DateOnly(2027, 2, 1), new DateOnly(2027, 2, 5)], Reminders(new DateOnly(2027, 1, 20)));

        IEnumerable<DateOnly> Reminders(DateOnly today) => Engine.Decide(state, new ProcessSignal.TimerFell("plan", TimerKind.Opens), today)
            .OfType<TimerWanted>().Where(timer => timer is { Step: "plan", Kind: TimerKind.Reminder }).Select(timer => timer.On);
    }

    [Fact]
    public void A_reminder_that_falls_in_a_break_waits_unless_that_would_be_too_late()
    {
        var long_ = Open() with { Quiet = QuietTimes.Stated([(new(2027, 1, 30), new(2027, 2, 16))], [(new(2027, 1, 1), new(2027, 12, 31))]) };
        var brief = Open() with { Quiet = QuietTimes.Stated([(new(2027, 1, 30), new(2027, 2, 5))], [(new(2027, 1, 1), new(2027, 12, 31))]) };
        Assert.Equal([Reminder], Engine.Decide(long_, new ProcessSignal.TimerFell("plan", TimerKind.Reminder), Monday));
        Assert.Equal([new TimerWanted("plan", TimerKind.Reminder, new DateOnly(2027, 2, 8))], Engine.Decide(brief, new ProcessSignal.TimerFell("plan", TimerKind.Reminder), Monday));
    }

    [Fact]
    public void Only_reminders_move_for_a_break_neither_the_last_day_nor_the_escalation()
    {
        var plain = Start(QuietTimes.July);
        var school = Start(QuietTimes.Stated([(new(2027, 1, 25), new(2027, 2, 26))], [(new(2027, 1, 1), new(2027, 12, 31))]));
        Assert.Equal([new DateOnly(2027, 2, 1), new DateOnly(2027, 2, 12)], Days(plain, TimerKind.Reminder));
        Assert.Equal([new DateOnly(2027, 1, 22)], Days(school, TimerKind.Reminder)); // both, on the last day before the break
        Assert.Equal(Days(plain, TimerKind.Due), Days(school, TimerKind.Due));
        Assert.Equal(Days(plain, TimerKind.Escalation), Days(school, TimerKind.Escalation));
        Assert.Equal(plain.OfType<StepOpened>(), school.OfType<StepOpened>());
    }

    [Fact]
    public void What_the_law_wants_at_once_waits_for_no_break()
    {
        var atOnce = SamYear with { RemindsInJuly = true };
        var quiet = QuietTimes.Stated([(new(2027, 1, 25), new(2027, 2, 26))], [(new(2027, 1, 1), new(2027, 12, 31))]);
        var started = Engine.Decide(Engine.Plan(atOnce, 2027) with { Quiet = quiet }, new ProcessSignal.Start(), new DateOnly(2027, 1, 7));
        Assert.Equal([new DateOnly(2027, 2, 1), new DateOnly(2027, 2, 12)], Days(started, TimerKind.Reminder));
        Assert.Equal([Reminder], Engine.Decide(Open() with { Definition = atOnce, Quiet = quiet }, new ProcessSignal.TimerFell("plan", TimerKind.Reminder), Monday));
    }

    [Fact]
    public void When_the_breaks_change_the_reminders_ahead_say_where_they_go()
    {
        var school = QuietTimes.Stated([(new(2027, 2, 8), new(2027, 2, 17))], [(new(2027, 1, 1), new(2027, 12, 31))]);
        Assert.Equal([new MovedReminder("plan", new DateOnly(2027, 2, 12), new DateOnly(2027, 2, 5))], Engine.Reminders(Open(), school, Monday));
        Assert.Equal([new MovedReminder("plan", new DateOnly(2027, 2, 5), new DateOnly(2027, 2, 12))], Engine.Reminders(Open() with { Quiet = school }, QuietTimes.July, Monday));
        // The day that it would go to has been: it stays where it is, and falls then.
        Assert.Empty(Engine.Reminders(Open(), school, new DateOnly(2027, 2, 5)));
        Assert.Empty(Engine.Reminders(Open() with { Status = ProcessStatus.Cancelled }, school, Monday));
    }

    private static IReadOnlyList<ProcessDecision> Fall(Absence away) => Engine.Decide(Open(), new ProcessSignal.TimerFell("plan", TimerKind.Reminder, 0, away), Monday);

    private static IReadOnlyList<ProcessDecision> Start(IQuietTime quiet) => Engine.Decide(Engine.Plan(SamYear, 2027) with { Quiet = quiet }, new ProcessSignal.Start(), new DateOnly(2027, 1, 7));

    private static IEnumerable<DateOnly> Days(IReadOnlyList<ProcessDecision> decisions, TimerKind kind) =>
        decisions.OfType<TimerWanted>().Where(timer => timer.Step == "plan" && timer.Kind == kind).Select(timer => timer.On);

    private static ProcessState Open()
    {
        var plan = Engine.Plan(SamYear, 2027);
        return plan with { Steps = [.. plan.Steps.Select(step => step.Key == "plan" ? step with { State = StepState.Open, DueOn = new DateOnly(2027, 2, 15) } : step)] };
    }
}
