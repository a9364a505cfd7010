using System.Globalization;

namespace DigiSam.Language;

/// <summary>Dates as Swedish readers expect them, and the wall clock that Swedish deadlines go by.</summary>
public static class SwedishDate
{
    private static readonly string[] Months =
    [
        "januari", "februari", "mars", "april", "maj", "juni",
        "juli", "augusti", "september", "oktober", "november", "december",
    ];

    private static readonly TimeZoneInfo Stockholm = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    /// <summary>"14 mars 2026".</summary>
    public static string Long(DateOnly date) =>
        string.Create(CultureInfo.InvariantCulture, $"{date.Day} {Months[date.Month - 1]} {date.Year}");

    /// <summary>"2026-03-14".</summary>
    public static string Short(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>"mars".</summary>
    public static string Month(int month) => Months[month - 1];

    /// <summary>The time on the wall in Sweden at an instant: "10:42".</summary>
    public static string Time(DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, Stockholm).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The date on the wall in Sweden at an instant.</summary>
    public static DateOnly DateIn(DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Stockholm).DateTime);

    /// <summary>An instant that tells today's date in Sweden and nothing of the hour.</summary>
    public static DateTimeOffset DayAlone(TimeProvider clock) => new(Today(clock).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    /// <summary>Today's date in Sweden.</summary>
    public static DateOnly Today(TimeProvider clock) => DateIn(clock.GetUtcNow());
}
