using DigiSam.Access;
using DigiSam.Language;
using DigiSam.Requests;
using FluentValidation;
using MediatR;

namespace DigiSam.SafetyRounds;

/// <summary>Takes a round that was cancelled today back into the plan.</summary>
[Needs(Permission.PlanRounds)]
public sealed record UndoCancelRound(Guid UnitId, Guid RoundId) : ICommand<Nothing>, IRoundRequest
{
    public ActsOn Place => new(UnitId);
}

internal sealed class UndoCancelRoundValidator : AbstractValidator<UndoCancelRound>
{
    public UndoCancelRoundValidator() => this.HasRound();
}

internal sealed class UndoCancelRoundHandler(Rounds rounds, TimeProvider clock) : IRequestHandler<UndoCancelRound, Nothing>
{
    public async Task<Nothing> Handle(UndoCancelRound request, CancellationToken cancellationToken)
    {
        (await rounds.Find(request, cancellationToken)).UndoCancel(SwedishDate.Today(clock));
        return Nothing.Value;
    }
}
