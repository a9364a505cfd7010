using DigiSam.Access;
using DigiSam.Persistence;
using DigiSam.Requests;
using FluentValidation;
using MediatR;

namespace DigiSam.Observations;

/// <summary>Answers an observation that is no risk to assess. The reporter reads the reply.</summary>
[Needs(Permission.WriteRisks)]
public sealed record DismissObservation(Guid UnitId, Guid ObservationId, string Reply) : ICommand<Nothing>, IObservationRequest
{
    public ActsOn Place => new(UnitId);
}

internal sealed class DismissObservationValidator : AbstractValidator<DismissObservation>
{
    public DismissObservationValidator()
    {
        this.HasObservation();
        RuleFor(command => command.Reply).NotEmpty().WithMessage("Skriv ett svar till den som rapporterade.");
        RuleFor(command => command.Reply).MaximumLength(4000).WithName("Svaret");
    }
}

internal sealed class DismissObservationHandler(DigiSamContext database, CurrentActor actor, TimeProvider clock) : IRequestHandler<DismissObservation, Nothing>
{
    public async Task<Nothing> Handle(DismissObservation request, CancellationToken cancellationToken)
    {
        var observation = await database.FindObservation(request.UnitId, request.ObservationId, cancellationToken);
        observation.Dismiss(request.Reply, actor.PersonId, clock.GetUtcNow());
        return Nothing.Value;
    }
}
