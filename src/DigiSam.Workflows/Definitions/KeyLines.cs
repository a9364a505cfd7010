namespace DigiSam.Workflows.Definitions;

/// <summary>On which line each key of a list stands; one that stands twice is a fault.</summary>
internal static class KeyLines
{
    /// <summary>The line of each key's first place.</summary>
    /// <param name="what">What has the key, as people call it: "Steget".</param>
    public static IReadOnlyDictionary<string, int> Of(IEnumerable<(string Key, int Line)> keys, string what, FaultList faults)
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (key, line) in keys.Where(key => key.Key.Length > 0 && !lines.TryAdd(key.Key, key.Line)))
            faults.Add(line, $"{what} \"{key}\" finns redan på rad {lines[key]}. Ge ett av dem en annan nyckel.");
        return lines;
    }
}
