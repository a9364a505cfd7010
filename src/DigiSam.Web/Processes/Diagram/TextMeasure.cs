namespace DigiSam.Web.Processes.Diagram;

/// <summary>How wide text becomes in a drawing, rather too wide than too narrow: the font is not known before the page is shown.</summary>
internal static class TextMeasure
{
    /// <summary>The width of a line at a size, in the unit of the size.</summary>
    public static double Width(string text, double size) => text.Sum(WidthOf) * size;

    /// <summary>The text in lines that are no wider than so, broken between words; a word that is too long keeps a line to itself.</summary>
    public static IReadOnlyList<string> Lines(string text, double size, double width)
    {
        var lines = new List<string>();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && Width($"{lines[^1]} {word}", size) <= width)
                lines[^1] += $" {word}";
            else
                lines.Add(word);
        }

        return lines;
    }

    private static double WidthOf(char sign) => sign switch
    {
        'i' or 'j' or 'l' or 'f' or 't' or 'r' or 'I' or ' ' or '.' or ',' or ':' or ';' or '\'' or '(' or ')' or '-' => .34,
        'm' or 'w' or 'M' or 'W' or 'Å' or 'Ä' or 'Ö' or 'O' or 'Q' => .86,
        >= 'A' and <= 'Z' => .66,
        _ => .56,
    };
}
