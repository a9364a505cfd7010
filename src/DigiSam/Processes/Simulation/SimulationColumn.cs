using DigiSam.Workflows.Simulation;

namespace DigiSam.Processes.Simulation;

/// <summary>A column of the table of months: what one role gets of one kind. Made for each of which there is anything.</summary>
public sealed class SimulationColumn
{
    private static readonly (string Name, Func<LoadCount, int> Of)[] Kinds =
        [("uppgifter", load => load.Tasks), ("påminnelser", load => load.Reminders), ("eskaleringar", load => load.Escalations)];

    private readonly string _role;

    private readonly Func<LoadCount, int> _of;

    private SimulationColumn(string role, string kind, Func<LoadCount, int> of)
    {
        (_role, _of) = (role, of);
        (Role, Kind) = (SimulationWords.Role(role), kind);
    }

    /// <summary>"Chef".</summary>
    public string Role { get; }

    /// <summary>"påminnelser".</summary>
    public string Kind { get; }

    /// <summary>The columns that a result needs.</summary>
    public static IReadOnlyList<SimulationColumn> Of(SimulationResult result) =>
        [.. result.Roles.SelectMany(role => Kinds.Select(kind => new SimulationColumn(role, kind.Name, kind.Of))).Where(column => column.InAll(result) > 0)];

    public int In(MonthLoad month) => _of(month.Of(_role));

    public int InAll(SimulationResult result) => _of(result.Of(_role));
}
