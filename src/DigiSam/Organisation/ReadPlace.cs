using DigiSam.Access;
using DigiSam.Language;
using DigiSam.Persistence;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Organisation;

/// <summary>The four kinds of places.</summary>
public enum PlaceKind
{
    Municipality,
    Board,
    Administration,
    Unit,
}

/// <summary>A place by name.</summary>
public sealed record PlaceName(Guid Id, string Name, PlaceKind Kind);

/// <summary>A place as one stands in it: what is right above and below today, and what the actor may do there.</summary>
public sealed record PlaceView(
    PlaceName Place, IReadOnlyList<PlaceName> Above, IReadOnlyList<PlaceName> Below, IReadOnlySet<Permission> Permissions);

/// <summary>Looks at a place and around it, as it is today.</summary>
[Needs(Permission.ReadOrganisation)]
public sealed record ReadPlace(Guid PlaceId) : IQuery<PlaceView>
{
    public ActsOn Place => new(PlaceId);
}

internal sealed class ReadPlaceValidator : AbstractValidator<ReadPlace>
{
    public ReadPlaceValidator() => RuleFor(query => query.PlaceId).NotEmpty().WithName("Platsen");
}

internal sealed class ReadPlaceHandler(DigiSamContext database, AccessCheck access, TimeProvider clock) : IRequestHandler<ReadPlace, PlaceView>
{
    public async Task<PlaceView> Handle(ReadPlace request, CancellationToken cancellationToken)
    {
        var today = SwedishDate.Today(clock);
        var place = await database.Places.AsNoTracking().SingleAsync(found => found.Id == request.PlaceId, cancellationToken);
        var links = database.PlaceLinks.Where(link => link.Kind == PlaceLinkKind.Contains && link.ValidFrom <= today && today <= link.ValidTo);
        var above = await database.Places.AsNoTracking()
            .Where(found => links.Where(link => link.ChildId == place.Id).Select(link => link.ParentId).Contains(found.Id))
            .OrderBy(found => found.SortKey).ToListAsync(cancellationToken);
        var below = await database.Places.AsNoTracking()
            .Where(found => links.Where(link => link.ParentId == place.Id).Select(link => link.ChildId).Contains(found.Id))
            .OrderBy(found => found.SortKey).ToListAsync(cancellationToken);
        return new PlaceView(
            Name(place), [.. above.Select(Name)], [.. below.Select(Name).OrderBy(found => found.Kind)], await access.PermissionsIn(place.Id, cancellationToken));
    }

    private static PlaceName Name(Place place) => new(place.Id, place.Name, place.Kind());
}
