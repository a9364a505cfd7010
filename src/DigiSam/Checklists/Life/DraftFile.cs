using System.Globalization;
using System.Text;
using DigiSam.DefinitionFiles;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace DigiSam.Checklists.Life;

/// <summary>
/// Reads a checklist that someone has sent in, with the reader of published ones. Nobody has looked at the file before: what could
/// stop the reader, and not only be refused by it, is refused first.
/// </summary>
internal static class DraftFile
{
    /// <summary>The largest file that is taken, in bytes; a long checklist is a fiftieth of it.</summary>
    public const int Longest = 1024 * 1024;

    private const int MostFaults = 40;

    private const int LongestFault = 300;

    /// <summary>The checklist; fails with <see cref="DraftHasFaults"/>, each fault with its line and question.</summary>
    public static Checklist Read(byte[] content, IReadOnlySet<string> provisions)
    {
        if (content.Length > Longest)
            throw new DraftHasFaults(["Filen är större än 1 MB. En checklista är sällan mer än 20 kB: kontrollera att det är rätt fil."]);
        if (YamlGuard.Refuses(content) is { } refused)
            throw new DraftHasFaults([$"Rad {refused.Line}: {refused.Reason}"]);
        try
        {
            return ChecklistFile.Read(content, provisions);
        }
        catch (InvalidDefinitionException invalid)
        {
            throw new DraftHasFaults(Told(invalid.Faults, content));
        }
    }

    /// <summary>The same file as another version; nothing else in it is touched. Its text must be one that can be read.</summary>
    public static byte[] AsVersion(byte[] content, int version)
    {
        var whole = Encoding.UTF8.GetString(content);
        var text = whole.TrimStart('\uFEFF');
        var root = Root(text) ?? throw new InvalidOperationException("A published checklist is not YAML.");
        var number = root.Children[new YamlScalarNode("version")];
        return Encoding.UTF8.GetBytes(string.Concat(
            whole.AsSpan(0, whole.Length - text.Length + (int)number.Start.Index), version.ToString(CultureInfo.InvariantCulture), text.AsSpan((int)number.End.Index)));
    }

    private static List<string> Told(IReadOnlyList<DefinitionFault> faults, byte[] content)
    {
        var questions = Questions(content);
        List<string> told =
        [
            .. faults.OrderBy(fault => fault.Line).Take(MostFaults)
                .Select(fault => Cut($"Rad {fault.Line}{QuestionAt(questions, fault.Line)}: {fault.Reason}")),
        ];
        if (faults.Count > MostFaults)
            told.Add($"Och {faults.Count - MostFaults} fel till.");
        return told;
    }

    private static string Cut(string text) => text.Length <= LongestFault ? text : $"{text.AsSpan(0, LongestFault - 2)} …";

    private static string QuestionAt(IReadOnlyList<(long First, long Last, string Name)> questions, long line) =>
        questions.Where(question => question.First <= line && line <= question.Last).Select(question => $", frågan {question.Name}").LastOrDefault() ?? "";

    // Where a file is no YAML there are no questions to name.
    private static List<(long First, long Last, string Name)> Questions(byte[] content)
    {
        try
        {
            var sections = Root(Encoding.UTF8.GetString(content).TrimStart('\uFEFF')) is { } root ? List(root, "sections") : [];
            return [.. sections.SelectMany(section => List(section, "questions")).Select(question => (question.Start.Line, LastLine(question), Name(question)))];
        }
        catch (YamlException)
        {
            return [];
        }
    }

    // A map ends, to the reader, where the next thing begins; its texts end where they end.
    private static long LastLine(YamlMappingNode question) => question.AllNodes.OfType<YamlScalarNode>().Max(text => text.End.Line);

    private static string Name(YamlMappingNode question) =>
        Value(question, "key") ?? (Value(question, "text") is { } text ? $"\"{text}\"" : "utan nyckel");

    private static string? Value(YamlMappingNode map, string key) =>
        map.Children.TryGetValue(new YamlScalarNode(key), out var value) && value is YamlScalarNode { Value.Length: > 0 } scalar ? scalar.Value : null;

    private static IEnumerable<YamlMappingNode> List(YamlMappingNode map, string key) =>
        map.Children.TryGetValue(new YamlScalarNode(key), out var value) && value is YamlSequenceNode list ? list.Children.OfType<YamlMappingNode>() : [];

    private static YamlMappingNode? Root(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return stream.Documents is [{ RootNode: YamlMappingNode root }] ? root : null;
    }
}
