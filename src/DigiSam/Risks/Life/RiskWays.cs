using DigiSam.Workflows.Definitions;

namespace DigiSam.Risks.Life;

/// <summary>Finds the exits that lead from one state to another.</summary>
internal static class RiskWays
{
    /// <summary>
    /// The fewest exits; null when there is no way. A risk is closed, and opened again, by one exit only. One that goes through
    /// several states at once, as when a measure that is done already is found to help against it too, never does so by way of closing.
    /// Where nothing leads from a state to itself, what would begin anew stays as it is: no exit.
    /// </summary>
    public static IReadOnlyList<StepExit>? Between(ProcessDefinition definition, string from, RiskStage to)
    {
        var direct = definition[from].Exits.FirstOrDefault(exit => exit.To == to.Key());
        if (direct is not null)
            return [direct];
        if (from == to.Key())
            return [];
        return to == RiskStage.Closed || definition[from].IsFinal ? null : Through(definition, from, to.Key());
    }

    private static List<StepExit>? Through(ProcessDefinition definition, string from, string to)
    {
        var ways = new Dictionary<string, List<StepExit>> { [from] = [] };
        var next = new Queue<string>([from]);
        while (next.TryDequeue(out var state))
        {
            foreach (var exit in definition[state].Exits.Where(exit => !definition[exit.To].IsFinal && !ways.ContainsKey(exit.To)))
            {
                ways.Add(exit.To, [.. ways[state], exit]);
                next.Enqueue(exit.To);
            }
        }

        return ways.GetValueOrDefault(to);
    }
}
