using DigiSam.DefinitionFiles;

namespace DigiSam.SamYears;

/// <summary>Something that research links to healthy workplaces. A unit chooses a few for its year.</summary>
public sealed record HealthFactor(string Key, string Name, string Help)
{
    /// <summary>A plan keeps the keys of a few in one column, with each letter outside ASCII written as six.</summary>
    public const int LongestKey = 50;
}

/// <summary>One version of the health factors, in the order they are shown.</summary>
public sealed record HealthFactorSet(int Version, string Title, IReadOnlyList<HealthFactor> Factors)
{
    /// <summary>The name of a factor; the key itself when this version has none such.</summary>
    public string NameOf(string key) => Factors.FirstOrDefault(factor => factor.Key == key)?.Name ?? key;
}

/// <summary>Reads <c>checklists/friskfaktorer/&lt;version&gt;.yaml</c>; an invalid file is refused with line and reason.</summary>
internal static class HealthFactorFile
{
    public const string Kind = "health-factors";

    public static HealthFactorSet Read(string path) => DefinitionFile.Read(path, Kind, (_, root) =>
    {
        var names = new DefinitionNames();
        var factors = new List<HealthFactor>();
        var set = new HealthFactorSet(root.Int("version") ?? 0, root.Text("title") ?? "", factors);
        if (set.Version < 1 || Path.GetFileNameWithoutExtension(path) != $"{set.Version}")
            root.FaultAt("version", $"filen ska heta {set.Version}.yaml efter sin version, som är 1 eller högre");
        foreach (var map in root.Maps("factors"))
        {
            var factor = new HealthFactor(map.Text("key", HealthFactor.LongestKey) ?? "", map.Text("name") ?? "", map.Text("help") ?? "");
            names.Once(map, "key", "friskfaktorn", factor.Key);
            map.End();
            factors.Add(factor);
        }

        if (factors.Count == 0)
            root.Fault("inga friskfaktorer finns under \"factors\"");
        return set;
    });
}
