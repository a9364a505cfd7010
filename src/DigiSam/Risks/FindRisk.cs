using DigiSam.Access;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Risks;

/// <summary>
/// Which unit a risk belongs to, for an address that holds the risk's id alone. To someone who may not read risks in that
/// unit the risk is as unknown as one that does not exist.
/// </summary>
[Needs(Permission.ReadRisks)]
[ChecksPlace("the permission is asked for in the unit found")]
public sealed record FindRisk(Guid RiskId) : IQuery<Guid>
{
    public ActsOn Place => ActsOn.OnlyActor;
}

internal sealed class FindRiskValidator : AbstractValidator<FindRisk>
{
    public FindRiskValidator() => RuleFor(query => query.RiskId).NotEmpty().WithName("Risken");
}

internal sealed class FindRiskHandler(RiskRegister register, AccessCheck access) : IRequestHandler<FindRisk, Guid>
{
    public async Task<Guid> Handle(FindRisk request, CancellationToken cancellationToken)
    {
        var unit = await register.Database.Risks.Where(risk => risk.Id == request.RiskId).Select(risk => (Guid?)risk.UnitId).SingleOrDefaultAsync(cancellationToken);
        return unit is { } id && await access.Reaches(Permission.ReadRisks, id, cancellationToken) ? id : throw new RiskIsUnknown();
    }
}
