using DigiSam.Access;
using DigiSam.Checklists;
using DigiSam.Organisation;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Risks;

/// <summary>How many open risks there are of each category and level, in a place and everything below it.</summary>
[Needs(Permission.ReadRisks)]
public sealed record CountByCategory(Guid PlaceId) : IQuery<IReadOnlyList<CategoryCount>>
{
    public ActsOn Place => new(PlaceId);
}

/// <summary>The open risks of a category, by the key of their level; those without an assessment stand under the empty key.</summary>
public sealed record CategoryCount(RiskCategory Category, IReadOnlyDictionary<string, int> ByLevel)
{
    public int Total => ByLevel.Values.Sum();
}

internal sealed class CountByCategoryValidator : AbstractValidator<CountByCategory>
{
    public CountByCategoryValidator() => RuleFor(query => query.PlaceId).NotEmpty().WithName("Platsen");
}

internal sealed class CountByCategoryHandler(RiskRegister register) : IRequestHandler<CountByCategory, IReadOnlyList<CategoryCount>>
{
    public async Task<IReadOnlyList<CategoryCount>> Handle(CountByCategory request, CancellationToken cancellationToken)
    {
        var counts = await (await register.Database.Risks.InPlace(register.Database, request.PlaceId, register.Today, risk => risk.UnitId, cancellationToken))
            .Where(risk => risk.Status == RiskStatus.Open)
            .GroupBy(risk => new { risk.Category, risk.Level })
            .Select(group => new { group.Key.Category, group.Key.Level, Count = group.Count() })
            .ToListAsync(cancellationToken);
        return [.. counts.GroupBy(count => count.Category)
            .Select(category => new CategoryCount(category.Key, category.ToDictionary(count => count.Level ?? "", count => count.Count)))
            .OrderByDescending(category => category.Total).ThenBy(category => category.Category)];
    }
}
