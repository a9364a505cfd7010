using DigiSam.Workflows.Definitions;
using DigiSam.Workflows.Running;

namespace DigiSam.Tests.Processes.Conformance;

/// <summary>
/// A workflow engine with its store and a clock that stands still, as the conformance tests drive it. Another engine on the same
/// port is held by the same tests through an adapter of its own.
/// </summary>
public interface IEngineUnderTest : IAsyncDisposable
{
    /// <summary>Two people who may do the same things.</summary>
    (Guid One, Guid Other) People { get; }

    /// <summary>As many places as a test wants.</summary>
    Task<IReadOnlyList<Guid>> Places(int count);

    /// <summary>Begins on the day with these definitions, each a file's text.</summary>
    Task Open(DateOnly day, params string[] definitions);

    /// <summary>A definition by key and version.</summary>
    ProcessDefinition Definition(string key, int version = 1);

    /// <summary>The morning of another day, also an earlier one.</summary>
    void GoTo(DateOnly day);

    /// <summary>Uses the port in a transaction of its own, and commits.</summary>
    Task<T> Do<T>(Guid person, Func<IProcesses, Task<T>> act);

    /// <summary>Uses the port in a transaction that is then given up.</summary>
    Task GiveUp(Func<IProcesses, Task> act);

    /// <summary>Acts on what has fallen due, as a host does time and again.</summary>
    Task Pump();

    /// <summary>The timers of an instance that have not been acted on and are not void.</summary>
    Task<int> Timers(Guid instance);

    /// <summary>What waits for people because of an instance.</summary>
    Task<IReadOnlyList<string>> Tasks(Guid instance);

    /// <summary>Makes an instance's rows such that no one can make sense of them.</summary>
    Task Corrupt(Guid instance);

    /// <summary>Ends the host and starts another on the same store.</summary>
    Task Restart();
}
