using DigiSam.AnnualReports.Content;
using DigiSam.Imports;
using DigiSam.ReportForms;
using static DigiSam.AnnualReports.ReportAnswers;

namespace DigiSam.AnnualReports.Building;

/// <summary>
/// Answers a form's questions above the units. Answers that boards have handed in as files go before; where there are none,
/// the units' reports are combined by the question's rule, each unit once.
/// </summary>
/// <param name="units">Those below the place that should report.</param>
internal sealed class Questions(
    Given given, IReadOnlyList<UnitBelow> units, Guid placeId, string scope, ReportLevel level, IReadOnlyDictionary<string, AnswerOverrideVersion> decided)
{
    private const int FewestToName = 2;

    private readonly bool _unitsReport = units.Any(unit => unit.ReportId is not null);

    /// <summary>Whether answers are made of the units' reports, at least to some questions.</summary>
    public bool AsksUnits => level switch
    {
        ReportLevel.Administration => true,
        ReportLevel.Board => _unitsReport,
        _ => _unitsReport && given.Answers.Count == 0,
    };

    public QuestionContent Answer(FormQuestion question) =>
        AsksUnits && (level != ReportLevel.Board || given.By(placeId, question) is null) ? OfUnits(question) : OfBoards(question);

    private QuestionContent OfUnits(FormQuestion question)
    {
        var computed = Combine(question, units);
        var answers = units.Where(unit => unit.Counts).Select(unit => unit.Answers.TryGetValue(question.Key, out var answer) ? answer : (ReportAnswer?)null).ToList();
        int Number(ReportAnswer wanted) => answers.Count(answer => answer == wanted);
        var rule = RuleWords.Of(question, "enhet", "enheter");
        return Content(
            question,
            rule,
            computed,
            null,
            level.Decides() ? [.. DeviatingAdministrations(question)] : [],
            [],
            new Provenance(rule, scope, null, [], units.Where(unit => unit.Counts).Max(unit => unit.AnsweredAt)),
            new SpreadContent(Number(ReportAnswer.Yes), Number(ReportAnswer.Partly), Number(ReportAnswer.No), Number(ReportAnswer.NotApplicable)));
    }

    private QuestionContent OfBoards(FormQuestion question)
    {
        var asked = level == ReportLevel.Municipality ? given.Boards : given.Boards.Where(board => board.Id == placeId).ToList();
        var answers = asked.Select(board => new BoardVoice(board.Name, given.By(board.Id, question), ByUnits(board.Id, question))).ToList();
        var computed = level == ReportLevel.Municipality
            ? Aggregation.Combine(question.Rule, question.Share, [.. answers.Select(voice => voice.Answer)])
            : new AggregatedAnswer(answers[0].Answer ?? ReportAnswer.Undetermined, answers.Count(voice => voice.Answer is not null), 1);
        var rule = level == ReportLevel.Municipality ? RuleWords.Of(question, "nämnd", "nämnder") : computed.Answered == 0 ? "Nämnden har inte svarat." : "Nämndens eget svar.";
        return Content(
            question,
            rule,
            computed,
            level == ReportLevel.Board ? answers[0].Given?.Comment : null,
            level == ReportLevel.Municipality ? [.. Deviating(question.Rule, answers)] : [],
            [.. answers.Where(voice => voice.Answer is null).Select(voice => voice.Name)],
            Origin(rule, [.. answers.Select(voice => voice.Given).OfType<BoardAnswer>()]),
            null);
    }

    private QuestionContent Content(
        FormQuestion question, string rule, AggregatedAnswer computed, string? comment, IReadOnlyList<DeviationContent> deviations, IReadOnlyList<string> missing, Provenance origin, SpreadContent? spread)
    {
        var changed = Changed(question);
        var holds = changed?.Answer ?? computed.Answer;
        return new QuestionContent(
            question.Key, question.Text, rule, holds, computed.Answer, holds == computed.Answer ? null : changed,
            computed.Answered, computed.Expected, comment, deviations, missing, origin, null, spread);
    }

    /// <summary>The decision that another answer holds: the last one made in the report, else one that came in a file.</summary>
    private OverrideContent? Changed(FormQuestion question)
    {
        if (decided.TryGetValue(question.Key, out var written))
            return written.Answer is { } answer ? new OverrideContent(answer, written.Reason, written.ComputedThen, written.At, null) : null;
        return given.OverrideFor(placeId, question) is { } changed
            ? new OverrideContent(changed.Answer, changed.Reason, changed.ComputedThen, changed.RecordedAt, Source(given.Imports[changed.ImportId], [changed.Line]))
            : null;
    }

    private static AggregatedAnswer Combine(FormQuestion question, IReadOnlyCollection<UnitBelow> units) =>
        Aggregation.Combine(question.Rule, question.Share, [.. units.Select(unit => unit.Answers.TryGetValue(question.Key, out var answer) ? answer : (ReportAnswer?)null)]);

    private (ReportAnswer? Answer, bool MayBeNamed) ByUnits(Guid boardId, FormQuestion question)
    {
        var below = units.Where(unit => unit.BoardIds.Contains(boardId)).ToList();
        var computed = Combine(question, below);
        return (computed.Answered == 0 || computed.Answer == ReportAnswer.Undetermined ? null : computed.Answer, below.Count >= FewestToName);
    }

    /// <summary>
    /// Administrations whose units together give another answer than the usual. One with a single unit is not named: that would
    /// name the unit.
    /// </summary>
    private IEnumerable<DeviationContent> DeviatingAdministrations(FormQuestion question) =>
        from administration in units.Where(unit => unit.Administration is not null).GroupBy(unit => unit.Administration!)
        where administration.Count() < units.Count && administration.Count(unit => unit.Counts) >= FewestToName
        let answer = Combine(question, [.. administration]).Answer
        where StandsOut(question.Rule, answer)
        select new DeviationContent(administration.Key, answer, null);

    /// <summary>Those that a reader asks about: who said other than yes where all should, who said other than no where any counts.</summary>
    private static IEnumerable<DeviationContent> Deviating(AggregationRule rule, IEnumerable<BoardVoice> answers) =>
        from voice in answers
        where voice.MayBeNamed && voice.Answer is { } answer && StandsOut(rule, answer)
        select new DeviationContent(voice.Name, voice.Answer!.Value, voice.Given?.Comment);

    private static bool StandsOut(AggregationRule rule, ReportAnswer answer) =>
        answer is not ReportAnswer.NotApplicable and not ReportAnswer.Undetermined && answer != (rule == AggregationRule.Any ? ReportAnswer.No : ReportAnswer.Yes);

    private Provenance Origin(string rule, IReadOnlyList<BoardAnswer> answers)
    {
        var constructed = answers.Count(answer => answer.Basis == AnswerBasis.Constructed);
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

    /// <summary>What a board says: its own answer, else that of its units.</summary>
    private sealed record BoardVoice(string Name, BoardAnswer? Given, (ReportAnswer? Answer, bool MayBeNamed) Units)
    {
        public ReportAnswer? Answer => Given?.Answer ?? Units.Answer;

        public bool MayBeNamed => Given is not null || Units.MayBeNamed;
    }
}
