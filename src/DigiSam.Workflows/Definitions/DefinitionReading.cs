using System.Diagnostics.CodeAnalysis;

namespace DigiSam.Workflows.Definitions;

/// <summary>What is wrong on a line of a definition file, and in Swedish what to do about it.</summary>
public sealed record DefinitionFault(string File, int Line, string Message);

/// <summary>The outcome of reading a file: a definition, or all its faults in the order of their lines.</summary>
public sealed record DefinitionReading(ProcessDefinition? Definition, IReadOnlyList<DefinitionFault> Faults)
{
    /// <summary>Whether there is a definition.</summary>
    [MemberNotNullWhen(true, nameof(Definition))]
    public bool IsValid => Definition is not null;
}
