using DigiSam.Access;
using DigiSam.Language;
using DigiSam.Persistence;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Organisation;

/// <summary>Someone who holds a role in a place today.</summary>
public sealed record RoleHolder(string Name, Role Role);

/// <summary>A place in the list, with the names of those it lies under and those who lead and represent it.</summary>
public sealed record PlaceRow(PlaceName Place, IReadOnlyList<string> Above, IReadOnlyList<RoleHolder> People);

/// <summary>One page of the places below a place.</summary>
public sealed record OrganisationPage(IReadOnlyList<RoleHolder> People, IReadOnlyList<PlaceRow> Rows, int Total);

/// <summary>The places below a place today, of one kind or all, with managers and safety representatives.</summary>
[Needs(Permission.ReadOrganisation)]
public sealed record ReadOrganisation(Guid PlaceId, PlaceKind? Kind, string? Search, int Page) : IQuery<OrganisationPage>
{
    public const int PageSize = 50;

    public ActsOn Place => new(PlaceId);
}

internal sealed class ReadOrganisationValidator : AbstractValidator<ReadOrganisation>
{
    public ReadOrganisationValidator()
    {
        RuleFor(query => query.PlaceId).NotEmpty().WithName("Platsen");
        RuleFor(query => query.Page).GreaterThan(0).WithName("Sidan");
        RuleFor(query => query.Search).MaximumLength(200).WithName("Sökordet");
    }
}

internal sealed class ReadOrganisationHandler(DigiSamContext database, TimeProvider clock) : IRequestHandler<ReadOrganisation, OrganisationPage>
{
    public async Task<OrganisationPage> Handle(ReadOrganisation request, CancellationToken cancellationToken)
    {
        var today = SwedishDate.Today(clock);
        var places = database.Places.AsNoTracking().Where(place => place.Id != request.PlaceId && place.ValidFrom <= today && today <= place.ValidTo
            && database.PlaceScopes.Any(scope => scope.AncestorId == request.PlaceId && scope.DescendantId == place.Id && scope.ValidFrom <= today && today <= scope.ValidTo));
        places = request.Kind switch
        {
            PlaceKind.Board => places.Where(place => place is Board),
            PlaceKind.Administration => places.Where(place => place is Administration),
            PlaceKind.Unit => places.Where(place => place is Unit),
            _ => places,
        };
        if (!string.IsNullOrWhiteSpace(request.Search))
        {
            var wanted = SwedishText.Fold(request.Search);
            places = places.Where(place => place.FoldedName.Contains(wanted));
        }

        var total = await places.CountAsync(cancellationToken);
        var shown = await places.OrderBy(place => place.SortKey).ThenBy(place => place.Name)
            .Skip((request.Page - 1) * ReadOrganisation.PageSize).Take(ReadOrganisation.PageSize).ToListAsync(cancellationToken);
        List<Guid> ids = [.. shown.Select(place => place.Id), request.PlaceId];
        var above = await (
            from link in database.PlaceLinks
            join parent in database.Places on link.ParentId equals parent.Id
            where link.Kind == PlaceLinkKind.Contains && ids.Contains(link.ChildId) && link.ValidFrom <= today && today <= link.ValidTo && !(parent is Municipality)
            orderby parent.SortKey
            select new { link.ChildId, parent.Name }).ToListAsync(cancellationToken);
        var people = await (
            from assignment in database.RoleAssignments
            join person in database.People on assignment.PersonId equals person.Id
            where ids.Contains(assignment.PlaceId) && assignment.ValidFrom <= today && today <= assignment.ValidTo && assignment.Role != Role.Operator
            select new { assignment.PlaceId, Holder = new RoleHolder(person.Name, assignment.Role) }).ToListAsync(cancellationToken);
        return new OrganisationPage(
            Of(request.PlaceId),
            [.. shown.Select(place => new PlaceRow(
                new PlaceName(place.Id, place.Name, place.Kind()), [.. above.Where(link => link.ChildId == place.Id).Select(link => link.Name)], Of(place.Id)))],
            total);

        IReadOnlyList<RoleHolder> Of(Guid place) =>
            [.. people.Where(held => held.PlaceId == place).Select(held => held.Holder).OrderBy(holder => holder.Role).ThenBy(holder => SwedishText.SortKey(holder.Name), StringComparer.Ordinal)];
    }
}
