using DigiSam.Access;
using DigiSam.Persistence;
using DigiSam.Workflows.Definitions;
using DigiSam.Workflows.Running;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Processes;

/// <summary>Finds who is told when a manager is late.</summary>
internal sealed class ManagersAbove(DigiSamContext database)
{
    /// <summary>
    /// The nearest place above with a manager who is not the one responsible now; null when there is none. The one responsible
    /// is the place's own manager or, while it has none, the nearest above; while all of those are away also whoever stands in.
    /// </summary>
    /// <param name="told">How many of those above know already and are passed over.</param>
    /// <param name="ofManager">
    /// Whether a manager is responsible. Where someone else is, a board's case officer for instance, the nearest manager is told.
    /// </param>
    public async Task<Guid?> PlaceAbove(Guid placeId, int told, DateOnly today, CancellationToken stop, bool ofManager = true)
    {
        var chain = await database.PlaceScopes
            .Where(scope => scope.DescendantId == placeId && scope.ValidFrom <= today && today <= scope.ValidTo)
            .Select(scope => new
            {
                Id = scope.AncestorId,
                Depth = database.PlaceScopes.Count(above => above.DescendantId == scope.AncestorId && above.ValidFrom <= today && today <= above.ValidTo),
            }).ToListAsync(stop);
        var municipality = await database.Municipalities.Select(whole => whole.Id).SingleAsync(stop);
        var depths = chain.Where(place => place.Id != municipality && place.Id != placeId).GroupBy(place => place.Id).ToDictionary(place => place.Key, place => place.Max(at => at.Depth));
        depths[municipality] = 0;
        depths[placeId] = int.MaxValue;

        var places = depths.Keys.ToList();
        var managers = await database.RoleAssignments
            .Where(held => held.Role == Role.Manager && places.Contains(held.PlaceId) && held.ValidFrom <= today && today <= held.ValidTo)
            .Select(held => new { held.PlaceId, held.PersonId })
            .ToListAsync(stop);
        var levels = managers.GroupBy(held => held.PlaceId, held => held.PersonId).OrderByDescending(place => depths[place.Key]).ThenBy(place => place.Key).ToList();
        var people = levels.ConvertAll(place => place.ToList());
        if (people.Count > 0)
            people[0].AddRange(await StandIns(people[0], today, stop));
        return LevelAbove([.. people], told, ofManager) is { } level ? levels[level].Key : null;
    }

    // As RolesInForce has it, the second time too: who stands in and is away has someone who stands in for them.
    private async Task<IReadOnlyList<Guid>> StandIns(List<Guid> responsible, DateOnly today, CancellationToken stop)
    {
        var away = await database.Leaves.Where(leave => leave.From <= today && today <= leave.To && responsible.Contains(leave.PersonId)).ToListAsync(stop);
        if (!responsible.TrueForAll(person => away.Exists(leave => leave.PersonId == person)))
            return [];
        var named = away.Select(leave => leave.StandInId).OfType<Guid>().ToList();
        var next = await database.Leaves.Where(leave => leave.From <= today && today <= leave.To && named.Contains(leave.PersonId) && leave.StandInId != null)
            .Select(leave => leave.StandInId!.Value).ToListAsync(stop);
        return [.. named, .. next];
    }

    /// <summary>Which level is told, of the managers of each place that has any, from the place itself upwards; null when there is none.</summary>
    internal static int? LevelAbove<TPerson>(IReadOnlyList<IReadOnlyList<TPerson>> levels, int told, bool ofManager = true) => Enumerable.Range(0, levels.Count)
        .Where(level => !ofManager || levels[level].Any(person => !levels[0].Contains(person))).Skip(told).Select(level => (int?)level).FirstOrDefault();

    /// <summary>Whether the step is a manager's, in a place of the kind.</summary>
    internal static bool IsManagers(StepDefinition step, string? placeKind) => step.HumanAt(placeKind)?.Role == Role.Manager.Code();

    /// <summary>
    /// How many of those above know already: by the escalations before this one, and because the step is the business of the one
    /// above in the first place.
    /// </summary>
    internal static int ToldBefore(StepDefinition step, ProcessDecision.TaskWanted wanted, string? placeKind) =>
        step.Escalations.Take(wanted.Level).Count(before => before.To == InstalledProcesses.NextManager)
        + (step.HumanAt(placeKind) is { Place: HumanStep.Above } ? 1 : 0);
}
