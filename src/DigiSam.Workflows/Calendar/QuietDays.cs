namespace DigiSam.Workflows.Calendar;

/// <summary>Days on which nobody is reminded: weekends, holidays and the whole of July, when schools and most offices are empty.</summary>
public static class QuietDays
{
    /// <summary>Whether the date is one of them.</summary>
    /// <param name="july">Whether July is quiet; some things may not wait for August.</param>
    public static bool Includes(DateOnly date, bool july = true) => (july && date.Month == 7) || !WorkingDays.Includes(date);

    /// <summary>The date itself, or the first day after it on which one may remind.</summary>
    /// <param name="july">Whether July is quiet.</param>
    public static DateOnly OrNextOpen(DateOnly date, bool july = true)
    {
        if (july && date.Month == 7)
            date = new DateOnly(date.Year, 8, 1);
        while (Includes(date, july))
            date = date.AddDays(1);
        return date;
    }
}
