using DigiSam.Access;
using DigiSam.Language;
using DigiSam.Persistence;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.SchoolYears;

/// <summary>The school years that are stated in a place, below it and above it, the newest first.</summary>
[Needs(Permission.StateSchoolYears)]
public sealed record ListSchoolYears(Guid PlaceId) : IQuery<IReadOnlyList<SchoolYearView>>
{
    public ActsOn Place => new(PlaceId);
}

/// <summary>A school year as a place has stated it.</summary>
/// <param name="Terms">Null where the place follows no school year.</param>
/// <param name="IsHere">Stated in the place that was asked about.</param>
public sealed record SchoolYearView(Guid Id, int Rev, Guid PlaceId, string PlaceName, int StartYear, Terms? Terms, bool IsHere)
{
    /// <summary>"2026/27".</summary>
    public string Name => SchoolYear.NameOf(StartYear);
}

internal sealed class ListSchoolYearsValidator : AbstractValidator<ListSchoolYears>
{
    public ListSchoolYearsValidator() => RuleFor(query => query.PlaceId).NotEmpty().WithName("Platsen");
}

internal sealed class ListSchoolYearsHandler(DigiSamContext database, TimeProvider clock) : IRequestHandler<ListSchoolYears, IReadOnlyList<SchoolYearView>>
{
    public async Task<IReadOnlyList<SchoolYearView>> Handle(ListSchoolYears request, CancellationToken cancellationToken)
    {
        var today = SwedishDate.Today(clock);
        var scopes = database.PlaceScopes.Where(scope => scope.ValidFrom <= today && today <= scope.ValidTo);
        var whole = await database.Municipalities.Select(municipality => municipality.Id).SingleAsync(cancellationToken);
        var found = await (
            from year in database.SchoolYears.AsNoTracking().Include(year => year.Breaks)
            join place in database.Places on year.PlaceId equals place.Id
            where request.PlaceId == whole || year.PlaceId == whole || year.PlaceId == request.PlaceId
                || scopes.Any(scope => (scope.AncestorId == request.PlaceId && scope.DescendantId == year.PlaceId) || (scope.DescendantId == request.PlaceId && scope.AncestorId == year.PlaceId))
            orderby year.StartYear descending, place.SortKey, place.Id
            select new { Year = year, Place = place.Name }).ToListAsync(cancellationToken);
        return [.. found.Select(one => new SchoolYearView(one.Year.Id, one.Year.Rev, one.Year.PlaceId, one.Place, one.Year.StartYear, one.Year.AsTerms(), one.Year.PlaceId == request.PlaceId))];
    }
}
