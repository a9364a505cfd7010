using DigiSam.Language;
using DigiSam.Organisation;
using DigiSam.Persistence;
using DigiSam.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Access;

/// <summary>Who the actor is, and the roles they hold today. Denied, like everything, to someone who holds none.</summary>
[Needs(Permission.ReadOwnRoles)]
public sealed record MyRoles : IQuery<RolesHeld>
{
    public ActsOn Place => ActsOn.OnlyActor;
}

public sealed record RolesHeld(string Name, IReadOnlyList<RoleHeld> Roles);

/// <summary>A role in a place, with its last day when one is decided, and the one in whose stead it is held.</summary>
public sealed record RoleHeld(Role Role, Guid PlaceId, PlaceKind PlaceKind, string PlaceName, DateOnly? LastDay, string? InsteadOf = null);

internal sealed class MyRolesHandler(DigiSamContext database, CurrentActor actor, TimeProvider clock) : IRequestHandler<MyRoles, RolesHeld>
{
    public async Task<RolesHeld> Handle(MyRoles request, CancellationToken cancellationToken)
    {
        var today = SwedishDate.Today(clock);
        var held = await (
            from assignment in RolesInForce.Of(database, actor.PersonId, today)
            join person in database.People on assignment.PersonId equals person.Id
            join place in database.Set<Place>() on assignment.PlaceId equals place.Id
            join away in database.People on assignment.InsteadOf equals away.Id into others
            from other in others.DefaultIfEmpty()
            orderby assignment.InsteadOf != null, place.SortKey, place.Name
            select new { Who = person.Name, assignment.Role, Place = place, assignment.ValidTo, InsteadOf = other.Name }).ToListAsync(cancellationToken);
        return new RolesHeld(
            held[0].Who,
            [.. held.Select(role => new RoleHeld(role.Role, role.Place.Id, role.Place.Kind(), role.Place.Name, role.ValidTo == DateOnly.MaxValue ? null : role.ValidTo, role.InsteadOf))]);
    }
}
