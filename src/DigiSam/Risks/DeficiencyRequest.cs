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
    /// <summary>The ids that point out a deficiency.</summary>
    public static void HasDeficiency<T>(this AbstractValidator<T> validator)
        where T : IDeficiencyRequest
    {
        validator.RuleFor(request => request.UnitId).NotEmpty().WithName("Enheten");
        validator.RuleFor(request => request.RoundId).NotEmpty().WithName("Ronden");
        validator.RuleFor(request => request.QuestionKey).NotEmpty().MaximumLength(100).WithName("Frågan");
    }

    /// <summary>The holding answers No and Partly of completed rounds, whatever became of them.</summary>
    public static IQueryable<RoundAnswer> Found(DigiSamContext database) =>
        from answer in database.Set<RoundAnswer>().AsNoTracking()
        where (answer.Value == RoundAnswerValue.No || answer.Value == RoundAnswerValue.Partly)
            && database.SafetyRounds.Any(round => round.Id == answer.RoundId && round.Status == RoundStatus.Completed)
            && !database.Set<RoundAnswer>().Any(later => later.RoundId == answer.RoundId && later.QuestionKey == answer.QuestionKey
                && (later.At > answer.At || (later.At == answer.At && later.Id > answer.Id)))
        select answer;

    /// <summary>Those that are neither a risk nor dismissed.</summary>
    public static IQueryable<RoundAnswer> Waiting(DigiSamContext database) => Found(database)
        .Where(answer => !database.Risks.Any(risk => risk.RoundId == answer.RoundId && risk.QuestionKey == answer.QuestionKey)
            && !database.DeficiencyDismissals.Any(dismissal => dismissal.RoundId == answer.RoundId && dismissal.QuestionKey == answer.QuestionKey));

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
}
