using DigiSam.Access;
using DigiSam.Requests;
using FluentValidation;
using MediatR;

namespace DigiSam.Measures;

/// <summary>Strikes a measure that will not be carried out, with the reason.</summary>
[Needs(Permission.WriteMeasures)]
public sealed record CancelMeasure(Guid UnitId, Guid MeasureId, string Reason) : ICommand<Nothing>, IMeasureRequest
{
    public ActsOn Place => new(UnitId);
}

internal sealed class CancelMeasureValidator : AbstractValidator<CancelMeasure>
{
    public CancelMeasureValidator()
    {
        this.HasMeasure();
        RuleFor(command => command.Reason).MeasureReason("Skriv varför åtgärden inte ska genomföras.");
    }
}

internal sealed class CancelMeasureHandler(ActionPlans plans) : IRequestHandler<CancelMeasure, Nothing>
{
    public Task<Nothing> Handle(CancelMeasure request, CancellationToken cancellationToken) =>
        plans.Change(request, measure => measure.Cancel(request.Reason, plans.Actor, plans.Now), cancellationToken);
}
