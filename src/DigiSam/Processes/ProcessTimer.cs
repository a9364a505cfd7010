using DigiSam.Workflows.Calendar;
using DigiSam.Workflows.Running;

namespace DigiSam.Processes;

/// <summary>
/// Something that is to happen to a step at a time. It is written in the transaction of the change that wants it and acted on
/// at least once; instance, timer and revision together tell a second delivery from the first (ADR 0004).
/// </summary>
public sealed class ProcessTimer
{
    /// <summary>When on its day a timer falls, by Swedish clocks: before people come to work.</summary>
    private static readonly TimeOnly Morning = new(5, 0);

    private ProcessTimer()
    {
    }

    internal ProcessTimer(Guid processId, string stepKey, TimerKind kind, DateOnly day, int revision, DateTimeOffset at)
    {
        Id = Guid.CreateVersion7(at);
        ProcessId = processId;
        StepKey = stepKey;
        Kind = kind;
        DueAt = SwedishTime.ToUtc(day, Morning);
        Revision = revision;
    }

    public Guid Id { get; private init; }

    public Guid ProcessId { get; private init; }

    public string StepKey { get; private init; } = "";

    public TimerKind Kind { get; private init; }

    public DateTimeOffset DueAt { get; private init; }

    public int Revision { get; private init; }

    /// <summary>When it was acted on or became void.</summary>
    public DateTimeOffset? DoneAt { get; private set; }

    /// <summary>How many times acting on it has failed.</summary>
    public int Failures { get; private set; }

    /// <summary>A timer that has failed is not tried before this.</summary>
    public DateTimeOffset? RetryAt { get; private set; }

    internal void Finish(DateTimeOffset at) => DoneAt ??= at;

    internal void Fail(DateTimeOffset at)
    {
        Failures++;
        RetryAt = at.AddMinutes(Math.Min(60, Math.Pow(2, Math.Min(Failures, 10) - 1)));
    }
}
