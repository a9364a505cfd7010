namespace DigiSam.Workflows.Running;

/// <summary>What happens to an instance.</summary>
public abstract record ProcessSignal
{
    private ProcessSignal()
    {
    }

    /// <summary>The instance begins.</summary>
    public sealed record Start : ProcessSignal;

    /// <summary>Someone closes a step; <paramref name="Unmet"/> are the guards that do not hold now.</summary>
    public sealed record CloseStep(string Step, IReadOnlyList<string> Unmet) : ProcessSignal;

    /// <summary>Someone takes a closing back.</summary>
    public sealed record ReopenStep(string Step) : ProcessSignal;

    /// <summary>A timer has fallen due.</summary>
    public sealed record TimerFell(string Step, TimerKind Kind) : ProcessSignal;

    /// <summary>The instance ends before it is done.</summary>
    public sealed record Cancel : ProcessSignal;
}
