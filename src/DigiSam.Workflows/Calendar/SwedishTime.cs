namespace DigiSam.Workflows.Calendar;

/// <summary>The wall clock of Europe/Stockholm.</summary>
public static class SwedishTime
{
    private static readonly TimeZoneInfo Stockholm = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    /// <summary>
    /// The instant, in UTC, when Swedish clocks show the time on the date. A time that the spring change skips moves
    /// forward by the hour that is lost (02:30 becomes 03:30); one that the autumn change repeats is the first of the two.
    /// </summary>
    public static DateTimeOffset ToUtc(DateOnly date, TimeOnly time)
    {
        var local = date.ToDateTime(time);
        return new DateTimeOffset(local, OffsetOf(local)).ToUniversalTime();
    }

    private static TimeSpan OffsetOf(DateTime local)
    {
        if (Stockholm.IsAmbiguousTime(local))
            return Stockholm.GetAmbiguousTimeOffsets(local).Max();
        return Stockholm.GetUtcOffset(Stockholm.IsInvalidTime(local) ? local.AddDays(-1) : local);
    }
}
