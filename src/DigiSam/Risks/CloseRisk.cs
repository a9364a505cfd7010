using DigiSam.Access;
using DigiSam.Requests;
using DigiSam.Risks.Life;
using FluentValidation;
using MediatR;

namespace DigiSam.Risks;

/// <summary>Closes a risk that no longer exists or is small enough to live with, with the reason.</summary>
[Needs(Permission.WriteRisks)]
public sealed record CloseRisk(Guid UnitId, Guid RiskId, string Reason) : ICommand<Nothing>, IRiskRequest
{
    public ActsOn Place => new(UnitId);
}

internal sealed class CloseRiskValidator : AbstractValidator<CloseRisk>
{
    public CloseRiskValidator()
    {
        this.HasRisk();
        RuleFor(command => command.Reason).RiskReason("Skriv varför risken kan avslutas.");
    }
}

internal sealed class CloseRiskHandler(RiskRegister register, RiskCourse course) : IRequestHandler<CloseRisk, Nothing>
{
    public async Task<Nothing> Handle(CloseRisk request, CancellationToken cancellationToken)
    {
        var risk = await register.Find(request, cancellationToken);
        await course.Change(risk, () => risk.Close(request.Reason, register.Actor, register.Today, register.Now), cancellationToken);
        return Nothing.Value;
    }
}
