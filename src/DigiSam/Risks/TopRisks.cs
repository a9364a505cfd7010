using DigiSam.Access;
using DigiSam.Organisation;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Risks;

/// <summary>The open risks with the highest values in a place and everything below it; at the same value the serious first.</summary>
[Needs(Permission.ReadRisks)]
public sealed record TopRisks(Guid PlaceId, int Count) : IQuery<IReadOnlyList<RiskRow>>
{
    public ActsOn Place => new(PlaceId);
}

internal sealed class TopRisksValidator : AbstractValidator<TopRisks>
{
    public TopRisksValidator()
    {
        RuleFor(query => query.PlaceId).NotEmpty().WithName("Platsen");
        RuleFor(query => query.Count).InclusiveBetween(1, 50).WithName("Antalet");
    }
}

internal sealed class TopRisksHandler(RiskRegister register) : IRequestHandler<TopRisks, IReadOnlyList<RiskRow>>
{
    public async Task<IReadOnlyList<RiskRow>> Handle(TopRisks request, CancellationToken cancellationToken)
    {
        var open = (await register.Database.Risks.AsNoTracking().InPlace(register.Database, request.PlaceId, register.Today, risk => risk.UnitId, cancellationToken))
            .Where(risk => risk.Status == RiskStatus.Open && risk.Value != null);
        var rows = await RiskRows.Of(register.Database, RiskRows.Order(RiskSort.Value).Sort(open).Take(request.Count)).ToListAsync(cancellationToken);
        return rows.ConvertAll(row => row.InWords(register));
    }
}
