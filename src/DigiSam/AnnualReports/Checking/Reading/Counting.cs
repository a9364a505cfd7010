namespace DigiSam.AnnualReports.Checking.Reading;

/// <summary>What a number of a clause counts, and whether it tells of more or fewer.</summary>
internal static class Counting
{
    private static readonly HashSet<string> Parts = ["varav", "gällde", "gäller", "gällt", "rör", "rörde", "kopplade", "dessa", "dem", "orsakades", "orsakats", "hot", "våld", "halk", "fall", "allvarliga", "allvarlig", "bland", "flesta"];

    private static readonly HashSet<string> Counted = ["rapporterades", "anmäldes", "rapporterats", "anmälts", "registrerades", "inrapporterades", "antal", "antalet", "uppgår", "uppgick", "gjordes", "skedde"];

    /// <summary>Only a number that counts them all: "748 tillbud rapporterades", not "12 tillbud gällde hot".</summary>
    public static string? MetricOf(IReadOnlyList<TextToken> tokens, Clause clause, Amount amount)
    {
        var words = Enumerable.Range(clause.First, clause.End - clause.First).Select(at => tokens[at].Text).ToList();
        if (words.Exists(Parts.Contains) || !words.Exists(Counted.Contains))
            return null;
        return tokens[amount.Last].Text switch
        {
            "arbetsskador" => "work-injuries",
            "tillbud" => "near-misses",
            "avgångar" => "leavers-external",
            "händelser" when words.Contains("klarmarkerade") => "closed-incidents",
            _ => null,
        };
    }

    /// <summary>"6 227 färre timmar", "0,8 procentenheter lägre".</summary>
    public static Trend? DirectionAt(IReadOnlyList<TextToken> tokens, Clause clause, Amount amount)
    {
        for (var at = amount.First; at < Math.Min(clause.End, amount.Last + 2); at++)
        {
            if (tokens[at].Text is "lägre" or "färre" or "mindre")
                return Trend.Down;
            if (tokens[at].Text is "högre" or "fler" or "mer")
                return Trend.Up;
        }

        return null;
    }
}
