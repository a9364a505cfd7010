using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace DigiSam.Workflows.Definitions;

/// <summary>
/// Reads <c>workflows/&lt;key&gt;/&lt;version&gt;.json</c>. All faults that can be found in one reading are returned
/// together; nothing is thrown for what a file contains.
/// </summary>
public static class DefinitionReader
{
    /// <summary>Reads a file; throws the usual <see cref="IOException"/> when it cannot be opened.</summary>
    public static DefinitionReading Read(string path) => Read(path, File.ReadAllBytes(path));

    /// <summary>Reads a text as if it stood in the file at the path.</summary>
    public static DefinitionReading Read(string path, string text) => Read(path, Encoding.UTF8.GetBytes(text));

    private static DefinitionReading Read(string path, byte[] bytes)
    {
        var faults = new FaultList(path);
        if (Parse(bytes, faults) is not { } json || !IsFormat1(json, faults))
            return faults.Refuse();

        var root = new ObjectReader(json, faults, ["format", "key", "version", "title", "help", "steps"]);
        var (key, version) = (root.Name("key"), root.Number("version"));
        var (title, help) = (root.Text("title"), root.Text("help"));
        RefuseOtherPath(path, root, key, version, faults);
        var steps = Steps(root, faults);
        return faults.IsEmpty
            ? new DefinitionReading(new ProcessDefinition(key, version!.Value, title, help, [.. steps], HashOf(bytes)), [])
            : faults.Refuse();
    }

    private static LocatedJson? Parse(ReadOnlySpan<byte> bytes, FaultList faults)
    {
        try
        {
            return LocatedJson.Parse(bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes);
        }
        catch (JsonException exception)
        {
            faults.Add((int)(exception.LineNumber ?? 0) + 1, "Filen går inte att läsa här. Kontrollera kommatecken, citattecken och klamrar.");
            return null;
        }
    }

    // Another format may mean anything by its keys, so nothing more is said about it.
    private static bool IsFormat1(LocatedJson json, FaultList faults)
    {
        if (json.Members.FirstOrDefault(member => string.Equals(member.Name, "format", StringComparison.Ordinal)) is not { } format
            || format.Value is { Type: JsonTokenType.Number, Text: "1" })
            return true;
        faults.Add(format.Line, "Bara format 1 går att läsa. Skriv \"format\": 1.");
        return false;
    }

    private static void RefuseOtherPath(string path, ObjectReader root, string key, int? version, FaultList faults)
    {
        var full = Path.GetFullPath(path);
        var (folder, file) = (Path.GetFileName(Path.GetDirectoryName(full)), Path.GetFileName(full));
        if (key.Length > 0 && !string.Equals(key, folder, StringComparison.Ordinal))
            faults.Add(root.LineOf("key"), $"Nyckeln \"{key}\" är inte namnet på mappen, \"{folder}\". Ändra nyckeln eller flytta filen.");
        if (version is { } number && !string.Equals(file, $"{number}.json", StringComparison.Ordinal))
            faults.Add(root.LineOf("version"), $"Version {number} ska stå i filen \"{number}.json\", inte i \"{file}\". Ändra versionen eller filens namn.");
    }

    private static List<StepDefinition> Steps(ObjectReader root, FaultList faults)
    {
        var readers = root.List("steps").Select(json => new StepReader(json, faults)).ToList();
        if (root.Value("steps") is { Type: JsonTokenType.StartArray, Items.Count: 0 })
            faults.Add(root.LineOf("steps"), "Listan \"steps\" är tom. Skriv minst ett steg.");

        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var reader in readers.Where(reader => reader.Key.Length > 0 && !lines.TryAdd(reader.Key, reader.KeyLine)))
            faults.Add(reader.KeyLine, $"Steget \"{reader.Key}\" finns redan på rad {lines[reader.Key]}. Ge ett av dem en annan nyckel.");
        foreach (var name in readers.SelectMany(reader => reader.Beside.Concat(reader.Transitions)))
        {
            if (!lines.ContainsKey(name.Text))
                faults.Add(name.Line, $"Steget \"{name.Text}\" finns inte. Välj bland {string.Join(", ", lines.Keys)}.");
        }

        var steps = readers.Select(reader => reader.Read()).OfType<StepDefinition>().ToList();
        if (faults.IsEmpty)
            RefuseRing(readers, faults);
        return steps;
    }

    // Steps that nothing left leads to are taken away until none is found; what remains waits for a ring and never opens.
    private static void RefuseRing(List<StepReader> waiting, FaultList faults)
    {
        var awaited = waiting.SelectMany(step => step.Transitions, (_, to) => to.Text).ToHashSet(StringComparer.Ordinal);
        var left = waiting.FindAll(step => awaited.Contains(step.Key));
        if (left.Count > 0 && left.Count < waiting.Count)
            RefuseRing(left, faults);
        else if (left.Count > 0)
            faults.Add(left[0].KeyLine, $"Övergångarna går i ring, så att stegen {string.Join(", ", left.Select(step => step.Key))} aldrig kan öppna. Ta bort en av dem.");
    }

    private static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
