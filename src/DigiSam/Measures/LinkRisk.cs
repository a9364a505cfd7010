using DigiSam.Access;
using DigiSam.Requests;
using DigiSam.Risks.Life;
using FluentValidation;
using MediatR;

namespace DigiSam.Measures;

/// <summary>The measure works against one more of the unit's risks.</summary>
[Needs(Permission.WriteMeasures)]
public sealed record LinkRisk(Guid UnitId, Guid MeasureId, Guid RiskId) : ICommand<Nothing>, IMeasureRequest
{
    public ActsOn Place => new(UnitId);
}

internal sealed class LinkRiskValidator : AbstractValidator<LinkRisk>
{
    public LinkRiskValidator()
    {
        this.HasMeasure();
        RuleFor(command => command.RiskId).NotEmpty().WithMessage("Välj vilken risk åtgärden också ska minska.");
    }
}

internal sealed class LinkRiskHandler(ActionPlans plans, RiskCourse course) : IRequestHandler<LinkRisk, Nothing>
{
    public async Task<Nothing> Handle(LinkRisk request, CancellationToken cancellationToken)
    {
        var measure = await plans.Find(request, cancellationToken);
        await plans.AreRisksOf(request.UnitId, [request.RiskId], cancellationToken);
        await course.Change(measure, () => measure.Serve(request.RiskId), cancellationToken, linked: request.RiskId);
        return Nothing.Value;
    }
}
