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
/// them, and a timer without its step is ended. Where all is well nothing is changed.
/// </summary>
[Needs(Permission.ActOnTimers)]
public sealed record ReconcileProcesses : ICommand<Reconciliation>
{
    public ActsOn Place => ActsOn.Municipality;
}

/// <summary>How much had to be set right.</summary>
/// <param name="Skipped">Processes that no definition here makes sense of.</param>
public sealed record Reconciliation(int TimersWritten, int TimersEnded, int Skipped);

/// <summary>Starts the processes of things that came to be without one (<see cref="IProcessOrigin"/>), and says how many.</summary>
[Needs(Permission.ActOnTimers)]
public sealed record StartMissingProcesses : ICommand<int>
{
    public ActsOn Place => ActsOn.Municipality;
}

internal sealed class ReconcileProcessesValidator : AbstractValidator<ReconcileProcesses>;

internal sealed class StartMissingProcessesValidator : AbstractValidator<StartMissingProcesses>;

internal sealed class StartMissingProcessesHandler(IEnumerable<IProcessOrigin> origins) : IRequestHandler<StartMissingProcesses, int>
{
    public async Task<int> Handle(StartMissingProcesses request, CancellationToken cancellationToken)
    {
        var started = 0;
        foreach (var origin in origins)
            started += await origin.StartMissing(cancellationToken);
        return started;
    }
}

internal sealed class ReconcileProcessesHandler(DigiSamContext database, IProcessEngine engine, InstalledProcesses installed, QuietAndAway quiet, CurrentActor actor, TimeProvider clock)
    : IRequestHandler<ReconcileProcesses, Reconciliation>
{
    public async Task<Reconciliation> Handle(ReconcileProcesses request, CancellationToken cancellationToken)
    {
        var (written, ended, skipped) = (0, 0, 0);
        var held = await Held(cancellationToken);
        foreach (var id in (await Doubtful(cancellationToken)).Union(held.Where(Opens).Select(process => process.Id)))
        {
            var process = await database.Processes.Include(process => process.Steps).Include(process => process.Timers).AsSplitQuery()
                .SingleAsync(process => process.Id == id, cancellationToken);
            if (!MakesSense(process))
            {
                skipped++;
                continue;
            }

            var definition = installed.Of(process);
            var state = process.StateUnder(definition) with { Quiet = await quiet.Of(process, definition, cancellationToken) };
            var set = process.Reconcile(engine.Timers(state, Today), actor.PersonId, clock.GetUtcNow());
            (written, ended) = (written + set.Written, ended + set.Ended);
        }

        return new Reconciliation(written, ended, skipped);
    }

    private DateOnly Today => SwedishDate.Today(clock);

    private bool MakesSense(Process process) =>
        installed.Find(process) is { } definition && process.Steps.All(step => definition.Find(step.Key) is not null);

    private bool Opens(Process process) =>
        MakesSense(process) && engine.Timers(process.StateUnder(installed.Of(process)), Today).Any(timer => timer.Kind == TimerKind.Opens && timer.On == Today);

    // Timers whose step is closed, gone or of another revision; steps that wait for a day or have a last one, and never had a timer for it.
    private async Task<IReadOnlyList<Guid>> Doubtful(CancellationToken stop)
    {
        var today = Today;
        var strays = database.ProcessTimers.Where(timer => timer.DoneAt == null
            && !database.ProcessSteps.Any(step => step.ProcessId == timer.ProcessId && step.Key == timer.StepKey
                && step.Revision == timer.Revision && step.State != StepState.Closed))
            .Select(timer => timer.ProcessId);
        var ended = database.ProcessTimers.Where(timer => timer.DoneAt == null
            && database.Processes.Any(process => process.Id == timer.ProcessId && (process.Status == ProcessStatus.Cancelled || process.Status == ProcessStatus.Completed)))
            .Select(timer => timer.ProcessId);
        var bare = from process in Going
                   from step in process.Steps
                   where (step.State == StepState.Waiting && step.OpensOn > today && !database.ProcessTimers.Any(timer => timer.ProcessId == process.Id
                             && timer.StepKey == step.Key && timer.Revision == step.Revision && timer.Kind == TimerKind.Opens))
                         || (step.State == StepState.Open && !step.IsOverdue && step.DueOn < DateOnly.MaxValue && !database.ProcessTimers.Any(timer => timer.ProcessId == process.Id
                             && timer.StepKey == step.Key && timer.Revision == step.Revision && timer.Kind == TimerKind.Due))
                   select process.Id;
        return await strays.Union(ended).Union(bare).ToListAsync(stop);
    }

    // A step whose day has come and that has no timer is held by another one, as a rule.
    private Task<List<Process>> Held(CancellationToken stop)
    {
        var today = Today;
        return Going.AsNoTracking().Include(process => process.Steps)
            .Where(process => process.Steps.Any(step => step.State == StepState.Waiting && step.OpensOn <= today
                && !database.ProcessTimers.Any(timer => timer.ProcessId == process.Id && timer.StepKey == step.Key && timer.DoneAt == null)))
            .ToListAsync(stop);
    }

    private IQueryable<Process> Going => database.Processes.Where(process => process.Status == ProcessStatus.Running || process.Status == ProcessStatus.Suspended);
}
