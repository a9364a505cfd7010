using DigiSam.Access;
using DigiSam.Language;
using DigiSam.Persistence;
using DigiSam.Workflows.Running;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Leaves;

/// <summary>Who is away today of those who hold a role in a place, and until when. Reads leaves once in a request.</summary>
internal sealed class AwayToday(DigiSamContext database, TimeProvider clock)
{
    private readonly Dictionary<(Guid Place, Role Role), IReadOnlyList<Guid>> _holders = [];
    private ILookup<Guid, Leave>? _leaves;
    private HashSet<Guid> _away = [];

    /// <summary>Looks up who holds the role in the places together, for those who will ask for many.</summary>
    public async Task Prepare(IReadOnlyCollection<(Guid Place, Role Role)> asked, CancellationToken stop)
    {
        if (!await AnyoneIsAway(stop))
            return;
        foreach (var role in asked.Where(one => !_holders.ContainsKey(one)).GroupBy(one => one.Role, one => one.Place))
        {
            var places = role.Distinct().ToList();
            var holders = await Holders(role.Key, places, stop);
            foreach (var place in places)
                _holders[(place, role.Key)] = Nearest([.. holders.Where(held => held.Place == place)]);
        }
    }

    /// <summary>
    /// Tells when everyone who holds the role, in the place or nearest above it, is away and nobody stands in who is not; null when someone is there,
    /// and when nobody holds it.
    /// </summary>
    public async Task<Absence?> Of(Guid placeId, Role role, CancellationToken stop)
    {
        if (!await AnyoneIsAway(stop))
            return null;
        await Prepare([(placeId, role)], stop);
        var holders = _holders[(placeId, role)];
        if (holders.Count == 0 || holders.Any(person => !_away.Contains(person) || (Leave.StoodInFor.Contains(role) && StandInOf(person) is not null)))
            return null;
        var first = holders.MinBy(person => (BackOn(person), person));
        return new Absence(first, BackOn(first), Leave.StoodInFor.Contains(role) && holders.Any(person => Now(person).StandInId is not null));
    }

    // As RolesInForce has it: the one named or, where they are away too, the one they have named.
    private Guid? StandInOf(Guid person)
    {
        if (Now(person).StandInId is not { } named)
            return null;
        if (!_away.Contains(named))
            return named;
        return Now(named).StandInId is { } next && next != person && !_away.Contains(next) ? next : null;
    }

    private Leave Now(Guid person) => _leaves![person].First(leave => leave.From <= Today);

    // Leaves that follow on each other are one.
    private DateOnly BackOn(Guid person)
    {
        var back = Now(person).To.AddDays(1);
        while (_leaves![person].FirstOrDefault(leave => leave.From <= back && back <= leave.To) is { } next)
            back = next.To.AddDays(1);
        return back;
    }

    private DateOnly Today => SwedishDate.Today(clock);

    private async Task<bool> AnyoneIsAway(CancellationToken stop)
    {
        if (_leaves is null)
        {
            var today = Today;
            var leaves = await database.Leaves.AsNoTracking().Where(leave => leave.To >= today).ToListAsync(stop);
            _leaves = leaves.OrderBy(leave => leave.From).ThenBy(leave => leave.Id).ToLookup(leave => leave.PersonId);
            _away = [.. leaves.Where(leave => leave.From <= today).Select(leave => leave.PersonId)];
        }

        return _away.Count > 0;
    }

    private async Task<List<Held>> Holders(Role role, List<Guid> places, CancellationToken stop)
    {
        var today = Today;
        return await (
            from scope in database.PlaceScopes
            join held in database.RoleAssignments on scope.AncestorId equals held.PlaceId
            where places.Contains(scope.DescendantId) && scope.ValidFrom <= today && today <= scope.ValidTo
                && held.Role == role && held.ValidFrom <= today && today <= held.ValidTo
            select new Held(
                scope.DescendantId, held.PersonId,
                database.PlaceScopes.Count(above => above.DescendantId == scope.AncestorId && above.ValidFrom <= today && today <= above.ValidTo))).ToListAsync(stop);
    }

    private static IReadOnlyList<Guid> Nearest(IReadOnlyList<Held> held) =>
        held.Count == 0 ? [] : [.. held.Where(one => one.Depth == held.Max(other => other.Depth)).Select(one => one.Person).Distinct()];

    /// <summary>Someone who holds the role that is asked about.</summary>
    /// <param name="Depth">How many places lie above the one where the role is held.</param>
    private sealed record Held(Guid Place, Guid Person, int Depth);
}
