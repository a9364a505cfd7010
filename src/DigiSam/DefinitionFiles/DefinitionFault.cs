namespace DigiSam.DefinitionFiles;

/// <summary>A fault in a definition file (form, metric catalogue, register): file, line and Swedish reason.</summary>
public sealed record DefinitionFault(string File, long Line, string Reason)
{
    public override string ToString() => Line > 0 ? $"{File} rad {Line}: {Reason}" : $"{File}: {Reason}";
}

/// <summary>Definition files are invalid. Nothing starts on a guess: the message lists every fault.</summary>
public sealed class InvalidDefinitionException(IReadOnlyList<DefinitionFault> faults)
    : Exception("Definitionsfiler är ogiltiga:\n" + string.Join('\n', faults))
{
    public IReadOnlyList<DefinitionFault> Faults { get; } = faults;
}
