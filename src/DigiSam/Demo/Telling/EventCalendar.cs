using DigiSam.Workflows.Calendar;

namespace DigiSam.Demo.Telling;

/// <summary>
/// What happens in a unit, in the order of time. What happens lets other things happen later; what lies after now never
/// comes, and so the present is as unfinished as it is in life.
/// </summary>
internal sealed class EventCalendar(DateTimeOffset now)
{
    private readonly PriorityQueue<Action<DateTimeOffset>, (DateTimeOffset At, int Order)> _events = new();
    private int _order;

    public DateTimeOffset Now => now;

    public void On(DateTimeOffset at, Action<DateTimeOffset> happens) => _events.Enqueue(happens, (at, _order++));

    /// <summary>On the day, or the first one after it on which people are at work.</summary>
    public void OnWorkday(DateOnly day, Dice dice, Action<DateTimeOffset> happens) => On(AtWork(day, dice), happens);

    public void Run()
    {
        while (_events.TryDequeue(out var happens, out var when) && when.At <= now)
            happens(when.At);
    }

    /// <summary>An instant during office hours on the day, or on the first one after it on which people are at work.</summary>
    public static DateTimeOffset AtWork(DateOnly day, Dice dice) =>
        SwedishTime.ToUtc(QuietDays.OrNextOpen(day), new TimeOnly(dice.Between(8, 15), dice.Below(60)));
}
