using DigiSam.AnnualReports.Content;
using DigiSam.Imports;
using DigiSam.ReportForms;
using static DigiSam.AnnualReports.ReportAnswers;

namespace DigiSam.AnnualReports.Building;

/// <summary>Answers a form's questions for the municipality (by rule over the boards) or for a board (its own answer).</summary>
internal sealed class Questions(Given given, Guid placeId, string scope, ReportLevel level)
{
    public QuestionContent Answer(FormQuestion question)
    {
        var asked = level == ReportLevel.Municipality ? given.Boards : given.Boards.Where(board => board.Id == placeId).ToList();
        var answers = asked.Select(board => (Board: board, Given: given.By(board.Id, question))).ToList();
        var computed = level == ReportLevel.Municipality
            ? given.Municipality(question)
            : new AggregatedAnswer(answers[0].Given?.Answer ?? ReportAnswer.Undetermined, answers.Count(answer => answer.Given is not null), 1);
        var changed = given.OverrideFor(placeId, question);
        var holds = changed?.Answer ?? computed.Answer;
        return new QuestionContent(
            question.Key,
            question.Text,
            level == ReportLevel.Municipality ? InWords(question) : "Nämndens eget svar.",
            holds,
            computed.Answer,
            changed is null || changed.Answer == computed.Answer ? null : Explain(changed),
            computed.Answered,
            computed.Expected,
            level == ReportLevel.Municipality ? [.. Deviating(question.Rule, answers)] : [],
            [.. answers.Where(answer => answer.Given is null).Select(answer => answer.Board.Name)],
            Origin(question, [.. answers.Select(answer => answer.Given).OfType<BoardAnswer>()]));
    }

    /// <summary>The rule as a reader may hold it against the answers.</summary>
    private static string InWords(FormQuestion question) => question.Rule switch
    {
        AggregationRule.All => "Nej om någon nämnd svarat nej; annars ej fastställt om svar saknas, delvis om någon svarat delvis, annars ja.",
        AggregationRule.Any => "Ja om någon nämnd svarat ja; annars ej fastställt om svar saknas, delvis om någon svarat delvis, annars nej.",
        _ => $"Ja om minst {Percent(question.Share.YesFrom)} av nämnderna svarat ja; nej om högst {Percent(question.Share.NoTo)} svarat ja eller delvis; annars delvis. Ej fastställt om färre än {Percent(question.Share.Enough)} har svarat.",
    };

    private static string Percent(decimal part) => $"{Language.SwedishNumber.Show(part * 100, 0)} procent";

    /// <summary>Those that a reader asks about: who said other than yes where all should, who said other than no where any counts.</summary>
    private static IEnumerable<DeviationContent> Deviating(AggregationRule rule, IEnumerable<(Organisation.Board Board, BoardAnswer? Given)> answers)
    {
        var usual = rule == AggregationRule.Any ? ReportAnswer.No : ReportAnswer.Yes;
        return from answer in answers
               where answer.Given is not null && answer.Given.Answer != usual && answer.Given.Answer != ReportAnswer.NotApplicable
               select new DeviationContent(answer.Board.Name, answer.Given.Answer, answer.Given.Comment);
    }

    private OverrideContent Explain(AnswerOverride changed) =>
        new(changed.Answer, changed.Reason, changed.DecidedAt, Source(given.Imports[changed.ImportId], [changed.Line]));

    private Provenance Origin(FormQuestion question, IReadOnlyList<BoardAnswer> answers)
    {
        var constructed = answers.Count(answer => answer.Basis == AnswerBasis.Constructed);
        var rule = level == ReportLevel.Municipality ? InWords(question) : "Nämndens eget svar.";
        return new Provenance(
            constructed == 0 ? rule : $"{rule} {constructed} av {answers.Count} svar är konstruerade för att passa och inte lämnade av nämnden.",
            scope,
            null,
            [.. answers.GroupBy(answer => answer.ImportId).Select(same => Source(given.Imports[same.Key], [.. same.Select(answer => answer.Line).Order()]))],
            answers.Count == 0 ? null : answers.Max(answer => given.Imports[answer.ImportId].ImportedAt));
    }

    private static ProvenanceSource Source(ImportBatch batch, IReadOnlyList<int> lines) => new(batch.FileName, batch.Sha256, batch.Rows, lines);
}
