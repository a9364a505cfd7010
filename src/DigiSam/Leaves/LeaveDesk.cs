using DigiSam.Access;
using DigiSam.Language;
using DigiSam.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Leaves;

/// <summary>What requests about leaves need: the rows, what the actor may do with them, and what waits for those who are away.</summary>
internal sealed class LeaveDesk(DigiSamContext database, CurrentActor actor, AccessCheck access, LeaveList list, TimeProvider clock)
{
    public DigiSamContext Database => database;

    public Guid Actor => actor.PersonId;

    public DateOnly Today => SwedishDate.Today(clock);

    /// <summary>Whether the actor sees to the leaves of others.</summary>
    public async Task<bool> Manages(CancellationToken stop) =>
        await access.Reaches(Permission.ManageLeaves, await database.Municipalities.Select(whole => whole.Id).SingleAsync(stop), stop);

    /// <summary>Fails with <see cref="AccessDenied"/> for another's leave, unless the actor sees to those.</summary>
    public async Task MaySee(Guid personId, CancellationToken stop)
    {
        if (personId != actor.PersonId)
            await access.Demand(Permission.ManageLeaves, this, stop);
    }

    public Task<Leave?> Find(Guid id, CancellationToken stop) => database.Leaves.SingleOrDefaultAsync(leave => leave.Id == id, stop);

    /// <summary>The leave, if it is the actor's to see to: to others it is as unknown as one that does not exist.</summary>
    public async Task<Leave> Theirs(Guid id, CancellationToken stop)
    {
        if (await Find(id, stop) is not { } leave || (leave.PersonId != actor.PersonId && !await Manages(stop)))
            throw new LeaveIsUnknown();
        await MaySee(leave.PersonId, stop);
        return leave;
    }

    /// <summary>What was changed is the leave as it was seen; else the save fails as with two editors.</summary>
    public void Seen(Leave leave, int rev) => database.Entry(leave).Property(one => one.Rev).OriginalValue = rev;

    /// <summary>Refuses days that overlap another leave of the person, and a stand-in who cannot be one or is not among those that the form offers.</summary>
    /// <param name="present">Who stands in already, perhaps chosen while they had another role: they may stay.</param>
    public async Task Demand(ILeaveDays days, Guid personId, Guid? standInId, CancellationToken stop, Guid? present = null)
    {
        if (await database.Leaves.AsNoTracking().Where(other => other.PersonId == personId && other.Id != days.LeaveId && other.From <= days.To && days.From <= other.To)
            .OrderBy(other => other.From).FirstOrDefaultAsync(stop) is { } overlapped)
        {
            throw new LeaveOverlaps(overlapped.From, overlapped.To);
        }

        if (standInId is not { } standIn || standIn == personId)
            return;
        if (standIn == actor.PersonId || await database.Leaves.AnyAsync(own => own.PersonId == standIn && own.StandInId == actor.PersonId && own.From <= days.To && days.From <= own.To && personId != actor.PersonId, stop))
            throw new NobodyMakesThemselvesStandIn();
        if (!await database.RoleAssignments.AnyAsync(held => held.PersonId == standIn && held.Role != Role.Operator && held.ValidFrom <= Today && Today <= held.ValidTo, stop))
            throw new StandInHasNoRole();
        if (standIn != present && !await list.Offers(personId, standIn, stop))
            throw new StandInIsNotOffered();
    }

    /// <summary>
    /// Reminders that wait for the person's return fall at once, and are judged anew; so do those that wait for another who holds the same role in the same place, since
    /// whoever is back first is reminded.
    /// </summary>
    public async Task Recall(Guid personId, CancellationToken stop)
    {
        var (now, today) = (clock.GetUtcNow(), Today);
        var held = database.RoleAssignments.Where(one => one.ValidFrom <= today && today <= one.ValidTo);
        List<Guid?> awaited = [personId, .. await held.Where(other => held.Any(one => one.PersonId == personId && one.PlaceId == other.PlaceId && one.Role == other.Role))
            .Select(other => (Guid?)other.PersonId).Distinct().ToListAsync(stop)];
        foreach (var timer in await database.ProcessTimers.Where(timer => awaited.Contains(timer.WaitsFor) && timer.DoneAt == null).ToListAsync(stop))
            timer.FallAt(now);
    }
}
