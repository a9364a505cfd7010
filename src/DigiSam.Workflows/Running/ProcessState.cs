using DigiSam.Workflows.Calendar;
using DigiSam.Workflows.Definitions;

namespace DigiSam.Workflows.Running;

public enum ProcessStatus
{
    Running,

    /// <summary>Every step is closed.</summary>
    Completed,
    Cancelled,

    /// <summary>Stands still, as someone has asked.</summary>
    Suspended,
}

public enum StepState
{
    Waiting,
    Open,
    Closed,
}

/// <summary>What a timer is for.</summary>
public enum TimerKind
{
    /// <summary>The step's opening date has come.</summary>
    Opens,

    /// <summary>The responsible role is reminded before the due date.</summary>
    Reminder,

    /// <summary>The due date has passed.</summary>
    Due,

    /// <summary>Someone further up is told that the step is still open.</summary>
    Escalation,
}

/// <summary>
/// Where one step stands. The due date counts from the day the step was planned to open, or did open when that was later; without
/// one it is <see cref="DateOnly.MaxValue"/>.
/// </summary>
public sealed record StepStatus(string Key, StepState State, DateOnly OpensOn, DateOnly DueOn);

/// <summary>
/// An instance as the engine sees it: a definition, a year, and where each step stands, in the order of the definition. Of states
/// only those are there that the instance has been in.
/// </summary>
public sealed record ProcessState(ProcessDefinition Definition, int Year, ProcessStatus Status, IReadOnlyList<StepStatus> Steps)
{
    /// <summary>The kind of place the instance runs for, as definitions name it; null when it is not known.</summary>
    public string? PlaceKind { get; init; }

    /// <summary>When nobody is reminded in the place the instance runs for.</summary>
    public IQuietTime Quiet { get; init; } = QuietTimes.July;

    /// <summary>When nobody is reminded of this: what the law wants done at once waits for no break.</summary>
    internal IQuietTime QuietForReminders => Definition.RemindsInJuly ? QuietTimes.None : Quiet;

    /// <summary>The status of a step; throws <see cref="InvalidOperationException"/> when the definition has none by that name.</summary>
    public StepStatus this[string key] => Steps.First(step => string.Equals(step.Key, key, StringComparison.Ordinal));

    /// <summary>The steps that are open; of states there is one, unless the instance is done.</summary>
    public IEnumerable<StepStatus> Open => Steps.Where(step => step.State == StepState.Open);
}
