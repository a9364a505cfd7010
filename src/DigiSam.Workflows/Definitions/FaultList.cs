namespace DigiSam.Workflows.Definitions;

/// <summary>Gathers the faults of one file while it is read.</summary>
internal sealed class FaultList(string file)
{
    private readonly List<DefinitionFault> faults = [];

    public bool IsEmpty => faults.Count == 0;

    public void Add(int line, string message) => faults.Add(new DefinitionFault(file, line, message));

    public DefinitionReading Refuse() => new(Definition: null, [.. faults.OrderBy(fault => fault.Line)]);
}
