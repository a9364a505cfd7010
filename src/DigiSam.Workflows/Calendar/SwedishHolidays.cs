using System.Collections.Concurrent;

namespace DigiSam.Workflows.Calendar;

/// <summary>A day off and its Swedish name.</summary>
public sealed record Holiday(DateOnly Date, string Name);

/// <summary>
/// The public holidays of one year (lag 1989:253, as it stands since 2005) and the eves that offices treat as free.
/// Ordinary Sundays are left out: <see cref="WorkingDays"/> knows the weekend.
/// </summary>
public sealed class SwedishHolidays
{
    private static readonly ConcurrentDictionary<int, SwedishHolidays> Years = new();

    private readonly HashSet<DateOnly> free;

    private SwedishHolidays(int year)
    {
        var easter = EasterSunday(year);
        var midsummerDay = FirstOnOrAfter(DayOfWeek.Saturday, new DateOnly(year, 6, 20));
        PublicHolidays =
        [
            new(new DateOnly(year, 1, 1), "Nyårsdagen"),
            new(new DateOnly(year, 1, 6), "Trettondedag jul"),
            new(easter.AddDays(-2), "Långfredagen"),
            new(easter, "Påskdagen"),
            new(easter.AddDays(1), "Annandag påsk"),
            new(new DateOnly(year, 5, 1), "Första maj"),
            new(easter.AddDays(39), "Kristi himmelsfärdsdag"),
            new(easter.AddDays(49), "Pingstdagen"),
            new(new DateOnly(year, 6, 6), "Sveriges nationaldag"),
            new(midsummerDay, "Midsommardagen"),
            new(FirstOnOrAfter(DayOfWeek.Saturday, new DateOnly(year, 10, 31)), "Alla helgons dag"),
            new(new DateOnly(year, 12, 25), "Juldagen"),
            new(new DateOnly(year, 12, 26), "Annandag jul"),
        ];
        Eves =
        [
            new(midsummerDay.AddDays(-1), "Midsommarafton"),
            new(new DateOnly(year, 12, 24), "Julafton"),
            new(new DateOnly(year, 12, 31), "Nyårsafton"),
        ];
        free = [.. PublicHolidays.Concat(Eves).Select(day => day.Date)];
    }

    /// <summary>The thirteen holidays of the law; two of them can fall on one date.</summary>
    public IReadOnlyList<Holiday> PublicHolidays { get; }

    /// <summary>Midsommarafton, julafton and nyårsafton: not holidays by law, free by custom and agreement.</summary>
    public IReadOnlyList<Holiday> Eves { get; }

    /// <summary>The days of the given year, computed once.</summary>
    public static SwedishHolidays Of(int year) => Years.GetOrAdd(year, key => new SwedishHolidays(key));

    /// <summary>Whether the date is a public holiday or one of the eves.</summary>
    public static bool IsFree(DateOnly date) => Of(date.Year).free.Contains(date);

    private static DateOnly FirstOnOrAfter(DayOfWeek day, DateOnly date) =>
        date.AddDays(((int)day - (int)date.DayOfWeek + 7) % 7);

    // The anonymous Gregorian algorithm (Nature, 1876), with the names that its later printings use.
    private static DateOnly EasterSunday(int year)
    {
        var a = year % 19;
        var (b, c) = Math.DivRem(year, 100);
        var (d, e) = Math.DivRem(b, 4);
        var f = (b + 8) / 25;
        var g = (b - f + 1) / 3;
        var h = ((19 * a) + b - d - g + 15) % 30;
        var (i, k) = Math.DivRem(c, 4);
        var l = (32 + (2 * e) + (2 * i) - h - k) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var (month, day) = Math.DivRem(h + l - (7 * m) + 114, 31);
        return new DateOnly(year, month, day + 1);
    }
}
