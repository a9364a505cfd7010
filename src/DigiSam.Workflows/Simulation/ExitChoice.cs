using DigiSam.Workflows.Definitions;

namespace DigiSam.Workflows.Simulation;

/// <summary>
/// By which exit a state is left in a simulation: the first that leads to where the instance has not been. Where it has been everywhere
/// it takes the shortest way to an end, and without an end it stays, so that no ring goes on for ever.
/// </summary>
internal sealed class ExitChoice
{
    private readonly Dictionary<string, int> toEnd = new(StringComparer.Ordinal);

    public ExitChoice(ProcessDefinition definition)
    {
        var steps = definition.Steps.ToList();
        for (var distance = 0; ; distance++)
        {
            var reached = steps.FindAll(step => distance == 0 ? step.IsFinal : step.Exits.Any(exit => toEnd.ContainsKey(exit.To)));
            if (reached.Count == 0)
                return;
            foreach (var step in reached)
                toEnd.Add(step.Key, distance);
            steps.RemoveAll(reached.Contains);
        }
    }

    /// <summary>The exit's name; null when the instance stays.</summary>
    public string? From(StepDefinition state, IReadOnlySet<string> visited) =>
        (state.Exits.FirstOrDefault(exit => !visited.Contains(exit.To)) ?? state.Exits.FirstOrDefault(exit => Nearer(exit.To, state.Key)))?.On;

    private bool Nearer(string to, string from) => toEnd.TryGetValue(to, out var there) && there < toEnd[from];
}
