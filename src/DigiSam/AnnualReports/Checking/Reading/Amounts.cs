namespace DigiSam.AnnualReports.Checking.Reading;

internal enum AmountUnit
{
    Percent,
    Points,
    Hours,
    Count,
}

/// <summary>A number with its unit in a clause.</summary>
/// <param name="Last">The token of the unit, or of the noun that is counted.</param>
/// <param name="IsChange">"6 227 färre timmar".</param>
internal readonly record struct Amount(decimal Value, int Decimals, AmountUnit Unit, int First, int Last, bool IsChange, bool IsAbout);

/// <summary>Finds numbers that are figures: with a unit, or counting what a table counts. Years, dates, paragraphs and telephone numbers are none.</summary>
internal static class Amounts
{
    private static readonly HashSet<string> Adjectives = ["rapporterade", "anmälda", "klarmarkerade", "arbetade", "externa", "inrapporterade", "registrerade"];

    private static readonly HashSet<string> More = ["färre", "fler", "mindre", "mer", "lägre", "högre"];

    public static IEnumerable<Amount> In(IReadOnlyList<TextToken> tokens, Clause clause)
    {
        for (var at = clause.First; at < clause.End; at++)
        {
            if (Number(tokens[at]) is { } number && Read(tokens, clause, at, number) is { } amount)
                yield return amount;
        }
    }

    private static (decimal Value, int Decimals)? Number(TextToken token) => token.Kind switch
    {
        TokenKind.Number => (token.Value, token.Decimals),
        TokenKind.Word when Words.Numbers.TryGetValue(token.Text, out var value) => (value, 0),
        _ => null,
    };

    private static Amount? Read(IReadOnlyList<TextToken> tokens, Clause clause, int at, (decimal Value, int Decimals) number)
    {
        var next = at + 1;
        var change = false;
        while (next < clause.End && (More.Contains(tokens[next].Text) || Adjectives.Contains(tokens[next].Text)))
            change |= More.Contains(tokens[next++].Text);
        if (next >= clause.End || InRange(tokens, at, next))
            return tokens[at].Kind == TokenKind.Number && FromTo(tokens, clause, at) is { } unit ? new Amount(number.Value, number.Decimals, unit, at, at, false, false) : null;
        if (UnitOf(tokens[next].Text) is not { } known)
            return tokens[at].Kind == TokenKind.Number && FromTo(tokens, clause, at) is { } later ? new Amount(number.Value, number.Decimals, later, at, at, false, false) : null;
        change |= known == AmountUnit.Points || (next + 1 < clause.End && More.Contains(tokens[next + 1].Text));
        return new Amount(number.Value, number.Decimals, known, at, next, change, IsAbout(tokens, clause, at));
    }

    /// <summary>"från 8,5 till 7,7 procent": the first has the unit of the second.</summary>
    private static AmountUnit? FromTo(IReadOnlyList<TextToken> tokens, Clause clause, int at) =>
        at > clause.First && tokens[at - 1].Text == "från" && at + 3 < clause.End && tokens[at + 1].Text == "till" && tokens[at + 2].Kind == TokenKind.Number ? UnitOf(tokens[at + 3].Text) : null;

    private static bool InRange(IReadOnlyList<TextToken> tokens, int at, int next) =>
        tokens[next].Text is "-" or "–" or "%-ig" || (at > 0 && tokens[at - 1].Text is "-" or "–" && at > 1 && tokens[at - 2].Kind == TokenKind.Number);

    private static bool IsAbout(IReadOnlyList<TextToken> tokens, Clause clause, int at) =>
        (at > clause.First && Words.Hedges.Contains(tokens[at - 1].Text)) || (at > clause.First + 1 && (tokens[at - 2].Text, tokens[at - 1].Text) is ("mer", "än") or ("mindre", "än") or ("upp", "till") or ("ca", "."));

    private static AmountUnit? UnitOf(string word) => word switch
    {
        "%" or "procent" => AmountUnit.Percent,
        "procentenhet" or "procentenheter" or "procentenheters" => AmountUnit.Points,
        "timmar" or "timme" or "timmars" => AmountUnit.Hours,
        "arbetsskador" or "tillbud" or "avgångar" or "händelser" => AmountUnit.Count,
        _ => null,
    };
}
