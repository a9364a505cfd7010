using DigiSam.Access;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Measures;

/// <summary>
/// Which unit a measure belongs to, for an address that holds the measure's id alone. To someone who may not read measures in
/// that unit it is as unknown as one that does not exist.
/// </summary>
[Needs(Permission.ReadMeasures)]
[ChecksPlace("the permission is asked for in the unit found")]
public sealed record FindMeasure(Guid MeasureId) : IQuery<Guid>
{
    public ActsOn Place => ActsOn.OnlyActor;
}

internal sealed class FindMeasureValidator : AbstractValidator<FindMeasure>
{
    public FindMeasureValidator() => RuleFor(query => query.MeasureId).NotEmpty().WithName("Åtgärden");
}

internal sealed class FindMeasureHandler(ActionPlans plans, AccessCheck access) : IRequestHandler<FindMeasure, Guid>
{
    public async Task<Guid> Handle(FindMeasure request, CancellationToken cancellationToken)
    {
        var unit = await plans.Database.Measures.Where(measure => measure.Id == request.MeasureId).Select(measure => (Guid?)measure.UnitId).SingleOrDefaultAsync(cancellationToken);
        return unit is { } id && await access.Reaches(Permission.ReadMeasures, id, cancellationToken) ? id : throw new MeasureIsUnknown();
    }
}
