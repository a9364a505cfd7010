using System.Globalization;
using DigiSam.Workflows.Calendar;
using FsCheck.Xunit;

namespace DigiSam.Tests.Workflows;

public sealed class WorkingDayTests
{
    [Theory]
    [InlineData("2026-03-20", 1, "2026-03-23")]
    [InlineData("2026-04-02", 1, "2026-04-07")]
    [InlineData("2026-04-07", -1, "2026-04-02")]
    [InlineData("2026-06-18", 1, "2026-06-22")]
    [InlineData("2026-12-23", 1, "2026-12-28")]
    [InlineData("2026-12-30", 1, "2027-01-04")]
    [InlineData("2026-05-01", 5, "2026-05-08")]
    [InlineData("2028-02-28", 2, "2028-03-01")]
    [InlineData("2026-05-02", 0, "2026-05-02")]
    public void Working_days_skip_weekends_holidays_and_free_eves(string from, int count, string expected) =>
        Assert.Equal(Date(expected), WorkingDays.Add(Date(from), count));

    [Property]
    public bool Counted_days_end_on_a_working_day(ushort day, short count) =>
        count == 0 || WorkingDays.Includes(WorkingDays.Add(Start(day), count));

    [Property]
    public bool Exactly_the_counted_number_of_working_days_lies_behind(ushort day, byte count)
    {
        var from = Start(day);
        var to = WorkingDays.Add(from, count);
        return Enumerable.Range(1, to.DayNumber - from.DayNumber).Count(days => WorkingDays.Includes(from.AddDays(days))) == count;
    }

    [Property]
    public bool There_and_back_again_from_a_working_day_is_the_same_day(ushort day, short count)
    {
        var from = WorkingDays.Add(Start(day), 1);
        return WorkingDays.Add(WorkingDays.Add(from, count), -count) == from;
    }

    private static DateOnly Start(ushort day) => new DateOnly(2010, 1, 1).AddDays(day % 20_000);

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
