using DigiSam.Access;
using DigiSam.Language;
using DigiSam.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Leaves;

/// <summary>Reads leaves, and the people that they may concern.</summary>
internal sealed class LeaveList(DigiSamContext database, CurrentActor actor, TimeProvider clock)
{
    /// <summary>So many people are found at most by a part of a name.</summary>
    private const int MostFound = 50;

    public Guid Actor => actor.PersonId;

    private DateOnly Today => SwedishDate.Today(clock);

    /// <summary>The leaves that are not over, those that end first first.</summary>
    public async Task<(IReadOnlyList<LeaveView> Leaves, int Total)> Current(int most, CancellationToken stop)
    {
        var today = Today;
        var current = database.Leaves.Where(leave => leave.To >= today);
        var shown = await (
            from leave in current
            join person in database.People on leave.PersonId equals person.Id
            join other in database.People on leave.StandInId equals other.Id into standIns
            from standIn in standIns.DefaultIfEmpty()
            orderby leave.To, leave.Id
            select new LeaveView(leave.Id, leave.Rev, leave.PersonId, person.Name, leave.From, leave.To, leave.StandInId, standIn.Name)).Take(most).ToListAsync(stop);
        return (shown, await current.CountAsync(stop));
    }

    /// <summary>One person's. Fails with <see cref="LeaveIsUnknown"/> for somebody who does not exist.</summary>
    public async Task<LeavesOfPerson> Of(Guid personId, CancellationToken stop)
    {
        var name = await database.People.Where(person => person.Id == personId).Select(person => person.Name).SingleOrDefaultAsync(stop) ?? throw new LeaveIsUnknown();
        var today = Today;
        var leaves = await (
            from leave in database.Leaves
            join other in database.People on leave.StandInId equals other.Id into standIns
            from standIn in standIns.DefaultIfEmpty()
            where leave.PersonId == personId && leave.To >= today
            orderby leave.From, leave.Id
            select new LeaveView(leave.Id, leave.Rev, leave.PersonId, name, leave.From, leave.To, leave.StandInId, standIn.Name)).ToListAsync(stop);
        var others = await StandIns(personId).ToListAsync(stop);
        return new LeavesOfPerson(new PersonName(personId, name), leaves, Sorted(others.Select(person => new PersonName(person.Id, person.Name))));
    }

    /// <summary>People with a role today whose name has the part in it, upper and lower case alike.</summary>
    public async Task<IReadOnlyList<PersonName>> Named(string part, CancellationToken stop)
    {
        var people = await WithRole(held => true).Select(person => new PersonName(person.Id, person.Name)).ToListAsync(stop);
        var folded = SwedishText.Fold(part);
        return [.. Sorted(people.Where(person => SwedishText.Fold(person.Name).Contains(folded, StringComparison.Ordinal))).Take(MostFound)];
    }

    /// <summary>Whether the one is among those whom the person may choose to stand in.</summary>
    public Task<bool> Offers(Guid personId, Guid standIn, CancellationToken stop) => StandIns(personId).AnyAsync(person => person.Id == standIn, stop);

    // Whoever has a role for the whole municipality may also choose those with one for an administration or a board.
    private IQueryable<Person> StandIns(Guid personId)
    {
        var today = Today;
        var whole = database.Municipalities.Select(place => place.Id);
        var scopes = database.PlaceScopes.Where(scope => scope.ValidFrom <= today && today <= scope.ValidTo);
        var mine = database.RoleAssignments.Where(held => held.PersonId == personId && held.ValidFrom <= today && today <= held.ValidTo).Select(held => held.PlaceId);
        var above = scopes.Where(scope => mine.Contains(scope.DescendantId) && !whole.Contains(scope.AncestorId)).Select(scope => scope.AncestorId);
        var around = scopes.Where(scope => above.Contains(scope.AncestorId)).Select(scope => scope.DescendantId);
        return WithRole(held => Leave.StoodInFor.Contains(held.Role) && (whole.Contains(held.PlaceId) || around.Contains(held.PlaceId) || above.Contains(held.PlaceId)
                || (mine.Any(place => whole.Contains(place)) && !database.Units.Any(unit => unit.Id == held.PlaceId))))
            .Where(person => person.Id != personId && person.Id != actor.PersonId);
    }

    private IQueryable<Person> WithRole(System.Linq.Expressions.Expression<Func<RoleAssignment, bool>> which)
    {
        var today = Today;
        var held = database.RoleAssignments.Where(held => held.Role != Role.Operator && held.ValidFrom <= today && today <= held.ValidTo).Where(which).Select(held => held.PersonId);
        return database.People.AsNoTracking().Where(person => held.Contains(person.Id));
    }

    private static IReadOnlyList<PersonName> Sorted(IEnumerable<PersonName> people) =>
        [.. people.OrderBy(person => SwedishText.SortKey(person.Name), StringComparer.Ordinal).ThenBy(person => person.Id)];
}
