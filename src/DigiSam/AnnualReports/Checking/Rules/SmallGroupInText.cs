using DigiSam.AnnualReports.Checking.Reading;
using DigiSam.Metrics;

namespace DigiSam.AnnualReports.Checking.Rules;

/// <summary>"två av våra fyra medarbetare är sjukskrivna": of so few people no one's absence or injury is told.</summary>
internal sealed class SmallGroupInText : IReportRule
{
    private static readonly HashSet<string> Fillers = ["de", "våra", "vår", "enhetens", "totalt", "alla", "sammanlagt", "skolans", "förskolans", "anställda"];

    private static readonly string[] People = ["medarbetare", "anställda", "personer", "lärare", "chefer", "kollegor", "vikarier", "pedagoger", "barnskötare", "undersköterskor", "handläggare", "vaktmästare", "kockar"];

    private static readonly string[] Health = ["sjuk", "frånvar", "rehab", "skad", "utmatt", "utbränd", "diagnos", "slutat", "slutade", "lämnat", "gravid"];

    public string Key => "small-group-in-text";

    public IEnumerable<Finding> Look(ReportToCheck report) =>
        from section in report.Sections
        from read in section.Sentences
        from mark in Groups(read.Sentence.Tokens)
        where read.Sentence.Tokens.Any(token => Array.Exists(Health, stem => token.Text.Contains(stem, StringComparison.Ordinal)))
        select this.About(
            section, read.Sentence, $"Texten berättar om en grupp på {MetricValue.LargestHiddenGroup} personer eller färre: enskilda kan kännas igen.",
            "Skriv om större grupper, eller utan tal. Godta bara om ingen kan kännas igen.", null, FindingKind.MendOrAccept, mark);

    private static IEnumerable<TextSpan> Groups(IReadOnlyList<TextToken> tokens)
    {
        for (var at = 1; at + 2 < tokens.Count; at++)
        {
            if (tokens[at].Text != "av" || Number(tokens[at - 1]) is not { } some)
                continue;
            var next = at + 1;
            while (next + 1 < tokens.Count && Fillers.Contains(tokens[next].Text))
                next++;
            if (next + 1 < tokens.Count && Number(tokens[next]) is { } all && some <= all && all is > 1 and <= MetricValue.LargestHiddenGroup && Array.Exists(People, people => tokens[next + 1].Text == people))
                yield return new TextSpan(tokens[at - 1].Start, tokens[next + 1].End - tokens[at - 1].Start);
        }
    }

    private static decimal? Number(TextToken token) => token.Kind switch
    {
        TokenKind.Number when token.Decimals == 0 => token.Value,
        TokenKind.Word when Words.Numbers.TryGetValue(token.Text, out var value) => value,
        _ => null,
    };
}
