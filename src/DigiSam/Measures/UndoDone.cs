using DigiSam.Access;
using DigiSam.Requests;
using FluentValidation;
using MediatR;

namespace DigiSam.Measures;

/// <summary>Takes "done" back, while the effect is not judged.</summary>
[Needs(Permission.WriteMeasures)]
public sealed record UndoDone(Guid UnitId, Guid MeasureId) : ICommand<Nothing>, IMeasureRequest
{
    public ActsOn Place => new(UnitId);
}

internal sealed class UndoDoneValidator : AbstractValidator<UndoDone>
{
    public UndoDoneValidator() => this.HasMeasure();
}

internal sealed class UndoDoneHandler(ActionPlans plans) : IRequestHandler<UndoDone, Nothing>
{
    public Task<Nothing> Handle(UndoDone request, CancellationToken cancellationToken) =>
        plans.Change(request, measure => measure.UndoDone(plans.Actor, plans.Now), cancellationToken);
}
