using System.Globalization;
using System.Text.RegularExpressions;
using DigiSam.AnnualReports.Checking.Reading;
using DigiSam.AnnualReports.Content;

namespace DigiSam.AnnualReports.Checking.Rules;

/// <summary>
/// What tells of one person in a public document: a personal identity number, an e-mail address, a telephone number, or that
/// someone by name or post is ill; in texts, comments to answers and reasons for them. A valid identity number must go;
/// nobody can accept it.
/// </summary>
internal sealed partial class PersonalData : IReportRule
{
    private static readonly HashSet<string> Ill = ["sjukskriven", "långtidssjukskriven", "deltidssjukskriven", "sjuk", "gravid", "utbränd", "utmattad", "deprimerad", "sjukskrivits", "sjukskrevs"];

    private static readonly HashSet<string> Verbs = ["är", "var", "blev", "har", "hade", "gick", "varit", "blivit", "nu", "fortfarande", "länge", "åter"];

    private static readonly HashSet<string> Posts = ["rektorn", "rektor", "chefen", "enhetschefen", "skolsköterskan", "kuratorn", "vaktmästaren", "kocken", "skyddsombudet", "administratören", "verksamhetschefen", "förvaltningschefen"];

    /// <summary>Whoever has mended so many of a section has found the rest too.</summary>
    private const int MostOfAKind = 20;

    public string Key => "personal-data";

    public IEnumerable<Finding> Look(ReportToCheck report) => report.Sections.SelectMany(section => Look(report, section, null)
        .Concat(section.Content.Questions.SelectMany(Printed).SelectMany(said => Look(report, ReadSection.OfRemark(section.Content, said.Text), said.Where).Select(found => found with { Place = null }))));

    /// <summary>What people have written to a question, and where.</summary>
    private static IEnumerable<(string Where, string Text)> Printed(QuestionContent question)
    {
        if (question.Override is { } decision)
            yield return ($"motiveringen till svaret på frågan \"{question.Text}\"", decision.Reason);
        if (question.Comment is not null)
            yield return ($"kommentaren till frågan \"{question.Text}\"", question.Comment);
        foreach (var place in question.Deviations.Where(place => place.Comment is not null))
            yield return ($"kommentaren från {place.Place} till frågan \"{question.Text}\"", place.Comment!);
    }

    private IEnumerable<Finding> Look(ReportToCheck report, ReadSection section, string? where)
    {
        foreach (var match in IdentityNumbers().Matches(section.Text).Take(MostOfAKind).ToList())
        {
            var digits = string.Concat(match.Value.Where(char.IsAsciiDigit));
            var isValid = HasCheckDigit(digits[^10..]);
            if (IsDate(digits[^10..]) && (isValid || IsHyphened(match.Value, digits.Length)))
                yield return Tell(section, where, match.Index, match.Length, "Det ser ut som ett personnummer.", isValid ? FindingKind.Mend : FindingKind.MendOrAccept);
        }

        foreach (var match in Addresses().Matches(section.Text).Take(MostOfAKind).ToList())
            yield return Tell(section, where, match.Index, match.Length, "Det ser ut som en e-postadress.", FindingKind.MendOrAccept);
        foreach (var match in Telephones().Matches(section.Text).Take(MostOfAKind).ToList())
            yield return Tell(section, where, match.Index, match.Length, "Det ser ut som ett telefonnummer.", FindingKind.MendOrAccept);
        foreach (var mark in section.Sentences.SelectMany(read => IllPeople(report, read.Sentence.Tokens)))
            yield return Tell(section, where, mark.Start, mark.Length, "Texten säger att någon som kan kännas igen är eller har varit sjuk.", FindingKind.MendOrAccept);
    }

    private Finding Tell(ReadSection section, string? where, int start, int length, string message, FindingKind kind)
    {
        var sentence = section.Sentences.First(read => read.Sentence.Start <= start && start < read.Sentence.Start + read.Sentence.Length).Sentence;
        var within = Math.Min(length, sentence.Start + sentence.Length - start);
        return this.About(section, sentence, $"{message} {(where is null ? "" : $"Det står i {where}. ")}Rapporten är en offentlig handling.", kind == FindingKind.Mend ? "Stryk det." : "Stryk det, eller godta om det inte gäller en enskild person.", null, kind, new TextSpan(start, within));
    }

    private static IEnumerable<TextSpan> IllPeople(ReportToCheck report, IReadOnlyList<TextToken> tokens)
    {
        for (var at = 2; at < tokens.Count; at++)
        {
            if (!Ill.Contains(tokens[at].Text))
                continue;
            var who = at - 1;
            while (who > 0 && Verbs.Contains(tokens[who].Text))
                who--;
            if ((who < at - 1 || (who > 0 && Verbs.Contains(tokens[who - 1].Text))) && (Posts.Contains(tokens[who].Text) || IsName(report, tokens, who)))
                yield return new TextSpan(tokens[who].Start, tokens[at].End - tokens[who].Start);
        }
    }

    /// <summary>A capital within a sentence, or two in a row; not a place's name or letters like HR.</summary>
    private static bool IsName(ReportToCheck report, IReadOnlyList<TextToken> tokens, int at) =>
        tokens[at] is { Kind: TokenKind.Word, IsCapital: true, Length: > 2 } token
        && (at > 0 && (tokens[at - 1].Kind == TokenKind.Word) && (at > 1 || tokens[at - 1].IsCapital))
        && !report.Names.Has(token.Text) && !report.Names.Has($"{tokens[at - 1].Text} {token.Text}")
        && !token.Text.EndsWith("kassan", StringComparison.Ordinal) && !token.Text.EndsWith("verket", StringComparison.Ordinal);

    private static bool IsDate(string ten)
    {
        var day = int.Parse(ten.AsSpan(4, 2), CultureInfo.InvariantCulture);
        var plain = string.Create(CultureInfo.InvariantCulture, $"{ten[..4]}{(day > 60 ? day - 60 : day):00}");
        return new[] { "19", "20" }.Any(century => DateOnly.TryParseExact(century + plain, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
    }

    /// <summary>Digits that only stand together, or with a gap between, may be another number.</summary>
    private static bool IsHyphened(string written, int digits) => written.Length == digits + 1 && !written.Any(char.IsWhiteSpace);

    private static bool HasCheckDigit(string ten) => ten.Select((digit, index) => (digit - '0') * (index % 2 == 0 ? 2 : 1)).Sum(part => part > 9 ? part - 9 : part) % 10 == 0;

    [GeneratedRegex(@"\b(19|20)?[0-9]{6}[ \u00A0\u2009\u202F]?[-+\u2010-\u2013\u2212]?[ \u00A0\u2009\u202F]?[0-9]{4}\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex IdentityNumbers();

    [GeneratedRegex(@"\b[\p{L}0-9._%+-]{1,64}@[\p{L}0-9-]{1,63}(\.[\p{L}0-9-]{1,63}){1,4}\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Addresses();

    [GeneratedRegex(@"(\+46 ?\(?0?\)?|\b0)[0-9]{1,3} ?[- ] ?[0-9]{2,3} ?[0-9]{2,3}( ?[0-9]{2})?\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Telephones();
}
