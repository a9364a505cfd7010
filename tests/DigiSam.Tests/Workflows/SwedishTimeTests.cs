using System.Globalization;
using DigiSam.Workflows.Calendar;

namespace DigiSam.Tests.Workflows;

public sealed class SwedishTimeTests
{
    [Theory]
    [InlineData("2026-01-15 08:00", "2026-01-15 07:00")]
    [InlineData("2026-07-15 08:00", "2026-07-15 06:00")]
    [InlineData("2026-07-01 00:30", "2026-06-30 22:30")]
    [InlineData("2026-03-29 01:59", "2026-03-29 00:59")]
    [InlineData("2026-03-29 03:00", "2026-03-29 01:00")]
    [InlineData("2026-10-25 01:59", "2026-10-24 23:59")]
    [InlineData("2026-10-25 03:00", "2026-10-25 02:00")]
    public void The_wall_clock_is_one_hour_ahead_in_winter_and_two_in_summer(string local, string utc) => AssertUtc(local, utc);

    [Theory]
    [InlineData("2026-03-29 02:00", "2026-03-29 01:00")]
    [InlineData("2026-03-29 02:30", "2026-03-29 01:30")]
    [InlineData("2026-03-29 02:59", "2026-03-29 01:59")]
    public void A_time_that_the_spring_change_skips_moves_forward_by_an_hour(string local, string utc) => AssertUtc(local, utc);

    [Theory]
    [InlineData("2026-10-25 02:00", "2026-10-25 00:00")]
    [InlineData("2026-10-25 02:30", "2026-10-25 00:30")]
    [InlineData("2026-10-25 02:59", "2026-10-25 00:59")]
    public void A_time_that_the_autumn_change_repeats_is_the_first_of_the_two(string local, string utc) => AssertUtc(local, utc);

    private static void AssertUtc(string local, string utc)
    {
        var at = DateTime.ParseExact(local, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        var expected = DateTime.ParseExact(utc, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

        var instant = SwedishTime.ToUtc(DateOnly.FromDateTime(at), TimeOnly.FromDateTime(at));

        Assert.Equal((expected, TimeSpan.Zero), (instant.DateTime, instant.Offset));
    }
}
