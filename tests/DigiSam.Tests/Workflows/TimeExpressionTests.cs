using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DigiSam.Tests.Support;
using DigiSam.Workflows.Calendar;

namespace DigiSam.Tests.Workflows;

public sealed class TimeExpressionTests
{
    [Theory]
    [InlineData("01-15", 2026, "2026-01-15")]
    [InlineData("01-31 nästa år", 2026, "2027-01-31")]
    [InlineData("02-29", 2028, "2028-02-29")]
    [InlineData("02-29", 2026, "2026-02-28")]
    [InlineData("02-29 nästa år", 2027, "2028-02-29")]
    [InlineData("02-29 nästa år", 2028, "2029-02-28")]
    public void A_day_of_the_year_needs_only_the_year(string text, int year, string expected)
    {
        Assert.Equal(Date(expected), Parsed(text).Resolve(year, new DateOnly(1999, 7, 7)));
    }

    [Theory]
    [InlineData("-14d", "2026-03-10", "2026-02-24")]
    [InlineData("-14d", "2028-03-10", "2028-02-25")]
    [InlineData("+0d", "2026-03-10", "2026-03-10")]
    [InlineData("+5 arbetsdagar", "2026-03-31", "2026-04-09")]
    [InlineData("-1 arbetsdag", "2027-01-04", "2026-12-30")]
    public void An_offset_counts_from_its_anchor_whatever_the_year(string text, string anchor, string expected) =>
        Assert.Equal(Date(expected), Parsed(text).Resolve(1999, Date(anchor)));

    [Theory]
    [InlineData("01-15", true)]
    [InlineData("12-31 nästa år", true)]
    [InlineData("02-29", true)]
    [InlineData("+9999d", true)]
    [InlineData("+1 arbetsdag", true)]
    [InlineData("", false)]
    [InlineData("00-10", false)]
    [InlineData("13-01", false)]
    [InlineData("01-00", false)]
    [InlineData("02-30", false)]
    [InlineData("06-31", false)]
    [InlineData("1-15", false)]
    [InlineData("2026-01-15", false)]
    [InlineData("01-15 ", false)]
    [InlineData("01-15 förra året", false)]
    [InlineData("14d", false)]
    [InlineData("−14d", false)]
    [InlineData("-14 d", false)]
    [InlineData("+10000d", false)]
    [InlineData("+5arbetsdagar", false)]
    [InlineData("+5 veckor", false)]
    [InlineData("+٥d", false)]
    public void Reader_and_schema_agree_on_what_a_time_is(string text, bool expected)
    {
        var schema = JsonNode.Parse(File.ReadAllText(RepositoryFolder.Of("docs", "schema", "workflow-1.schema.json")));
        var pattern = schema?["definitions"]?["time"]?["pattern"]?.GetValue<string>();

        Assert.Equal(expected, TimeExpression.TryParse(text, out var expression));
        Assert.Equal(expected, expression is not null);
        Assert.NotNull(pattern);
        Assert.Equal(expected, Regex.IsMatch(text, pattern, RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)));
    }

    private static TimeExpression Parsed(string text) =>
        TimeExpression.TryParse(text, out var expression) ? expression : throw new FormatException(text);

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
