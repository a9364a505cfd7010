using DigiSam.Installation;
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

    /// <summary>The one who is away and in whose stead the request is done; null in a role of their own.</summary>
    public Guid? InsteadOf { get; internal set; }

    /// <summary>The view whose reading of roles the request shares; null for a command, and for a query that no page sends.</summary>
    internal RolesOfOneView? View { get; set; }
}

/// <summary>
/// Answers one question, from the database, for each request anew: may this person do this here today? Only the queries of
/// one page share what they read (<see cref="RolesOfOneView"/>).
/// </summary>
public sealed class AccessCheck(DigiSamContext database, CurrentActor actor, TimeProvider clock)
{
    /// <summary>Lets the request through and notes the role it is done as, or fails with <see cref="AccessDenied"/>.</summary>
    public async Task Demand(Permission permission, object request, CancellationToken stop)
    {
        var granting = await Granting(permission, request is IActsOn acting ? acting.Place : ActsOn.Municipality, stop) ?? throw new AccessDenied();
        (actor.ActsAs, actor.InsteadOf) = (granting.Role, granting.InsteadOf);
    }

    /// <summary>Whether the actor may also do something else in a place, such as change what they read.</summary>
    public async Task<bool> Reaches(Permission permission, Guid placeId, CancellationToken stop) =>
        await Granting(permission, new ActsOn(placeId), stop) is not null;

    // What someone may do in a role of their own they do not do in another's stead.
    private async Task<HeldRole?> Granting(Permission permission, ActsOn place, CancellationToken stop) =>
        (await HeldOver(place, stop)).Where(assignment => assignment.Reaches && assignment.Role.Grants(permission))
            .OrderBy(assignment => assignment.InsteadOf is not null).Select(assignment => (HeldRole?)assignment).FirstOrDefault();

    /// <summary>All that the actor may do in a place today, so that a page offers no more than that.</summary>
    public async Task<IReadOnlySet<Permission>> PermissionsIn(Guid placeId, CancellationToken stop)
    {
        var roles = (await HeldOver(new ActsOn(placeId), stop)).Where(assignment => assignment.Reaches).Select(assignment => assignment.Role).ToList();
        return Enum.GetValues<Permission>().Where(permission => roles.Exists(role => role.Grants(permission))).ToHashSet();
    }

    private Task<IReadOnlyList<HeldRole>> HeldOver(ActsOn place, CancellationToken stop) =>
        actor.View is { } view ? view.Held(actor.PersonId, place, () => Read(place, stop)) : Read(place, stop);

    private async Task<IReadOnlyList<HeldRole>> Read(ActsOn place, CancellationToken stop)
    {
        var today = SwedishDate.Today(clock);
        // The operator stands in for nobody, and takes backups of databases that know no leaves yet.
        var roles = actor.PersonId == InstallationSetup.Operator ? RolesInForce.Held(database, actor.PersonId, today) : RolesInForce.Of(database, actor.PersonId, today);
        var held = await roles
            .Select(assignment => new
            {
                assignment.Role,
                assignment.InsteadOf,
                Reaches = place.ConcernsOnlyActor || (database.Municipalities.Any(whole => whole.Id == assignment.PlaceId)
                    ? place.PlaceId == null || database.Places.Any(any => any.Id == place.PlaceId)
                    : database.PlaceScopes.Any(scope => scope.AncestorId == assignment.PlaceId
                        && scope.DescendantId == place.PlaceId
                        && scope.ValidFrom <= today && today <= scope.ValidTo)),
            })
            .ToListAsync(stop);
        return [.. held.Select(assignment => new HeldRole(assignment.Role, assignment.Reaches, assignment.InsteadOf))];
    }
}

/// <summary>The actor lacks a role for this request in its place.</summary>
public sealed class AccessDenied()
    : Exception("Du har ingen roll som tillåter detta här. Kontakta systemförvaltaren om du behöver behörigheten.");
