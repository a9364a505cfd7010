using DigiSam.Access;
using DigiSam.Persistence;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Observations;

/// <summary>Reads one observation, to answer it or make it a risk.</summary>
[Needs(Permission.ReadObservations)]
public sealed record ReadObservation(Guid UnitId, Guid ObservationId) : IQuery<ObservationRow>, IObservationRequest
{
    public ActsOn Place => new(UnitId);
}

internal sealed class ReadObservationValidator : AbstractValidator<ReadObservation>
{
    public ReadObservationValidator() => this.HasObservation();
}

internal sealed class ReadObservationHandler(DigiSamContext database) : IRequestHandler<ReadObservation, ObservationRow>
{
    public async Task<ObservationRow> Handle(ReadObservation request, CancellationToken cancellationToken)
    {
        var observation = await database.FindObservation(request.UnitId, request.ObservationId, cancellationToken);
        var unit = await database.Units.Where(unit => unit.Id == observation.UnitId).Select(unit => unit.Name).SingleAsync(cancellationToken);
        var reporter = await database.People.Where(person => person.Id == observation.ReporterId).Select(person => person.Name).SingleOrDefaultAsync(cancellationToken);
        return new ObservationRow(
            observation.Id, observation.UnitId, unit, observation.Text, observation.Spot, observation.ReportedAt, reporter, observation.Status,
            observation.RiskId, observation.Reply, observation.RepliedAt);
    }
}
