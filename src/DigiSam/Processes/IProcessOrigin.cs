namespace DigiSam.Processes;

/// <summary>A kind of thing that runs by a process, and may have come into being without one: by an import, or before there were processes.</summary>
public interface IProcessOrigin
{
    /// <summary>
    /// Starts the processes of things that should have one and do not, in the state that the thing is in, and says how many. Where
    /// there may be many it starts some, and is asked again until it says 0.
    /// </summary>
    Task<int> StartMissing(CancellationToken stop);
}
