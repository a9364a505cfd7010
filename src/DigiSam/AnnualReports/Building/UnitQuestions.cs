using DigiSam.AnnualReports.Content;
using DigiSam.AnnualReports.Records;
using DigiSam.ReportForms;

namespace DigiSam.AnnualReports.Building;

/// <summary>Answers a form's questions for a unit: what its manager declared, else what the year's records say.</summary>
internal sealed class UnitQuestions(
    string scope, int? year, IReadOnlyDictionary<string, ReportAnswerVersion> declared, IReadOnlyDictionary<string, DerivedAnswer> derived)
{
    public QuestionContent Answer(FormQuestion question)
    {
        var (said, records) = (declared.GetValueOrDefault(question.Key), derived.GetValueOrDefault(question.Key));
        var answer = said?.Answer ?? records?.Answer;
        var rule = said is { IsTakenFromRecords: false } ? "Enhetens eget svar." : records?.Rule ?? "Enheten har inte svarat.";
        return new QuestionContent(
            question.Key,
            question.Text,
            rule,
            answer ?? ReportAnswer.Undetermined,
            records?.Answer ?? answer ?? ReportAnswer.Undetermined,
            null,
            answer is null ? 0 : 1,
            1,
            said?.Comment,
            [],
            answer is null ? [scope] : [],
            new Provenance(
                records is null ? rule : said is { IsTakenFromRecords: false } ? $"{rule} Registren: {records.Rule} {records.Basis}" : $"{rule} {records.Basis}",
                scope,
                records is null || year is null ? null : FormattableString.Invariant($"{year}"),
                [],
                said?.At),
            records is null ? null : new DerivedContent(records.Answer, records.Rule, records.Basis));
    }
}
