using DigiSam.Language;

namespace DigiSam.DefinitionFiles;

/// <summary>The names that a definition file has used so far. One that stands twice would make the second silently mean the first.</summary>
internal sealed class DefinitionNames
{
    private readonly Dictionary<string, int> _times = [];

    /// <summary>Takes the name of <paramref name="what"/> that stands under a key, and faults its line when it was taken before.</summary>
    public void Once(DefinitionMap map, string key, string what, string name)
    {
        var folded = $"{what} {SwedishText.Fold(name)}";
        var times = _times[folded] = _times.GetValueOrDefault(folded) + 1;
        if (times > 1 && name.Length > 0)
            map.FaultAt(key, $"{what} \"{name}\" finns {times} gånger");
    }
}
