using DigiSam.Access;
using DigiSam.Checklists;
using DigiSam.Language;
using DigiSam.Persistence;
using DigiSam.Requests;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.SafetyRounds;

/// <summary>A manager or safety representative of a unit, who may be expected on its rounds.</summary>
public sealed record PersonOfUnit(Guid PersonId, string Name, RoundPart Part);

/// <summary>Plans rounds, whether one or a year's.</summary>
internal sealed class RoundPlans(DigiSamContext database, TimeProvider clock)
{
    /// <summary>Adds the rounds that are not there yet, each with the version of its checklist that holds on its day, or today if that day has been.</summary>
    public async Task Add(Guid unitId, IReadOnlyList<PlannedRound> rounds, IReadOnlyList<RoundWalker> walkers, CancellationToken stop)
    {
        var ids = rounds.Select(round => round.RoundId).ToList();
        var known = await database.SafetyRounds.Where(round => ids.Contains(round.Id)).ToDictionaryAsync(round => round.Id, round => round.UnitId, stop);
        if (known.Values.Any(unit => unit != unitId))
            throw new RoundIsUnknown();
        var added = rounds.Where(round => !known.ContainsKey(round.RoundId)).DistinctBy(round => round.RoundId).ToList();
        if (added.Count == 0)
            return;

        await UnitMustExist(unitId, added, stop);
        var versions = await Versions(added, stop);
        var people = walkers.Any(walker => walker.PersonId is not null) ? await PeopleOf(unitId, stop) : [];
        foreach (var planned in added)
        {
            var round = new SafetyRound(planned.RoundId, unitId, versions[planned.RoundId], planned.PlannedFor);
            foreach (var walker in walkers)
                round.Join(Participant(round.Id, walker, people));
            database.SafetyRounds.Add(round);
        }
    }

    /// <summary>Those who hold the unit itself as managers today, and the safety representatives of the area it lies in.</summary>
    public async Task<IReadOnlyList<PersonOfUnit>> PeopleOf(Guid unitId, CancellationToken stop)
    {
        var today = SwedishDate.Today(clock);
        var held = await (
            from assignment in database.RoleAssignments.AsNoTracking()
            join person in database.People on assignment.PersonId equals person.Id
            where assignment.ValidFrom <= today && today <= assignment.ValidTo
                && ((assignment.Role == Role.Manager && assignment.PlaceId == unitId)
                    || (assignment.Role == Role.SafetyRep && database.PlaceScopes.Any(scope => scope.AncestorId == assignment.PlaceId
                        && scope.DescendantId == unitId && scope.ValidFrom <= today && today <= scope.ValidTo)))
            select new { person.Id, person.Name, assignment.Role }).Distinct().ToListAsync(stop);
        return
        [
            .. held.Select(one => new PersonOfUnit(one.Id, one.Name, one.Role == Role.Manager ? RoundPart.Manager : RoundPart.SafetyRep))
                .OrderBy(one => one.Part).ThenBy(one => SwedishText.SortKey(one.Name), StringComparer.Ordinal),
        ];
    }

    private static RoundParticipant Participant(Guid roundId, RoundWalker walker, IReadOnlyList<PersonOfUnit> people)
    {
        if (walker.PersonId is null)
            return new RoundParticipant(roundId, walker.Part, walker.Name!.Trim(), personId: null);
        var person = people.FirstOrDefault(person => person.PersonId == walker.PersonId && person.Part == walker.Part) ?? throw new PersonIsNotOfTheUnit();
        return new RoundParticipant(roundId, person.Part, person.Name, person.PersonId);
    }

    private async Task UnitMustExist(Guid unitId, List<PlannedRound> rounds, CancellationToken stop)
    {
        var (first, last) = (rounds.Min(round => round.PlannedFor), rounds.Max(round => round.PlannedFor));
        if (!await database.Units.AnyAsync(unit => unit.Id == unitId && unit.ValidFrom <= first && last <= unit.ValidTo, stop))
            throw new UnitDoesNotExistThen();
    }

    // The version of each round, by the round's id.
    private async Task<Dictionary<Guid, Guid>> Versions(List<PlannedRound> rounds, CancellationToken stop)
    {
        var keys = rounds.Select(round => round.ChecklistKey).Distinct().ToList();
        var versions = (await database.ChecklistVersions.Where(version => keys.Contains(version.Key))
            .Select(version => new { version.Key, version.Version, version.Id, version.Title, version.ValidFrom }).ToListAsync(stop)).ToLookup(version => version.Key);
        var (retired, today) = (await PublishedChecklists.Retired(database, stop), SwedishDate.Today(clock));
        var chosen = new Dictionary<Guid, Guid>();
        foreach (var round in rounds)
        {
            var known = versions[round.ChecklistKey].OrderByDescending(version => version.Version).ToList();
            if (known.Count == 0)
                throw new ChecklistIsUnknown(round.ChecklistKey);
            if (retired.Contains(round.ChecklistKey))
                throw new ChecklistIsRetired(known[0].Title);
            var day = round.PlannedFor < today ? today : round.PlannedFor;
            var holding = known.Find(version => version.ValidFrom <= day) ?? throw new ChecklistDoesNotHoldYet(known[0].Title, known.Min(version => version.ValidFrom));
            chosen[round.RoundId] = holding.Id;
        }

        return chosen;
    }
}

internal static class RoundDayRules
{
    public static IRuleBuilderOptions<T, DateOnly> IsThisYearOrNext<T>(this IRuleBuilder<T, DateOnly> rule, TimeProvider clock) =>
        rule.Must(day => day.Year - SwedishDate.Today(clock).Year is 0 or 1).WithMessage("Ronden ska planeras till en dag i år eller nästa år.");
}

/// <summary>Only units hold rounds, and only while they exist.</summary>
public sealed class UnitDoesNotExistThen() : BrokenRule("Enheten finns inte den dagen. Välj en annan dag eller en annan enhet.");

/// <summary>No published checklist has the key.</summary>
public sealed class ChecklistIsUnknown(string key) : BrokenRule($"Checklistan \"{key}\" finns inte. Välj en publicerad checklista.");

/// <summary>A checklist that was taken out of use is not for new rounds.</summary>
public sealed class ChecklistIsRetired(string title) : BrokenRule($"Checklistan {title} är ur bruk och kan inte väljas för nya ronder. Välj en annan.");

/// <summary>A new checklist is not for rounds before the day it holds from.</summary>
public sealed class ChecklistDoesNotHoldYet(string title, DateOnly from) : BrokenRule($"Checklistan {title} gäller från {SwedishDate.Long(from)}. Välj den dagen eller en senare.");

/// <summary>Someone is asked along by id who is neither manager nor safety representative of the unit.</summary>
public sealed class PersonIsNotOfTheUnit() : BrokenRule("En av dem du valde är inte längre chef eller skyddsombud för enheten. Läs in sidan igen och välj på nytt.");
