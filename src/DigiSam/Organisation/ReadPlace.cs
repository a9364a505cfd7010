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
    private const int Here = 0;
    private const int Above = 1;
    private const int Below = 2;

    public async Task<PlaceView> Handle(ReadPlace request, CancellationToken cancellationToken)
    {
        var today = SwedishDate.Today(clock);
        var links = database.PlaceLinks.Where(link => link.Kind == PlaceLinkKind.Contains && link.ValidFrom <= today && today <= link.ValidTo);
        var above = links.Where(link => link.ChildId == request.PlaceId).Select(link => link.ParentId);
        var below = links.Where(link => link.ParentId == request.PlaceId).Select(link => link.ChildId);
        var around = await Seen(Here, database.Places.Where(place => place.Id == request.PlaceId))
            .Concat(Seen(Above, database.Places.Where(place => above.Contains(place.Id))))
            .Concat(Seen(Below, database.Places.Where(place => below.Contains(place.Id))))
            .OrderBy(place => place.SortKey).ToListAsync(cancellationToken);
        return new PlaceView(
            Names(Here).Single(), [.. Names(Above)], [.. Names(Below).OrderBy(found => found.Kind)], await access.PermissionsIn(request.PlaceId, cancellationToken));

        IEnumerable<PlaceName> Names(int where) => around.Where(place => place.Where == where).Select(place => new PlaceName(place.Id, place.Name, place.Kind));
    }

    private static IQueryable<SeenPlace> Seen(int where, IQueryable<Place> places) => places.Select(place => new SeenPlace
    {
        Where = where,
        Id = place.Id,
        Name = place.Name,
        SortKey = place.SortKey,
        Kind = place is Unit ? PlaceKind.Unit : place is Administration ? PlaceKind.Administration : place is Board ? PlaceKind.Board : PlaceKind.Municipality,
    });

    private sealed class SeenPlace
    {
        public required int Where { get; init; }

        public required Guid Id { get; init; }

        public required string Name { get; init; }

        public required string SortKey { get; init; }

        public required PlaceKind Kind { get; init; }
    }
}
