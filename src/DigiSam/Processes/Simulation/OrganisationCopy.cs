using DigiSam.Access;
using DigiSam.Persistence;
using DigiSam.SchoolYears;
using DigiSam.Workflows.Definitions;
using DigiSam.Workflows.Simulation;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Processes.Simulation;

/// <summary>Takes a copy of the organisation as it is on a day, into memory.</summary>
internal sealed class OrganisationCopy(DigiSamContext database, SchoolCalendars calendars)
{
    /// <summary>The units in a place with the people there and above; the municipality alone for a process that concerns no units.</summary>
    public async Task<OrganisationInMemory> Take(ProcessDefinition definition, Guid placeId, DateOnly day, CancellationToken stop)
    {
        var units = await database.Units.AsNoTracking()
            .Where(unit => unit.ValidFrom <= day && day <= unit.ValidTo
                && (database.Municipalities.Any(whole => whole.Id == placeId)
                    || database.PlaceScopes.Any(scope => scope.AncestorId == placeId && scope.DescendantId == unit.Id && scope.ValidFrom <= day && day <= scope.ValidTo)))
            .OrderBy(unit => unit.SortKey).ThenBy(unit => unit.Id).Select(unit => unit.Id).ToListAsync(stop);
        var municipality = await database.Municipalities.Select(whole => whole.Id).SingleAsync(stop);
        var kind = OrganisationInMemory.KindFor(definition);
        var scopes = await database.PlaceScopes.AsNoTracking()
            .Where(scope => scope.ValidFrom <= day && day <= scope.ValidTo)
            .Select(scope => new { scope.AncestorId, scope.DescendantId }).ToListAsync(stop);
        var tree = new Tree(municipality, scopes.ToLookup(scope => scope.DescendantId, scope => scope.AncestorId));
        var held = await (
            from assignment in database.RoleAssignments
            join person in database.People on assignment.PersonId equals person.Id
            join place in database.Places on assignment.PlaceId equals place.Id
            where assignment.ValidFrom <= day && day <= assignment.ValidTo && assignment.Role != Role.Operator && assignment.Role != Role.Employee
            orderby person.Id
            select new Held(assignment.Role, assignment.PlaceId, person.Id, person.Name, place.Name)).ToListAsync(stop);
        var people = held.GroupBy(one => one.PersonId).ToDictionary(one => one.Key, one => PersonOf([.. one], tree));
        var byPlace = held.ToLookup(one => (one.PlaceId, one.Role), one => people[one.PersonId]);
        var managed = held.Where(one => one.Role == Role.Manager).Select(one => one.PlaceId).ToHashSet();
        var roles = held.Select(one => one.Role).Where(role => role != Role.Manager).Distinct().ToList();
        var places = kind == OrganisationInMemory.Unit ? units : [municipality];
        var quiet = await calendars.All(places, stop);
        return new OrganisationInMemory([.. places.Select(unit => new UnitInMemory(
            [.. tree.Upwards(unit).Where(managed.Contains).Select(place => (IReadOnlyList<SimulatedPerson>)[.. byPlace[(place, Role.Manager)].Distinct()])],
            roles.ToDictionary(role => role, role => (IReadOnlyList<SimulatedPerson>)[.. tree.Nearest(unit, place => byPlace.Contains((place, role))).SelectMany(place => byPlace[(place, role)]).Distinct()])) { Quiet = quiet[unit] })], kind);
    }

    // Someone who leads several places is called by the one highest up.
    private static SimulatedPerson PersonOf(IReadOnlyList<Held> roles, Tree tree)
    {
        var highest = roles.MinBy(role => (tree.Depth(role.PlaceId), role.Role, role.PlaceId))!;
        return new SimulatedPerson($"{highest.PersonId}", $"{highest.Person}, {highest.Place}");
    }

    private sealed record Held(Role Role, Guid PlaceId, Guid PersonId, string Person, string Place);

    private sealed class Tree(Guid municipality, ILookup<Guid, Guid> above)
    {
        public int Depth(Guid place) => place == municipality ? 0 : above[place].Count();

        /// <summary>The place itself and those above it, the municipality last.</summary>
        public IEnumerable<Guid> Upwards(Guid place) =>
        [
            place,
            .. above[place].Where(other => other != place && other != municipality).Distinct().OrderByDescending(Depth).ThenBy(other => other),
            .. place == municipality ? Array.Empty<Guid>() : [municipality],
        ];

        /// <summary>The nearest places for which it holds: none of the others lies between.</summary>
        public List<Guid> Nearest(Guid place, Func<Guid, bool> holds)
        {
            var found = above[place].Distinct().Where(holds).ToList();
            return found.FindAll(one => !found.Exists(closer => closer != one && above[closer].Contains(one)));
        }
    }
}
