using DigiSam.Workflows.Definitions;

namespace DigiSam.Workflows.Running;

/// <summary>
/// The port that the domain runs processes through. Everything an implementation does is part of the caller's transaction.
/// </summary>
public interface IProcesses
{
    /// <summary>Starts an instance for a place and gives its id. It keeps the definition it was started with.</summary>
    Task<Guid> Start(ProcessDefinition definition, int year, Guid placeId, CancellationToken stop);

    /// <summary>Signals an instance and tells what was decided; a refusal is among the decisions.</summary>
    Task<IReadOnlyList<ProcessDecision>> Signal(Guid instance, ProcessSignal signal, CancellationToken stop);

    /// <summary>
    /// Acts on a timer that has fallen due. False when there was nothing to do: it was acted on before, or has been void since
    /// a later revision.
    /// </summary>
    Task<bool> ActOn(Guid timer, int revision, CancellationToken stop);

    /// <summary>Where an instance stands.</summary>
    Task<ProcessState> Query(Guid instance, CancellationToken stop);

    /// <summary>Ends an instance before it is done.</summary>
    Task Cancel(Guid instance, string reason, CancellationToken stop);
}
