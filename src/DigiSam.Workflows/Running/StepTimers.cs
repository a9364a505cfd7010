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
        foreach (var day in Coming(step, instance, today, dueOn).Distinct().Order())
            yield return new(step.Key, TimerKind.Reminder, day);
        yield return new(step.Key, TimerKind.Due, dueOn.AddDays(1));
        for (var level = 0; level < step.Escalations.Count; level++)
            yield return new(step.Key, TimerKind.Escalation, QuietDays.OrNextOpen(step.Escalations[level].After.Resolve(year, dueOn > today ? dueOn : today), july), level);
    }

    /// <summary>The days that reminders of an open step go from and to when the quiet time of its place changes; those that have been or would have been stay.</summary>
    public static IEnumerable<(DateOnly From, DateOnly To)> Moved(StepDefinition step, ProcessState before, ProcessState after, DateOnly today, DateOnly dueOn)
    {
        if (dueOn == DateOnly.MaxValue)
            return [];
        return Reminders(step, before, dueOn).Zip(Reminders(step, after, dueOn)).Where(days => days.First != days.Second && days.First > today && days.Second > today).Distinct();
    }

    /// <summary>One whose day before a break has been comes on its own day: better in the break than not at all.</summary>
    private static IEnumerable<DateOnly> Coming(StepDefinition step, ProcessState instance, DateOnly today, DateOnly dueOn) => step.Reminders
        .Select(reminder => reminder.Resolve(instance.Year, dueOn))
        .Select(planned => QuietDays.OfReminder(planned, dueOn, instance.QuietForReminders) is var day && day > today ? day : planned)
        .Where(day => day > today);

    private static IEnumerable<DateOnly> Reminders(StepDefinition step, ProcessState instance, DateOnly dueOn) =>
        step.Reminders.Select(reminder => QuietDays.OfReminder(reminder.Resolve(instance.Year, dueOn), dueOn, instance.QuietForReminders));
}
