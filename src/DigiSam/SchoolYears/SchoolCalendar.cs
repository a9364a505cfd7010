using DigiSam.Workflows.Calendar;

namespace DigiSam.SchoolYears;

/// <summary>What the school years of a place say of the days on which its people are reminded. Pure.</summary>
internal static class SchoolCalendar
{
    /// <summary>
    /// Breaks, the time between the terms, and the summer: until the next stated year begins, or through July where none is. July in years that nothing is stated for.
    /// </summary>
    /// <param name="years">At most one for each year.</param>
    public static IQuietTime Of(IReadOnlyCollection<SchoolYear> years)
    {
        var stated = years.OrderBy(year => year.StartYear).ToList();
        if (!stated.Exists(year => year.AutumnFrom is not null))
            return QuietTimes.July;
        var (periods, known) = (new List<(DateOnly, DateOnly)>(), new List<(DateOnly, DateOnly)>());
        foreach (var year in stated)
        {
            if (year is not { AutumnFrom: { } autumnFrom, AutumnTo: { } autumnTo, SpringFrom: { } springFrom, SpringTo: { } springTo })
                continue;
            var next = stated.Find(other => other.StartYear == year.StartYear + 1)?.AutumnFrom;
            var summerTo = next?.AddDays(-1) ?? new DateOnly(springTo.Year, 7, 31);
            var first = stated.Exists(other => other.StartYear == year.StartYear - 1 && other.AutumnFrom is not null) ? autumnFrom : new DateOnly(year.StartYear, 7, 1);
            known.Add((first, summerTo));
            if (first < autumnFrom)
                periods.Add((first, autumnFrom.AddDays(-1)));
            periods.AddRange(year.Breaks.Select(one => (one.From, one.To)));
            if (springFrom > autumnTo.AddDays(1))
                periods.Add((autumnTo.AddDays(1), springFrom.AddDays(-1)));
            periods.Add((springTo.AddDays(1), summerTo));
        }

        periods.Sort();
        return QuietTimes.Stated(periods, known);
    }
}
