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
    /// or, while nobody does, when they are the nearest above who holds it; and so in the stead of those they stand in for.
    /// </summary>
    /// <param name="of">The tasks to look among; all when null.</param>
    public IQueryable<AddressedTask> On(DateOnly today, IQueryable<InboxTask>? of = null)
    {
        var open = (of ?? database.InboxTasks).AsNoTracking().Where(task => task.DoneAt == null
            && (task.ProcessId == null || !database.Processes.Any(process => process.Id == task.ProcessId && process.Status == ProcessStatus.Suspended)));
        var held = database.RoleAssignments.Where(assignment => assignment.ValidFrom <= today && today <= assignment.ValidTo);
        var scopes = database.PlaceScopes.Where(scope => scope.ValidFrom <= today && today <= scope.ValidTo);
        return open.Where(task => task.PersonId == actor.PersonId).Select(task => new AddressedTask
        {
            Id = task.Id,
            Kind = task.Kind,
            Text = task.Text,
            Link = task.Link,
            DueOn = task.DueOn,
            Role = task.Role,
            PlaceId = task.PlaceId,
            ProcessId = task.ProcessId,
            StepKey = task.StepKey,
            CreatedAt = task.CreatedAt,
            InsteadOf = null,
        })
            .Concat(Below(RolesInForce.Held(database, actor.PersonId, today)))
            .Concat(Below(RolesInForce.StoodInFor(database, actor.PersonId, today)));

        IQueryable<AddressedTask> Below(IQueryable<RoleInForce> mine) =>
            from assignment in mine
            join scope in scopes on assignment.PlaceId equals scope.AncestorId
            join task in open on scope.DescendantId equals task.PlaceId
            where task.Role == assignment.Role
                // From the few places above the task: from those who hold the role, it would be all of them for every task.
                && !scopes.Any(inner => inner.DescendantId == task.PlaceId && inner.AncestorId != assignment.PlaceId
                    && held.Any(closer => closer.Role == task.Role && closer.PlaceId == inner.AncestorId)
                    && scopes.Any(outer => outer.AncestorId == assignment.PlaceId && outer.DescendantId == inner.AncestorId))
            select new AddressedTask
            {
                Id = task.Id,
                Kind = task.Kind,
                Text = task.Text,
                Link = task.Link,
                DueOn = task.DueOn,
                Role = task.Role,
                PlaceId = task.PlaceId,
                ProcessId = task.ProcessId,
                StepKey = task.StepKey,
                CreatedAt = task.CreatedAt,
                InsteadOf = assignment.InsteadOf,
            };
    }
}

/// <summary>An open task that is the actor's, their own or in another's stead.</summary>
internal sealed class AddressedTask
{
    public required Guid Id { get; init; }

    public required InboxTaskKind Kind { get; init; }

    public required string Text { get; init; }

    public required string Link { get; init; }

    public required DateOnly? DueOn { get; init; }

    public required Role? Role { get; init; }

    public required Guid? PlaceId { get; init; }

    public required Guid? ProcessId { get; init; }

    public required string? StepKey { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The one who is away; null when it is the actor's own.</summary>
    public required Guid? InsteadOf { get; init; }
}
