using DigiSam.Access;
using DigiSam.Requests;
using FluentValidation;
using MediatR;

namespace DigiSam.SafetyRounds;

/// <summary>Moves a planned round to another day.</summary>
[Needs(Permission.PlanRounds)]
public sealed record MoveRound(Guid UnitId, Guid RoundId, DateOnly PlannedFor) : ICommand<Nothing>, IRoundRequest
{
    public ActsOn Place => new(UnitId);
}

internal sealed class MoveRoundValidator : AbstractValidator<MoveRound>
{
    public MoveRoundValidator() => this.HasRound();
}

internal sealed class MoveRoundHandler(Rounds rounds) : IRequestHandler<MoveRound, Nothing>
{
    public async Task<Nothing> Handle(MoveRound request, CancellationToken cancellationToken)
    {
        (await rounds.Find(request, cancellationToken)).MoveTo(request.PlannedFor);
        return Nothing.Value;
    }
}
