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
    /// <summary>The longest key of a process or a step, and any other name in a file.</summary>
    public const int LongestName = 100;

    /// <summary>The longest title of a process or a step.</summary>
    public const int LongestTitle = 100;

    /// <summary>Reads a file; throws the usual <see cref="IOException"/> when it cannot be opened.</summary>
    public static DefinitionReading Read(string path) => Read(path, File.ReadAllBytes(path));

    /// <summary>Reads a text as if it stood in the file at the path.</summary>
    public static DefinitionReading Read(string path, string text) => Read(path, Encoding.UTF8.GetBytes(text));

    private static DefinitionReading Read(string path, byte[] bytes)
    {
        var faults = new FaultList(path);
        if (Parse(bytes, faults) is not { } json || !IsFormat1(json, faults))
            return faults.Refuse();

        // Which of the two it is, its own key tells; a file with neither is told to have steps.
        var flow = Has(json, "states") ? ProcessFlow.States : ProcessFlow.Calendar;
        var list = flow == ProcessFlow.States ? "states" : "steps";
        var root = new ObjectReader(json, faults, ["format", "key", "version", "title", "help", list], "remindsInJuly");
        var (key, version) = (root.Name("key"), root.Number("version"));
        var (title, help) = (root.Text("title", LongestTitle), root.Text("help"));
        var july = root.Truth("remindsInJuly");
        RefuseOtherPath(path, root, key, version, faults);
        var steps = flow == ProcessFlow.States ? StatesReader.Read(root, faults) : CalendarReader.Read(root, faults);
        return faults.IsEmpty
            ? new DefinitionReading(new ProcessDefinition(key, version!.Value, title, help, flow, [.. steps], HashOf(bytes)) { RemindsInJuly = july }, [])
            : faults.Refuse();
    }

    private static LocatedJson? Parse(ReadOnlySpan<byte> bytes, FaultList faults)
    {
        try
        {
            return LocatedJson.ParseFile(bytes);
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

    private static bool Has(LocatedJson json, string key) => json.Members.Any(member => string.Equals(member.Name, key, StringComparison.Ordinal));

    private static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
