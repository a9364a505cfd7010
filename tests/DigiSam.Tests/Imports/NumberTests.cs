using System.Globalization;
using DigiSam.Language;

namespace DigiSam.Tests.Imports;

public sealed class NumberTests
{
    [Theory]
    [InlineData("7,7", "7.7")]
    [InlineData("7.7", "7.7")]
    [InlineData(" 7,70 ", "7.70")]
    [InlineData("24054", "24054")]
    [InlineData("24 054", "24054")]
    [InlineData("24\u00A0054", "24054")]
    [InlineData("24\u202F054,5", "24054.5")]
    [InlineData("1 234 567.25", "1234567.25")]
    [InlineData("1234,567", "1234.567")]
    [InlineData("0,123", "0.123")]
    [InlineData("24.05", "24.05")]
    [InlineData("24.0540", "24.0540")]
    [InlineData("-0,8", "-0.8")]
    [InlineData("\u22120,8", "-0.8")]
    [InlineData("\u20136 227", "-6227")]
    [InlineData("0", "0")]
    public void A_number_is_read_as_a_Swedish_reader_reads_it(string text, string value)
    {
        Assert.True(SwedishNumber.TryRead(text, out var number, out var reason), reason);
        Assert.Equal(decimal.Parse(value, CultureInfo.InvariantCulture), number);
    }

    [Theory]
    [InlineData("24.054")]
    [InlineData("24,054")]
    [InlineData("-1.234")]
    [InlineData("1,234,567")]
    [InlineData("123.456")]
    public void A_number_that_can_be_read_in_two_ways_is_refused(string text)
    {
        Assert.False(SwedishNumber.TryRead(text, out _, out var reason));
        Assert.Contains("på två sätt", reason, StringComparison.Ordinal);
        Assert.Contains(text, reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.234,5")]
    [InlineData("1,234.5")]
    [InlineData("1e3")]
    [InlineData("∞")]
    [InlineData("NaN")]
    [InlineData("7,7 %")]
    [InlineData("7,7%")]
    [InlineData("cirka 7")]
    [InlineData("sju")]
    [InlineData("-")]
    [InlineData("–")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("+5")]
    [InlineData("--5")]
    [InlineData("5-")]
    [InlineData("(5)")]
    [InlineData("0x10")]
    [InlineData("1'234")]
    [InlineData("1 23")]
    [InlineData("12 34 567")]
    [InlineData("1  234")]
    [InlineData("7,7,7")]
    [InlineData("½")]
    [InlineData("٧")]
    [InlineData("７")]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("7 7")]
    [InlineData("1 234.567,8")]
    [InlineData("123456789012345678901234567890")]
    public void What_is_no_number_is_refused_with_a_reason(string text)
    {
        Assert.False(SwedishNumber.TryRead(text, out _, out var reason));
        Assert.Contains(text.Trim().Length == 0 ? "saknas" : text.Trim(), reason, StringComparison.Ordinal);
    }
}
