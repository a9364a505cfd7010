using System.Globalization;
using System.Text;
using DigiSam.Language;

namespace DigiSam.AnnualReports.Documents;

/// <summary>Text that people or files supplied, made fit for XML, and the small forms of words that documents share.</summary>
internal static class PlainText
{
    /// <summary>
    /// The text without what XML cannot hold (control characters, halves of surrogate pairs); every kind of line end is '\n'.
    /// </summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.Replace("\r\n", "\n", StringComparison.Ordinal).EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '\r' or '\n' or 0x85 or 0x2028 or 0x2029:
                    clean.Append('\n');
                    break;
                case '\t':
                    clean.Append('\t');
                    break;
                case < 0x20 or (>= 0x7F and < 0xA0) or 0xFFFD or 0xFFFE or 0xFFFF:
                    break;
                default:
                    clean.Append(rune);
                    break;
            }
        }

        return clean.ToString();
    }

    /// <summary>The text on one line, at most <paramref name="length"/> characters, for headings and attributes.</summary>
    public static string OneLine(string text, int length = 250)
    {
        var words = Clean(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var line = string.Join(' ', words);
        if (line.Length <= length)
            return line;
        var cut = char.IsHighSurrogate(line[length - 2]) ? length - 2 : length - 1;
        return string.Concat(line.AsSpan(0, cut), "…");
    }

    /// <summary>"A", "A och B" or "A, B och C".</summary>
    public static string List(IReadOnlyList<string> words) => words.Count switch
    {
        0 => "",
        1 => words[0],
        _ => string.Join(", ", words.Take(words.Count - 1)) + " och " + words[^1],
    };

    /// <summary>The text with a full stop, unless it already ends as a sentence.</summary>
    public static string Sentence(string text)
    {
        var trimmed = text.Trim();
        return trimmed.Length == 0 || trimmed[^1] is '.' or '!' or '?' or '…' ? trimmed : trimmed + ".";
    }

    /// <summary>Line numbers as ranges: "2, 5–7". Beyond twelve ranges the rest is counted, not listed.</summary>
    public static string Lines(IReadOnlyList<int> lines)
    {
        const int Most = 12;
        var ranges = NumberRanges.Of(lines);
        var shown = string.Join(", ", ranges.Take(Most));
        return ranges.Count <= Most
            ? shown
            : string.Create(CultureInfo.InvariantCulture, $"{shown} … (sammanlagt {lines.Distinct().Count()} rader)");
    }
}
