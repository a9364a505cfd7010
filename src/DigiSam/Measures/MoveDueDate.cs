using DigiSam.Access;
using DigiSam.Requests;
using FluentValidation;
using MediatR;

namespace DigiSam.Measures;

/// <summary>Gives a measure another last day, with the reason; the old day stays as history.</summary>
[Needs(Permission.WriteMeasures)]
public sealed record MoveDueDate(Guid UnitId, Guid MeasureId, DateOnly To, string Reason) : ICommand<Nothing>, IMeasureRequest
{
    public ActsOn Place => new(UnitId);
}

internal sealed class MoveDueDateValidator : AbstractValidator<MoveDueDate>
{
    public MoveDueDateValidator()
    {
        this.HasMeasure();
        RuleFor(command => command.To).DueDay();
        RuleFor(command => command.Reason).MeasureReason("Skriv varför dagen flyttas.");
    }
}

internal sealed class MoveDueDateHandler(ActionPlans plans) : IRequestHandler<MoveDueDate, Nothing>
{
    public Task<Nothing> Handle(MoveDueDate request, CancellationToken cancellationToken) =>
        plans.Change(request, measure => measure.MoveDueDate(request.To, request.Reason, plans.Actor, plans.Now), cancellationToken);
}
