using DigiSam.Access;
using DigiSam.Requests;
using FluentValidation;
using MediatR;

namespace DigiSam.SafetyRounds;

/// <summary>Notes that someone walks the round. Adding the same person in the same part again changes nothing.</summary>
[Needs(Permission.HoldRounds)]
public sealed record AddParticipant(Guid UnitId, Guid RoundId, RoundPart Part, string Name) : ICommand<Nothing>, IRoundRequest
{
    public ActsOn Place => new(UnitId);
}

internal sealed class AddParticipantValidator : AbstractValidator<AddParticipant>
{
    public AddParticipantValidator()
    {
        this.HasRound();
        RuleFor(command => command.Part).IsInEnum().WithName("Rollen i ronden");
        RuleFor(command => command.Name).NotEmpty().MaximumLength(200).WithName("Namnet");
    }
}

internal sealed class AddParticipantHandler(Rounds rounds) : IRequestHandler<AddParticipant, Nothing>
{
    public async Task<Nothing> Handle(AddParticipant request, CancellationToken cancellationToken)
    {
        var round = await rounds.Find(request, cancellationToken);
        round.Join(new RoundParticipant(round.Id, request.Part, request.Name.Trim(), personId: null));
        return Nothing.Value;
    }
}
