using DigiSam.Workflows.Calendar;
using DigiSam.Workflows.Definitions;

namespace DigiSam.Workflows.Simulation;

/// <summary>On which day people are done with a step. The same seed gives the same days.</summary>
internal sealed class SimulatedHabits(SimulatedBehaviour behaviour, string? placeKind, int seed)
{
    /// <summary>What has no last day, or waits for nobody, takes so many working days.</summary>
    private const int UsualDays = 5;

    private const int LateDays = 10;

    private const int MostLateDays = 20;

    /// <summary>The day on which the step is closed or the state left; null when it never is.</summary>
    /// <param name="nth">Which of all the openings in the place it is, so that each has its own luck.</param>
    public DateOnly? DoneOn(StepDefinition step, int place, int nth, DateOnly opened, DateOnly dueOn)
    {
        if (step.IsFinal)
            return null;
        var usual = WorkingDays.Add(opened, UsualDays);
        if (step.HumanAt(placeKind) is null)
            return QuietDays.OrNextOpen(usual);
        var due = dueOn == DateOnly.MaxValue ? usual : dueOn;
        return behaviour switch
        {
            SimulatedBehaviour.OnTime => OnOrBefore(due, opened),
            SimulatedBehaviour.Late => After(due, opened, LateDays),
            SimulatedBehaviour.Never => null,
            _ => Mixed(Luck(place, nth), opened, due),
        };
    }

    private static DateOnly? Mixed(ulong luck, DateOnly opened, DateOnly due) => (luck % 10) switch
    {
        < 4 => OnOrBefore(opened.AddDays(Math.Max(0, due.DayNumber - opened.DayNumber) / 2), opened),
        < 7 => OnOrBefore(due, opened),
        < 9 => After(due, opened, 1 + (int)(luck / 10 % MostLateDays)),
        _ => null,
    };

    // The mixing step of SplitMix64: neighbours get luck that has nothing in common, and the same on every machine.
    private ulong Luck(int place, int nth)
    {
        unchecked
        {
            var mixed = (((ulong)(uint)seed << 40) ^ ((ulong)(uint)place << 16) ^ (uint)nth) + 0x9E3779B97F4A7C15UL;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
            return mixed ^ (mixed >> 31);
        }
    }

    private static DateOnly OnOrBefore(DateOnly day, DateOnly opened)
    {
        while (day > opened && QuietDays.Includes(day))
            day = day.AddDays(-1);
        return day > opened ? day : QuietDays.OrNextOpen(opened);
    }

    // Someone who gets a step when its last day has passed is late from then on.
    private static DateOnly After(DateOnly due, DateOnly opened, int days) =>
        QuietDays.OrNextOpen(WorkingDays.Add(due > opened ? due : opened, days));
}
