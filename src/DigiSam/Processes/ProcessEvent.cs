using DigiSam.Persistence;

namespace DigiSam.Processes;

public enum ProcessEventKind
{
    Started,
    StepOpened,
    StepClosed,
    StepReopened,
    StepWithdrawn,
    StepOverdue,
    Reminded,
    Escalated,

    /// <summary>Those to be reminded are away: it waits until the day in <see cref="ProcessEvent.Detail"/>.</summary>
    ReminderWaits,

    /// <summary>Those to be reminded are away, and the nearest manager above was told as well.</summary>
    RemindedAbove,

    /// <summary>Nobody holds the role that something was to be escalated to.</summary>
    NobodyToEscalateTo,
    Completed,
    Resumed,
    Cancelled,

    /// <summary>It stands still, for the reason in <see cref="ProcessEvent.Detail"/>.</summary>
    Suspended,

    /// <summary>It goes by another version of its definition; both stand in <see cref="ProcessEvent.Detail"/>.</summary>
    Moved,

    /// <summary>Timers that were missing were written, or such that belonged to nothing were ended.</summary>
    Reconciled,
}

/// <summary>Something that happened to a process. Never changed.</summary>
public sealed class ProcessEvent
{
    private ProcessEvent()
    {
    }

    internal ProcessEvent(Guid processId, ProcessEventKind kind, string? stepKey, string? detail, Guid personId, DateTimeOffset at)
    {
        Id = OrderedId.At(at);
        ProcessId = processId;
        Kind = kind;
        StepKey = stepKey;
        Detail = detail;
        PersonId = personId;
        At = at;
    }

    public Guid Id { get; private init; }

    public Guid ProcessId { get; private init; }

    public ProcessEventKind Kind { get; private init; }

    public string? StepKey { get; private init; }

    public string? Detail { get; private init; }

    public Guid PersonId { get; private init; }

    public DateTimeOffset At { get; private init; }
}
