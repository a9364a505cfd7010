using DigiSam.Access;
using DigiSam.Requests;
using FluentValidation;
using MediatR;

namespace DigiSam.SafetyRounds;

/// <summary>
/// The safety representative says "Har medverkat" or "Avstår" of a round, and may add a differing view, which stands word for
/// word beside the employer's (AFS 2023:1 6 §). It approves nothing and stops nothing.
/// </summary>
[Needs(Permission.StateInvolvement)]
public sealed record StateInvolvement(Guid UnitId, Guid RoundId, bool TookPart, string? DifferingView) : ICommand<Nothing>, IRoundRequest
{
    public ActsOn Place => new(UnitId);
}

internal sealed class StateInvolvementValidator : AbstractValidator<StateInvolvement>
{
    public StateInvolvementValidator()
    {
        this.HasRound();
        RuleFor(command => command.DifferingView).MaximumLength(8000).WithName("Texten under Annan uppfattning");
    }
}

internal sealed class StateInvolvementHandler(Rounds rounds, TimeProvider clock) : IRequestHandler<StateInvolvement, Nothing>
{
    public async Task<Nothing> Handle(StateInvolvement request, CancellationToken cancellationToken)
    {
        var round = await rounds.Find(request, cancellationToken);
        var person = await rounds.Actor(cancellationToken);
        round.StateInvolvement(
            new RoundParticipant(round.Id, RoundPart.SafetyRep, person.Name, person.Id), request.TookPart, request.DifferingView, clock.GetUtcNow());
        return Nothing.Value;
    }
}
