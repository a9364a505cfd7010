using DigiSam.Language;
using DigiSam.Persistence;
using DigiSam.Requests;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Access;

/// <summary>Who sends the request of this scope, and as what they were let in.</summary>
public sealed class CurrentActor
{
    public Guid PersonId { get; set; }

    /// <summary>The role that granted the request; null until it is authorised.</summary>
    public Role? ActsAs { get; internal set; }
}

/// <summary>Answers one question, from the database, for each request anew: may this person do this here today?</summary>
public sealed class AccessCheck(DigiSamContext database, CurrentActor actor, TimeProvider clock)
{
    /// <summary>Lets the request through and notes the role it is done as, or fails with <see cref="AccessDenied"/>.</summary>
    public async Task Demand(Permission permission, object request, CancellationToken stop)
    {
        var place = request is IActsOn acting ? acting.Place : ActsOn.Municipality;
        var granting = (await Held(place, stop)).Where(role => role.Grants(permission)).ToList();
        if (granting.Count == 0)
            throw new AccessDenied();
        actor.ActsAs = granting[0];
    }

    /// <summary>Whether the actor may do this here today. For pages, which leave out what would be denied.</summary>
    internal async Task<bool> Allows(Permission permission, Guid placeId, CancellationToken stop) =>
        (await Held(new ActsOn(placeId), stop)).Exists(role => role.Grants(permission));

    /// <summary>The roles that the actor holds today and that reach the place.</summary>
    private async Task<List<Role>> Held(ActsOn place, CancellationToken stop)
    {
        var today = SwedishDate.Today(clock);
        var held = await database.RoleAssignments.AsNoTracking()
            .Where(assignment => assignment.PersonId == actor.PersonId
                && assignment.ValidFrom <= today && today <= assignment.ValidTo)
            .Select(assignment => new
            {
                assignment.Role,
                Reaches = place.ConcernsOnlyActor || (database.Municipalities.Any(whole => whole.Id == assignment.PlaceId)
                    ? place.PlaceId == null || database.Places.Any(any => any.Id == place.PlaceId)
                    : database.PlaceScopes.Any(scope => scope.AncestorId == assignment.PlaceId
                        && scope.DescendantId == place.PlaceId
                        && scope.ValidFrom <= today && today <= scope.ValidTo)),
            })
            .ToListAsync(stop);
        return [.. held.Where(assignment => assignment.Reaches).Select(assignment => assignment.Role)];
    }
}

/// <summary>The actor lacks a role for this request in its place.</summary>
public sealed class AccessDenied()
    : Exception("Du har ingen roll som tillåter detta här. Kontakta systemförvaltaren om du behöver behörigheten.");
