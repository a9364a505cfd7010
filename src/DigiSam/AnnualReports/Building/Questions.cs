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
            RuleOf(question, computed),
            holds,
            computed.Answer,
            changed is null || changed.Answer == computed.Answer ? null : Explain(changed),
            computed.Answered,
            computed.Expected,
            level == ReportLevel.Board ? answers[0].Given?.Comment : null,
            level == ReportLevel.Municipality ? [.. Deviating(question.Rule, answers)] : [],
            [.. answers.Where(answer => answer.Given is null).Select(answer => answer.Board.Name)],
            Origin(question, computed, [.. answers.Select(answer => answer.Given).OfType<BoardAnswer>()]));
    }

    private string RuleOf(FormQuestion question, AggregatedAnswer computed) =>
        level == ReportLevel.Municipality ? InWords(question) : computed.Answered == 0 ? "Nämnden har inte svarat." : "Nämndens eget svar.";

    /// <summary>The rule as a reader may hold it against the answers.</summary>
    private static string InWords(FormQuestion question) => question.Rule switch
    {
        AggregationRule.All => "Nej om någon nämnd svarat nej; annars ej fastställt om svar saknas, delvis om någon svarat delvis, annars ja. Ej aktuellt räknas inte.",
        AggregationRule.Any => "Ja om någon nämnd svarat ja; annars ej fastställt om svar saknas, delvis om någon svarat delvis, annars nej. Ej aktuellt räknas inte.",
        _ => $"Av de nämnder som svarat ja, delvis eller nej: ja om minst {Percent(question.Share.YesFrom)} svarat ja, nej om högst {Percent(question.Share.NoTo)} svarat ja eller delvis, annars delvis. Ej fastställt om färre än {Percent(question.Share.Enough)} av alla nämnder har svarat. Ej aktuellt räknas inte.",
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
        new(changed.Answer, changed.Reason, changed.ComputedThen, changed.RecordedAt, Source(given.Imports[changed.ImportId], [changed.Line]));

    private Provenance Origin(FormQuestion question, AggregatedAnswer computed, IReadOnlyList<BoardAnswer> answers)
    {
        var constructed = answers.Count(answer => answer.Basis == AnswerBasis.Constructed);
        var rule = RuleOf(question, computed);
        return new Provenance(
            constructed == 0 ? rule
                : level == ReportLevel.Board ? "Exempelsvar, inte lämnat av nämnden."
                : $"{rule} {constructed} av {answers.Count} svar är exempelsvar och inte lämnade av nämnderna.",
            scope,
            null,
            [.. answers.GroupBy(answer => answer.ImportId).Select(same => Source(given.Imports[same.Key], [.. same.Select(answer => answer.Line).Order()]))],
            answers.Count == 0 ? null : answers.Max(answer => given.Imports[answer.ImportId].ImportedAt));
    }

    private static ProvenanceSource Source(ImportBatch batch, IReadOnlyList<int> lines) => new(batch.FileName, batch.Sha256, batch.Rows, lines);
}
