using DigiSam.Language;

namespace DigiSam.AnnualReports.Checking;

/// <summary>The names and aliases of the places that there are, or were lately, for texts that name them.</summary>
internal sealed class KnownNames
{
    private readonly Dictionary<string, string> _known = [];
    private readonly HashSet<string> _loose = [];

    public KnownNames(IEnumerable<(string Name, string Place)> names)
    {
        foreach (var (name, place) in names)
        {
            _known.TryAdd(Fold(name), place);
            _loose.Add(Loose(name));
        }
    }

    public bool IsEmpty => _known.Count == 0;

    /// <summary>Whether the words name a place, in any inflection and with or without hyphens.</summary>
    public bool Has(string words) => Forms(words).Any(form => _loose.Contains(Loose(form)));

    /// <summary>The name that the words most resemble; null when none is near.</summary>
    public string? Nearest(string words)
    {
        var folded = Fold(words);
        var near = _known.Where(pair => Math.Abs(pair.Key.Length - folded.Length) <= 3).Select(pair => (Distance: Distance(folded, pair.Key), pair.Value)).OrderBy(pair => pair.Distance).ThenBy(pair => pair.Value, StringComparer.Ordinal).FirstOrDefault();
        return near.Value is not null && near.Distance <= Math.Max(1, folded.Length / 10) ? near.Value : null;
    }

    /// <summary>"socialnämndens", "Förskolenämnd" as the definite name is written.</summary>
    private static IEnumerable<string> Forms(string words)
    {
        yield return words;
        var bare = words.EndsWith('s') ? words[..^1] : words;
        yield return bare;
        yield return $"{bare}en";
        if (bare.EndsWith("en", StringComparison.Ordinal))
            yield return bare[..^2];
    }

    private static string Fold(string name) => SwedishText.Fold(name);

    private static string Loose(string name) => SwedishText.Fold(name).Replace("-", "", StringComparison.Ordinal).Replace(" samt ", " och ", StringComparison.Ordinal);

    private static int Distance(string one, string other)
    {
        var previous = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var current = new int[other.Length + 1];
            current[0] = i;
            for (var j = 1; j <= other.Length; j++)
                current[j] = Math.Min(previous[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1), 1 + Math.Min(previous[j], current[j - 1]));
            previous = current;
        }

        return previous[^1];
    }
}
