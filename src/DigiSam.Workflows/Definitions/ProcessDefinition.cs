using DigiSam.Workflows.Calendar;

namespace DigiSam.Workflows.Definitions;

/// <summary>How the steps of a process follow on each other.</summary>
public enum ProcessFlow
{
    /// <summary>Steps open by the calendar, some side by side, and each is closed once.</summary>
    Calendar,

    /// <summary>One step is open at a time, from the first on; exits with names lead from one to another, also back.</summary>
    States,
}

/// <summary>
/// One published version of a process. <paramref name="ContentHash"/> is the SHA-256 of the file's bytes in lower-case
/// hexadecimal; an instance keeps the version and hash it was started with.
/// </summary>
public sealed record ProcessDefinition(
    string Key,
    int Version,
    string Title,
    string Help,
    ProcessFlow Flow,
    IReadOnlyList<StepDefinition> Steps,
    string ContentHash)
{
    /// <summary>Whether people are reminded in July too: what the law wants done at once does not wait for August.</summary>
    public bool RemindsInJuly { get; init; }

    /// <summary>The step by its key; throws <see cref="InvalidOperationException"/> when there is none.</summary>
    public StepDefinition this[string step] => Find(step) ?? throw new InvalidOperationException($"No step {step} in {Key}/{Version}.");

    /// <summary>The step by its key; null when there is none.</summary>
    public StepDefinition? Find(string step) => Steps.FirstOrDefault(candidate => string.Equals(candidate.Key, step, StringComparison.Ordinal));

    /// <summary>Whether the two steps may be open at the same time; it is enough that one of them says so.</summary>
    public bool MayRunSideBySide(string step, string other) => Names(step, other) || Names(other, step);

    private bool Names(string step, string other) => Find(step)?.Beside.Contains(other, StringComparer.Ordinal) == true;
}

/// <summary>
/// A step, or a state, with a title and help that people read. <see cref="Opens"/> counts from the start of the process,
/// <see cref="Due"/> from the opening, <see cref="Reminders"/> and the escalations from the due date.
/// </summary>
/// <remarks>
/// In a calendar a step opens when its date has come, each step with a transition to it has opened, and none is open that it may
/// not run beside; it closes when every guard holds. A state is left by one of its <see cref="Exits"/>. Whoever hosts the engine
/// knows what the guards' names mean.
/// </remarks>
public sealed record StepDefinition(string Key, string Title, string Help)
{
    /// <summary>The day it opens; of no account for a state.</summary>
    public TimeExpression Opens { get; init; } = new TimeExpression.DayOffset(0);

    /// <summary>The last day, unless whoever leads to the state names another; null when there is none.</summary>
    public TimeExpression? Due { get; init; }

    public IReadOnlyList<TimeExpression> Reminders { get; init; } = [];

    /// <summary>Who is told when it is late, one after the other.</summary>
    public IReadOnlyList<Escalation> Escalations { get; init; } = [];

    /// <summary>Whose it is, for each kind of place that differs; none for a state that waits for nobody.</summary>
    public IReadOnlyList<HumanStep> Humans { get; init; } = [];

    public IReadOnlyList<string> Beside { get; init; } = [];

    /// <summary>What must hold for the step to be closed; those of a state stand in its exits.</summary>
    public IReadOnlyList<string> Guards { get; init; } = [];

    /// <summary>The steps of a calendar that wait for this one to open.</summary>
    public IReadOnlyList<string> Transitions { get; init; } = [];

    /// <summary>The ways out of a state.</summary>
    public IReadOnlyList<StepExit> Exits { get; init; } = [];

    /// <summary>Whether the process is done while it is in this state.</summary>
    public bool IsFinal { get; init; }

    /// <summary>The kinds of place for which the process is done in this state, where it goes on for others.</summary>
    public IReadOnlyList<string> FinalFor { get; init; } = [];

    /// <summary>Whether the process is done while it is in this state, for a place of the kind.</summary>
    public bool IsFinalAt(string? placeKind) => IsFinal || FinalFor.Contains(placeKind, StringComparer.Ordinal);

    /// <summary>Whose it is in a place of the kind: the one named for it, or else the first; null when it waits for nobody.</summary>
    public HumanStep? HumanAt(string? placeKind) =>
        Humans.FirstOrDefault(human => string.Equals(human.Place, placeKind, StringComparison.Ordinal)) ?? (Humans.Count > 0 ? Humans[0] : null);
}

/// <summary>A way from one state to another, or to the same one anew, open when every guard holds.</summary>
public sealed record StepExit(string On, string Title, string To, IReadOnlyList<string> Guards);

/// <summary>Who is told, and how long after the due date, when a step is still open.</summary>
public sealed record Escalation(TimeExpression After, string To);

/// <summary>
/// The role that does the step, the kind of place it is done for, and the roles that take part. With <see cref="Above"/> in place
/// of a kind it is for the one above the place.
/// </summary>
public sealed record HumanStep(string Role, string Place, IReadOnlyList<string> With)
{
    public const string Above = "above";
}
