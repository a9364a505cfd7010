using DigiSam.Imports;
using DigiSam.Organisation;
using DigiSam.Persistence;
using DigiSam.ReportForms;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.AnnualReports;

/// <summary>Reads the answers and overrides that hold for a year, and combines them.</summary>
internal sealed class ReportAnswers(DigiSamContext database)
{
    public async Task<Given> Read(int year, ReportForm form, CancellationToken stop)
    {
        var boards = await PlaceNames.Read<Board>(database, form.Organisation.In(year), stop);
        var answers = await database.BoardAnswers.AsNoTracking()
            .Where(answer => answer.ReportYear == year && answer.ReplacedById == null)
            .ToListAsync(stop);
        var overrides = await database.AnswerOverrides.AsNoTracking()
            .Where(changed => changed.ReportYear == year && changed.ReplacedById == null)
            .ToListAsync(stop);
        var used = answers.Cast<ImportedRow>().Concat(overrides).Select(row => row.ImportId).Distinct().ToList();
        var imports = await database.ImportBatches.AsNoTracking().Where(batch => used.Contains(batch.Id)).ToDictionaryAsync(batch => batch.Id, stop);
        return new Given([.. boards.Places.Cast<Board>()], answers.ToDictionary(answer => (answer.BoardId, answer.QuestionKey)), overrides, imports);
    }

    /// <summary>What was answered in a year: the boards that exist on the form's day, in Swedish order, and what they said.</summary>
    internal sealed record Given(
        IReadOnlyList<Board> Boards,
        IReadOnlyDictionary<(Guid BoardId, string QuestionKey), BoardAnswer> Answers,
        IReadOnlyList<AnswerOverride> Overrides,
        IReadOnlyDictionary<Guid, ImportBatch> Imports)
    {
        public BoardAnswer? By(Guid boardId, FormQuestion question) => Answers.GetValueOrDefault((boardId, question.Key));

        /// <summary>The municipality's answer by the question's rule over all boards.</summary>
        public AggregatedAnswer Municipality(FormQuestion question) =>
            Aggregation.Combine(question.Rule, question.Share, [.. Boards.Select(board => By(board.Id, question)?.Answer)]);

        public AnswerOverride? OverrideFor(Guid placeId, FormQuestion question) =>
            Overrides.FirstOrDefault(changed => changed.PlaceId == placeId && changed.QuestionKey == question.Key);
    }
}
