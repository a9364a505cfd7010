using DigiSam.Access;
using DigiSam.Requests;
using FluentValidation;
using MediatR;

namespace DigiSam.Risks;

/// <summary>Opens a closed risk again: closing is undone, and both stay in the history.</summary>
[Needs(Permission.WriteRisks)]
public sealed record ReopenRisk(Guid UnitId, Guid RiskId) : ICommand<Nothing>, IRiskRequest
{
    public ActsOn Place => new(UnitId);
}

internal sealed class ReopenRiskValidator : AbstractValidator<ReopenRisk>
{
    public ReopenRiskValidator() => this.HasRisk();
}

internal sealed class ReopenRiskHandler(RiskRegister register) : IRequestHandler<ReopenRisk, Nothing>
{
    public async Task<Nothing> Handle(ReopenRisk request, CancellationToken cancellationToken)
    {
        (await register.Find(request, cancellationToken)).Reopen(register.Actor, register.Now);
        return Nothing.Value;
    }
}
