using DigiSam.Access;
using DigiSam.Language;
using DigiSam.Requests;
using FluentValidation;
using MediatR;

namespace DigiSam.SafetyRounds;

/// <summary>
/// Answers one question of a round. The client makes <paramref name="AnswerId"/>: sent twice it counts once. A later answer
/// holds, and the earlier stays as history.
/// </summary>
[Needs(Permission.HoldRounds)]
public sealed record AnswerRoundQuestion(Guid UnitId, Guid RoundId, Guid AnswerId, string QuestionKey, RoundAnswerValue Answer, string? Note)
    : ICommand<Nothing>, IRoundRequest
{
    public ActsOn Place => new(UnitId);
}

internal sealed class AnswerRoundQuestionValidator : AbstractValidator<AnswerRoundQuestion>
{
    public AnswerRoundQuestionValidator()
    {
        this.HasRound();
        RuleFor(command => command.AnswerId).NotEmpty().WithName("Svarets nummer");
        RuleFor(command => command.QuestionKey).NotEmpty().WithName("Frågan");
        RuleFor(command => command.Answer).IsInEnum().WithName("Svaret");
        RuleFor(command => command.Note).MaximumLength(4000).WithName("Anteckningen");
    }
}

internal sealed class AnswerRoundQuestionHandler(Rounds rounds, CurrentActor actor, TimeProvider clock) : IRequestHandler<AnswerRoundQuestion, Nothing>
{
    public async Task<Nothing> Handle(AnswerRoundQuestion request, CancellationToken cancellationToken)
    {
        var round = await rounds.Find(request, cancellationToken);
        var checklist = await rounds.ChecklistOf(round, cancellationToken);
        var question = checklist.Questions.FirstOrDefault(question => question.Key == request.QuestionKey) ?? throw new QuestionIsNotInTheRound(checklist.Title);
        round.Answer(request.AnswerId, question, request.Answer, request.Note, actor.PersonId, clock.GetUtcNow(), SwedishDate.Today(clock));
        return Nothing.Value;
    }
}

/// <summary>The round's version of the checklist has no such question.</summary>
public sealed class QuestionIsNotInTheRound(string checklist) : BrokenRule($"Frågan finns inte i den version av {checklist} som ronden hålls med.");
