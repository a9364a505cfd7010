using System.Runtime.InteropServices;

namespace DigiSam.AnnualReports.Checking.Reading;

/// <summary>A part of a sentence that says one thing: the tokens from <paramref name="First"/> up to <paramref name="End"/>.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Clause(int First, int End);

/// <summary>Cuts sentences at words that begin another statement, and between two figures.</summary>
internal static class Clauses
{
    private static readonly HashSet<string> Openers = ["men", "medan", "vilket", "samtidigt", "dock", "däremot", "eftersom", "varav", "där", "fast"];

    public static List<Clause> Of(IReadOnlyList<TextToken> tokens)
    {
        var clauses = new List<Clause>();
        var first = 0;
        for (var at = 1; at < tokens.Count; at++)
        {
            if (!Begins(tokens, first, at))
                continue;
            clauses.Add(new Clause(first, at));
            first = at;
        }

        clauses.Add(new Clause(first, tokens.Count));
        return clauses;
    }

    private static bool Begins(IReadOnlyList<TextToken> tokens, int first, int at)
    {
        var token = tokens[at];
        if (token.Text is ";" or "(" or ")" || (token.Kind == TokenKind.Word && Openers.Contains(token.Text)))
            return true;
        if (token.Text is "–" or "-" && !NextToNumber(tokens, at))
            return true;
        return token.Text is "och" or "samt" or "," && HasFigure(tokens, first, at) && HasFigure(tokens, at + 1, Math.Min(tokens.Count, at + 12));
    }

    private static bool NextToNumber(IReadOnlyList<TextToken> tokens, int at) =>
        tokens[at - 1].Kind == TokenKind.Number || (at + 1 < tokens.Count && tokens[at + 1].Kind == TokenKind.Number);

    private static bool HasFigure(IReadOnlyList<TextToken> tokens, int first, int end)
    {
        for (var at = first; at < end; at++)
        {
            if (tokens[at].Kind == TokenKind.Number && !tokens[at].IsYear)
                return true;
        }

        return false;
    }
}
