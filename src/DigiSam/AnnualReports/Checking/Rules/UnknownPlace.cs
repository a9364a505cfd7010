using DigiSam.AnnualReports.Checking.Reading;

namespace DigiSam.AnnualReports.Checking.Rules;

/// <summary>A board, administration or school by a name that the organisation does not have; aliases and inflections are known.</summary>
internal sealed class UnknownPlace : IReportRule
{
    private static readonly string[] Stems = ["nämnd", "förvaltning", "skola"];

    private static readonly string[] Endings = ["nämnden", "nämnd", "förvaltningen", "förvaltning"];

    /// <summary>Words that end so and name no part of the organisation, or bodies that write no report.</summary>
    private static readonly HashSet<string> Common =
    [
        "hyresnämnden", "arrendenämnden", "patientnämnden", "valnämnden", "överförmyndarnämnden", "krisledningsnämnden", "arvodesnämnden", "huvudnämnden", "facknämnden", "facknämnd", "ansvarsnämnden", "diskrimineringsnämnden", "jävsnämnden",
        "systemförvaltning", "systemförvaltningen", "fastighetsförvaltning", "fastighetsförvaltningen", "lokalförvaltning", "lokalförvaltningen", "objektförvaltning", "kommunförvaltningen", "statsförvaltningen", "självförvaltning", "moderförvaltningen", "hemförvaltningen", "kapitalförvaltning", "medelsförvaltning", "dokumentförvaltning", "informationsförvaltning", "fackförvaltningen", "fackförvaltning",
    ];

    private static readonly HashSet<string> CommonSchools = ["högskolan", "folkhögskolan", "kulturskolan", "musikskolan", "grundskolan", "förskolan", "gymnasieskolan", "sameskolan", "specialskolan", "anpassade", "sommarskolan", "vuxenskolan", "komvux"];

    public string Key => "unknown-place";

    public IEnumerable<Finding> Look(ReportToCheck report)
    {
        if (report.Names.IsEmpty)
            yield break;
        foreach (var section in report.Sections)
        {
            var told = new HashSet<string>();
            foreach (var sentence in section.Sentences.Select(read => read.Sentence))
            {
                foreach (var (mark, name) in Named(sentence, report.Names))
                {
                    if (told.Add(name.ToLowerInvariant()))
                        yield return Tell(report, section, sentence, mark, name);
                }
            }
        }
    }

    private Finding Tell(ReportToCheck report, ReadSection section, Sentence sentence, TextSpan mark, string name) => report.Names.Nearest(name) is { } near
        ? this.About(section, sentence, $"\"{name}\" finns inte i organisationen. Menas {near}?", $"Skriv {near} om det är den som menas.", null, FindingKind.Remark, mark)
        : this.About(section, sentence, $"\"{name}\" finns inte i organisationen, och inget känt namn liknar det.", "Rätta namnet, eller godta om det är någon utanför organisationen.", null, FindingKind.MendOrAccept, mark);

    private static IEnumerable<(TextSpan Mark, string Name)> Named(Sentence sentence, KnownNames names)
    {
        var tokens = sentence.Tokens;
        for (var at = 0; at < tokens.Count; at++)
        {
            if (tokens[at].Kind != TokenKind.Word || !Array.Exists(Stems, stem => tokens[at].Text.Contains(stem, StringComparison.Ordinal)))
                continue;
            var word = tokens[at].Text.EndsWith('s') ? tokens[at].Text[..^1] : tokens[at].Text;
            var ending = Array.Find(Endings, ending => word.Length > ending.Length + 2 && word.EndsWith(ending, StringComparison.Ordinal));
            if (ending is not null && !Common.Contains(word) && !names.Has(word) && Whole(sentence, at, word, ending, names) is { } name)
                yield return name;
            else if (ending is null && IsUnknownSchool(tokens, at, word, names))
                yield return (new TextSpan(tokens[at].Start, tokens[at].Length), sentence.Text.Substring(tokens[at].Start - sentence.Start, tokens[at].Length));
        }
    }

    /// <summary>"kultur- och fritidsnämnden" as a whole; "förskole- och grundskolenämnden" may be two.</summary>
    private static (TextSpan Mark, string Name)? Whole(Sentence sentence, int at, string word, string ending, KnownNames names)
    {
        var tokens = sentence.Tokens;
        var first = at;
        while (first >= 2 && tokens[first - 1].Text is "och" or "samt" or "," && tokens[first - 2].Kind == TokenKind.Word && (tokens[first - 2].Text.EndsWith('-') || first == at))
        {
            var hyphened = tokens[first - 2].Text.EndsWith('-');
            first -= 2;
            if (names.Has(string.Join(' ', Enumerable.Range(first, at - first).Select(index => tokens[index].Text).Append(word))))
                return null;
            if (!hyphened)
            {
                first += 2;
                break;
            }
        }

        if (first < at && names.Has($"{tokens[first].Text.TrimEnd('-')}{ending}") && names.Has(word))
            return null;
        var span = new TextSpan(tokens[first].Start, tokens[at].End - tokens[first].Start);
        return (span, sentence.Text.Substring(span.Start - sentence.Start, span.Length));
    }

    /// <summary>A capital within a sentence; a board's or a town's word for schools in general has none.</summary>
    private static bool IsUnknownSchool(IReadOnlyList<TextToken> tokens, int at, string word, KnownNames names) =>
        at > 0 && tokens[at].IsCapital && tokens[at - 1].Kind == TokenKind.Word && word.Length > 6 && word.EndsWith("skolan", StringComparison.Ordinal) && !CommonSchools.Contains(word) && !names.Has(word);
}
