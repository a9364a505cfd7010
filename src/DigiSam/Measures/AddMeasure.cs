using DigiSam.Access;
using DigiSam.Requests;
using DigiSam.Risks.Life;
using FluentValidation;
using MediatR;

namespace DigiSam.Measures;

/// <summary>
/// Puts a measure against one or more of the unit's risks into the action plan, with who sees to it and when (AFS 2023:1 13 §).
/// A last day that has passed is taken, and pointed out on the page. The client makes <paramref name="MeasureId"/>: sent twice
/// it counts once.
/// </summary>
/// <param name="Cost">In kronor, 0 or more; null when nobody has said.</param>
[Needs(Permission.WriteMeasures)]
public sealed record AddMeasure(
    Guid UnitId, Guid MeasureId, IReadOnlyList<Guid> RiskIds, string Title, MeasureKind Kind, Guid ResponsibleId, DateOnly DueOn, decimal? Cost)
    : ICommand<Guid>, IMeasureRequest
{
    public ActsOn Place => new(UnitId);
}

internal sealed class AddMeasureValidator : AbstractValidator<AddMeasure>
{
    public AddMeasureValidator()
    {
        this.HasMeasure();
        RuleFor(command => command.RiskIds).NotEmpty().WithMessage("Välj minst en risk som åtgärden ska minska.");
        RuleFor(command => command.Title).MeasureTitle();
        RuleFor(command => command.Kind).IsInEnum().WithName("Slaget av åtgärd");
        RuleFor(command => command.ResponsibleId).NotEmpty().WithMessage("Välj vem som ser till att åtgärden blir gjord.");
        RuleFor(command => command.DueOn).DueDay();
        RuleFor(command => command.Cost).Kronor();
    }
}

internal sealed class AddMeasureHandler(ActionPlans plans, RiskCourse course) : IRequestHandler<AddMeasure, Guid>
{
    public async Task<Guid> Handle(AddMeasure request, CancellationToken cancellationToken)
    {
        if (await plans.Has(request, cancellationToken))
            return request.MeasureId;
        await plans.AreRisksOf(request.UnitId, request.RiskIds, cancellationToken);
        await plans.MayBeResponsible(request.ResponsibleId, request.UnitId, cancellationToken);
        var measure = new Measure(
            request.MeasureId, request.UnitId, new MeasurePlan(request.Title, request.Kind, request.ResponsibleId, request.Cost), request.DueOn,
            request.RiskIds, plans.Actor, plans.Now);
        await course.Change(measure, () => plans.Database.Measures.Add(measure), cancellationToken);
        return request.MeasureId;
    }
}
