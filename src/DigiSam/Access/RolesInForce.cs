using DigiSam.Leaves;
using DigiSam.Persistence;

namespace DigiSam.Access;

/// <summary>A role that a person may act as on a day, in a place and below it.</summary>
internal sealed class RoleInForce
{
    public required Guid PersonId { get; init; }

    public required Role Role { get; init; }

    public required Guid PlaceId { get; init; }

    public required DateOnly ValidTo { get; init; }

    /// <summary>The one who is away and in whose stead the person acts; null for a role of their own.</summary>
    public required Guid? InsteadOf { get; init; }
}

/// <summary>
/// The roles in force: those that people hold, and those that they stand in for while others are away. What someone stands in for is read from the roles of the one who is away, day by
/// day, so that it can never be more than those, nor last longer than they do (ADR 0024).
/// </summary>
internal static class RolesInForce
{
    /// <summary>The roles of one person on a day.</summary>
    public static IQueryable<RoleInForce> Of(DigiSamContext database, Guid person, DateOnly day) => Held(database, person, day).Concat(StoodInFor(database, person, day));

    /// <summary>Those that the person holds.</summary>
    public static IQueryable<RoleInForce> Held(DigiSamContext database, Guid person, DateOnly day) => InForce(database, day)
        .Where(held => held.PersonId == person).Select(held => new RoleInForce
        {
            PersonId = held.PersonId,
            Role = held.Role,
            PlaceId = held.PlaceId,
            ValidTo = held.ValidTo,
            InsteadOf = null,
        });

    /// <summary>Those that the person stands in for.</summary>
    /// <remarks>
    /// Whoever stands in and is away as well passes it on to the one who stands in for them, once; one who is away, or has no role of their own any more, acts in nobody's stead.
    /// </remarks>
    public static IQueryable<RoleInForce> StoodInFor(DigiSamContext database, Guid person, DateOnly day)
    {
        var away = database.Leaves.Where(leave => leave.From <= day && day <= leave.To);
        return
            from leave in away
            join role in InForce(database, day) on leave.PersonId equals role.PersonId
            where Leave.StoodInFor.Contains(role.Role) && leave.PersonId != person && !away.Any(own => own.PersonId == person)
                && InForce(database, day).Any(own => own.PersonId == person)
                && (leave.StandInId == person || away.Any(next => next.PersonId == leave.StandInId && next.StandInId == person))
            select new RoleInForce
            {
                PersonId = person,
                Role = role.Role,
                PlaceId = role.PlaceId,
                ValidTo = role.ValidTo < leave.To ? role.ValidTo : leave.To,
                InsteadOf = leave.PersonId,
            };
    }

    private static IQueryable<RoleAssignment> InForce(DigiSamContext database, DateOnly day) =>
        database.RoleAssignments.Where(held => held.ValidFrom <= day && day <= held.ValidTo);
}
