using DigiSam.Access;
using DigiSam.Language;
using DigiSam.Persistence;
using DigiSam.Requests;
using DigiSam.Workflows.Running;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Processes;

/// <summary>
/// Sets processes and timers right against each other, as after a restored backup or a fault: a step without its timers gets
/// them, a timer without its step is ended, and a thing without its process gets one. Where all is well nothing is
/// changed.
/// </summary>
[Needs(Permission.ActOnTimers)]
public sealed record ReconcileProcesses : ICommand<Reconciliation>
{
    public ActsOn Place => ActsOn.Municipality;
}

/// <summary>How much had to be set right.</summary>
public sealed record Reconciliation(int ProcessesStarted, int TimersWritten, int TimersEnded);

internal sealed class ReconcileProcessesValidator : AbstractValidator<ReconcileProcesses>;

internal sealed class ReconcileProcessesHandler(
    DigiSamContext database, IProcessEngine engine, InstalledProcesses installed, IEnumerable<IProcessOrigin> origins, CurrentActor actor, TimeProvider clock)
    : IRequestHandler<ReconcileProcesses, Reconciliation>
{
    public async Task<Reconciliation> Handle(ReconcileProcesses request, CancellationToken cancellationToken)
    {
        var (written, ended) = (0, 0);
        foreach (var id in await Doubtful(cancellationToken))
        {
            var process = await database.Processes.Include(process => process.Steps).Include(process => process.Timers).AsSplitQuery()
                .SingleAsync(process => process.Id == id, cancellationToken);
            if (installed.Find(process) is not { } definition)
                continue;
            var set = process.Reconcile(engine.Timers(process.StateUnder(definition), SwedishDate.Today(clock)), actor.PersonId, clock.GetUtcNow());
            (written, ended) = (written + set.Written, ended + set.Ended);
        }

        var started = 0;
        foreach (var origin in origins)
            started += await origin.StartMissing(cancellationToken);
        return new Reconciliation(started, written, ended);
    }

    // Timers whose step is closed, gone or of another revision; open steps with a last day and waiting ones that never had a timer.
    private async Task<IReadOnlyList<Guid>> Doubtful(CancellationToken stop)
    {
        var strays = database.ProcessTimers.Where(timer => timer.DoneAt == null
            && !database.ProcessSteps.Any(step => step.ProcessId == timer.ProcessId && step.Key == timer.StepKey
                && step.Revision == timer.Revision && step.State != StepState.Closed))
            .Select(timer => timer.ProcessId);
        var ended = database.ProcessTimers.Where(timer => timer.DoneAt == null
            && database.Processes.Any(process => process.Id == timer.ProcessId && (process.Status == ProcessStatus.Cancelled || process.Status == ProcessStatus.Completed)))
            .Select(timer => timer.ProcessId);
        var running = database.Processes.Where(process => process.Status == ProcessStatus.Running || process.Status == ProcessStatus.Suspended);
        var bare = from process in running
                   from step in process.Steps
                   where (step.State == StepState.Waiting && !database.ProcessTimers.Any(timer => timer.ProcessId == process.Id
                             && timer.StepKey == step.Key && timer.Revision == step.Revision && timer.Kind == TimerKind.Opens))
                         || (step.State == StepState.Open && step.DueOn < DateOnly.MaxValue && !database.ProcessTimers.Any(timer => timer.ProcessId == process.Id
                             && timer.StepKey == step.Key && timer.Revision == step.Revision && timer.Kind == TimerKind.Due))
                   select process.Id;
        return await strays.Union(ended).Union(bare).ToListAsync(stop);
    }
}
