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
    public async Task<Nothing> Handle(UndoCancel request, CancellationToken cancellationToken)
    {
        (await plans.Find(request, cancellationToken)).UndoCancel(plans.Actor, plans.Now);
        return Nothing.Value;
    }
}
