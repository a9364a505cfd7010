namespace DigiSam.Workflows.Running;

/// <summary>What happens to an instance.</summary>
public abstract record ProcessSignal
{
    private ProcessSignal()
    {
    }

    /// <summary>The instance begins; one of states in the first, or in the one given when its thing is further on already, with the last day given.</summary>
    public sealed record Start(string? At = null, DateOnly? DueOn = null) : ProcessSignal;

    /// <summary>Someone closes a step; <paramref name="Unmet"/> are the guards that do not hold now.</summary>
    public sealed record CloseStep(string Step, IReadOnlyList<string> Unmet) : ProcessSignal;

    /// <summary>Someone takes a closing back.</summary>
    public sealed record ReopenStep(string Step) : ProcessSignal;

    /// <summary>
    /// Someone leaves the state that the process is in; <paramref name="Unmet"/> are the guards that do not hold now, of which those of the exit count,
    /// and <paramref name="DueOn"/> the last day of the state it leads to, where that is not for the definition to say.
    /// </summary>
    public sealed record Leave(string Exit, IReadOnlyList<string> Unmet, DateOnly? DueOn = null) : ProcessSignal;

    /// <summary>
    /// A timer has fallen due; <paramref name="Level"/> counts the escalations of a step, from 0, and <paramref name="Away"/> is told
    /// when everyone who would be reminded is away.
    /// </summary>
    public sealed record TimerFell(string Step, TimerKind Kind, int Level = 0, Absence? Away = null) : ProcessSignal;

    /// <summary>The instance stands still until it is resumed: nothing is asked of anyone and no timer counts.</summary>
    public sealed record Suspend : ProcessSignal;

    /// <summary>A suspended instance goes on.</summary>
    public sealed record Resume : ProcessSignal;

    /// <summary>The instance ends before it is done.</summary>
    public sealed record Cancel : ProcessSignal;
}

/// <summary>Everyone who would be reminded is away, and nobody stands in for them.</summary>
/// <param name="Person">The first of them to come back, by the host's id.</param>
/// <param name="BackOn">The day after their last day away.</param>
/// <param name="StandInIsAway">Somebody was to stand in, and is away too.</param>
public sealed record Absence(Guid Person, DateOnly BackOn, bool StandInIsAway);
