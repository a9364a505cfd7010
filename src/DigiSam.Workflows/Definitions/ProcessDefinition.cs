using DigiSam.Workflows.Calendar;

namespace DigiSam.Workflows.Definitions;

/// <summary>
/// One published version of a process. <paramref name="ContentHash"/> is the SHA-256 of the file's bytes in lower-case
/// hexadecimal; an instance keeps the version and hash it was started with.
/// </summary>
public sealed record ProcessDefinition(
    string Key,
    int Version,
    string Title,
    string Help,
    IReadOnlyList<StepDefinition> Steps,
    string ContentHash)
{
    /// <summary>Whether the two steps may be open at the same time; it is enough that one of them says so.</summary>
    public bool MayRunSideBySide(string step, string other) => Names(step, other) || Names(other, step);

    private bool Names(string step, string other) =>
        Steps.Any(candidate => string.Equals(candidate.Key, step, StringComparison.Ordinal)
            && candidate.Beside.Contains(other, StringComparer.Ordinal));
}

/// <summary>
/// A step, with a title and help that people read. <see cref="Opens"/> counts from the start of the process,
/// <see cref="Due"/> from the opening, <see cref="Reminders"/> and the escalation from the due date.
/// </summary>
/// <remarks>
/// A step opens when its date has come, each step with a transition to it has opened, and none is open that it may not
/// run beside. It closes when every guard holds; whoever hosts the engine knows what the guards' names mean.
/// </remarks>
public sealed record StepDefinition(
    string Key,
    string Title,
    string Help,
    TimeExpression Opens,
    TimeExpression Due,
    IReadOnlyList<TimeExpression> Reminders,
    Escalation? Escalation,
    HumanStep Human,
    IReadOnlyList<string> Beside,
    IReadOnlyList<string> Guards,
    IReadOnlyList<string> Transitions);

/// <summary>Who is told, and how long after the due date, when a step is still open.</summary>
public sealed record Escalation(TimeExpression After, string To);

/// <summary>The role that does the step, the kind of place it is done for, and the roles that take part.</summary>
public sealed record HumanStep(string Role, string Place, IReadOnlyList<string> With);
