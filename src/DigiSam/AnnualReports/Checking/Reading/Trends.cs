namespace DigiSam.AnnualReports.Checking.Reading;

/// <summary>A word of direction in a clause, where it stands and how strong it is.</summary>
internal readonly record struct TrendMention(Trend Trend, Strength Strength, bool IsAbout, int First, int Last);

/// <summary>Finds words of direction that state what has been: not what should be, may be or is worked for.</summary>
internal static class Trends
{
    private static readonly Dictionary<string, Trend> Perfect = new() { ["ökat"] = Trend.Up, ["stigit"] = Trend.Up, ["minskat"] = Trend.Down, ["sjunkit"] = Trend.Down };

    private static readonly Dictionary<string, Trend> Past = new() { ["ökade"] = Trend.Up, ["steg"] = Trend.Up, ["minskade"] = Trend.Down, ["sjönk"] = Trend.Down };

    private static readonly Dictionary<string, Trend> Present = new() { ["ökar"] = Trend.Up, ["stiger"] = Trend.Up, ["minskar"] = Trend.Down, ["sjunker"] = Trend.Down };

    private static readonly Dictionary<string, Trend> Noun = new()
    {
        ["ökning"] = Trend.Up,
        ["uppgång"] = Trend.Up,
        ["höjning"] = Trend.Up,
        ["minskning"] = Trend.Down,
        ["nedgång"] = Trend.Down,
        ["sänkning"] = Trend.Down,
    };

    private static readonly Dictionary<string, Trend> Compared = new() { ["högre"] = Trend.Up, ["fler"] = Trend.Up, ["lägre"] = Trend.Down, ["färre"] = Trend.Down };

    private static readonly HashSet<string> Same = ["oförändrad", "oförändrat", "oförändrade"];

    private static readonly HashSet<string> All = [.. Perfect.Keys, .. Past.Keys, .. Present.Keys, .. Noun.Keys, .. Compared.Keys, .. Same, "samma"];

    private static readonly HashSet<string> Softeners = ["sett", "princip", "huvudsak", "nästan", "relativt", "ungefär", "väsentligen", "närmast", "praktiken", "ganska"];

    private static readonly HashSet<string> AfterVerb =
    [
        ".", ",", ")", "(", "och", "men", "med", "från", "till", "under", "i", "jämfört", "igen", "också", "även", "sedan", "något", "för", "bland", "hos", "mellan", "mer", "mest", "totalt", "år", "både", "ytterligare", "därmed", "dock", "fortsatt", "inte",
    ];

    /// <summary>The one direction that the clause states, or none: two that differ say nothing that a table could answer.</summary>
    public static TrendMention? In(IReadOnlyList<TextToken> tokens, Clause clause)
    {
        TrendMention? found = null;
        for (var at = clause.First; at < clause.End; at++)
        {
            if (tokens[at].Kind != TokenKind.Word || Read(tokens, clause, at) is not { } trend)
                continue;
            if (found is { } earlier && earlier.Trend != trend.Trend)
                return null;
            found ??= trend;
        }

        return found;
    }

    private static TrendMention? Read(IReadOnlyList<TextToken> tokens, Clause clause, int at)
    {
        var word = tokens[at].Text;
        if (!All.Contains(word))
            return null;
        if (Perfect.TryGetValue(word, out var trend))
            return Has(tokens, clause.First, at, "har", "hade") || Has(tokens, clause.First, at, "både", "som") ? Of(tokens, clause, at, trend) : null;
        if (Past.TryGetValue(word, out trend))
            return Free(tokens, clause, at) ? Of(tokens, clause, at, trend) : null;
        if (Present.TryGetValue(word, out trend))
            return Free(tokens, clause, at) && !Has(tokens, 0, at, "när", "då") && (Follows(tokens, clause.First, clause.End, "jämfört") || Follows(tokens, 0, clause.End, "i", "år")) ? Of(tokens, clause, at, trend) : null;
        if (Noun.TryGetValue(word, out trend))
            return Has(tokens, Math.Max(clause.First, at - 3), at, "en", "viss", "ingen", "någon") ? Of(tokens, clause, at, trend) : null;
        if (Compared.TryGetValue(word, out trend))
            return ThanBefore(tokens, clause, at) ? Of(tokens, clause, at, trend) : null;
        if (Same.Contains(word))
            return at + 1 < clause.End && tokens[at + 1].Text is "hög" or "höga" or "högt" or "låg" or "låga" or "lågt" ? null : Of(tokens, clause, at, Trend.Same);
        if (word is "samma" && at + 1 < clause.End && tokens[at + 1].Text is "nivå" or "nivåer" && Follows(tokens, at, clause.End, "föregående", "år"))
            return Of(tokens, clause, at, Trend.Same) is { } level ? level with { IsAbout = true, Last = at + 1 } : null;
        return null;
    }

