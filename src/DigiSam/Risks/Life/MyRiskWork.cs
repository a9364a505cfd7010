using DigiSam.Access;
using DigiSam.Language;
using DigiSam.Persistence;
using DigiSam.Processes;
using DigiSam.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Risks.Life;

/// <summary>
/// What risks want of the actor in all their roles and places, told together: by unit and stage what is to be done, and what is late
/// further down. A unit's risks are theirs when they hold the role there or, while nobody does, are the nearest above who holds it.
/// </summary>
[Needs(Permission.ReadOwnRoles)]
public sealed record MyRiskWork : IQuery<RiskWork>
{
    /// <summary>What has its day in the plan waits for nobody until so many days before it.</summary>
    public const int Horizon = 14;

    public ActsOn Place => ActsOn.OnlyActor;
}

/// <summary>By unit and stage what is to be done, the nearest last day first; and what is late in places below.</summary>
public sealed record RiskWork(IReadOnlyList<StageWork> Stages, IReadOnlyList<LateRisks> Late);

/// <summary>Risks of a unit in one stage.</summary>
/// <param name="As">The role that they wait for.</param>
/// <param name="IsPart">The role takes part; the stage is someone else's.</param>
/// <param name="First">The nearest last day; null where the process has none.</param>
/// <param name="Last">The furthest last day of them.</param>
/// <param name="IsReminded">Someone has been reminded of some of them.</param>
/// <param name="Only">The risk when there is one.</param>
/// <param name="InsteadOf">The one who is away and in whose stead they are the actor's; null when they are their own.</param>
/// <param name="ButForLateMeasures">Those with a measure that is late are not among them: the measure is told of by itself.</param>
public sealed record StageWork(
    Guid UnitId, string Unit, RiskStage Stage, Role As, bool IsPart, int Count, DateOnly? First, DateOnly? Last, bool IsReminded, OneRisk? Only, string? InsteadOf = null, bool ButForLateMeasures = false);

/// <summary>A risk by name.</summary>
public sealed record OneRisk(Guid Id, string Title);

/// <summary>Risks that are late below a place whose manager has been told: of one unit and stage each.</summary>
/// <param name="PlaceId">The place of the one who is told.</param>
/// <param name="DueOn">The oldest last day.</param>
/// <param name="IsAway">They are not late: the one who was to be reminded is away, and the one above is told in time.</param>
/// <param name="InsteadOf">The one who is away and in whose stead the actor is told; null when they are told themselves.</param>
public sealed record LateRisks(Guid PlaceId, Guid UnitId, string Unit, RiskStage Stage, int Count, DateOnly? DueOn, bool IsAway = false, string? InsteadOf = null);

/// <summary>Reminders or escalations that lie in the actor's inbox, of one place, unit and step.</summary>
internal sealed record ToldOfRisks(Guid PlaceId, InboxTaskKind Kind, Guid UnitId, string Unit, string Step, int Count, DateOnly? DueOn, string? InsteadOf)
{
    /// <summary>A reminder that lies above the unit, since those it was for are away.</summary>
    public bool IsAbove => Kind == InboxTaskKind.Reminder && PlaceId != UnitId;
}

