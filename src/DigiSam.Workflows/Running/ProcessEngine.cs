using DigiSam.Workflows.Calendar;
using DigiSam.Workflows.Definitions;

namespace DigiSam.Workflows.Running;

/// <summary>The default engine: state machines built from the definition for each decision, one for each step of a calendar.</summary>
public sealed class ProcessEngine : IProcessEngine
{
    /// <inheritdoc/>
    public ProcessState Plan(ProcessDefinition definition, int year)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var steps = definition.Flow == ProcessFlow.States ? [] : CalendarRun.Plan(definition, year);
        return new ProcessState(definition, year, ProcessStatus.Running, steps);
    }

    /// <inheritdoc/>
    public IReadOnlyList<ProcessDecision> Decide(ProcessState state, ProcessSignal signal, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(state);
        return (state.Status, signal) switch
        {
            (ProcessStatus.Cancelled, _) => Refuse(signal, Refusal.ProcessIsCancelled),
            (_, ProcessSignal.Cancel) => [.. state.Steps.SelectMany(step => StepDuties.LetGo(step.Key)), new ProcessDecision.ProcessCancelled()],
            (ProcessStatus.Suspended, ProcessSignal.Resume) => [new ProcessDecision.ProcessResumed()],
            (ProcessStatus.Suspended, _) => Refuse(signal, Refusal.ProcessIsSuspended),
            (ProcessStatus.Running, ProcessSignal.Suspend) => [new ProcessDecision.ProcessSuspended()],
            (_, ProcessSignal.Suspend or ProcessSignal.Resume) => [],
            _ when state.Definition.Flow == ProcessFlow.States => DecideOfStates(new StatesRun(state, today), signal),
            _ => DecideOfCalendar(new CalendarRun(state, today), signal),
        };
    }

    /// <inheritdoc/>
    public IReadOnlyList<ProcessDecision.TimerWanted> Timers(ProcessState state, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (state.Status is not (ProcessStatus.Running or ProcessStatus.Suspended))
            return [];
        var opening = state.Steps.Where(step => step.State == StepState.Waiting && step.OpensOn > today)
            .Select(step => new ProcessDecision.TimerWanted(step.Key, TimerKind.Opens, step.OpensOn));
        // One whose day has come waits for another step, and for no timer, unless nothing holds it any more.
        var late = state.Definition.Flow == ProcessFlow.States ? [] : new CalendarRun(state, today).Start().OfType<ProcessDecision.StepOpened>()
            .Select(step => new ProcessDecision.TimerWanted(step.Step, TimerKind.Opens, today));
        var open = state.Open.Where(step => state.Definition[step.Key].HumanAt(state.PlaceKind) is not null)
            .SelectMany(step => StepTimers.For(state.Definition[step.Key], state, today, step.DueOn));
        return [.. opening, .. late, .. open];
    }

    /// <inheritdoc/>
    public IReadOnlyList<MovedReminder> Reminders(ProcessState state, IQuietTime quiet, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (state.Status is not (ProcessStatus.Running or ProcessStatus.Suspended))
            return [];
        return [.. state.Open.SelectMany(step => StepTimers.Moved(state.Definition[step.Key], state, state with { Quiet = quiet }, today, step.DueOn)
            .Select(days => new MovedReminder(step.Key, days.From, days.To)))];
    }

    /// <inheritdoc/>
    public ProcessMove Move(ProcessState state, ProcessDefinition to, IReadOnlyDictionary<string, string> map, DateOnly today) =>
        ProcessMove.Of(this, state, to, map, today);

    private static IReadOnlyList<ProcessDecision> DecideOfCalendar(CalendarRun run, ProcessSignal signal) => signal switch
    {
        ProcessSignal.Start => run.Start(),
        ProcessSignal.CloseStep(var step, var unmet) => run.Close(step, unmet),
        ProcessSignal.ReopenStep(var step) => run.Reopen(step),
        ProcessSignal.TimerFell timer => run.TimerFell(timer),
        ProcessSignal.Leave(var exit, _, _) => [new ProcessDecision.Refused(exit, Refusal.ExitIsUnknown, [])],
        _ => [],
    };

    private static IReadOnlyList<ProcessDecision> DecideOfStates(StatesRun run, ProcessSignal signal) => signal switch
    {
        ProcessSignal.Start(var at, var due) => run.Start(at, due),
        ProcessSignal.Leave leave => run.Leave(leave),
        ProcessSignal.TimerFell timer => run.TimerFell(timer),
        ProcessSignal.CloseStep(var step, _) => [new ProcessDecision.Refused(step, Refusal.StepIsUnknown, [])],
        ProcessSignal.ReopenStep(var step) => [new ProcessDecision.Refused(step, Refusal.StepIsUnknown, [])],
        _ => [],
    };

    // People are told why nothing comes of what they did; a timer has nobody to tell.
    private static IReadOnlyList<ProcessDecision> Refuse(ProcessSignal signal, Refusal reason) => signal switch
    {
        ProcessSignal.CloseStep(var step, _) => [new ProcessDecision.Refused(step, reason, [])],
        ProcessSignal.ReopenStep(var step) => [new ProcessDecision.Refused(step, reason, [])],
        ProcessSignal.Leave => [new ProcessDecision.Refused("", reason, [])],
        _ => [],
    };
}
