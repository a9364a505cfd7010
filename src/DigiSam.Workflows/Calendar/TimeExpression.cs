using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace DigiSam.Workflows.Calendar;

/// <summary>
/// A date as a definition writes it: <c>01-15</c>, <c>01-31 nästa år</c>, <c>-14d</c> or <c>+5 arbetsdagar</c>.
/// A sign is always written, so that nobody has to guess on which side of the anchor the day lies.
/// </summary>
public abstract partial record TimeExpression
{
    private TimeExpression()
    {
    }

    /// <summary>The date in the given year of the process; offsets count from the anchor.</summary>
    public abstract DateOnly Resolve(int year, DateOnly anchor);

    /// <summary>Reads an expression; false for every other text, impossible days such as 04-31 included.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out TimeExpression? expression)
    {
        expression = null;
        if (DayPattern().Match(text) is { Success: true } day)
        {
            var (month, number) = (Number(day, "month"), Number(day, "day"));
            // 2024 is a leap year: 02-29 is a day one may write.
            if (month is >= 1 and <= 12 && number >= 1 && number <= DateTime.DaysInMonth(2024, month))
                expression = new DayOfYear(month, number, day.Groups["next"].Success);
        }
        else if (OffsetPattern().Match(text) is { Success: true } offset)
        {
            var count = Number(offset, "count");
            expression = offset.Groups["working"].Success ? new WorkingDayOffset(count) : new DayOffset(count);
        }

        return expression is not null;
    }

    private static int Number(Match match, string group) =>
        int.Parse(match.Groups[group].ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<month>[0-9]{2})-(?<day>[0-9]{2})(?<next> nästa år)?\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DayPattern();

    [GeneratedRegex(@"^(?<count>[+-][0-9]{1,4})(d|(?<working> arbetsdag(ar)?))\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OffsetPattern();

    /// <summary>
    /// A day in the year of the process, or in the year after. 02-29 is the last of February: the 28th in years
    /// without a leap day, so that a published definition works every year.
    /// </summary>
    public sealed record DayOfYear(int Month, int Day, bool NextYear) : TimeExpression
    {
        /// <inheritdoc/>
        public override DateOnly Resolve(int year, DateOnly anchor)
        {
            var actual = NextYear ? year + 1 : year;
            return new DateOnly(actual, Month, Math.Min(Day, DateTime.DaysInMonth(actual, Month)));
        }
    }

    /// <summary>A day counted from another one.</summary>
    public abstract record Offset(int Count) : TimeExpression;

    /// <summary>Calendar days from the anchor; negative is before it.</summary>
    public sealed record DayOffset(int Count) : Offset(Count)
    {
        /// <inheritdoc/>
        public override DateOnly Resolve(int year, DateOnly anchor) => anchor.AddDays(Count);
    }

    /// <summary>Working days from the anchor, as <see cref="WorkingDays.Add"/> counts them.</summary>
    public sealed record WorkingDayOffset(int Count) : Offset(Count)
    {
        /// <inheritdoc/>
        public override DateOnly Resolve(int year, DateOnly anchor) => WorkingDays.Add(anchor, Count);
    }
}
