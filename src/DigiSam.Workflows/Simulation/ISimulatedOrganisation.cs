using DigiSam.Workflows.Calendar;
using DigiSam.Workflows.Definitions;
using DigiSam.Workflows.Running;

namespace DigiSam.Workflows.Simulation;

/// <summary>The places that run a process in a simulation, and the people there; the host's own, or made up.</summary>
public interface ISimulatedOrganisation
{
    /// <summary>How many places there are; each runs one instance.</summary>
    int Places { get; }

    /// <summary>What kind of place they are, as definitions name it; null where that makes no difference.</summary>
    string? PlaceKind { get; }

    /// <summary>When nobody is reminded in a place.</summary>
    /// <param name="place">From 0.</param>
    IQuietTime QuietAt(int place) => QuietTimes.July;

    /// <summary>Who gets what is wanted; nobody when the role is held by nobody.</summary>
    /// <param name="place">From 0.</param>
    IReadOnlyList<SimulatedPerson> Receivers(int place, StepDefinition step, ProcessDecision.TaskWanted wanted);
}

/// <summary>Someone in a simulation; two with the same key are one.</summary>
public sealed record SimulatedPerson(string Key, string Name)
{
    public bool Equals(SimulatedPerson? other) => string.Equals(Key, other?.Key, StringComparison.Ordinal);

    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);
}
