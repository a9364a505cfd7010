using DigiSam.Workflows.Calendar;
using DigiSam.Workflows.Definitions;

namespace DigiSam.Workflows.Running;

/// <summary>The timers that an open step wants.</summary>
internal static class StepTimers
{
    /// <summary>
    /// None without a last day. Reminders that still lie ahead, the day after the last one, and the escalation. Someone who gets a step late gets the
    /// same days of grace as others: the escalation counts from the opening when the due date lies before it.
    /// </summary>
    public static IEnumerable<ProcessDecision.TimerWanted> For(StepDefinition step, ProcessState instance, DateOnly today, DateOnly dueOn)
    {
        if (dueOn == DateOnly.MaxValue)
            yield break;
        var (year, july) = (instance.Year, !instance.Definition.RemindsInJuly);
        var reminders = step.Reminders
            .Select(reminder => QuietDays.OrNextOpen(reminder.Resolve(year, dueOn), july))
            .Where(day => day > today).Distinct().Order();
        foreach (var day in reminders)
            yield return new(step.Key, TimerKind.Reminder, day);
        yield return new(step.Key, TimerKind.Due, dueOn.AddDays(1));
        for (var level = 0; level < step.Escalations.Count; level++)
            yield return new(step.Key, TimerKind.Escalation, QuietDays.OrNextOpen(step.Escalations[level].After.Resolve(year, dueOn > today ? dueOn : today), july), level);
    }
}
