namespace DigiSam.AnnualReports.Checking.Reading;

/// <summary>Where a clause names a metric, and by which tokens.</summary>
internal readonly record struct MetricMention(string Metric, int First, int Last);

/// <summary>The words that the report's metrics are known by in running text.</summary>
internal static class MetricWords
{
    private static readonly Dictionary<string, string> Named = new()
    {
        ["sjukfrånvaro"] = "sick-leave-total",
        ["sjukfrånvaron"] = "sick-leave-total",
        ["sjukfrånvarons"] = "sick-leave-total",
        ["sjuktal"] = "sick-leave-total",
        ["sjuktalet"] = "sick-leave-total",
        ["sjukfrånvarotal"] = "sick-leave-total",
        ["sjukfrånvarotalet"] = "sick-leave-total",
        ["totalsjukfrånvaro"] = "sick-leave-total",
        ["totalsjukfrånvaron"] = "sick-leave-total",
        ["korttidsfrånvaro"] = "sick-leave-short",
        ["korttidsfrånvaron"] = "sick-leave-short",
        ["korttidssjukfrånvaro"] = "sick-leave-short",
        ["korttidssjukfrånvaron"] = "sick-leave-short",
        ["långtidsfrånvaro"] = "sick-leave-long",
        ["långtidsfrånvaron"] = "sick-leave-long",
        ["långtidssjukfrånvaro"] = "sick-leave-long",
        ["långtidssjukfrånvaron"] = "sick-leave-long",
        ["personalomsättning"] = "turnover-external",
        ["personalomsättningen"] = "turnover-external",
        ["personalomsättningens"] = "turnover-external",
        ["avgångar"] = "leavers-external",
        ["avgångarna"] = "leavers-external",
        ["mertid"] = "additional-hours",
        ["mertiden"] = "additional-hours",
        ["mertidstimmar"] = "additional-hours",
        ["mertidstimmarna"] = "additional-hours",
        ["fyllnadstid"] = "additional-hours",
        ["fyllnadstiden"] = "additional-hours",
        ["övertid"] = "overtime-hours",
        ["övertiden"] = "overtime-hours",
        ["övertidstimmar"] = "overtime-hours",
        ["övertidstimmarna"] = "overtime-hours",
        ["övertidsuttaget"] = "overtime-hours",
        ["arbetsskador"] = "work-injuries",
        ["arbetsskadorna"] = "work-injuries",
        ["tillbud"] = "near-misses",
        ["tillbuden"] = "near-misses",
    };

    private static readonly HashSet<string> Short = ["kort", "korta", "kortare"];

    private static readonly HashSet<string> Long = ["lång", "långa", "längre"];

    private static readonly HashSet<string> Joins = ["och", "samt", "eller", "/", ","];

    /// <summary>Whether a metric may begin with the word.</summary>
    public static bool Begins(string word) => word == "klarmarkerade" || Named.ContainsKey(word);

    public static bool Names(string word) => Named.ContainsKey(word);

    /// <summary>The metrics that the tokens name, in their order; "mertid och övertid" is the sum as well.</summary>
    public static List<MetricMention> In(IReadOnlyList<TextToken> tokens)
    {
        var found = new List<MetricMention>();
        for (var index = 0; index < tokens.Count; index++)
        {
            var token = tokens[index];
            if (token.Kind != TokenKind.Word)
                continue;
            if (token.Text is "klarmarkerade" && index + 1 < tokens.Count && tokens[index + 1].Text is "händelser" or "händelserna")
                found.Add(new MetricMention("closed-incidents", index, index + 1));
            else if (Named.TryGetValue(token.Text, out var metric))
                found.AddRange(metric == "sick-leave-total" ? OfSpan(tokens, index) : [new MetricMention(metric, index, index)]);
        }

        for (var one = 0; one + 1 < found.Count; one++)
        {
            if ((found[one].Metric, found[one + 1].Metric) is ("additional-hours", "overtime-hours") or ("overtime-hours", "additional-hours") && Joined(tokens, found[one], found[one + 1]))
                found.Add(new MetricMention("extra-hours", found[one].First, found[one + 1].Last));
        }

        return found;
    }

    /// <summary>"den långa" of a sentence that is about sick leave, without the noun.</summary>
    public static string? SpanIn(IReadOnlyList<TextToken> tokens, IReadOnlyList<string> about)
    {
        if (!about.Any(metric => metric.StartsWith("sick-leave", StringComparison.Ordinal)))
            return null;
        return (tokens.Any(token => Short.Contains(token.Text)), tokens.Any(token => Long.Contains(token.Text))) switch
        {
            (true, false) => "sick-leave-short",
            (false, true) => "sick-leave-long",
            _ => null,
        };
    }

    /// <summary>Two metrics are told of together when nothing but a joining word and an adjective stands between them.</summary>
    public static bool Joined(IReadOnlyList<TextToken> tokens, MetricMention one, MetricMention other) =>
        other.First - one.Last <= 3 && Enumerable.Range(one.Last + 1, Math.Max(0, other.First - one.Last - 1)).Any(index => Joins.Contains(tokens[index].Text));

    private static IEnumerable<MetricMention> OfSpan(IReadOnlyList<TextToken> tokens, int index)
    {
        var before = Enumerable.Range(1, 4).Select(step => index - step).TakeWhile(at => at >= 0 && (Short.Contains(tokens[at].Text) || Long.Contains(tokens[at].Text) || tokens[at].Text is "och" or "den" or "de")).ToList();
        var (isShort, isLong) = (before.Exists(at => Short.Contains(tokens[at].Text)), before.Exists(at => Long.Contains(tokens[at].Text)));
        if (isShort)
            yield return new MetricMention("sick-leave-short", index, index);
        if (isLong)
            yield return new MetricMention("sick-leave-long", index, index);
        if (!isShort && !isLong)
            yield return new MetricMention("sick-leave-total", index, index);
    }
}
