namespace DigiSam.Workflows.Definitions;

/// <summary>What the steps of one version become in another; a step that is not there has no image.</summary>
public sealed record MoveMap(string Key, int From, int To, IReadOnlyDictionary<string, string> Steps);

/// <summary>The outcome of reading a map: a map, or all its faults in the order of their lines.</summary>
public sealed record MapReading(MoveMap? Map, IReadOnlyList<DefinitionFault> Faults);
