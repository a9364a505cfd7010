namespace DigiSam.AnnualReports.Checking.Reading;

/// <summary>Finds the sentences of a text whose blocks are separated by line feeds.</summary>
internal static class Sentences
{
    private static readonly HashSet<string> Abbreviations = ["bl", "t", "ca", "kap", "dvs", "m", "nr", "resp", "inkl", "exkl", "f", "s", "o", "tel", "jfr", "st", "p", "g", "e", "d", "mm", "bla", "tex"];

    public static IReadOnlyList<Sentence> Of(string text)
    {
        var sentences = new List<Sentence>();
        var tokens = Tokens.Of(text);
        var (first, begins) = (0, true);
        for (var index = 0; index < tokens.Count; index++)
        {
            var last = index + 1 == tokens.Count;
            var between = last ? "" : text[tokens[index].End..tokens[index + 1].Start];
            var block = last || between.Contains('\n', StringComparison.Ordinal);
            if (!block && !Ends(tokens, index, between))
                continue;
            var (start, end) = (tokens[first].Start, tokens[index].End);
            sentences.Add(new Sentence(start, end - start, text[start..end], tokens.GetRange(first, index + 1 - first), begins));
            (first, begins) = (index + 1, block);
        }

        return sentences;
    }

    private static bool Ends(List<TextToken> tokens, int index, string between)
    {
        if (tokens[index] is not { Kind: TokenKind.Sign, Text: "." or "!" or "?" } || between.Length == 0)
            return false;
        var next = tokens[index + 1];
        if (next.Kind == TokenKind.Word && !next.IsCapital)
            return false;
        return tokens[index].Text != "." || index == 0 || tokens[index - 1].Kind != TokenKind.Word || !Abbreviations.Contains(tokens[index - 1].Text);
    }
}
