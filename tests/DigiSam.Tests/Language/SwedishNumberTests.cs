using DigiSam.Language;
using FsCheck.Xunit;

namespace DigiSam.Tests.Language;

public sealed class SwedishNumberTests
{
    [Theory]
    [InlineData(7.7, 1, "7,7")]
    [InlineData(-0.8, 1, "−0,8")]
    [InlineData(24054, 0, "24\u00A0054")]
    [InlineData(-12933, 0, "−12\u00A0933")]
    [InlineData(0.25, 1, "0,3")]
    [InlineData(-0.04, 1, "0,0")]
    [InlineData(11, 1, "11,0")]
    public void Numbers_are_shown_as_Swedish_readers_expect(double number, int decimals, string shown) =>
        Assert.Equal(shown, SwedishNumber.Show((decimal)number, decimals));

    [Theory]
    [InlineData("7,7", 7.7)]
    [InlineData("7.7", 7.7)]
    [InlineData("−0,8", -0.8)]
    [InlineData("24 054", 24054)]
    [InlineData("24\u00A0054,5", 24054.5)]
    [InlineData(" 0,125 ", 0.125)]
    [InlineData("24\u202F054", 24054)]
    [InlineData("1 234 567.25", 1234567.25)]
    [InlineData("1234,567", 1234.567)]
    [InlineData("24.0540", 24.054)]
    [InlineData("\u20136 227", -6227)]
    [InlineData("0", 0)]
    public void Both_decimal_signs_are_read(string text, double number)
    {
        Assert.True(SwedishNumber.TryRead(text, out var read, out _));
        Assert.Equal((decimal)number, read);
    }

    [Theory]
    [InlineData("24.054")]
    [InlineData("24,054")]
    [InlineData("1.234.567")]
    [InlineData("1,234,567")]
    [InlineData("-1.234")]
    [InlineData("123,456")]
    public void What_can_be_read_in_two_ways_is_refused(string text)
    {
        Assert.False(SwedishNumber.TryRead(text, out _, out var reason));
        Assert.Contains("två sätt", reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("många")]
    [InlineData("1e3")]
    [InlineData("7,7 %")]
    [InlineData("1 2")]
    [InlineData("--1")]
    [InlineData("٣")]
    [InlineData("99999999999999999999999999999999")]
    [InlineData("1.234,5")]
    [InlineData("1,234.5")]
    [InlineData("1 234.567,8")]
    [InlineData("∞")]
    [InlineData("NaN")]
    [InlineData("7,7%")]
    [InlineData("cirka 7")]
    [InlineData("-")]
    [InlineData("–")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("+5")]
    [InlineData("5-")]
    [InlineData("(5)")]
    [InlineData("0x10")]
    [InlineData("1'234")]
    [InlineData("1 23")]
    [InlineData("12 34 567")]
    [InlineData("1  234")]
    [InlineData("7,7,7")]
    [InlineData("7 7")]
    [InlineData("½")]
    [InlineData("７")]
    [InlineData("   ")]
    public void What_is_no_number_is_refused_with_a_reason(string text)
    {
        Assert.False(SwedishNumber.TryRead(text, out _, out var reason));
        Assert.NotEmpty(reason);
    }

    [Property]
    public bool What_is_shown_is_read_back(int hundredths) =>
        SwedishNumber.TryRead(SwedishNumber.Show(hundredths / 100m, 2), out var read, out _) && read == hundredths / 100m;
}
