using System.Buffers;
using System.Text;

namespace DigiSam.Imports;

/// <summary>
/// Turns the bytes of an exported file into text: UTF-8, with or without a byte-order mark, or Latin-1/Windows-1252.
/// Bytes that could be something else (a DOS or Mac code page, a file saved twice, half of each) are refused with the
/// line, never guessed at: "Fšrskola" must not become a name in the register.
/// </summary>
internal static class FileText
{
    /// <summary>Letters and signs beyond ASCII that Swedish administrative text in a one-byte code page holds.</summary>
    private const string PlausibleInLatin = "åäöÅÄÖéÉèÈüÜáÁàÀëËêÊíÍïÏóÓôÔæÆøØñÑçÇ\u00A0§½°´·×–—’…€";

    private static readonly SearchValues<char> InLatin = SearchValues.Create([.. Enumerable.Range(0, 128).Select(code => (char)code), .. PlausibleInLatin]);

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    static FileText() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>
    /// The encoding of a file that is not held in memory: UTF-8 where all of it is, else Windows-1252 when every sign beyond ASCII
    /// is one that Swedish text has. Anything else is a fault.
    /// </summary>
    public static Encoding EncodingOf(ImportSource source, FaultList faults)
    {
        var buffer = new byte[81920];
        var decoder = StrictUtf8.GetDecoder();
        var letters = new char[buffer.Length + 1];
        var latin = Encoding.GetEncoding(1252);
        var (isUtf8, isLatin) = (true, true);
        using var bytes = source.Open();
        for (int read; (read = bytes.Read(buffer)) > 0;)
        {
            var part = buffer.AsSpan(0, read);
            if (part.Contains((byte)0))
            {
                faults.Add(0, "filen är inte en textfil i UTF-8 eller Latin-1; spara den som CSV UTF-8");
                return StrictUtf8;
            }

            isUtf8 = isUtf8 && Decodes(decoder, part, letters);
            isLatin = isLatin && !latin.GetString(part).AsSpan().ContainsAnyExcept(InLatin);
        }

        if (!isUtf8 && !isLatin)
            faults.Add(0, "filen har en teckenkodning som inte känns igen; spara den som CSV UTF-8");
        return isUtf8 ? new UTF8Encoding(encoderShouldEmitUTF8Identifier: true) : latin;
    }

