using DigiSam.Access;
using DigiSam.Persistence;
using DigiSam.Workflows.Running;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Processes;

/// <summary>Finds what waits for the actor, in all their roles and places.</summary>
internal sealed class AddressedTasks(DigiSamContext database, CurrentActor actor)
{
    /// <summary>
    /// The open tasks of processes that do not stand still. A task for a role in a place is the actor's when they hold the role there
    /// or, while nobody does, when they are the nearest above who holds it.
    /// </summary>
    /// <param name="of">The tasks to look among; all when null.</param>
    public IQueryable<InboxTask> On(DateOnly today, IQueryable<InboxTask>? of = null)
    {
        var open = (of ?? database.InboxTasks).AsNoTracking().Where(task => task.DoneAt == null
            && (task.ProcessId == null || !database.Processes.Any(process => process.Id == task.ProcessId && process.Status == ProcessStatus.Suspended)));
        var held = database.RoleAssignments.Where(assignment => assignment.ValidFrom <= today && today <= assignment.ValidTo);
        var mine = held.Where(assignment => assignment.PersonId == actor.PersonId);
        var scopes = database.PlaceScopes.Where(scope => scope.ValidFrom <= today && today <= scope.ValidTo);

        var below = from assignment in mine
                    join scope in scopes on assignment.PlaceId equals scope.AncestorId
                    join task in open on scope.DescendantId equals task.PlaceId
                    where task.Role == assignment.Role
                        // From the few places above the task: from those who hold the role, it would be all of them for every task.
                        && !scopes.Any(inner => inner.DescendantId == task.PlaceId && inner.AncestorId != assignment.PlaceId
                            && held.Any(closer => closer.Role == task.Role && closer.PlaceId == inner.AncestorId)
                            && scopes.Any(outer => outer.AncestorId == assignment.PlaceId && outer.DescendantId == inner.AncestorId))
                    select task;

        return open.Where(task => task.PersonId == actor.PersonId).Concat(below);
    }
}
