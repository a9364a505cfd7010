using System.Globalization;
using System.Text;

namespace DigiSam.Language;

/// <summary>
/// Swedish order and search that are the same on every database and machine: kept in columns beside the name,
/// since SQLite and PostgreSQL's C collation sort Ä before Å and do not fold Å to å.
/// </summary>
public static class SwedishText
{
    /// <summary>
    /// A key whose ordinal order is the Swedish alphabet's: case and accents aside, ü as y, å ä ö after z,
    /// punctuation skipped, digits before letters. Texts that differ only in such things get equal keys.
    /// </summary>
    public static string SortKey(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var key = new StringBuilder(text.Length);
        foreach (var letter in Normalise(text))
        {
            switch (letter)
            {
                case 'å': key.Append('{'); break;
                case 'ä' or 'æ': key.Append('|'); break;
                case 'ö' or 'ø': key.Append('}'); break;
                case 'ü': key.Append('y'); break;
                case 'ß': key.Append("ss"); break;
                case ' ': key.Append(' '); break;
                default:
                    var plain = WithoutAccent(letter);
                    if (char.IsLetterOrDigit(plain))
                        key.Append(plain);
                    break;
            }
        }

        return key.ToString();
    }

    /// <summary>
    /// The form in which names are compared and searched: lower case, one space between words, one kind of hyphen,
    /// accents aside but å, ä and ö kept, since those are letters of their own.
    /// </summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = new StringBuilder(text.Length);
        foreach (var letter in Normalise(text))
            folded.Append(letter is 'å' or 'ä' or 'ö' or 'ü' ? letter : WithoutAccent(letter));
        return folded.ToString();
    }

    private static string Normalise(string text)
    {
        var words = text.Normalize(NormalizationForm.FormC)
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words)
            .Replace('\u2010', '-').Replace('\u2011', '-').Replace('\u2013', '-').Replace('\u2212', '-')
            .ToLowerInvariant();
    }

    private static char WithoutAccent(char letter)
    {
        if (letter < 128)
            return letter;
        var decomposed = letter.ToString().Normalize(NormalizationForm.FormD);
        return decomposed.Length > 1
            && CharUnicodeInfo.GetUnicodeCategory(decomposed[1]) == UnicodeCategory.NonSpacingMark
            ? decomposed[0]
            : letter;
    }
}
