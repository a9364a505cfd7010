using DigiSam.AnnualReports.Checking.Reading;
using DigiSam.AnnualReports.Content;

namespace DigiSam.AnnualReports.Checking.Rules;

/// <summary>"Samtliga nämnder har …" where the answers of those below say that not all have.</summary>
internal sealed class AllInTextAgainstAnswers : IReportRule
{
    private static readonly HashSet<string> Those = ["nämnder", "förvaltningar", "enheter", "verksamheter", "skolor", "förskolor", "arbetsplatser", "chefer"];

    private static readonly HashSet<string> Except = ["inte", "ej", "utom", "förutom", "undantag", "undantaget", "nästan", "flesta", "ingen", "inga", "ska", "skall", "bör", "kommer", "om", "delvis", "svarat"];

    public string Key => "all-in-text-against-answers";

    public IEnumerable<Finding> Look(ReportToCheck report) =>
        from section in report.Sections
        where section.Content.Questions.Count > 0
        from read in section.Sentences
        let all = All(read.Sentence.Tokens)
        where all is not null
        let question = QuestionWords.About(read.Sentence, section.Content.Questions)
        where question is not null
        let others = Others(question)
        where others.Length > 0
        select this.About(
            section, read.Sentence, $"Texten säger att det gäller alla, men svaren på \"{question.Text}\" skiljer sig: {others}.",
            "Skriv vilka det gäller, eller godta med en förklaring.", new FindingFigure(question.Text, others), FindingKind.MendOrAccept, all.Value);

    private static TextSpan? All(IReadOnlyList<TextToken> tokens)
    {
        for (var at = 0; at + 1 < tokens.Count; at++)
        {
            if (tokens[at].Text is not ("samtliga" or "alla") || tokens.Any(token => Except.Contains(token.Text)))
                continue;
            var noun = Those.Contains(tokens[at + 1].Text) ? at + 1 : at + 2 < tokens.Count && Those.Contains(tokens[at + 2].Text) ? at + 2 : -1;
            if (noun > 0)
                return new TextSpan(tokens[at].Start, tokens[noun].End - tokens[at].Start);
        }

        return null;
    }

    private static string Others(QuestionContent question)
    {
        if (question.Deviations.Count > 0)
            return string.Join(", ", question.Deviations.Select(place => $"{place.Place}: {place.Answer.ToSwedish()}"));
        return question.Spread is { } spread && spread.Partly + spread.No > 0 ? $"{spread.Yes} ja, {spread.Partly} delvis, {spread.No} nej" : "";
    }
}
