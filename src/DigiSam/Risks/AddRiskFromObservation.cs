using DigiSam.Access;
using DigiSam.Checklists;
using DigiSam.Language;
using DigiSam.Observations;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Risks;

/// <summary>Makes an observation a risk in the register; the reporter reads the reply, if there is one.</summary>
[Needs(Permission.WriteRisks)]
public sealed record AddRiskFromObservation(
    Guid UnitId, Guid ObservationId, Guid RiskId, string Title, string Description, RiskCategory Category, string? Reply)
    : ICommand<Guid>, IRiskRequest
{
    public ActsOn Place => new(UnitId);
}

internal sealed class AddRiskFromObservationValidator : AbstractValidator<AddRiskFromObservation>
{
    public AddRiskFromObservationValidator()
    {
        this.HasRisk();
        RuleFor(command => command.ObservationId).NotEmpty().WithName("Observationen");
        RuleFor(command => command.Title).RiskTitle();
        RuleFor(command => command.Description).RiskDescription();
        RuleFor(command => command.Category).IsInEnum().WithName("Kategorin");
        RuleFor(command => command.Reply).MaximumLength(4000).WithName("Svaret");
    }
}

internal sealed class AddRiskFromObservationHandler(RiskRegister register) : IRequestHandler<AddRiskFromObservation, Guid>
{
    public async Task<Guid> Handle(AddRiskFromObservation request, CancellationToken cancellationToken)
    {
        if (await register.Has(request, cancellationToken))
            return request.RiskId;
        var observation = await register.Database.Observations
            .SingleOrDefaultAsync(seen => seen.Id == request.ObservationId && seen.UnitId == request.UnitId, cancellationToken)
            ?? throw new ObservationIsUnknown();
        observation.BecomeRisk(request.RiskId, request.Reply, register.Actor, register.Now);
        await register.Add(
            new Risk(
                request.RiskId, request.UnitId, request.Title, request.Description, request.Category,
                new RiskOrigin(RiskSource.Observation, ObservationId: observation.Id), SwedishDate.DateIn(observation.ReportedAt), register.Actor, register.Now),
            cancellationToken);
        return request.RiskId;
    }
}
