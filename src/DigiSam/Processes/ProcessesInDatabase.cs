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
internal sealed class ProcessesInDatabase(
    DigiSamContext database, IProcessEngine engine, InstalledProcesses installed, InboxDesk desk, CurrentActor actor, TimeProvider clock) : IProcesses
{
    public async Task<Guid> Start(ProcessDefinition definition, int year, Guid placeId, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var process = new Process(engine.Plan(definition, year), placeId, now);
        process.Note(ProcessEventKind.Started, null, $"{definition.Key}/{definition.Version}", actor.PersonId, now);
        database.Processes.Add(process);
        await Decide(process, definition, new ProcessSignal.Start(), stop);
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
        var process = await Load(fallen.ProcessId, stop);
        fallen.Finish(clock.GetUtcNow());
        if (process.Step(fallen.StepKey).Revision != revision)
            return false;
        await Decide(process, installed.Of(process), new ProcessSignal.TimerFell(fallen.StepKey, fallen.Kind), stop);
        return true;
    }

    public async Task<ProcessState> Query(Guid instance, CancellationToken stop)
    {
        var process = await database.Processes.AsNoTracking().Include(process => process.Steps).SingleAsync(process => process.Id == instance, stop);
        return process.StateUnder(installed.Of(process));
    }

    public async Task Cancel(Guid instance, string reason, CancellationToken stop)
    {
        var process = await Load(instance, stop);
        await Decide(process, installed.Of(process), new ProcessSignal.Cancel(), stop);
        process.Note(ProcessEventKind.Cancelled, null, reason, actor.PersonId, clock.GetUtcNow());
    }

    private async Task<IReadOnlyList<ProcessDecision>> Decide(Process process, ProcessDefinition definition, ProcessSignal signal, CancellationToken stop)
    {
        var decisions = engine.Decide(process.StateUnder(definition), signal, SwedishDate.Today(clock));
        process.Apply(decisions, actor.PersonId, clock.GetUtcNow());
        await desk.Serve(process, definition, decisions, stop);
        return decisions;
    }

    private Task<Process> Load(Guid id, CancellationToken stop) => database.Processes
        .Include(process => process.Steps)
        .Include(process => process.Timers.Where(timer => timer.DoneAt == null))
        .AsSplitQuery()
        .SingleAsync(process => process.Id == id, stop);
}
