using DigiSam.Access;
using DigiSam.Persistence;
using DigiSam.Requests;
using FluentValidation;
using MediatR;

namespace DigiSam.Observations;

/// <summary>Takes the answer back: the observation waits again.</summary>
[Needs(Permission.WriteRisks)]
public sealed record UndoDismissObservation(Guid UnitId, Guid ObservationId) : ICommand<Nothing>, IObservationRequest
{
    public ActsOn Place => new(UnitId);
}

internal sealed class UndoDismissObservationValidator : AbstractValidator<UndoDismissObservation>
{
    public UndoDismissObservationValidator() => this.HasObservation();
}

internal sealed class UndoDismissObservationHandler(DigiSamContext database) : IRequestHandler<UndoDismissObservation, Nothing>
{
    public async Task<Nothing> Handle(UndoDismissObservation request, CancellationToken cancellationToken)
    {
        var observation = await database.FindObservation(request.UnitId, request.ObservationId, cancellationToken);
        observation.UndoDismissal();
        return Nothing.Value;
    }
}
