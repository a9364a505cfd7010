using DigiSam.Workflows.Calendar;
using DigiSam.Workflows.Definitions;

namespace DigiSam.Workflows.Running;

/// <summary>What an open step asks of people and of the calendar.</summary>
internal static class StepDuties
{
    /// <summary>A task for the role whose the step is, one for each that takes part, and the timers.</summary>
    public static IEnumerable<ProcessDecision> Of(StepDefinition step, ProcessState instance, DateOnly today, DateOnly dueOn)
    {
        if (step.HumanAt(instance.PlaceKind) is not { } human)
            return [];
        return
        [
            new ProcessDecision.TaskWanted(step.Key, TaskOccasion.StepOpened, human.Role),
            .. human.With.Select(role => new ProcessDecision.TaskWanted(step.Key, TaskOccasion.PartInStep, role)),
            .. StepTimers.For(step, instance, today, dueOn),
        ];
    }

    /// <summary>Nothing more is asked.</summary>
    public static IEnumerable<ProcessDecision> LetGo(string step) =>
        [new ProcessDecision.TimersDropped(step), new ProcessDecision.TasksDone(step)];

    /// <summary>What comes of a timer that falls for an open step; a reminder or an escalation waits for a day on which one may remind.</summary>
    public static IReadOnlyList<ProcessDecision> TimerFell(StepDefinition step, ProcessState instance, ProcessSignal.TimerFell timer, DateOnly today) => timer.Kind switch
    {
        TimerKind.Due => instance[step.Key].DueOn < today ? [new ProcessDecision.StepOverdue(step.Key)] : [],
        TimerKind.Reminder => ReminderFell(step, instance, timer, today),
        _ when QuietDays.Includes(today, !instance.Definition.RemindsInJuly) =>
            [new ProcessDecision.TimerWanted(step.Key, timer.Kind, QuietDays.OrNextOpen(today, !instance.Definition.RemindsInJuly), timer.Level)],
        TimerKind.Escalation when timer.Level < step.Escalations.Count =>
            [new ProcessDecision.TaskWanted(step.Key, TaskOccasion.Escalation, step.Escalations[timer.Level].To, timer.Level)],
        _ => [],
    };

    // Where waiting would be in vain, nobody waits: better in a break, or to one who is away, than after the last day.
    private static IReadOnlyList<ProcessDecision> ReminderFell(StepDefinition step, ProcessState instance, ProcessSignal.TimerFell timer, DateOnly today)
    {
        var (quiet, dueOn) = (instance.QuietForReminders, instance[step.Key].DueOn);
        if (QuietDays.Includes(today, quiet) && !QuietDays.WaitsInVain(today, dueOn, quiet))
            return [new ProcessDecision.TimerWanted(step.Key, TimerKind.Reminder, QuietDays.OrNextOpen(today, quiet), timer.Level)];
        if (step.HumanAt(instance.PlaceKind) is not { } human)
            return [];
        var reminder = new ProcessDecision.TaskWanted(step.Key, TaskOccasion.Reminder, human.Role);
        if (timer.Away is not { } away)
            return [reminder];
        var back = QuietDays.OrNextOpen(away.BackOn, quiet);
        return away.StandInIsAway || dueOn < back
            ? [reminder, new ProcessDecision.TaskWanted(step.Key, TaskOccasion.ReminderAbove, human.Role)]
            : [new ProcessDecision.TimerWanted(step.Key, TimerKind.Reminder, back, timer.Level) { WaitsFor = away.Person }];
    }
}
