using DigiSam.Access;
using DigiSam.Requests;
using FluentValidation;
using MediatR;

namespace DigiSam.SafetyRounds;

/// <summary>The manager completes a round. The safety representative's word is asked for and never waited for.</summary>
[Needs(Permission.CompleteRounds)]
public sealed record CompleteRound(Guid UnitId, Guid RoundId) : ICommand<Nothing>, IRoundRequest
{
    public ActsOn Place => new(UnitId);
}

internal sealed class CompleteRoundValidator : AbstractValidator<CompleteRound>
{
    public CompleteRoundValidator() => this.HasRound();
}

internal sealed class CompleteRoundHandler(Rounds rounds, TimeProvider clock) : IRequestHandler<CompleteRound, Nothing>
{
    public async Task<Nothing> Handle(CompleteRound request, CancellationToken cancellationToken)
    {
        var round = await rounds.Find(request, cancellationToken);
        round.Complete(await rounds.ChecklistOf(round, cancellationToken), clock.GetUtcNow());
        return Nothing.Value;
    }
}
