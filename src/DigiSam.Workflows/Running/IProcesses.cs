using DigiSam.Workflows.Definitions;

namespace DigiSam.Workflows.Running;

/// <summary>
/// The port that the domain runs processes through. Everything an implementation does is part of the caller's transaction.
/// </summary>
public interface IProcesses
{
    /// <summary>Starts an instance and gives its id. It keeps the definition it was started with.</summary>
    Task<Guid> Start(ProcessDefinition definition, ProcessSubject subject, CancellationToken stop);

    /// <summary>Signals an instance and tells what was decided; a refusal is among the decisions.</summary>
    Task<IReadOnlyList<ProcessDecision>> Signal(Guid instance, ProcessSignal signal, CancellationToken stop);

    /// <summary>
    /// Acts on a timer that has fallen due. False when there was nothing to do: it was acted on before, or has been void since
    /// a later revision.
    /// </summary>
    Task<bool> ActOn(Guid timer, int revision, CancellationToken stop);

    /// <summary>Takes the oldest timers that have fallen due, at most so many, and acts on them; 0 when none is left for us, or another host is at it.</summary>
    Task<int> ActOnDue(int most, CancellationToken stop);

    /// <summary>Where an instance stands.</summary>
    Task<ProcessState> Query(Guid instance, CancellationToken stop);

    /// <summary>The instances that the filter holds for, oldest first.</summary>
    Task<IReadOnlyList<ProcessSummary>> Find(ProcessFilter filter, CancellationToken stop);

    /// <summary>All that has happened to an instance, oldest first.</summary>
    Task<IReadOnlyList<ProcessHappening>> History(Guid instance, CancellationToken stop);

    /// <summary>
    /// Moves an instance to another version of its definition, or tells what would become of it. A move that is not allowed changes
    /// nothing.
    /// </summary>
    Task<ProcessMove> Move(Guid instance, ProcessDefinition to, IReadOnlyDictionary<string, string> map, bool dryRun, CancellationToken stop);

    /// <summary>Lets an instance stand still: its timers wait, and people who act on it are refused.</summary>
    Task Suspend(Guid instance, string reason, CancellationToken stop);

    /// <summary>Lets a suspended instance go on; what fell due meanwhile is acted on then.</summary>
    Task Resume(Guid instance, CancellationToken stop);

    /// <summary>Ends an instance before it is done.</summary>
    Task Cancel(Guid instance, string reason, CancellationToken stop);
}

/// <summary>What an instance runs for: a place and a year, or one thing there.</summary>
/// <param name="PlaceKind">What kind of place it is, where definitions make a difference.</param>
/// <param name="At">The state to begin in, for a thing that is further on than the first.</param>
/// <param name="DueOn">The last day of that state, where it is not for the definition to say.</param>
/// <param name="Thing">The id that the thing has with the host, by which the instance is found again.</param>
public sealed record ProcessSubject(int Year, Guid PlaceId, Guid? Thing = null, string? PlaceKind = null, string? At = null, DateOnly? DueOn = null);

/// <summary>Which instances are wanted; what is null does not count.</summary>
/// <param name="OpenStep">A step that is open, or the state that the instance is in.</param>
/// <param name="DueBefore">Some open step has its last day before this.</param>
/// <param name="AsksRole">Some open step is the role's, as the definition names it.</param>
public sealed record ProcessFilter(
    string? Definition = null, int? Version = null, ProcessStatus? Status = null, Guid? PlaceId = null, Guid? Thing = null,
    string? OpenStep = null, DateOnly? DueBefore = null, string? AsksRole = null, int Most = 1000);

/// <summary>An instance in a line.</summary>
public sealed record ProcessSummary(Guid Id, string Definition, int Version, ProcessSubject Subject, ProcessStatus Status, IReadOnlyList<StepStatus> Open);

/// <summary>Something that happened to an instance: what by name, to which step, why, by whom and when.</summary>
public sealed record ProcessHappening(string What, string? Step, string? Detail, Guid PersonId, DateTimeOffset At);
