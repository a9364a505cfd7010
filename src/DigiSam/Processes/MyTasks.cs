using DigiSam.Access;
using DigiSam.Language;
using DigiSam.Organisation;
using DigiSam.Persistence;
using DigiSam.Requests;
using DigiSam.Workflows.Running;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Processes;

/// <summary>
/// What waits for the actor in all their roles and places, by day. A task for a role in a place is theirs when they hold the
/// role there or, while nobody does, when they are the nearest above who holds it.
/// </summary>
[Needs(Permission.ReadOwnRoles)]
public sealed record MyTasks : IQuery<IReadOnlyList<MyTask>>
{
    public ActsOn Place => ActsOn.OnlyActor;
}

/// <summary>One sentence with one link. A step that was reminded of shows the reminder in place of the task.</summary>
/// <param name="As">The role it waits for; null when it waits for the person.</param>
/// <param name="InsteadOf">The one who is away and in whose stead it is theirs; null when it is their own.</param>
public sealed record MyTask(
    Guid Id, InboxTaskKind Kind, string Text, string Link, DateOnly? DueOn, bool IsOverdue, Role? As, Guid? PlaceId, string? PlaceName, string? InsteadOf = null);

internal sealed class MyTasksHandler(DigiSamContext database, CurrentActor actor, TimeProvider clock) : IRequestHandler<MyTasks, IReadOnlyList<MyTask>>
{
    public async Task<IReadOnlyList<MyTask>> Handle(MyTasks request, CancellationToken cancellationToken)
    {
        var today = SwedishDate.Today(clock);
        var tasks = await (
            from task in Addressed(today)
            join place in database.Set<Place>() on task.PlaceId equals place.Id into places
            from place in places.DefaultIfEmpty()
            join away in database.People on task.InsteadOf equals away.Id into others
            from other in others.DefaultIfEmpty()
            select new { task.Id, task.Kind, task.Text, task.Link, task.DueOn, task.Role, task.PlaceId, Place = place.Name, task.ProcessId, task.StepKey, task.CreatedAt, InsteadOf = other.Name })
            .ToListAsync(cancellationToken);
        return [.. tasks
            .OrderBy(task => task.InsteadOf is not null)
            .DistinctBy(task => task.Id)
            .GroupBy(task => task.ProcessId is null ? (task.Id, null, task.Role) : (task.ProcessId.Value, task.StepKey, task.Role))
            .Select(same => same.MaxBy(task => (task.CreatedAt, task.Kind, task.Id))!)
            .OrderBy(task => task.DueOn ?? DateOnly.MaxValue).ThenBy(task => task.CreatedAt).ThenBy(task => task.Id)
            .Select(task => new MyTask(task.Id, task.Kind, task.Text, task.Link, task.DueOn, task.DueOn < today, task.Role, task.PlaceId, task.Place, task.InsteadOf))];
    }

    private IQueryable<AddressedTask> Addressed(DateOnly today)
    {
        var open = database.InboxTasks.AsNoTracking().Where(task => task.DoneAt == null
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
                && !held.Any(closer => closer.Role == task.Role && closer.PlaceId != assignment.PlaceId
                    && scopes.Any(inner => inner.AncestorId == closer.PlaceId && inner.DescendantId == task.PlaceId)
                    && scopes.Any(outer => outer.AncestorId == assignment.PlaceId && outer.DescendantId == closer.PlaceId))
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

    private sealed class AddressedTask
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

        public required Guid? InsteadOf { get; init; }
    }
}
