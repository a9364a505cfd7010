using DigiSam.Access;
using DigiSam.Requests;
using FluentValidation;
using MediatR;

namespace DigiSam.SafetyRounds;

/// <summary>Cancels a planned round, with a reason: the investigation step closes when each planned round is held or cancelled so.</summary>
[Needs(Permission.PlanRounds)]
public sealed record CancelRound(Guid UnitId, Guid RoundId, string Reason) : ICommand<Nothing>, IRoundRequest
{
    public ActsOn Place => new(UnitId);
}

internal sealed class CancelRoundValidator : AbstractValidator<CancelRound>
{
    public CancelRoundValidator()
    {
        this.HasRound();
        RuleFor(command => command.Reason).NotEmpty().MaximumLength(2000).WithName("Skälet");
    }
}

internal sealed class CancelRoundHandler(Rounds rounds, TimeProvider clock) : IRequestHandler<CancelRound, Nothing>
{
    public async Task<Nothing> Handle(CancelRound request, CancellationToken cancellationToken)
    {
        (await rounds.Find(request, cancellationToken)).Cancel(request.Reason.Trim(), clock.GetUtcNow());
        return Nothing.Value;
    }
}
