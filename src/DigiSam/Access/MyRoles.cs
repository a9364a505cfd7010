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

/// <summary>A role in a place, with its last day when one is decided.</summary>
public sealed record RoleHeld(Role Role, Guid PlaceId, PlaceKind PlaceKind, string PlaceName, DateOnly? LastDay);

internal sealed class MyRolesHandler(DigiSamContext database, CurrentActor actor, TimeProvider clock) : IRequestHandler<MyRoles, RolesHeld>
{
    public async Task<RolesHeld> Handle(MyRoles request, CancellationToken cancellationToken)
    {
        var today = SwedishDate.Today(clock);
        var held = await (
            from assignment in database.RoleAssignments
            join person in database.People on assignment.PersonId equals person.Id
            join place in database.Set<Place>() on assignment.PlaceId equals place.Id
            where assignment.PersonId == actor.PersonId && assignment.ValidFrom <= today && today <= assignment.ValidTo
            orderby place.SortKey, place.Name
            select new { Who = person.Name, assignment.Role, Place = place, assignment.ValidTo }).ToListAsync(cancellationToken);
        return new RolesHeld(
            held[0].Who,
            [.. held.Select(role => new RoleHeld(role.Role, role.Place.Id, role.Place.Kind(), role.Place.Name, role.ValidTo == DateOnly.MaxValue ? null : role.ValidTo))]);
    }
}
