using DigiSam.Access;
using DigiSam.Requests;
using FluentValidation;
using MediatR;

namespace DigiSam.Measures;

/// <summary>Takes a cancelled measure up again.</summary>
[Needs(Permission.WriteMeasures)]
public sealed record UndoCancel(Guid UnitId, Guid MeasureId) : ICommand<Nothing>, IMeasureRequest
{
    public ActsOn Place => new(UnitId);
}

internal sealed class UndoCancelValidator : AbstractValidator<UndoCancel>
{
    public UndoCancelValidator() => this.HasMeasure();
}

internal sealed class UndoCancelHandler(ActionPlans plans) : IRequestHandler<UndoCancel, Nothing>
{
    public Task<Nothing> Handle(UndoCancel request, CancellationToken cancellationToken) =>
        plans.Change(request, measure => measure.UndoCancel(plans.Actor, plans.Now), cancellationToken);
}
