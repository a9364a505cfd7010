using DigiSam.Workflows.Definitions;
using Stateless;

namespace DigiSam.Workflows.Running;

/// <summary>
/// An instance while it decides: a state machine for each step that is touched, since Stateless has no parallel regions. What the
/// machines do is written down as decisions.
/// </summary>
internal sealed class StepMachines(ProcessState instance, DateOnly today)
{
    private readonly Dictionary<string, StateMachine<StepState, Trigger>> machines = new(StringComparer.Ordinal);
    private readonly List<ProcessDecision> decisions = [];
    private IReadOnlyList<string> unmet = [];

    private enum Trigger
    {
        Open,
        Close,
        Reopen,
        Withdraw,
    }

    public IReadOnlyList<ProcessDecision> Decisions => decisions;

    public bool Knows(string step) => instance.Definition.Find(step) is not null;

    public StepState StateOf(string step) => machines.TryGetValue(step, out var machine) ? machine.State : instance[step].State;

    public bool AllClosed => instance.Definition.Steps.All(step => StateOf(step.Key) == StepState.Closed);

    /// <summary>Closes an open step, or says which guards do not hold.</summary>
    public void Close(string step, IReadOnlyList<string> guards)
    {
        unmet = guards;
        if (Machine(step).CanFire(Trigger.Close))
            Machine(step).Fire(Trigger.Close);
        else
            decisions.Add(new ProcessDecision.Refused(step, Refusal.GuardsDoNotHold, guards));
    }

    /// <summary>Opens a closed step again; open steps that it may not run beside wait anew.</summary>
    public void Reopen(string step)
    {
        foreach (var other in OpenApartFrom(step))
            Machine(other).Fire(Trigger.Withdraw);
        Machine(step).Fire(Trigger.Reopen);
    }

    /// <summary>Opens all steps that can open; one that opens may let the next do so.</summary>
    public void Advance()
    {
        while (instance.Definition.Steps.FirstOrDefault(step => StateOf(step.Key) == StepState.Waiting && MayOpen(step)) is { } next)
            Machine(next.Key).Fire(Trigger.Open);
    }

    private StateMachine<StepState, Trigger> Machine(string step)
    {
        if (!machines.TryGetValue(step, out var machine))
            machines.Add(step, machine = Build(instance.Definition[step]));
        return machine;
    }

    private StateMachine<StepState, Trigger> Build(StepDefinition step)
    {
        var machine = new StateMachine<StepState, Trigger>(instance[step.Key].State);
        machine.Configure(StepState.Waiting)
            .PermitIf(Trigger.Open, StepState.Open, () => MayOpen(step))
            .OnEntry(() => Withdrawn(step));
        machine.Configure(StepState.Open)
            .PermitIf(Trigger.Close, StepState.Closed, () => unmet.Count == 0)
            .Permit(Trigger.Withdraw, StepState.Waiting)
            .OnEntryFrom(Trigger.Open, () => Opened(step))
            .OnEntryFrom(Trigger.Reopen, () => Reopened(step));
        machine.Configure(StepState.Closed)
            .Permit(Trigger.Reopen, StepState.Open)
            .OnEntry(() => Closed(step));
        return machine;
    }

    private bool MayOpen(StepDefinition step) =>
        instance[step.Key].OpensOn <= today
        && instance.Definition.Steps.Where(other => other.Transitions.Contains(step.Key, StringComparer.Ordinal)).All(other => StateOf(other.Key) != StepState.Waiting)
        && OpenApartFrom(step.Key).Count == 0;

    private List<string> OpenApartFrom(string step) =>
        [.. instance.Definition.Steps.Select(other => other.Key).Where(other => StateOf(other) == StepState.Open
            && !string.Equals(other, step, StringComparison.Ordinal)
            && !instance.Definition.MayRunSideBySide(step, other))];

    private void Opened(StepDefinition step)
    {
        var due = step.Due!.Resolve(instance.Year, today > instance[step.Key].OpensOn ? today : instance[step.Key].OpensOn);
        decisions.Add(new ProcessDecision.StepOpened(step.Key, due));
        AskFor(step, due);
    }

    private void Reopened(StepDefinition step)
    {
        decisions.Add(new ProcessDecision.StepReopened(step.Key));
        AskFor(step, instance[step.Key].DueOn);
    }

    private void AskFor(StepDefinition step, DateOnly due) => decisions.AddRange(StepDuties.Of(step, instance, today, due));

    private void Closed(StepDefinition step)
    {
        decisions.Add(new ProcessDecision.StepClosed(step.Key));
        LetGo(step);
    }

    private void Withdrawn(StepDefinition step)
    {
        decisions.Add(new ProcessDecision.StepWithdrawn(step.Key));
        LetGo(step);
    }

    private void LetGo(StepDefinition step)
    {
        decisions.Add(new ProcessDecision.TimersDropped(step.Key));
        decisions.Add(new ProcessDecision.TasksDone(step.Key));
    }
}
