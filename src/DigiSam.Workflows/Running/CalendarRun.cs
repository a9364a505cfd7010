using DigiSam.Workflows.Definitions;

namespace DigiSam.Workflows.Running;

/// <summary>What comes of a signal to an instance whose steps open by the calendar.</summary>
internal sealed class CalendarRun(ProcessState state, DateOnly today)
{
    private readonly StepMachines machines = new(state, today);

    public static IReadOnlyList<StepStatus> Plan(ProcessDefinition definition, int year) => [.. definition.Steps.Select(step =>
    {
        var opens = step.Opens.Resolve(year, new DateOnly(year, 1, 1));
        return new StepStatus(step.Key, StepState.Waiting, opens, step.Due!.Resolve(year, opens));
    })];

    public IReadOnlyList<ProcessDecision> Start()
    {
        machines.Advance();
        var timers = state.Steps.Where(step => machines.StateOf(step.Key) == StepState.Waiting && step.OpensOn > today)
            .Select(step => new ProcessDecision.TimerWanted(step.Key, TimerKind.Opens, step.OpensOn));
        return [.. machines.Decisions, .. timers];
    }

    public IReadOnlyList<ProcessDecision> Close(string step, IReadOnlyList<string> unmet)
    {
        if (!machines.Knows(step))
            return Refuse(step, Refusal.StepIsUnknown);
        switch (machines.StateOf(step))
        {
            case StepState.Closed:
                return Refuse(step, Refusal.StepIsClosed);
            case StepState.Waiting:
                return Refuse(step, Refusal.StepHasNotOpened);
            default:
                machines.Close(step, unmet);
                machines.Advance();
                return machines.AllClosed && state.Status == ProcessStatus.Running
                    ? [.. machines.Decisions, new ProcessDecision.ProcessCompleted()]
                    : machines.Decisions;
        }
    }

    public IReadOnlyList<ProcessDecision> Reopen(string step)
    {
        if (!machines.Knows(step))
            return Refuse(step, Refusal.StepIsUnknown);
        switch (machines.StateOf(step))
        {
            case StepState.Open:
                return [];
            case StepState.Waiting:
                return Refuse(step, Refusal.StepHasNotOpened);
            default:
                machines.Reopen(step);
                return state.Status == ProcessStatus.Completed
                    ? [new ProcessDecision.ProcessResumed(), .. machines.Decisions]
                    : machines.Decisions;
        }
    }

    public IReadOnlyList<ProcessDecision> TimerFell(ProcessSignal.TimerFell timer)
    {
        if (!machines.Knows(timer.Step))
            return [];
        if (timer.Kind == TimerKind.Opens)
        {
            machines.Advance();
            return machines.Decisions;
        }

        return machines.StateOf(timer.Step) == StepState.Open
            ? StepDuties.TimerFell(state.Definition[timer.Step], state, timer, today)
            : [];
    }

    private static IReadOnlyList<ProcessDecision> Refuse(string step, Refusal reason) => [new ProcessDecision.Refused(step, reason, [])];
}