    private static TrendMention? Of(IReadOnlyList<TextToken> tokens, Clause clause, int at, Trend trend)
    {
        for (var index = clause.First; index < clause.End; index++)
        {
            if (Words.Unreal.Contains(tokens[index].Text))
                return null;
        }

        var (from, to) = (Math.Max(clause.First, at - 4), Math.Min(clause.End, at + 4));
        var near = Enumerable.Range(from, to - from).Select(index => tokens[index].Text).ToList();
        var negated = Enumerable.Range(from, at - from).Any(index => Words.Negations.Contains(tokens[index].Text)) || (at + 1 < clause.End && tokens[at + 1].Text is "inte");
        var strength = near.Exists(Words.Strong.Contains) ? Strength.Strong : near.Exists(word => word != tokens[at].Text && Words.Slight.Contains(word)) ? Strength.Slight : Strength.Plain;
        if (negated && (trend == Trend.Same || strength != Strength.Plain || near.Contains("nämnvärt")))
            return null;
        var said = negated ? trend == Trend.Up ? Trend.NotUp : Trend.NotDown : trend;
        return new TrendMention(said, strength, near.Exists(Softeners.Contains), at, at);
    }

    /// <summary>A verb, not an adjective before its noun: "ökade kostnader".</summary>
    private static bool Free(IReadOnlyList<TextToken> tokens, Clause clause, int at) =>
        at + 1 >= clause.End || AfterVerb.Contains(tokens[at + 1].Text) || Words.Strong.Contains(tokens[at + 1].Text) || Words.Slight.Contains(tokens[at + 1].Text) || tokens[at + 1].Kind == TokenKind.Number;

    /// <summary>"än föregående år", "än 2024": with what it is compared is said, and is the year before.</summary>
    private static bool ThanBefore(IReadOnlyList<TextToken> tokens, Clause clause, int at)
    {
        for (var than = at + 1; than < Math.Min(clause.End, at + 4); than++)
        {
            if (tokens[than].Text == "än" && than + 1 < clause.End)
                return Before(tokens, than + 1, clause.End);
        }

        return false;
    }

    /// <summary>Words for the year before begin here.</summary>
    public static bool Before(IReadOnlyList<TextToken> tokens, int at, int end) =>
        tokens[at].IsYear
        || (at + 1 < end && (tokens[at].Text, tokens[at + 1].Text) is ("föregående", "år") or ("förra", "året") or ("året", "innan") or ("året", "före") or ("i", "fjol") or ("tidigare", "år") or ("föregående", "års"))
        || (at + 1 < end && tokens[at].Text is "år" or "under" or "året" && tokens[at + 1].IsYear);

    private static bool Has(IReadOnlyList<TextToken> tokens, int from, int to, params ReadOnlySpan<string> words)
    {
        for (var at = from; at < to; at++)
        {
            if (words.Contains(tokens[at].Text))
                return true;
        }

        return false;
    }

    private static bool Follows(IReadOnlyList<TextToken> tokens, int from, int to, string first, string? second = null)
    {
        for (var at = from; at < to; at++)
        {
            if (tokens[at].Text == first && (second is null || (at + 1 < to && tokens[at + 1].Text == second)))
                return true;
        }

        return false;
    }
}
