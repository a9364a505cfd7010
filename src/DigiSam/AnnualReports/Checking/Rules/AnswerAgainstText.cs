using DigiSam.AnnualReports.Checking.Reading;
using DigiSam.AnnualReports.Content;
using DigiSam.ReportForms;

namespace DigiSam.AnnualReports.Checking.Rules;

/// <summary>The answer is yes, and the text of the same section says that it has not been so.</summary>
internal sealed class AnswerAgainstText : IReportRule
{
    private static readonly HashSet<string> Softened = ["om", "kan", "ska", "bör", "skulle", "inget", "bara", "endast", "enbart", "ännu", "orsak", "orsaker", "anledning", "skäl", "risk", "risken", "längre", "alltid"];

    public string Key => "answer-against-text";

    public IEnumerable<Finding> Look(ReportToCheck report) =>
        from section in report.Sections
        where section.Content.Questions.Any(question => question.Answer == ReportAnswer.Yes)
        from read in section.Sentences
        let not = Denies(read.Sentence.Tokens)
        where not is not null
        let question = QuestionWords.About(read.Sentence, section.Content.Questions)
        where question is { Answer: ReportAnswer.Yes } && IsContradicted(report, question)
        select this.About(
            section, read.Sentence, $"Svaret på \"{question.Text}\" är Ja, men texten säger att det inte har varit så överallt eller helt.",
            "Ändra svaret eller texten, eller godta med en förklaring.", new FindingFigure(question.Text, question.Answer.ToSwedish()), FindingKind.MendOrAccept, not.Value);

    /// <summary>Above the units a yes by the question's rule allows some to say no, and the text may well tell of them; an override does not.</summary>
    private static bool IsContradicted(ReportToCheck report, QuestionContent question) =>
        Form(report, question).Rule != AggregationRule.Any && (report.Content.Level == ReportLevel.Unit || question.Override is not null || (question.Deviations.Count == 0 && question.Spread is null or { Partly: 0, No: 0 }));

    private static FormQuestion Form(ReportToCheck report, QuestionContent question) => report.Form.Questions.First(known => known.Key == question.Key);

    private static TextSpan? Denies(IReadOnlyList<TextToken> tokens)
    {
        if (tokens.Any(token => Softened.Contains(token.Text)))
            return null;
        var not = tokens.Select((token, at) => (token, at)).FirstOrDefault(pair => pair.token.Text is "inte" or "ej" && pair.at > 0);
        return not.at == 0 ? null : new TextSpan(not.token.Start, not.token.Length);
    }
}
