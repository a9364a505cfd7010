using DigiSam.Access;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Measures;

/// <summary>The people who may see to a unit's measures: those with a role in the unit or above it today, by name.</summary>
[Needs(Permission.WriteMeasures)]
public sealed record ListResponsible(Guid UnitId) : IQuery<IReadOnlyList<ResponsiblePerson>>
{
    public ActsOn Place => new(UnitId);
}

public sealed record ResponsiblePerson(Guid Id, string Name);

internal sealed class ListResponsibleValidator : AbstractValidator<ListResponsible>
{
    public ListResponsibleValidator() => RuleFor(query => query.UnitId).NotEmpty().WithName("Enheten");
}

internal sealed class ListResponsibleHandler(ActionPlans plans) : IRequestHandler<ListResponsible, IReadOnlyList<ResponsiblePerson>>
{
    public async Task<IReadOnlyList<ResponsiblePerson>> Handle(ListResponsible request, CancellationToken cancellationToken)
    {
        var people = await plans.Responsible(request.UnitId).Select(person => new ResponsiblePerson(person.Id, person.Name)).ToListAsync(cancellationToken);
        return [.. people.OrderBy(person => Language.SwedishText.SortKey(person.Name), StringComparer.Ordinal)];
    }
}
