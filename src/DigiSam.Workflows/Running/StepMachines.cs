using DigiSam.Workflows.Definitions;
using Stateless;

namespace DigiSam.Workflows.Running;

/// <summary>
/// An instance while it decides: one state machine per step, since Stateless has no parallel regions. What the machines do is
/// written down as decisions.
/// </summary>
internal sealed class StepMachines
{
    private readonly Dictionary<string, StateMachine<StepState, Trigger>> machines = new(StringComparer.Ordinal);
    private readonly List<ProcessDecision> decisions = [];
    private readonly ProcessState instance;
    private readonly DateOnly today;
    private IReadOnlyList<string> unmet = [];

    public StepMachines(ProcessState instance, DateOnly today)
    {
        this.instance = instance;
        this.today = today;
        foreach (var step in instance.Definition.Steps)
            machines.Add(step.Key, Build(step));
    }

    private enum Trigger
    {
        Open,
        Close,
        Reopen,
        Withdraw,
    }

    public IReadOnlyList<ProcessDecision> Decisions => decisions;

    public bool Knows(string step) => machines.ContainsKey(step);

    public StepState StateOf(string step) => machines[step].State;

    public bool AllClosed => machines.Values.All(machine => machine.State == StepState.Closed);

    /// <summary>Closes an open step, or says which guards do not hold.</summary>
    public void Close(string step, IReadOnlyList<string> guards)
    {
        unmet = guards;
        if (machines[step].CanFire(Trigger.Close))
            machines[step].Fire(Trigger.Close);
        else
            decisions.Add(new ProcessDecision.Refused(step, Refusal.GuardsDoNotHold, guards));
    }

    /// <summary>Opens a closed step again; open steps that it may not run beside wait anew.</summary>
    public void Reopen(string step)
    {
        foreach (var other in OpenApartFrom(step))
            machines[other].Fire(Trigger.Withdraw);
        machines[step].Fire(Trigger.Reopen);
    }

    /// <summary>Opens all steps that can open; one that opens may let the next do so.</summary>
    public void Advance()
    {
        while (machines.Values.FirstOrDefault(machine => machine.CanFire(Trigger.Open)) is { } next)
            next.Fire(Trigger.Open);
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
        [.. machines.Where(other => other.Value.State == StepState.Open
            && !string.Equals(other.Key, step, StringComparison.Ordinal)
            && !instance.Definition.MayRunSideBySide(step, other.Key)).Select(other => other.Key)];

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
