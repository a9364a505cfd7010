using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace DigiSam.Checklists.Life;

/// <summary>
/// Looks through YAML from outside without building anything of it. Deep nesting would end the process, references could be followed
/// for ever, and some characters one of the databases does not keep.
/// </summary>
internal static class YamlGuard
{
    /// <summary>Lists and maps inside each other; a checklist needs six.</summary>
    private const int Deepest = 12;

    /// <summary>Texts, lists and maps; the longest checklist that is taken has a fifth of it.</summary>
    private const int Most = 20_000;

    /// <summary>Why the file is not even to be read, and where; null when it may be.</summary>
    public static (long Line, string Reason)? Refuses(byte[] content)
    {
        string text;
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return (1, "filen är inte UTF-8. Spara den som UTF-8 i textredigeraren och läs in den igen.");
        }

        if (TabbedLine(text) is { } tabbed)
            return (tabbed, "raden är indragen med tabb. YAML tar bara mellanslag.");
        var parser = new Parser(new StringReader(text));
        try
        {
            return Refuses(parser);
        }
        catch (Exception broken) when (broken is YamlException or InvalidOperationException or ArgumentException or IndexOutOfRangeException or FormatException or OverflowException)
        {
            // Of some broken files the parser says less than that they are.
            return ((broken as YamlException)?.Start.Line ?? parser.Current?.End.Line ?? 1, "raden går inte att läsa som YAML. Kontrollera indrag, kolon och citattecken här och på raden före.");
        }
    }

    private static (long Line, string Reason)? Refuses(Parser parser)
    {
        var (depth, parts) = (0, 0);
        while (parser.MoveNext())
        {
            var read = parser.Current!;
            if (++parts > Most)
                return (read.Start.Line, "filen har fler delar än en checklista kan ha. Kontrollera att det är rätt fil.");
            if ((depth += read.NestingIncrease) > Deepest)
                return (read.Start.Line, "listorna ligger för djupt i varandra.");
            if (read is AnchorAlias or NodeEvent { Anchor.IsEmpty: false })
                return (read.Start.Line, "filen använder ankare (& och *). Skriv texten på varje ställe i stället.");
            if (read is Scalar scalar && scalar.Value.Any(sign => char.IsControl(sign) && sign is not ('\n' or '\t')))
                return (read.Start.Line, "texten innehåller ett tecken som inte går att spara. Skriv om raden.");
        }

        return null;
    }

    // The parser would name another line.
    private static long? TabbedLine(string text)
    {
        var line = 0;
        foreach (var content in text.AsSpan().EnumerateLines())
        {
            line++;
            if (content[..^content.TrimStart().Length].Contains('\t'))
                return line;
        }

        return null;
    }
}
