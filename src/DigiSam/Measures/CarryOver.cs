using DigiSam.Access;
using DigiSam.Requests;
using FluentValidation;
using MediatR;

namespace DigiSam.Measures;

/// <summary>Takes an unfinished measure over into the next year, with the reason. It does not keep the year open.</summary>
[Needs(Permission.WriteMeasures)]
public sealed record CarryOver(Guid UnitId, Guid MeasureId, int FromYear, string Reason) : ICommand<Nothing>, IMeasureRequest
{
    public ActsOn Place => new(UnitId);
}

internal sealed class CarryOverValidator : AbstractValidator<CarryOver>
{
    public CarryOverValidator()
    {
        this.HasMeasure();
        RuleFor(command => command.FromYear).InclusiveBetween(2000, 2100).WithName("Året");
        RuleFor(command => command.Reason).MeasureReason("Skriv varför åtgärden inte blev klar under året.");
    }
}

internal sealed class CarryOverHandler(ActionPlans plans) : IRequestHandler<CarryOver, Nothing>
{
    public async Task<Nothing> Handle(CarryOver request, CancellationToken cancellationToken)
    {
        (await plans.Find(request, cancellationToken)).CarryOver(request.FromYear, request.Reason, plans.Actor, plans.Now);
        return Nothing.Value;
    }
}
