namespace DigiSam.Workflows.Calendar;

/// <summary>Days on which nobody is reminded: weekends, holidays, and a place's quiet time; that is July where nothing else is said.</summary>
public static class QuietDays
{
    /// <summary>Whether the date is one of them.</summary>
    /// <param name="july">Whether July is quiet; some things may not wait for August.</param>
    public static bool Includes(DateOnly date, bool july = true) => Includes(date, Of(july));

    /// <summary>Whether the date is one of them in a place with the quiet time.</summary>
    public static bool Includes(DateOnly date, IQuietTime quiet)
    {
        ArgumentNullException.ThrowIfNull(quiet);
        return quiet.On(date) is not null || !WorkingDays.Includes(date);
    }

    /// <summary>The date itself, or the first day after it on which one may remind.</summary>
    /// <param name="july">Whether July is quiet.</param>
    public static DateOnly OrNextOpen(DateOnly date, bool july = true) => OrNextOpen(date, Of(july));

    /// <summary>The date itself, or the first day after it on which one may remind in a place with the quiet time.</summary>
    public static DateOnly OrNextOpen(DateOnly date, IQuietTime quiet)
    {
        ArgumentNullException.ThrowIfNull(quiet);
        while (Includes(date, quiet))
            date = (quiet.On(date)?.To ?? date).AddDays(1);
        return date;
    }

    /// <summary>
    /// The day on which someone is reminded who was to be so on <paramref name="planned"/>: the same one, or the first open day
    /// after it. Where a break lies in between and the last day is within it, the last open day before the break.
    /// </summary>
    public static DateOnly OfReminder(DateOnly planned, DateOnly dueOn, IQuietTime quiet)
    {
        var after = OrNextOpen(planned, quiet);
        return EndsBefore(planned, after, dueOn, quiet) ? OrLastOpen(planned, quiet) : after;
    }

    /// <summary>Whether what has its last day on <paramref name="dueOn"/> is over when a break that begins on the date, or has begun by then, ends.</summary>
    internal static bool WaitsInVain(DateOnly date, DateOnly dueOn, IQuietTime quiet) => EndsBefore(date, OrNextOpen(date, quiet), dueOn, quiet);

    private static bool EndsBefore(DateOnly date, DateOnly after, DateOnly dueOn, IQuietTime quiet)
    {
        if (after <= dueOn)
            return false;
        for (; date < after; date = date.AddDays(1))
        {
            if (quiet.On(date) is { RemindsBefore: true })
                return true;
        }

        return false;
    }

    private static DateOnly OrLastOpen(DateOnly date, IQuietTime quiet)
    {
        while (Includes(date, quiet))
            date = (quiet.On(date)?.From ?? date).AddDays(-1);
        return date;
    }

    private static IQuietTime Of(bool july) => july ? QuietTimes.July : QuietTimes.None;
}
