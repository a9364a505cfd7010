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

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    static FileText() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Reads the text or fails with <see cref="FileRefused"/>.</summary>
    public static string Decode(string file, byte[] bytes)
    {
        if (bytes.Length == 0)
            throw Refused(file, 0, "filen är tom");
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || Array.IndexOf(bytes, (byte)0) >= 0)
            throw Refused(file, 0, "filen är inte en textfil i UTF-8 eller Latin-1; spara den som CSV UTF-8");

        var body = bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes[3..] : bytes;
        string text;
        try
        {
            text = StrictUtf8.GetString(body);
        }
        catch (DecoderFallbackException)
        {
            return DecodeLatin(file, body);
        }

        RefuseMojibake(file, text);
        return text;
    }

    private static string DecodeLatin(string file, byte[] body)
    {
        if (FirstUtf8Pair(body) is { } pair)
            throw Refused(file, FirstBrokenLine(body), $"filen blandar teckenkodningar (rad {LineOf(body, pair)} är UTF-8, den här raden inte); spara hela filen som CSV UTF-8");
        var text = Encoding.GetEncoding(1252).GetString(body);
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] > 127 && !PlausibleInLatin.Contains(text[index], StringComparison.Ordinal))
                throw Refused(file, LineOf(text, index), $"tecknet \"{text[index]}\" hör inte till svensk text; filen har troligen en annan teckenkodning. Spara den som CSV UTF-8");
        }

        return text;
    }

    /// <summary>Text that was decoded wrongly once before it was saved: "Ã¶" for ö, or the replacement character.</summary>
    private static void RefuseMojibake(string file, string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] == '\uFFFD')
                throw Refused(file, LineOf(text, index), "ett tecken gick förlorat när filen sparades (�); hämta filen på nytt ur källan");
            if (text[index] is 'Ã' or 'Â' && index + 1 < text.Length && text[index + 1] is >= '\u0080' and <= '\u2122' and not (>= 'À' and <= 'ÿ'))
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
        var line = 1;
        for (var start = 0; start < body.Length; line++)
        {
            var end = Array.IndexOf(body, (byte)'\n', start);
            end = end < 0 ? body.Length : end;
            try
            {
                StrictUtf8.GetCharCount(body, start, end - start);
            }
            catch (DecoderFallbackException)
            {
                return line;
            }

            start = end + 1;
        }

        return 0;
    }

    private static int LineOf(byte[] body, int index) => 1 + body.AsSpan(0, index).Count((byte)'\n');

    private static int LineOf(string text, int index) => 1 + text.AsSpan(0, index).Count('\n');

    private static FileRefused Refused(string file, int line, string reason) => new(file, [new RowFault(line, reason)]);
}
