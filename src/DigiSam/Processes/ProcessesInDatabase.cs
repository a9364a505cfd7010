using DigiSam.Access;
using DigiSam.Language;
using DigiSam.Persistence;
using DigiSam.Workflows.Definitions;
using DigiSam.Workflows.Running;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Processes;

/// <summary>
/// The port with rows as the truth: what the engine decides becomes rows of the context, and is saved in the transaction of the
/// command that asked.
/// </summary>
internal sealed partial class ProcessesInDatabase(
    DigiSamContext database, DatabaseEngine databaseEngine, IProcessEngine engine, InstalledProcesses installed, ProcessHold hold, InboxDesk desk, QuietAndAway quiet,
    IEnumerable<IProcessProjection> projections, CurrentActor actor, TimeProvider clock)
    : IProcesses
{
    public async Task<Guid> Start(ProcessDefinition definition, ProcessSubject subject, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var process = new Process(engine.Plan(definition, subject.Year), subject, now);
        process.Note(ProcessEventKind.Started, null, $"{definition.Key}/{definition.Version}", actor.PersonId, now);
        database.Processes.Add(process);
        await Decide(process, definition, new ProcessSignal.Start(subject.At, subject.DueOn), stop);
        return process.Id;
    }

    public async Task<IReadOnlyList<ProcessDecision>> Signal(Guid instance, ProcessSignal signal, CancellationToken stop)
    {
        var process = await Load(instance, stop);
        return await Decide(process, installed.Of(process), signal, stop);
    }

    public async Task<bool> ActOn(Guid timer, int revision, CancellationToken stop)
    {
        var fallen = await database.ProcessTimers.SingleOrDefaultAsync(row => row.Id == timer, stop);
        if (fallen is not { DoneAt: null } || fallen.Revision != revision || fallen.DueAt > clock.GetUtcNow())
            return false;
        return await ActOn(fallen, await Load(fallen.ProcessId, stop), stop);
    }

    public async Task<int> ActOnDue(int most, CancellationToken stop)
    {
        var fallen = await DueTimers.Take(database, databaseEngine, clock.GetUtcNow(), most, stop);
        var ids = fallen.Select(timer => timer.ProcessId).Distinct().ToList();
        await hold.Take(ids, stop);
        var processes = await WithRows.Where(process => ids.Contains(process.Id)).ToDictionaryAsync(process => process.Id, stop);
        await desk.Prepare([.. processes.Values.Select(process => process.PlaceId)], stop);
        await quiet.Prepare([.. fallen.Select(timer => (processes[timer.ProcessId], installed.Of(processes[timer.ProcessId]), timer))], stop);
        foreach (var timer in fallen)
            await ActOn(timer, processes[timer.ProcessId], stop);
        return fallen.Count;
    }

    public async Task<ProcessMove> Move(Guid instance, ProcessDefinition to, IReadOnlyDictionary<string, string> map, bool dryRun, CancellationToken stop)
    {
        var process = await Load(instance, stop);
        var move = engine.Move(process.StateUnder(installed.Of(process)) with { Quiet = await quiet.Of(process, to, stop) }, to, map, SwedishDate.Today(clock));
        if (dryRun || !move.IsAllowed)
            return move;
        await desk.Serve(process, installed.Of(process), [.. process.Steps.Select(step => new ProcessDecision.TasksDone(step.Key))], stop);
        process.Become(to, move, actor.PersonId, clock.GetUtcNow());
        await Make(process, to, move.Decisions, stop);
        await Project(process, stop);
        return move;
    }

    public async Task Suspend(Guid instance, string reason, CancellationToken stop)
    {
        var process = await Load(instance, stop);
        if ((await Decide(process, installed.Of(process), new ProcessSignal.Suspend(), stop)).Count > 0)
            process.Note(ProcessEventKind.Suspended, null, reason, actor.PersonId, clock.GetUtcNow());
    }

    public async Task Resume(Guid instance, CancellationToken stop) => await Signal(instance, new ProcessSignal.Resume(), stop);

    public async Task Cancel(Guid instance, string reason, CancellationToken stop)
    {
        var process = await Load(instance, stop);
        if ((await Decide(process, installed.Of(process), new ProcessSignal.Cancel(), stop)).Count > 0)
            process.Note(ProcessEventKind.Cancelled, null, reason, actor.PersonId, clock.GetUtcNow());
    }

    private async Task<bool> ActOn(ProcessTimer fallen, Process process, CancellationToken stop)
    {
        if (process.Status == ProcessStatus.Suspended)
            return false;
        fallen.Finish(clock.GetUtcNow());
        if (process.Step(fallen.StepKey).Revision != fallen.Revision)
            return false;
        var definition = installed.Of(process);
        var away = await quiet.Away(process, definition, fallen, stop);
        await Decide(process, definition, new ProcessSignal.TimerFell(fallen.StepKey, fallen.Kind, fallen.Level, away), stop);
        return true;
    }

    private async Task<IReadOnlyList<ProcessDecision>> Decide(Process process, ProcessDefinition definition, ProcessSignal signal, CancellationToken stop)
    {
        var state = process.StateUnder(definition) with { Quiet = await quiet.Of(process, definition, stop) };
        var decisions = engine.Decide(state, signal, SwedishDate.Today(clock));
        await Make(process, definition, decisions, stop);
        return decisions;
    }

    private async Task Make(Process process, ProcessDefinition definition, IReadOnlyList<ProcessDecision> decisions, CancellationToken stop)
    {
        process.Apply(definition, decisions, actor.PersonId, clock.GetUtcNow());
        await desk.Serve(process, definition, decisions, stop);
        if (decisions.Any(decision => decision is ProcessDecision.StepOpened))
            await Project(process, stop);
    }

    private async Task Project(Process process, CancellationToken stop)
    {
        foreach (var projection in projections.Where(projection => projection.DefinitionKey == process.DefinitionKey))
            await projection.Project(process, stop);
    }

    private IQueryable<Process> WithRows => database.Processes
        .Include(process => process.Steps)
        .Include(process => process.Timers.Where(timer => timer.DoneAt == null))
        .AsSplitQuery();

    // One that the same command has started is not in the database yet.
    private async Task<Process> Load(Guid id, CancellationToken stop) =>
        database.ChangeTracker.Entries<Process>().FirstOrDefault(entry => entry.State == EntityState.Added && entry.Entity.Id == id)?.Entity
        ?? await Held(id, stop);

    private async Task<Process> Held(Guid id, CancellationToken stop)
    {
        await hold.Take([id], stop);
        return await WithRows.SingleAsync(process => process.Id == id, stop);
    }
}