    private static bool Decodes(Decoder decoder, ReadOnlySpan<byte> part, char[] letters)
    {
        try
        {
            decoder.GetChars(part, letters, flush: false);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    /// <summary>Reads the text or fails with <see cref="FileRefused"/>.</summary>
    public static string Decode(string file, byte[] bytes)
    {
        if (bytes.Length == 0)
            throw Refused(file, 0, "filen är tom");
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || Array.IndexOf(bytes, (byte)0) >= 0)
            throw Refused(file, 0, "filen är inte en textfil i UTF-8 eller Latin-1; spara den som CSV UTF-8");

        var marked = bytes is [0xEF, 0xBB, 0xBF, ..];
        var body = marked ? bytes[3..] : bytes;
        string text;
        try
        {
            text = StrictUtf8.GetString(body);
        }
        catch (DecoderFallbackException) when (marked)
        {
            throw Refused(file, FirstBrokenLine(body), "filen säger sig vara UTF-8 men den här raden är det inte; spara hela filen som CSV UTF-8");
        }
        catch (DecoderFallbackException)
        {
            return DecodeLatin(file, body);
        }

        RefuseMojibake(file, text);
        if (!marked)
            RefuseTwoReadings(file, body);
        return text.Normalize();
    }

    private static string DecodeLatin(string file, byte[] body)
    {
        if (FirstUtf8Pair(body) is { } pair)
            throw Refused(file, FirstBrokenLine(body), $"filen blandar teckenkodningar (rad {LineOf(body, pair)} är UTF-8, den här raden inte); spara hela filen som CSV UTF-8");
        var text = Encoding.GetEncoding(1252).GetString(body);
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] > 127 && (!PlausibleInLatin.Contains(text[index], StringComparison.Ordinal) || IsMacCapital(text, index)))
                throw Refused(file, LineOf(text, index), $"tecknet \"{text[index]}\" hör inte till svensk text; filen har troligen en annan teckenkodning. Spara den som CSV UTF-8");
        }

        return text;
    }

    /// <summary>Mac Roman writes Ä and Ö as the bytes of € and …, which then stand where a letter should.</summary>
    private static bool IsMacCapital(string text, int index)
    {
        var (before, after) = (index > 0 ? text[index - 1] : ' ', index + 1 < text.Length ? text[index + 1] : ' ');
        return (text[index] is '€' or '…' && (char.IsLetter(after) || char.IsUpper(before))) || (text[index] == '€' && char.IsLetter(before));
    }

    /// <summary>"SJÖ°" in Latin-1 is also valid UTF-8 for something else; where nothing in the file tells which, neither is taken.</summary>
    private static void RefuseTwoReadings(string file, byte[] body)
    {
        var other = Encoding.GetEncoding(1252).GetString(body);
        var first = other.AsSpan().IndexOfAnyExceptInRange('\0', '\u007F');
        if (first >= 0 && other.All(letter => letter < 128 || PlausibleInLatin.Contains(letter, StringComparison.Ordinal)))
            throw Refused(file, LineOf(other, first), $"\"{other.Substring(first, 2)}\" kan läsas på två sätt; spara filen som CSV UTF-8 med märke (BOM)");
    }

    /// <summary>
    /// Signs that stand where a letter should: ä, å and ö of a DOS or Mac file once taken for Windows-1252, saved as UTF-8.
    /// Letters of other languages are such signs only in a text without a single å, ä or ö of its own.
    /// </summary>
    private static bool StandsForALetter(string text, int index, bool hasSwedishLetters)
    {
        var (before, after) = (index > 0 && char.IsLetter(text[index - 1]), index + 1 < text.Length && char.IsLetter(text[index + 1]));
        return text[index] switch
        {
            '™' or '‰' or 'ƒ' or '†' or '‡' or '∂' => before || after,
            'Š' or 'š' or 'Œ' or 'œ' or 'Ž' or 'ž' or 'ß' => (before || after) && !hasSwedishLetters,
            '„' or '€' or '…' => after,
            '”' or '“' => before && after,
            _ => false,
        };
    }

    /// <summary>Text that was decoded wrongly once before it was saved: "Ã¶", "√∂" or "├Â" for ö, or the replacement character.</summary>
    private static void RefuseMojibake(string file, string text)
    {
        var hasSwedishLetters = text.Any(letter => letter is 'å' or 'ä' or 'ö' or 'Å' or 'Ä' or 'Ö');
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] == '\uFFFD')
                throw Refused(file, LineOf(text, index), "ett tecken gick förlorat när filen sparades (�); hämta filen på nytt ur källan");
            if (text[index] > 127 && StandsForALetter(text, index, hasSwedishLetters))
                throw Refused(file, LineOf(text, index), $"tecknet \"{text[index]}\" står där en bokstav borde stå; filen har troligen sparats i fel teckenkodning. Hämta den på nytt och spara som CSV UTF-8");
            if (index + 1 < text.Length && text[index + 1] > 127
                && (text[index] is '√' or '├' || (text[index] is 'Ã' or 'Â' && text[index + 1] is <= '\u2122' and not (>= 'À' and <= 'ÿ'))))
                throw Refused(file, LineOf(text, index), $"\"{text.Substring(index, 2)}\" tyder på att filen sparats i fel teckenkodning; hämta den på nytt och spara som CSV UTF-8");
        }
    }

    private static int? FirstUtf8Pair(byte[] body)
    {
        for (var index = 0; index + 1 < body.Length; index++)
        {
            if (body[index] is 0xC3 or 0xC2 && body[index + 1] is >= 0x80 and <= 0xBF)
                return index;
        }

        return null;
    }

    private static int FirstBrokenLine(byte[] body)
    {
        for (var start = 0; start < body.Length;)
        {
            var length = body.AsSpan(start).IndexOfAny((byte)'\n', (byte)'\r');
            length = length < 0 ? body.Length - start : length;
            try
            {
                StrictUtf8.GetCharCount(body, start, length);
            }
            catch (DecoderFallbackException)
            {
                return LineOf(body, start);
            }

            start += length + 1;
        }

        return 0;
    }

    private static int LineOf(byte[] body, int index) => LineOf(Encoding.Latin1.GetString(body), index);

    /// <summary>Lines end with CRLF, LF or a lone CR.</summary>
    private static int LineOf(string text, int index)
    {
        var before = text.AsSpan(0, index);
        return 1 + before.Count('\n') + before.Count('\r') - before.Count("\r\n");
    }

    private static FileRefused Refused(string file, int line, string reason) => new(file, [new RowFault(line, reason)]);
}
