using System.Globalization;
using System.Text;

namespace DigiSam.Tests.Support;

/// <summary>How a system writes a table: encoding, separators, line ends. Cells are texts and decimals.</summary>
internal sealed record TableForm(
    string Encoding, char Delimiter, char DecimalSign, string LineEnd = "\n", string Thousands = "", int BlankLines = 0)
{
    /// <summary>Lines are written as they stand, with no cells in them.</summary>
    public const char NoDelimiter = '\0';

    public static readonly string[] Encodings = ["utf-8", "utf-8 bom", "iso-8859-1", "windows-1252"];

    static TableForm() => System.Text.Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TableForm Plain { get; } = new("utf-8", ',', '.');

    public byte[] Write(IEnumerable<IReadOnlyList<object>> rows)
    {
        var text = string.Concat(rows.Select(row => string.Join(Delimiter, row.Select(Cell)) + LineEnd))
            + string.Concat(Enumerable.Repeat(LineEnd, BlankLines));
        return Bytes(Encoding, text);
    }

    /// <summary>The text in an encoding by name; a letter that the encoding lacks is a fault of the test.</summary>
    public static byte[] Bytes(string encoding, string text)
    {
        var marked = encoding == "utf-8 bom";
        var strict = System.Text.Encoding.GetEncoding(marked ? "utf-8" : encoding, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        return marked ? [0xEF, 0xBB, 0xBF, .. strict.GetBytes(text)] : strict.GetBytes(text);
    }

    /// <summary>What a text becomes when its bytes in one encoding are taken to be another.</summary>
    public static string Misread(string text, string written, string read) => System.Text.Encoding.GetEncoding(read).GetString(Bytes(written, text));

    public override string ToString() =>
        $"{Encoding} {Delimiter} {DecimalSign} {string.Join(' ', LineEnd.Select(sign => sign == '\r' ? "CR" : "LF"))} [{Thousands}] +{BlankLines}";

    private string Cell(object cell)
    {
        var text = cell is decimal number ? Number(number) : (string)cell;
        return Delimiter != NoDelimiter && (text.Contains(Delimiter) || text.Contains('"')) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }

    private string Number(decimal number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        var (whole, fraction) = text.Split('.') is [var before, var after] ? (before, DecimalSign + after) : (text, "");
        var digits = whole.TrimStart('-');
        var grouped = string.Join(Thousands, Groups(digits));
        return $"{(number < 0 ? "-" : "")}{grouped}{fraction}";
    }

    private static IEnumerable<string> Groups(string digits)
    {
        var first = digits.Length % 3;
        if (first > 0)
            yield return digits[..first];
        for (var start = first; start < digits.Length; start += 3)
            yield return digits.Substring(start, 3);
    }
}
