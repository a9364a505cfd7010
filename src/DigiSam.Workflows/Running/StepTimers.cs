using DigiSam.Workflows.Calendar;
using DigiSam.Workflows.Definitions;

namespace DigiSam.Workflows.Running;

/// <summary>The timers that an open step wants.</summary>
internal static class StepTimers
{
    /// <summary>
    /// Reminders that still lie ahead, the day after the last one, and the escalation. Someone who gets a step late gets the
    /// same days of grace as others: the escalation counts from the opening when the due date lies before it.
    /// </summary>
    public static IEnumerable<ProcessDecision.TimerWanted> For(StepDefinition step, int year, DateOnly today, DateOnly dueOn)
    {
        var reminders = step.Reminders
            .Select(reminder => QuietDays.OrNextOpen(reminder.Resolve(year, dueOn)))
            .Where(day => day > today).Distinct().Order();
        foreach (var day in reminders)
            yield return new(step.Key, TimerKind.Reminder, day);
        yield return new(step.Key, TimerKind.Due, dueOn.AddDays(1));
        if (step.Escalation is { } escalation)
            yield return new(step.Key, TimerKind.Escalation, QuietDays.OrNextOpen(escalation.After.Resolve(year, dueOn > today ? dueOn : today)));
    }
}
