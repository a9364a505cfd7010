using DigiSam.Workflows.Calendar;
using DigiSam.Workflows.Definitions;

namespace DigiSam.Workflows.Running;

/// <summary>
/// The thinking part of a process: state and signal in, decisions out. It remembers nothing, asks no clock and touches no
/// database.
/// </summary>
public interface IProcessEngine
{
    /// <summary>An instance that has not begun: every step waits, with its planned dates.</summary>
    ProcessState Plan(ProcessDefinition definition, int year);

    /// <summary>What comes of the signal on the given day.</summary>
    IReadOnlyList<ProcessDecision> Decide(ProcessState state, ProcessSignal signal, DateOnly today);

    /// <summary>
    /// The timers that should wait for the instance as it stands, if none of them had fallen before today: for setting right what
    /// is missing.
    /// </summary>
    IReadOnlyList<ProcessDecision.TimerWanted> Timers(ProcessState state, DateOnly today);

    /// <summary>
    /// The reminders ahead that fall on another day than before once the quiet time of the instance's place is
    /// <paramref name="quiet"/>. One whose day would lie behind us stays, and falls when it was to.
    /// </summary>
    IReadOnlyList<MovedReminder> Reminders(ProcessState state, IQuietTime quiet, DateOnly today);

    /// <summary>
    /// What would become of the instance under another version; <paramref name="map"/> leads from the steps of the old version to
    /// those of the new. Nothing is changed.
    /// </summary>
    ProcessMove Move(ProcessState state, ProcessDefinition to, IReadOnlyDictionary<string, string> map, DateOnly today);
}

/// <summary>A reminder of a step that goes to another day.</summary>
public sealed record MovedReminder(string Step, DateOnly From, DateOnly To);
