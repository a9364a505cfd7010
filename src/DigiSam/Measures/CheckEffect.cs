using DigiSam.Access;
using DigiSam.Requests;
using FluentValidation;
using MediatR;

namespace DigiSam.Measures;

/// <summary>
/// Judges whether a measure that is done had the effect that was meant (AFS 2023:1 13 §). "Not yet" needs the day of the next
/// check. The client makes <paramref name="CheckId"/>: sent twice it counts once.
/// </summary>
[Needs(Permission.WriteMeasures)]
public sealed record CheckEffect(Guid UnitId, Guid MeasureId, Guid CheckId, MeasureEffect? Effect, DateOnly? NextCheckOn, string? Note)
    : ICommand<Nothing>, IMeasureRequest
{
    public ActsOn Place => new(UnitId);
}

internal sealed class CheckEffectValidator : AbstractValidator<CheckEffect>
{
    public CheckEffectValidator()
    {
        this.HasMeasure();
        RuleFor(command => command.CheckId).NotEmpty().WithName("Kontrollens nummer");
        RuleFor(command => command.Effect).NotNull().WithMessage("Svara på om åtgärden hade avsedd effekt.").IsInEnum().WithName("Effekten");
        RuleFor(command => command.Note).MaximumLength(4000).WithName("Anteckningen");
    }
}

internal sealed class CheckEffectHandler(ActionPlans plans) : IRequestHandler<CheckEffect, Nothing>
{
    public Task<Nothing> Handle(CheckEffect request, CancellationToken cancellationToken) =>
        plans.Change(request, measure => measure.CheckEffect(request.CheckId, request.Effect!.Value, request.NextCheckOn, request.Note, plans.Actor, plans.Today, plans.Now), cancellationToken);
}
