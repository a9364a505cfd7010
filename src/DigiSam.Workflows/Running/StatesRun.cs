using DigiSam.Workflows.Definitions;
using Stateless;

namespace DigiSam.Workflows.Running;

/// <summary>What comes of a signal to an instance that is in one state at a time.</summary>
internal sealed class StatesRun
{
    private readonly List<ProcessDecision> decisions = [];
    private readonly ProcessState instance;
    private readonly DateOnly today;
    private readonly StateMachine<string, string> machine;
    private ProcessSignal.Leave? leaving;

    public StatesRun(ProcessState instance, DateOnly today)
    {
        (this.instance, this.today) = (instance, today);
        machine = new StateMachine<string, string>(Present?.Key ?? instance.Definition.Steps[0].Key);
        foreach (var state in instance.Definition.Steps)
            Configure(state);
    }

    private StepStatus? Present => instance.Open.FirstOrDefault();

    public IReadOnlyList<ProcessDecision> Start(string? at, DateOnly? dueOn)
    {
        if (Present is null)
            Entered(at is null ? instance.Definition.Steps[0] : instance.Definition[at], dueOn);
        return decisions;
    }

    public IReadOnlyList<ProcessDecision> Leave(ProcessSignal.Leave signal)
    {
        if (!instance.Definition.Steps.Any(state => state.Exits.Any(exit => Same(exit.On, signal.Exit))))
            return [new ProcessDecision.Refused(machine.State, Refusal.ExitIsUnknown, [])];
        if (Present is null || instance.Definition[machine.State].Exits.FirstOrDefault(exit => Same(exit.On, signal.Exit)) is not { } way)
            return [new ProcessDecision.Refused(machine.State, Refusal.ExitIsNotHere, [])];
        leaving = signal;
        if (!machine.CanFire(signal.Exit))
            return [new ProcessDecision.Refused(machine.State, Refusal.GuardsDoNotHold, Unmet(way))];
        machine.Fire(signal.Exit);
        return decisions;
    }

    public IReadOnlyList<ProcessDecision> TimerFell(ProcessSignal.TimerFell timer) =>
        Present is { } present && Same(present.Key, timer.Step)
            ? StepDuties.TimerFell(instance.Definition[timer.Step], instance, timer, today)
            : [];

    private void Configure(StepDefinition state)
    {
        var configured = machine.Configure(state.Key)
            .OnEntry(() => Entered(state, leaving?.DueOn))
            .OnExit(() => Left(state));
        foreach (var exit in state.Exits)
        {
            if (Same(exit.To, state.Key))
                configured.PermitReentryIf(exit.On, () => Unmet(exit).Count == 0);
            else
                configured.PermitIf(exit.On, exit.To, () => Unmet(exit).Count == 0);
        }
    }

    private List<string> Unmet(StepExit exit) => [.. leaving!.Unmet.Intersect(exit.Guards, StringComparer.Ordinal)];

    private void Left(StepDefinition state)
    {
        if (state.IsFinalAt(instance.PlaceKind) && instance.Status == ProcessStatus.Completed)
            decisions.Add(new ProcessDecision.ProcessResumed());
        decisions.Add(new ProcessDecision.StepClosed(state.Key));
        decisions.AddRange(StepDuties.LetGo(state.Key));
    }

    private void Entered(StepDefinition state, DateOnly? dueOn)
    {
        var due = dueOn ?? state.Due?.Resolve(instance.Year, today) ?? DateOnly.MaxValue;
        decisions.Add(new ProcessDecision.StepOpened(state.Key, due));
        decisions.AddRange(StepDuties.Of(state, instance, today, due));
        if (state.IsFinalAt(instance.PlaceKind))
            decisions.Add(new ProcessDecision.ProcessCompleted());
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.Ordinal);
}
