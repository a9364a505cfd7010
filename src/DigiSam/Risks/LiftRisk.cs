using DigiSam.Access;
using DigiSam.Requests;
using FluentValidation;
using MediatR;

namespace DigiSam.Risks;

/// <summary>Lifts a risk to the board's report, with the motive.</summary>
[Needs(Permission.WriteRisks)]
public sealed record LiftRisk(Guid UnitId, Guid RiskId, string Motive) : ICommand<Nothing>, IRiskRequest
{
    public ActsOn Place => new(UnitId);
}

internal sealed class LiftRiskValidator : AbstractValidator<LiftRisk>
{
    public LiftRiskValidator()
    {
        this.HasRisk();
        RuleFor(command => command.Motive).RiskReason("Skriv varför nämnden behöver känna till risken.");
    }
}

internal sealed class LiftRiskHandler(RiskRegister register) : IRequestHandler<LiftRisk, Nothing>
{
    public async Task<Nothing> Handle(LiftRisk request, CancellationToken cancellationToken)
    {
        (await register.Find(request, cancellationToken)).Lift(request.Motive, register.Actor, register.Today, register.Now);
        return Nothing.Value;
    }
}
