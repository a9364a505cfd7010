using DigiSam.Workflows.Calendar;

namespace DigiSam.Tests.Workflows;

public sealed class SwedishHolidayTests
{
    public static TheoryData<int, string[]> Tables => new()
    {
        {
            2025,
            [
                "01-01 Nyårsdagen", "01-06 Trettondedag jul", "04-18 Långfredagen", "04-20 Påskdagen", "04-21 Annandag påsk",
                "05-01 Första maj", "05-29 Kristi himmelsfärdsdag", "06-08 Pingstdagen", "06-06 Sveriges nationaldag",
                "06-21 Midsommardagen", "11-01 Alla helgons dag", "12-25 Juldagen", "12-26 Annandag jul",
                "06-20 Midsommarafton", "12-24 Julafton", "12-31 Nyårsafton",
            ]
        },
        {
            2026,
            [
                "01-01 Nyårsdagen", "01-06 Trettondedag jul", "04-03 Långfredagen", "04-05 Påskdagen", "04-06 Annandag påsk",
                "05-01 Första maj", "05-14 Kristi himmelsfärdsdag", "05-24 Pingstdagen", "06-06 Sveriges nationaldag",
                "06-20 Midsommardagen", "10-31 Alla helgons dag", "12-25 Juldagen", "12-26 Annandag jul",
                "06-19 Midsommarafton", "12-24 Julafton", "12-31 Nyårsafton",
            ]
        },
        {
            2027,
            [
                "01-01 Nyårsdagen", "01-06 Trettondedag jul", "03-26 Långfredagen", "03-28 Påskdagen", "03-29 Annandag påsk",
                "05-01 Första maj", "05-06 Kristi himmelsfärdsdag", "05-16 Pingstdagen", "06-06 Sveriges nationaldag",
                "06-26 Midsommardagen", "11-06 Alla helgons dag", "12-25 Juldagen", "12-26 Annandag jul",
                "06-25 Midsommarafton", "12-24 Julafton", "12-31 Nyårsafton",
            ]
        },
        {
            2028,
            [
                "01-01 Nyårsdagen", "01-06 Trettondedag jul", "04-14 Långfredagen", "04-16 Påskdagen", "04-17 Annandag påsk",
                "05-01 Första maj", "05-25 Kristi himmelsfärdsdag", "06-04 Pingstdagen", "06-06 Sveriges nationaldag",
                "06-24 Midsommardagen", "11-04 Alla helgons dag", "12-25 Juldagen", "12-26 Annandag jul",
                "06-23 Midsommarafton", "12-24 Julafton", "12-31 Nyårsafton",
            ]
        },
    };

    [Theory]
    [MemberData(nameof(Tables))]
    public void The_holidays_and_eves_of_a_year_are_those_of_the_almanac(int year, string[] almanac)
    {
        var days = SwedishHolidays.Of(year);

        Assert.All(days.PublicHolidays.Concat(days.Eves), day => Assert.Equal(year, day.Date.Year));
        Assert.Equal(almanac[..13], days.PublicHolidays.Select(Line), StringComparer.Ordinal);
        Assert.Equal(almanac[13..], days.Eves.Select(Line), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData(2008, 3, 23)]
    [InlineData(2011, 4, 24)]
    [InlineData(2019, 4, 21)]
    [InlineData(2038, 4, 25)]
    [InlineData(2049, 4, 18)]
    [InlineData(2076, 4, 19)]
    [InlineData(2100, 3, 28)]
    public void Easter_is_right_in_years_where_the_simple_rules_fail(int year, int month, int day) =>
        Assert.Contains(new Holiday(new DateOnly(year, month, day), "Påskdagen"), SwedishHolidays.Of(year).PublicHolidays);

    [Fact]
    public void Two_holidays_can_share_a_date()
    {
        var names = SwedishHolidays.Of(2008).PublicHolidays.Where(day => day.Date == new DateOnly(2008, 5, 1)).Select(day => day.Name);

        Assert.Equal(["Första maj", "Kristi himmelsfärdsdag"], names, StringComparer.Ordinal);
    }

    [Fact]
    public void Both_holidays_and_eves_are_free_and_the_days_around_them_are_not()
    {
        Assert.True(SwedishHolidays.IsFree(new DateOnly(2026, 6, 19)));
        Assert.True(SwedishHolidays.IsFree(new DateOnly(2026, 6, 20)));
        Assert.False(SwedishHolidays.IsFree(new DateOnly(2026, 6, 18)));
        Assert.False(SwedishHolidays.IsFree(new DateOnly(2026, 4, 2)));
    }

    private static string Line(Holiday day) => FormattableString.Invariant($"{day.Date:MM-dd} {day.Name}");
}