internal sealed class MyRiskWorkHandler(DigiSamContext database, AddressedTasks addressed, InstalledProcesses installed, CurrentActor actor, TimeProvider clock)
    : IRequestHandler<MyRiskWork, RiskWork>
{
    public async Task<RiskWork> Handle(MyRiskWork request, CancellationToken cancellationToken)
    {
        var (today, roles) = (Today, Asked().Select(part => part.Role).Distinct().ToList());
        if (!await RolesInForce.Of(database, actor.PersonId, today).AnyAsync(held => roles.Contains(held.Role), cancellationToken))
            return new RiskWork([], []);
        var told = await Told(cancellationToken);
        var stages = (await Waiting(told, cancellationToken)).OrderBy(work => work.First ?? DateOnly.MaxValue).ThenBy(work => work.Stage).ThenBy(work => work.UnitId).ToList();
        return new RiskWork(
            await Named(stages, cancellationToken),
            [.. told.Where(late => late.Kind == InboxTaskKind.Escalation || late.IsAbove).OrderBy(late => late.DueOn).ThenBy(late => late.UnitId)
                .SelectMany(late => RiskStageKeys.Of(late.Step) is { } stage ? [new LateRisks(late.PlaceId, late.UnitId, late.Unit, stage, late.Count, late.DueOn, late.IsAbove, late.InsteadOf)] : Array.Empty<LateRisks>())]);
    }

    private DateOnly Today => SwedishDate.Today(clock);

    /// <summary>The reminders and escalations that lie in the actor's inbox, by place, unit and step.</summary>
    private async Task<IReadOnlyList<ToldOfRisks>> Told(CancellationToken stop)
    {
        var tasks = await (
            from task in addressed.On(Today, database.InboxTasks.Where(task => task.Kind == InboxTaskKind.Escalation || task.Kind == InboxTaskKind.Reminder))
            join away in database.People on task.InsteadOf equals away.Id into others
            from other in others.DefaultIfEmpty()
            select new { PlaceId = task.PlaceId!.Value, task.Kind, task.StepKey, task.DueOn, task.ProcessId, InsteadOf = other.Name }).ToListAsync(stop);
        if (tasks.Count == 0)
            return [];

        // By their ids: joined, the database would begin with all risks there are.
        var ids = tasks.Select(task => task.ProcessId).Distinct().ToList();
        var units = await (
            from process in database.Processes
            join unit in database.Units on process.PlaceId equals unit.Id
            where ids.Contains(process.Id) && process.DefinitionKey == RiskCourse.Definition
            select new { process.Id, Unit = new { unit.Id, unit.Name } }).ToDictionaryAsync(process => process.Id, process => process.Unit, stop);
        return [.. tasks.Where(task => task.ProcessId is { } id && units.ContainsKey(id))
            .GroupBy(task => (task.PlaceId, task.Kind, Unit: units[task.ProcessId!.Value], Step: task.StepKey!), (alike, several) => new ToldOfRisks(
                alike.PlaceId, alike.Kind, alike.Unit.Id, alike.Unit.Name, alike.Step, several.DistinctBy(task => task.ProcessId).Count(), several.Min(task => task.DueOn), several.Min(task => task.InsteadOf ?? "") is { Length: > 0 } other ? other : null))];
    }

    private async Task<IReadOnlyList<StageWork>> Waiting(IReadOnlyList<ToldOfRisks> told, CancellationToken stop)
    {
        var asked = Asked();
        var (roles, today) = (asked.Select(part => part.Role).Distinct().ToList(), Today);
        var units = Units(roles, today);
        var own = RolesInForce.Of(database, actor.PersonId, today).Where(held => held.Role == Role.Manager).Select(held => held.PlaceId);
        var open = database.Risks.Waiting(database, today).Where(risk => !(own.Contains(risk.UnitId) && WaitingRisks.WithLateMeasure(database, today).Any(late => late.Id == risk.Id)));
        var rows = await (
            from mine in units
            join risk in open on mine.UnitId equals risk.UnitId
            group risk by new { mine.UnitId, mine.Name, mine.Role, mine.InsteadOf, mine.IsOwn, risk.Stage } into alike
            select new { alike.Key.UnitId, alike.Key.Name, alike.Key.Role, alike.Key.InsteadOf, alike.Key.IsOwn, alike.Key.Stage, Count = alike.Count(), First = alike.Min(risk => risk.StageDueOn), Last = alike.Max(risk => risk.StageDueOn) })
            .ToListAsync(stop);
        var ours = rows.Where(row => row.IsOwn).Select(row => row.UnitId).ToHashSet();
        return [.. from row in rows.OrderBy(row => row.InsteadOf ?? "", StringComparer.Ordinal).DistinctBy(row => (row.UnitId, row.Role, row.Stage))
                   join part in asked on (row.Stage, row.Role) equals (part.Stage, part.Role)
                   select new StageWork(
                       row.UnitId, row.Name, row.Stage, row.Role, part.IsPart, row.Count, Day(row.First), Day(row.Last),
                       told.Any(reminder => reminder.Kind == InboxTaskKind.Reminder && !reminder.IsAbove && reminder.UnitId == row.UnitId && reminder.Step == row.Stage.Key()), null,
                       row.InsteadOf, row.Stage == RiskStage.Planned && ours.Contains(row.UnitId))];
    }

    /// <summary>Which roles the stages are for, as the newest definition says.</summary>
    private IReadOnlyList<(RiskStage Stage, Role Role, bool IsPart)> Asked() =>
    [
        .. from step in installed.Newest(RiskCourse.Definition).Steps
           let stage = RiskStageKeys.Of(step.Key)
           where stage is not null && step.HumanAt(null) is not null
           let human = step.HumanAt(null)!
           from asked in human.With.Select(with => (Name: with, IsPart: true)).Prepend((Name: human.Role, IsPart: false))
           let role = InstalledProcesses.RoleNamed(asked.Name)
           where role is not null
           select (stage.Value, role.Value, asked.IsPart),
    ];

    private IQueryable<UnitOfActor> Units(IReadOnlyList<Role> roles, DateOnly today)
    {
        var held = database.RoleAssignments.Where(assignment => roles.Contains(assignment.Role) && assignment.ValidFrom <= today && today <= assignment.ValidTo);
        var scopes = database.PlaceScopes.Where(scope => scope.ValidFrom <= today && today <= scope.ValidTo);
        return (from assignment in RolesInForce.Of(database, actor.PersonId, today).Where(mine => roles.Contains(mine.Role))
                join scope in scopes on assignment.PlaceId equals scope.AncestorId
                join unit in database.Units on scope.DescendantId equals unit.Id
                join away in database.People on assignment.InsteadOf equals away.Id into others
                from other in others.DefaultIfEmpty()
                where !scopes.Any(inner => inner.DescendantId == unit.Id && inner.AncestorId != assignment.PlaceId
                    && held.Any(closer => closer.Role == assignment.Role && closer.PlaceId == inner.AncestorId)
                    && scopes.Any(outer => outer.AncestorId == assignment.PlaceId && outer.DescendantId == inner.AncestorId))
                select new UnitOfActor
                {
                    UnitId = unit.Id,
                    Name = unit.Name,
                    Role = assignment.Role,
                    InsteadOf = other.Name,
                    IsOwn = assignment.PlaceId == unit.Id && assignment.Role == Role.Manager,
                }).Distinct();
    }

    /// <summary>The names of those that stand alone, so that they are told by name.</summary>
    private async Task<IReadOnlyList<StageWork>> Named(IReadOnlyList<StageWork> stages, CancellationToken stop)
    {
        var alone = stages.Where(work => work.Count == 1).ToList();
        if (alone.Count == 0)
            return stages;
        var (units, days) = (alone.Select(work => work.UnitId).Distinct().ToList(), alone.Select(work => work.First ?? DateOnly.MaxValue).Distinct().ToList());
        var risks = await database.Risks.Where(risk => units.Contains(risk.UnitId) && risk.Stage != RiskStage.Closed && risk.StageDueOn != null && days.Contains(risk.StageDueOn.Value))
            .Select(risk => new { risk.Id, risk.UnitId, risk.Stage, risk.StageDueOn, risk.Title }).ToListAsync(stop);
        return [.. stages.Select(work => work.Count == 1 && risks.FindAll(risk => risk.UnitId == work.UnitId && risk.Stage == work.Stage && Day(risk.StageDueOn) == work.First) is [var only]
            ? work with { Only = new OneRisk(only.Id, only.Title) }
            : work)];
    }

    private static DateOnly? Day(DateOnly? due) => due == DateOnly.MaxValue ? null : due;

    private sealed class UnitOfActor
    {
        public Guid UnitId { get; init; }

        public string Name { get; init; } = "";

        public Role Role { get; init; }

        public string? InsteadOf { get; init; }

        /// <summary>They are manager of the unit itself.</summary>
        public bool IsOwn { get; init; }
    }
}
