using DigiSam.Checklists;
using DigiSam.Persistence;
using DigiSam.Requests;
using DigiSam.SafetyRounds;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Risks;

/// <summary>A request about a deficiency: what a completed round of the unit answered No or Partly to one question.</summary>
public interface IDeficiencyRequest : IActsOn
{
    Guid UnitId { get; }

    Guid RoundId { get; }

    string QuestionKey { get; }
}

/// <summary>The completed rounds in the question asked has no such deficiency.</summary>
public sealed class DeficiencyIsUnknown() : BrokenRule("Bristen finns inte i någon avslutad rond i enheten. Öppna ronden och se vad som står där.");

internal static class Deficiencies
{
    public const int Longest = 200;

    /// <summary>The ids that point out a deficiency.</summary>
    public static void HasDeficiency<T>(this AbstractValidator<T> validator)
        where T : IDeficiencyRequest
    {
        validator.RuleFor(request => request.UnitId).NotEmpty().WithName("Enheten");
        validator.RuleFor(request => request.RoundId).NotEmpty().WithName("Ronden");
        validator.RuleFor(request => request.QuestionKey).NotEmpty().MaximumLength(100).WithName("Frågan");
    }

    /// <summary>The answers No and Partly of the rounds, also those that a later answer has replaced.</summary>
    public static IQueryable<RoundAnswer> Answered(DigiSamContext database, IQueryable<SafetyRound> rounds) =>
        from round in rounds
        join answer in database.Set<RoundAnswer>().AsNoTracking() on round.Id equals answer.RoundId
        where answer.Value == RoundAnswerValue.No || answer.Value == RoundAnswerValue.Partly
        select answer;

    /// <summary>The holding answers No and Partly of completed rounds, whatever became of them.</summary>
    public static IQueryable<RoundAnswer> Found(DigiSamContext database) =>
        Holding(database, Answered(database, database.SafetyRounds.Where(round => round.Status == RoundStatus.Completed)));

    /// <summary>Those that hold and are neither a risk nor dismissed. Most are, and so that is looked up first.</summary>
    public static IQueryable<RoundAnswer> Waiting(DigiSamContext database, IQueryable<RoundAnswer> answered) => Holding(database, answered
        .Where(answer => !database.Risks.Any(risk => risk.RoundId == answer.RoundId && risk.QuestionKey == answer.QuestionKey)
            && !database.DeficiencyDismissals.Any(dismissal => dismissal.RoundId == answer.RoundId && dismissal.QuestionKey == answer.QuestionKey)));

    /// <summary>Those that hold and were judged to be no risk.</summary>
    public static IQueryable<RoundAnswer> Dismissed(DigiSamContext database, IQueryable<RoundAnswer> answered) => Holding(database, answered
        .Where(answer => database.DeficiencyDismissals.Any(dismissal => dismissal.RoundId == answer.RoundId && dismissal.QuestionKey == answer.QuestionKey)));

    private static IQueryable<RoundAnswer> Holding(DigiSamContext database, IQueryable<RoundAnswer> answered) => answered
        .Where(answer => !database.Set<RoundAnswer>().Any(later => later.RoundId == answer.RoundId && later.QuestionKey == answer.QuestionKey
            && (later.At > answer.At || (later.At == answer.At && later.Id > answer.Id))));

    /// <summary>
    /// Notes in the round that <paramref name="more"/> of its deficiencies wait. Not by its revision: whoever edits the round
    /// meanwhile has not been overtaken by that.
    /// </summary>
    public static Task Wait(DigiSamContext database, Guid roundId, int more, CancellationToken stop) => database.SafetyRounds
        .Where(round => round.Id == roundId).ExecuteUpdateAsync(round => round.SetProperty(kept => kept.Unjudged, kept => kept.Unjudged + more), stop);

    /// <summary>The answer and its question, if the unit's round found the deficiency.</summary>
    public static async Task<(SafetyRound Round, RoundAnswer Answer, ChecklistQuestion Question)> Find(
        DigiSamContext database, IDeficiencyRequest request, CancellationToken stop)
    {
        var round = await database.SafetyRounds.AsNoTracking().SingleOrDefaultAsync(round => round.Id == request.RoundId && round.UnitId == request.UnitId, stop);
        var answer = await Found(database).SingleOrDefaultAsync(answer => answer.RoundId == request.RoundId && answer.QuestionKey == request.QuestionKey, stop);
        if (round is null || answer is null)
            throw new DeficiencyIsUnknown();
        var version = await database.ChecklistVersions.AsNoTracking().SingleAsync(version => version.Id == round.ChecklistVersionId, stop);
        return (round, answer, ChecklistFile.Read(version).Questions.First(question => question.Key == answer.QuestionKey));
    }

    /// <summary>The deficiencies in the words of their checklists, oldest round first.</summary>
    public static async Task<IReadOnlyList<Deficiency>> InWords(DigiSamContext database, IQueryable<RoundAnswer> answers, int most, CancellationToken stop)
    {
        var rows = await (
            from answer in answers
            join round in database.SafetyRounds on answer.RoundId equals round.Id
            join unit in database.Units on round.UnitId equals unit.Id
            orderby round.HeldOn, unit.SortKey, round.Id, answer.QuestionKey
            select new
            {
                answer.QuestionKey,
                answer.Value,
                answer.Note,
                RoundId = round.Id,
                round.HeldOn,
                round.PlannedFor,
                round.ChecklistVersionId,
                round.UnitId,
                Unit = unit.Name,
                Dismissed = database.DeficiencyDismissals.Where(made => made.RoundId == round.Id && made.QuestionKey == answer.QuestionKey).Select(made => made.Reason).FirstOrDefault(),
            }).Take(most).ToListAsync(stop);
        var versions = rows.Select(row => row.ChecklistVersionId).ToHashSet();
        var kept = await database.ChecklistVersions.AsNoTracking().Where(version => versions.Contains(version.Id)).ToListAsync(stop);
        var checklists = kept.ToDictionary(version => version.Id, ChecklistFile.Read);
        return rows.ConvertAll(row =>
        {
            var checklist = checklists[row.ChecklistVersionId];
            var question = checklist.Questions.First(question => question.Key == row.QuestionKey);
            return new Deficiency(
                row.UnitId, row.Unit, row.RoundId, checklist.Title, row.HeldOn ?? row.PlannedFor, row.QuestionKey, question.Text, question.Category,
                row.Value, row.Note ?? "", row.Dismissed);
        });
    }
}
