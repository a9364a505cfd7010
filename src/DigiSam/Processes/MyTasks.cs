using DigiSam.Access;
using DigiSam.Language;
using DigiSam.Organisation;
using DigiSam.Persistence;
using DigiSam.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Processes;

/// <summary>
/// What waits for the actor in all their roles and places, by day. A task for a role in a place is theirs when they hold the
/// role there or, while nobody does, when they are the nearest above who holds it. What kinds of process gather for themselves
/// is not among them.
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

internal sealed class MyTasksHandler(DigiSamContext database, AddressedTasks addressed, IEnumerable<IProcessWording> wordings, TimeProvider clock) : IRequestHandler<MyTasks, IReadOnlyList<MyTask>>
{
    public async Task<IReadOnlyList<MyTask>> Handle(MyTasks request, CancellationToken cancellationToken)
    {
        var today = SwedishDate.Today(clock);
        var gathered = wordings.Where(wording => wording.IsGathered).Select(wording => wording.DefinitionKey).ToList();
        var tasks = await (
            from task in addressed.On(today)
            where task.ProcessId == null || !database.Processes.Any(process => process.Id == task.ProcessId && gathered.Contains(process.DefinitionKey))
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
}
