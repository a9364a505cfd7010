using DigiSam.Metrics;

namespace DigiSam.SickLeave;

/// <summary>The sum of a month for one sex and age.</summary>
internal sealed record AbsenceCell(DateOnly Month, AbsenceSex Sex, AgeGroup Age, int Headcount, AbsenceHours Hours);

/// <summary>Makes the groups of a table out of its cells. Pure.</summary>
internal static class SickLeaveGroups
{
    /// <summary>
    /// All, each sex, each age. A group is shown when all its rows are there in each of the twelve months and it is more than ten on the average;
    /// where only one sex or one age would be left out, it would follow from all and the others, and none of them is shown.
    /// </summary>
    public static IReadOnlyList<SickLeaveGroup> Of(IReadOnlyList<AbsenceCell> cells, RollingYear period)
    {
        var all = Group(cells, AbsenceSex.All, AgeGroup.All, period);
        if (cells.All(cell => cell.Sex == AbsenceSex.All))
            return [all];
        var sexes = Protected([.. new[] { AbsenceSex.Women, AbsenceSex.Men }.Select(sex => Group(cells.Where(cell => cell.Sex == sex), sex, AgeGroup.All, period))]);
        var ages = Protected([.. new[] { AgeGroup.Under30, AgeGroup.From30To49, AgeGroup.From50 }.Select(age => Group(cells.Where(cell => cell.Age == age), AbsenceSex.All, age, period))]);
        return [all, .. sexes, .. ages];
    }

    private static SickLeaveGroup Group(IEnumerable<AbsenceCell> cells, AbsenceSex sex, AgeGroup age, RollingYear period)
    {
        var now = Sum(cells, period);
        var before = Sum(cells, period.YearBefore);
        var whole = sex == AbsenceSex.All && age == AgeGroup.All;
        var shown = now.Months == RollingYear.Months && now.Headcount > MetricValue.LargestHiddenGroup && (whole || IsWhole(cells, sex, age, period));
        return new SickLeaveGroup(
            sex, age, shown ? now.Hours.Shares : null, shown && before.Months == RollingYear.Months && before.Headcount > MetricValue.LargestHiddenGroup && (whole || IsWhole(cells, sex, age, period.YearBefore)) ? before.Hours.Shares : null,
            shown ? now.Headcount : null, RollingYear.Months - now.Months);
    }

    /// <summary>Whether each age of a sex, or each sex of an age, has a row in every month: without one the sum would be called what it is not.</summary>
    public static bool IsWhole(IEnumerable<AbsenceCell> cells, AbsenceSex sex, AgeGroup age, RollingYear period) => cells
        .Where(cell => period.Start <= cell.Month && cell.Month <= period.End && (sex == AbsenceSex.All || cell.Sex == sex) && (age == AgeGroup.All || cell.Age == age))
        .Select(cell => (cell.Month, cell.Sex, cell.Age)).Distinct().Count() == RollingYear.Months * (sex == AbsenceSex.All ? 2 : 1) * (age == AgeGroup.All ? 3 : 1);

    private static (int Months, int Headcount, AbsenceHours Hours) Sum(IEnumerable<AbsenceCell> cells, RollingYear period)
    {
        var within = cells.Where(cell => period.Start <= cell.Month && cell.Month <= period.End).ToList();
        var months = within.Select(cell => cell.Month).Distinct().Count();
        return (months, Mean(within.Sum(cell => cell.Headcount), months), within.Aggregate(default(AbsenceHours), (sum, cell) => sum + cell.Hours));
    }

    /// <summary>How many people a month has on the average.</summary>
    public static int Mean(int people, int months) => months == 0 ? 0 : (int)Math.Round((decimal)people / months, MidpointRounding.AwayFromZero);

    private static IReadOnlyList<SickLeaveGroup> Protected(IReadOnlyList<SickLeaveGroup> parts) => parts.Count(part => part.Now is null) == 1
        ? [.. parts.Select(part => part with { Now = null, Before = null, Headcount = null })]
        : parts;
}
