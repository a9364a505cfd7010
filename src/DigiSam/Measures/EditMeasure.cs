using DigiSam.Access;
using DigiSam.Requests;
using FluentValidation;
using MediatR;

namespace DigiSam.Measures;

/// <summary>
/// Changes what is to be done, how, by whom and at what cost. <paramref name="Rev"/> is the version that the editor read: if
/// someone has changed the measure since, the outcome is a conflict and nothing is written.
/// </summary>
[Needs(Permission.WriteMeasures)]
public sealed record EditMeasure(Guid UnitId, Guid MeasureId, int Rev, string Title, MeasureKind Kind, Guid ResponsibleId, decimal? Cost)
    : ICommand<Nothing>, IMeasureRequest
{
    public ActsOn Place => new(UnitId);
}

internal sealed class EditMeasureValidator : AbstractValidator<EditMeasure>
{
    public EditMeasureValidator()
    {
        this.HasMeasure();
        RuleFor(command => command.Rev).GreaterThan(0).WithName("Versionen");
        RuleFor(command => command.Title).MeasureTitle();
        RuleFor(command => command.Kind).IsInEnum().WithName("Slaget av åtgärd");
        RuleFor(command => command.ResponsibleId).NotEmpty().WithMessage("Välj vem som ser till att åtgärden blir gjord.");
        RuleFor(command => command.Cost).Kronor();
    }
}

internal sealed class EditMeasureHandler(ActionPlans plans) : IRequestHandler<EditMeasure, Nothing>
{
    public async Task<Nothing> Handle(EditMeasure request, CancellationToken cancellationToken)
    {
        var measure = await plans.Find(request, cancellationToken);
        if (request.ResponsibleId != measure.ResponsibleId)
            await plans.MayBeResponsible(request.ResponsibleId, request.UnitId, cancellationToken);
        plans.Database.Entry(measure).Property(edited => edited.Rev).OriginalValue = request.Rev;
        measure.Edit(new MeasurePlan(request.Title.Trim(), request.Kind, request.ResponsibleId, request.Cost), plans.Actor, plans.Now);
        return Nothing.Value;
    }
}
