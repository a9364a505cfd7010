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
        _ when Calendar.QuietDays.Includes(today, !instance.Definition.RemindsInJuly) =>
            [new ProcessDecision.TimerWanted(step.Key, timer.Kind, Calendar.QuietDays.OrNextOpen(today, !instance.Definition.RemindsInJuly), timer.Level)],
        TimerKind.Reminder when step.HumanAt(instance.PlaceKind) is { } human => [new ProcessDecision.TaskWanted(step.Key, TaskOccasion.Reminder, human.Role)],
        TimerKind.Escalation when timer.Level < step.Escalations.Count =>
            [new ProcessDecision.TaskWanted(step.Key, TaskOccasion.Escalation, step.Escalations[timer.Level].To, timer.Level)],
        _ => [],
    };
}
