using DigiSam.Workflows.Definitions;
using DigiSam.Workflows.Running;

namespace DigiSam.Workflows.Simulation;

/// <summary>
/// The engine asked only once a day for instances that stand alike, as hundreds do. It may be, because the engine remembers nothing
/// between signals.
/// </summary>
internal sealed class RememberingEngine(IProcessEngine engine)
{
    private readonly Dictionary<(ProcessState State, ProcessSignal Signal), IReadOnlyList<ProcessDecision>> decided = new(new Alike());
    private DateOnly day;

    public ProcessState Plan(ProcessDefinition definition, int year) => engine.Plan(definition, year);

    public IReadOnlyList<ProcessDecision> Decide(ProcessState state, ProcessSignal signal, DateOnly today)
    {
        if (day != today)
            decided.Clear();
        day = today;
        if (decided.TryGetValue((state, signal), out var known))
            return known;
        var decisions = engine.Decide(state, signal, today);
        // The steps of an instance change as it goes on; those of the key may not.
        decided.Add((state with { Steps = [.. state.Steps] }, signal), decisions);
        return decisions;
    }

    private sealed class Alike : IEqualityComparer<(ProcessState State, ProcessSignal Signal)>
    {
        public bool Equals((ProcessState State, ProcessSignal Signal) one, (ProcessState State, ProcessSignal Signal) other) =>
            one.Signal == other.Signal && one.State.Status == other.State.Status && one.State.Quiet.Equals(other.State.Quiet) && one.State.Steps.SequenceEqual(other.State.Steps);

        public int GetHashCode((ProcessState State, ProcessSignal Signal) asked)
        {
            var hash = default(HashCode);
            hash.Add(asked.Signal);
            foreach (var step in asked.State.Steps)
                hash.Add(step);
            return hash.ToHashCode();
        }
    }
}
