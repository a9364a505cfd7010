using System.Globalization;
using System.Text.RegularExpressions;

namespace DigiSam.Language;

/// <summary>
/// Numbers as Swedish systems write them and Swedish readers expect them. The formats are fixed here and not taken
/// from the machine's culture data, so that a document has the same bytes everywhere.
/// </summary>
public static partial class SwedishNumber
{
    private static readonly NumberFormatInfo Format = new()
    {
        NumberDecimalSeparator = ",",
        NumberGroupSeparator = "\u00A0",
        NegativeSign = "\u2212",
        NumberGroupSizes = [3],
    };

    /// <summary>The number with a decimal comma, a no-break space between thousands and a true minus sign: "−6 227", "7,7".</summary>
    public static string Show(decimal number, int decimals) =>
        Math.Round(number, decimals, MidpointRounding.AwayFromZero).ToString($"N{decimals}", Format);

    /// <summary>
    /// Reads "7,7", "7.7", "24054", "24 054" or "−0,8". Returns false with a Swedish reason for anything else, and for
    /// what could be read in two ways: "24.054" may be twenty-four thousand or twenty-four and a fraction.
    /// </summary>
    public static bool TryRead(string text, out decimal number, out string reason)
    {
        ArgumentNullException.ThrowIfNull(text);
        number = 0;
        reason = "";
        var plain = text.Trim().Replace('\u2212', '-').Replace('\u2013', '-').Replace('\u00A0', ' ').Replace('\u202F', ' ');
        if (plain.Length == 0)
        {
            reason = "talet saknas";
            return false;
        }

        if (Ambiguous().IsMatch(plain))
        {
            var digits = plain.Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal);
            reason = $"\"{text.Trim()}\" kan läsas på två sätt; skriv {digits} om punkten eller kommat skiljer tusental, annars med en annan mängd decimaler";
            return false;
        }

        if (!Plain().IsMatch(plain))
        {
            reason = $"\"{text.Trim()}\" är inte ett tal";
            return false;
        }

        plain = plain.Replace(" ", "", StringComparison.Ordinal).Replace(',', '.');
        if (decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number))
            return true;
        reason = $"\"{text.Trim()}\" är ett för stort tal";
        return false;
    }

    [GeneratedRegex(@"^-?[1-9]\d{0,2}([.,]\d{3})+$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ambiguous();

    [GeneratedRegex(@"^-?(\d+|\d{1,3}( \d{3})+)([.,]\d+)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Plain();
}
