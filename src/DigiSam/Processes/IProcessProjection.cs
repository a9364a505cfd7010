namespace DigiSam.Processes;

/// <summary>
/// Writes where a process stands into the row of the thing that it runs for, so that lists are filtered and counted by it. Called in
/// the transaction of whatever made the process go on, a move to another version included.
/// </summary>
internal interface IProcessProjection
{
    /// <summary>The key of the definitions that it is for.</summary>
    string DefinitionKey { get; }

    Task Project(Process process, CancellationToken stop);
}
