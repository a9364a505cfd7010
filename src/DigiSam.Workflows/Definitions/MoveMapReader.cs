using System.Text.Json;
using System.Text.RegularExpressions;

namespace DigiSam.Workflows.Definitions;

/// <summary>Reads <c>workflows/&lt;key&gt;/&lt;from&gt;-&lt;to&gt;.json</c>: how instances may move from one version to another.</summary>
public static partial class MoveMapReader
{
    /// <summary>Whether a file is a map, by its name.</summary>
    public static bool IsMap(string path) => FilePattern().IsMatch(Path.GetFileName(path));

    /// <summary>
    /// Reads a file against the definitions that lie beside it; throws the usual <see cref="IOException"/> when it cannot be opened.
    /// </summary>
    public static MapReading Read(string path, IReadOnlyCollection<ProcessDefinition> definitions)
    {
        var faults = new FaultList(path);
        LocatedJson json;
        try
        {
            json = LocatedJson.ParseFile(File.ReadAllBytes(path));
        }
        catch (JsonException exception)
        {
            faults.Add((int)(exception.LineNumber ?? 0) + 1, "Filen går inte att läsa här. Kontrollera kommatecken, citattecken och klamrar.");
            return new MapReading(null, faults.Refuse().Faults);
        }

        var root = new ObjectReader(json, faults, ["format", "key", "from", "to", "map"]);
        var (key, from, to) = (root.Name("key"), root.Number("from"), root.Number("to"));
        if (root.Value("format") is { } format && format is not { Type: JsonTokenType.Number, Text: "1" })
            faults.Add(format.Line, "Bara format 1 går att läsa. Skriv \"format\": 1.");
        if (faults.IsEmpty && !path.Replace('\\', '/').EndsWith($"{key}/{from}-{to}.json", StringComparison.Ordinal))
            faults.Add(root.LineOf("from"), $"Flytten från version {from} till {to} av \"{key}\" ska stå i \"{key}/{from}-{to}.json\".");
        var steps = Steps(root, Version("from", from), Version("to", to), faults);
        return faults.IsEmpty ? new MapReading(new MoveMap(key, from!.Value, to!.Value, steps), []) : new MapReading(null, faults.Refuse().Faults);

        ProcessDefinition? Version(string at, int? number)
        {
            var found = definitions.FirstOrDefault(known => string.Equals(known.Key, key, StringComparison.Ordinal) && known.Version == number);
            if (found is null && number is not null)
                faults.Add(root.LineOf(at), $"Version {number} av \"{key}\" finns inte.");
            return found;
        }
    }

    private static Dictionary<string, string> Steps(ObjectReader root, ProcessDefinition? from, ProcessDefinition? to, FaultList faults)
    {
        var steps = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, line, image) in root.Value("map")?.Members ?? [])
        {
            if (from is not null && from.Find(name) is null)
                faults.Add(line, $"\"{name}\" finns inte i version {from.Version}. Välj bland {string.Join(", ", from.Steps.Select(step => step.Key))}.");
            if (to is not null && to.Find(image.Text) is null)
                faults.Add(image.Line, $"\"{image.Text}\" finns inte i version {to.Version}. Välj bland {string.Join(", ", to.Steps.Select(step => step.Key))}.");
            if (!steps.TryAdd(name, image.Text))
                faults.Add(line, $"\"{name}\" står två gånger. Ta bort den ena.");
        }

        return steps;
    }

    [GeneratedRegex(@"^[0-9]+-[0-9]+\.json\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FilePattern();
}
