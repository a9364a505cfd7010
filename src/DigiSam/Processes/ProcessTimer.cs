using DigiSam.Persistence;
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

    /// <summary>How often acting on it may fail before it is given up: some four hours.</summary>
    internal const int MostFailures = 10;

    internal const int LongestFault = 1000;

    private ProcessTimer()
    {
    }

    internal ProcessTimer(Guid processId, ProcessDecision.TimerWanted wanted, int revision, DateTimeOffset at)
    {
        Id = OrderedId.At(at);
        ProcessId = processId;
        StepKey = wanted.Step;
        Kind = wanted.Kind;
        Level = wanted.Level;
        DueAt = SwedishTime.ToUtc(wanted.On, Morning);
        Revision = revision;
        WaitsFor = wanted.WaitsFor;
    }

    public Guid Id { get; private init; }

    public Guid ProcessId { get; private init; }

    public string StepKey { get; private init; } = "";

    public TimerKind Kind { get; private init; }

    /// <summary>Which of the step's escalations it is for, from 0.</summary>
    public int Level { get; private init; }

    public DateTimeOffset DueAt { get; private set; }

    public int Revision { get; private init; }

    /// <summary>The one whose return from leave a reminder waits for; null when it waits for its day alone.</summary>
    public Guid? WaitsFor { get; private init; }

    /// <summary>When it was acted on or became void.</summary>
    public DateTimeOffset? DoneAt { get; private set; }

    /// <summary>How many times acting on it has failed.</summary>
    public int Failures { get; private set; }

    /// <summary>A timer that has failed is not tried before this.</summary>
    public DateTimeOffset? RetryAt { get; private set; }

    /// <summary>When it was given up, after <see cref="MostFailures"/>; it waits for the administrator then.</summary>
    public DateTimeOffset? GivenUpAt { get; private set; }

    /// <summary>What went wrong the last time, as the program says it; null while nothing has.</summary>
    public string? Fault { get; private set; }

    /// <summary>
    /// Whether it is the timer that is wanted: of reminders there are several, each on its day, and one that opens a step may
    /// have fallen in vain.
    /// </summary>
    internal bool IsFor(ProcessDecision.TimerWanted wanted) => StepKey == wanted.Step && Kind == wanted.Kind && Level == wanted.Level && Kind switch
    {
        TimerKind.Reminder => DueAt == SwedishTime.ToUtc(wanted.On, Morning),
        TimerKind.Opens => DoneAt is null,
        _ => true,
    };

    /// <summary>Falls then, if it was to fall later.</summary>
    internal void FallAt(DateTimeOffset at) => DueAt = at < DueAt ? at : DueAt;

    internal void Finish(DateTimeOffset at) => DoneAt ??= at;

    /// <summary>Is tried again after a while that doubles each time, at most an hour, and given up in the end.</summary>
    internal void Fail(string fault, DateTimeOffset at)
    {
        Failures++;
        Fault = fault.Length > LongestFault ? fault[..LongestFault] : fault;
        if (Failures >= MostFailures)
            GivenUpAt = at;
        else
            RetryAt = at.AddMinutes(Math.Min(60, Math.Pow(2, Failures - 1)));
    }

    /// <summary>Is tried again as if it had never failed.</summary>
    internal void Revive(DateTimeOffset at) => (Failures, RetryAt, GivenUpAt, Fault) = (0, at, null, null);
}
