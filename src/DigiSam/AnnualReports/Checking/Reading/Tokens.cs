using System.Globalization;

namespace DigiSam.AnnualReports.Checking.Reading;

/// <summary>Cuts a Swedish text into words, numbers and signs, in one pass and without regular expressions.</summary>
internal static class Tokens
{
    /// <summary>More digits than any figure has, and few enough for all that is counted with it.</summary>
    private const int MostDigits = 15;

    private const int MostDecimals = 6;

    private const string Gaps = " \u00A0\u202F\u2009";

    public static List<TextToken> Of(string text)
    {
        var tokens = new List<TextToken>(text.Length / 6);
        for (var at = 0; at < text.Length;)
        {
            var sign = text[at];
            if (char.IsWhiteSpace(sign))
            {
                at++;
                continue;
            }

            var token = char.IsAsciiDigit(sign) ? Number(text, at) : char.IsLetter(sign) ? Word(text, at) : new TextToken(TokenKind.Sign, at, 1, text.Substring(at, 1));
            tokens.Add(token);
            at = token.End;
        }

        return tokens;
    }

    private static TextToken Word(string text, int start)
    {
        var end = start + 1;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || (IsHyphen(text[end]) && (end + 1 == text.Length || text[end + 1] is not ('-' or '–'))) || (text[end] == ':' && At(text, end + 1) == 's')))
            end++;
        return new TextToken(TokenKind.Word, start, end - start, text[start..end].ToLowerInvariant(), IsCapital: char.IsUpper(text[start]));
    }

    private static TextToken Number(string text, int start)
    {
        var end = Digits(text, start);
        if (IsCode(text, ref end))
            return new TextToken(TokenKind.Code, start, end - start, text[start..end]);
        var first = end - start;
        while (first <= 3 && Gaps.Contains(At(text, end), StringComparison.Ordinal) && Digits(text, end + 1) == end + 4 && !IsCodeAt(text, end + 4))
            end += 4;
        if (end - start == first && first <= 3 && At(text, end) == '.' && Digits(text, end + 1) == end + 4)
            return Value(text, start, end + 4, text[start..end] + text[(end + 1)..(end + 4)], 0);
        var whole = end;
        if (At(text, end) is ',' or '.' && char.IsAsciiDigit(At(text, end + 1)))
            end = Digits(text, end + 1);
        if (IsCode(text, ref end))
            return new TextToken(TokenKind.Code, start, end - start, text[start..end]);
        var written = string.Concat(text[start..whole].Where(char.IsAsciiDigit)) + (end > whole ? "." + text[(whole + 1)..end] : "");
        return Value(text, start, end, written, Math.Max(0, end - whole - 1));
    }

    private static TextToken Value(string text, int start, int end, string written, int decimals) =>
        decimals <= MostDecimals && written.Count(char.IsAsciiDigit) <= MostDigits && decimal.TryParse(written, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? new TextToken(TokenKind.Number, start, end - start, text[start..end], value, decimals)
            : new TextToken(TokenKind.Code, start, end - start, text[start..end]);

    private static bool IsCodeAt(string text, int end) => IsCode(text, ref end);

    /// <summary>Digits that hang together with letters, or with other digits over a hyphen or colon, are no figure.</summary>
    private static bool IsCode(string text, ref int end)
    {
        var at = end;
        while (char.IsLetterOrDigit(At(text, at)) || ((IsHyphen(At(text, at)) || At(text, at) is ':' or '/' or '+') && char.IsLetterOrDigit(At(text, at + 1))))
            at++;
        if (at == end)
            return false;
        end = at;
        return true;
    }

    private static int Digits(string text, int at)
    {
        while (char.IsAsciiDigit(At(text, at)))
            at++;
        return at;
    }

    private static bool IsHyphen(char sign) => sign is '-' or '\u2010' or '\u2011' or '\u2013' or '\u2212';

    private static char At(string text, int at) => at < text.Length ? text[at] : '\0';
}
