using DigiSam.Access;
using DigiSam.Checklists;
using DigiSam.Requests;
using FluentValidation;
using MediatR;

namespace DigiSam.Risks;

/// <summary>
/// Changes what a risk is called, how it is described and its category. <paramref name="Rev"/> is the version that the editor
/// read: if someone has changed the risk since, the outcome is a conflict and nothing is written.
/// </summary>
[Needs(Permission.WriteRisks)]
public sealed record EditRisk(Guid UnitId, Guid RiskId, int Rev, string Title, string Description, RiskCategory Category) : ICommand<Nothing>, IRiskRequest
{
    public ActsOn Place => new(UnitId);
}

internal sealed class EditRiskValidator : AbstractValidator<EditRisk>
{
    public EditRiskValidator()
    {
        this.HasRisk();
        RuleFor(command => command.Rev).GreaterThan(0).WithName("Versionen");
        RuleFor(command => command.Title).RiskTitle();
        RuleFor(command => command.Description).RiskDescription();
        RuleFor(command => command.Category).IsInEnum().WithName("Kategorin");
    }
}

internal sealed class EditRiskHandler(RiskRegister register) : IRequestHandler<EditRisk, Nothing>
{
    public async Task<Nothing> Handle(EditRisk request, CancellationToken cancellationToken)
    {
        var risk = await register.Find(request, cancellationToken);
        register.Database.Entry(risk).Property(edited => edited.Rev).OriginalValue = request.Rev;
        risk.Edit(request.Title, request.Description, request.Category, register.Actor, register.Now);
        return Nothing.Value;
    }
}
