using DigiSam.Workflows.Calendar;

namespace DigiSam.Tests.Workflows;

/// <summary>On which day people are reminded in a place whose breaks are known.</summary>
public sealed class QuietTimeTests
{
    // Autumn break in week 44 of 2026 (Monday 26 to Friday 30 October), Christmas, and the summer of 2027 until Monday 16 August.
    private static readonly IQuietTime Terms = QuietTimes.Stated(
        [(new(2026, 10, 26), new(2026, 10, 30)), (new(2026, 12, 19), new(2027, 1, 10)), (new(2027, 6, 12), new(2027, 8, 15))],
        [(new(2026, 8, 17), new(2027, 8, 15))]);

    [Theory]
    [InlineData("2026-10-22", "2026-10-28", "2026-10-22")] // before the break: as planned
    [InlineData("2026-10-27", "2026-10-29", "2026-10-23")] // the last day lies in the break: the last school day before it
    [InlineData("2026-10-27", "2026-11-02", "2026-11-02")] // it is after the break: the first day after it, a Monday
    [InlineData("2026-10-24", "2026-10-30", "2026-10-23")] // a Saturday before the break, with the last day in it
    [InlineData("2026-10-24", "2026-11-06", "2026-11-02")]
    [InlineData("2026-10-30", "2026-10-31", "2026-10-23")] // the last day is the Saturday after the break: Monday would be too late
    [InlineData("2027-01-04", "2027-01-06", "2026-12-18")] // across the new year, a holiday as last day
    [InlineData("2027-07-05", "2027-07-20", "2027-06-11")] // a July that something is stated for is a part of the summer break
    [InlineData("2027-07-05", "2027-09-01", "2027-08-16")]
    [InlineData("2028-07-05", "2028-07-20", "2028-08-01")] // a July that nothing is stated for is as it always was
    [InlineData("2026-11-14", "2026-11-15", "2026-11-16")] // a weekend is no break
    public void A_reminder_comes_on_the_day_that_the_breaks_leave_for_it(string planned, string due, string comes) =>
        Assert.Equal(Day(comes), QuietDays.OfReminder(Day(planned), Day(due), Terms));

    [Fact]
    public void No_reminder_ever_comes_on_a_quiet_day_and_none_after_its_last_day_because_of_a_break()
    {
        for (var planned = new DateOnly(2026, 8, 17); planned < new DateOnly(2027, 8, 15); planned = planned.AddDays(1))
        {
            for (var days = 0; days < 40; days++)
            {
                var due = planned.AddDays(days);
                var comes = QuietDays.OfReminder(planned, due, Terms);
                Assert.False(QuietDays.Includes(comes, Terms), $"{planned} → {comes}");
                if (comes > due)
                    Assert.DoesNotContain(Enumerable.Range(0, comes.DayNumber - planned.DayNumber), day => Terms.On(planned.AddDays(day)) is not null);
            }
        }
    }

    [Fact]
    public void Two_with_the_same_periods_are_the_same()
    {
        var same = QuietTimes.Stated([(new(2026, 10, 26), new(2026, 10, 30)), (new(2026, 12, 19), new(2027, 1, 10)), (new(2027, 6, 12), new(2027, 8, 15))], [(new(2026, 8, 17), new(2027, 8, 15))]);
        Assert.Equal((Terms, Terms.GetHashCode()), (same, same.GetHashCode()));
        Assert.NotEqual(Terms, QuietTimes.Stated([(new(2026, 10, 26), new(2026, 10, 30))], [(new(2026, 8, 17), new(2027, 8, 15))]));
        Assert.NotEqual(Terms, QuietTimes.July);
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
