namespace DigiSam.Workflows.Running;

/// <summary>Why something is wanted from people.</summary>
public enum TaskOccasion
{
    /// <summary>The step has opened and is the role's to do.</summary>
    StepOpened,

    /// <summary>The step has opened and the role has a part in it.</summary>
    PartInStep,
    Reminder,

    /// <summary>The one above is told what others are reminded of, since those are away until it is too late.</summary>
    ReminderAbove,
    Escalation,
}

/// <summary>Why a signal is refused.</summary>
public enum Refusal
{
    StepIsUnknown,
    StepHasNotOpened,

    /// <summary>It has been closed already, perhaps by someone else.</summary>
    StepIsClosed,

    /// <summary>No state has an exit by that name.</summary>
    ExitIsUnknown,

    /// <summary>The process is not in a state that the exit leads from; perhaps someone else has left it.</summary>
    ExitIsNotHere,
    GuardsDoNotHold,
    ProcessIsCancelled,
    ProcessIsSuspended,
}

/// <summary>
/// What comes of a signal. The engine decides, and whoever hosts it makes it so: in one transaction, in the order given.
/// No decision at all means that the signal changed nothing, as when it comes a second time.
/// </summary>
public abstract record ProcessDecision
{
    private ProcessDecision()
    {
    }

    /// <summary>The step is open from today, due on the given day; <see cref="DateOnly.MaxValue"/> when it has none.</summary>
    public sealed record StepOpened(string Step, DateOnly DueOn) : ProcessDecision;

    public sealed record StepClosed(string Step) : ProcessDecision;

    /// <summary>A closed step is open again.</summary>
    public sealed record StepReopened(string Step) : ProcessDecision;

    /// <summary>An open step waits again, because one that it may not run beside was reopened.</summary>
    public sealed record StepWithdrawn(string Step) : ProcessDecision;

    public sealed record StepOverdue(string Step) : ProcessDecision;

    /// <summary>A signal of the kind is wanted on the day; <paramref name="Level"/> counts the step's escalations, from 0.</summary>
    public sealed record TimerWanted(string Step, TimerKind Kind, DateOnly On, int Level = 0) : ProcessDecision
    {
        /// <summary>The one whose return it waits for, by the host's id; null when it waits for its day alone.</summary>
        public Guid? WaitsFor { get; init; }
    }

    /// <summary>Timers of the step that have not fallen yet are void.</summary>
    public sealed record TimersDropped(string Step) : ProcessDecision;

    /// <summary>Something is wanted from the role, as the definition names it; an escalation has its level.</summary>
    public sealed record TaskWanted(string Step, TaskOccasion Occasion, string Role, int Level = 0) : ProcessDecision;

    /// <summary>Nothing more is wanted from anyone for the step.</summary>
    public sealed record TasksDone(string Step) : ProcessDecision;

    public sealed record ProcessCompleted : ProcessDecision;

    /// <summary>A completed or suspended instance runs again.</summary>
    public sealed record ProcessResumed : ProcessDecision;

    public sealed record ProcessSuspended : ProcessDecision;

    public sealed record ProcessCancelled : ProcessDecision;

    /// <summary>The signal is not allowed; nothing has changed.</summary>
    public sealed record Refused(string Step, Refusal Reason, IReadOnlyList<string> Guards) : ProcessDecision;
}
