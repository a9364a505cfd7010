using DigiSam.Access;
using DigiSam.Requests;
using DigiSam.Risks.Life;
using FluentValidation;
using MediatR;

namespace DigiSam.Risks;

/// <summary>Opens a closed risk again, to be assessed anew; both stay in the history.</summary>
[Needs(Permission.WriteRisks)]
public sealed record ReopenRisk(Guid UnitId, Guid RiskId) : ICommand<Nothing>, IRiskRequest
{
    public ActsOn Place => new(UnitId);
}

internal sealed class ReopenRiskValidator : AbstractValidator<ReopenRisk>
{
    public ReopenRiskValidator() => this.HasRisk();
}

internal sealed class ReopenRiskHandler(RiskRegister register, RiskCourse course) : IRequestHandler<ReopenRisk, Nothing>
{
    public async Task<Nothing> Handle(ReopenRisk request, CancellationToken cancellationToken)
    {
        var risk = await register.Find(request, cancellationToken);
        await course.Change(risk, () => risk.Reopen(register.Actor, register.Now), cancellationToken);
        return Nothing.Value;
    }
}
