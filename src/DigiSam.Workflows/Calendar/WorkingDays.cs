namespace DigiSam.Workflows.Calendar;

/// <summary>Counts arbetsdagar: Monday to Friday, except <see cref="SwedishHolidays"/> and their free eves.</summary>
public static class WorkingDays
{
    /// <summary>Whether an office is open on the date.</summary>
    public static bool Includes(DateOnly date) =>
        date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !SwedishHolidays.IsFree(date);

    /// <summary>
    /// The <paramref name="count"/>th working day after the date, before it when negative. The date itself is never
    /// counted, and 0 gives it back even when it is free.
    /// </summary>
    public static DateOnly Add(DateOnly date, int count)
    {
        var step = Math.Sign(count);
        for (var left = Math.Abs(count); left > 0;)
        {
            date = date.AddDays(step);
            if (Includes(date))
                left--;
        }

        return date;
    }
}
