using DigiSam.Workflows.Calendar;
using DigiSam.Workflows.Definitions;

namespace DigiSam.Workflows.Running;

/// <summary>The default engine: a state machine per step, built from the definition for each decision.</summary>
public sealed class ProcessEngine : IProcessEngine
{
    /// <inheritdoc/>
    public ProcessState Plan(ProcessDefinition definition, int year)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var steps = definition.Steps.Select(step =>
        {
            var opens = step.Opens.Resolve(year, new DateOnly(year, 1, 1));
            return new StepStatus(step.Key, StepState.Waiting, opens, step.Due.Resolve(year, opens));
        });
        return new ProcessState(definition, year, ProcessStatus.Running, [.. steps]);
    }

    /// <inheritdoc/>
    public IReadOnlyList<ProcessDecision> Decide(ProcessState state, ProcessSignal signal, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (state.Status == ProcessStatus.Cancelled)
            return signal is ProcessSignal.CloseStep or ProcessSignal.ReopenStep ? [new ProcessDecision.Refused("", Refusal.ProcessIsCancelled, [])] : [];
        var machines = new StepMachines(state, today);
        return signal switch
        {
            ProcessSignal.Start => Start(state, machines, today),
            ProcessSignal.CloseStep(var step, var unmet) => Close(state, machines, step, unmet),
            ProcessSignal.ReopenStep(var step) => Reopen(state, machines, step),
            ProcessSignal.TimerFell(var step, var kind) => TimerFell(state, machines, step, kind, today),
            ProcessSignal.Cancel => [.. state.Steps.SelectMany(LetGo), new ProcessDecision.ProcessCancelled()],
            _ => [],
        };
    }

    private static IReadOnlyList<ProcessDecision> Start(ProcessState state, StepMachines machines, DateOnly today)
    {
        machines.Advance();
        var timers = state.Steps.Where(step => step.State == StepState.Waiting && step.OpensOn > today)
            .Select(step => new ProcessDecision.TimerWanted(step.Key, TimerKind.Opens, step.OpensOn));
        return [.. machines.Decisions, .. timers];
    }

    private static IReadOnlyList<ProcessDecision> Close(ProcessState state, StepMachines machines, string step, IReadOnlyList<string> unmet)
    {
        if (!machines.Knows(step))
            return [new ProcessDecision.Refused(step, Refusal.StepIsUnknown, [])];
        switch (machines.StateOf(step))
        {
            case StepState.Closed:
                return [];
            case StepState.Waiting:
                return [new ProcessDecision.Refused(step, Refusal.StepHasNotOpened, [])];
            default:
                machines.Close(step, unmet);
                machines.Advance();
                return machines.AllClosed && state.Status == ProcessStatus.Running
                    ? [.. machines.Decisions, new ProcessDecision.ProcessCompleted()]
                    : machines.Decisions;
        }
    }

    private static IReadOnlyList<ProcessDecision> Reopen(ProcessState state, StepMachines machines, string step)
    {
        if (!machines.Knows(step))
            return [new ProcessDecision.Refused(step, Refusal.StepIsUnknown, [])];
        switch (machines.StateOf(step))
        {
            case StepState.Open:
                return [];
            case StepState.Waiting:
                return [new ProcessDecision.Refused(step, Refusal.StepHasNotOpened, [])];
            default:
                machines.Reopen(step);
                return state.Status == ProcessStatus.Completed
                    ? [new ProcessDecision.ProcessResumed(), .. machines.Decisions]
                    : machines.Decisions;
        }
    }

    private static IReadOnlyList<ProcessDecision> TimerFell(ProcessState state, StepMachines machines, string step, TimerKind kind, DateOnly today)
    {
        if (!machines.Knows(step))
            return [];
        if (kind == TimerKind.Opens)
        {
            machines.Advance();
            return machines.Decisions;
        }

        if (machines.StateOf(step) != StepState.Open)
            return [];
        var definition = state.Definition.Steps.First(candidate => string.Equals(candidate.Key, step, StringComparison.Ordinal));
        return kind switch
        {
            TimerKind.Due => state[step].DueOn < today ? [new ProcessDecision.StepOverdue(step)] : [],
            _ when QuietDays.Includes(today) => [new ProcessDecision.TimerWanted(step, kind, QuietDays.OrNextOpen(today))],
            TimerKind.Reminder => [new ProcessDecision.TaskWanted(step, TaskOccasion.Reminder, definition.Human.Role)],
            TimerKind.Escalation when definition.Escalation is { } escalation => [new ProcessDecision.TaskWanted(step, TaskOccasion.Escalation, escalation.To)],
            _ => [],
        };
    }

    private static IEnumerable<ProcessDecision> LetGo(StepStatus step) =>
        [new ProcessDecision.TimersDropped(step.Key), new ProcessDecision.TasksDone(step.Key)];
}
