using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using DigiSam.DefinitionFiles;

namespace DigiSam.Checklists;

/// <summary>Reads a checklist from <c>checklists/&lt;key&gt;/&lt;version&gt;.yaml</c>; an invalid file is refused with line and reason.</summary>
internal static partial class ChecklistFile
{
    public const string Kind = "checklist";

    /// <summary>Room that new versions have, beside what the database has room for: what is longer is not read on a round.</summary>
    private const int LongestPurpose = 2000;

    private const int LongestText = 300;

    private const int LongestHelp = 2000;

    private const int MostQuestions = 200;

    /// <summary>What has been read of what is published, by hash: it never changes, and each answer in a round asks for it.</summary>
    private static readonly ConcurrentDictionary<string, Checklist> Published = new();

    private static readonly Dictionary<string, RiskCategory> Categories = Enum.GetValues<RiskCategory>()
        .ToDictionary(category => category.ToString().ToLowerInvariant());

    public static Checklist Read(string path, IReadOnlySet<string> provisions) => DefinitionFile.Read(path, Kind, (file, root) =>
    {
        var checklist = Read(file, root, provisions);
        if (Path.GetFileName(Path.GetDirectoryName(path)) != checklist.Key || Path.GetFileNameWithoutExtension(path) != $"{checklist.Version}")
            root.Fault($"filen ska heta {checklist.Key}/{checklist.Version}.yaml efter sin nyckel och version");
        return checklist;
    });

    /// <summary>Reads the bytes of a file that is to be published.</summary>
    public static Checklist Read(byte[] content, IReadOnlySet<string> provisions) =>
        DefinitionFile.Read("checklist", content, Kind, (file, root) => Read(file, root, provisions));

    /// <summary>Reads a published version as it is kept. The provisions it cites were known, and it had room, when it was published.</summary>
    public static Checklist Read(ChecklistVersion version) => Published.GetOrAdd(version.Sha256, static (_, version) => ReadContent(version), version);

    /// <summary>Reads a file that was whole when it was taken in, published or not.</summary>
    public static Checklist ReadKept(byte[] content) => DefinitionFile.Read("checklist", content, Kind, (file, root) => Read(file, root, provisions: null));

    private static Checklist ReadContent(ChecklistVersion version) => ReadKept(version.Content);

    private static Checklist Read(DefinitionFile file, DefinitionMap root, IReadOnlySet<string>? provisions)
    {
        var names = new DefinitionNames();
        var isPublished = provisions is null;
        var checklist = new Checklist(
            Key(root, isPublished ? int.MaxValue : ChecklistVersion.LongestKey),
            root.Int("version") ?? 0,
            root.Text("title", isPublished ? int.MaxValue : ChecklistVersion.LongestTitle) ?? "",
            root.Text("purpose", isPublished ? int.MaxValue : LongestPurpose) ?? "",
            root.Int("minutes") ?? 0,
            file.Sha256,
            [.. root.Maps("sections").Select(section => ReadSection(section, provisions, names))])
        {
            ReviewBy = ReviewBy(root),
        };
        if (checklist.Sections.Count == 0)
            root.Fault("checklistan har inga avsnitt");
        if (checklist.Version < 1)
            root.Fault("\"version\" ska vara 1 eller högre");
        if (!isPublished && checklist.Questions.Count() is > MostQuestions and var count)
            root.FaultAt("sections", $"checklistan har {count} frågor; högst {MostQuestions} hinns med i en rond");
        if (checklist.Minutes is < 5 or > 240)
            root.Fault("\"minutes\" ska vara mellan 5 och 240");
        return checklist;
    }

    private static ChecklistSection ReadSection(DefinitionMap map, IReadOnlySet<string>? provisions, DefinitionNames names)
    {
        var section = new ChecklistSection(
            Key(map, provisions is null ? int.MaxValue : ChecklistQuestion.LongestKey),
            map.Text("title", provisions is null ? int.MaxValue : ChecklistVersion.LongestTitle) ?? "",
            [.. map.Maps("questions").Select(question => ReadQuestion(question, provisions, names))]);
        names.Once(map, "key", "avsnittet", section.Key);
        if (section.Questions.Count == 0)
            map.Fault("avsnittet har inga frågor");
        map.End();
        return section;
    }

    private static ChecklistQuestion ReadQuestion(DefinitionMap map, IReadOnlySet<string>? provisions, DefinitionNames names)
    {
        var question = new ChecklistQuestion(
            Key(map, provisions is null ? int.MaxValue : ChecklistQuestion.LongestKey),
            map.Text("text", provisions is null ? int.MaxValue : LongestText) ?? "",
            map.Text("help", provisions is null ? int.MaxValue : LongestHelp) ?? "",
            map.Choice("category", Categories) ?? RiskCategory.Premises,
            map.Texts("provisions"));
        names.Once(map, "key", "frågan", question.Key);
        if (question.Text.Length > 0 && !question.Text.EndsWith('?'))
            map.Fault($"frågan \"{question.Text}\" ska sluta med frågetecken");
        if (question.Provisions.Count == 0)
            map.Fault($"frågan \"{question.Key}\" hänvisar inte till någon bestämmelse");
        foreach (var unknown in question.Provisions.Where(id => provisions?.Contains(id) == false))
            map.Fault($"bestämmelsen \"{unknown}\" finns inte i provisions.yaml");
        map.End();
        return question;
    }

    private static DateOnly? ReviewBy(DefinitionMap root)
    {
        if (root.OptionalText("reviewBy") is not { } written)
            return null;
        if (DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        root.FaultAt("reviewBy", $"\"reviewBy\" ska vara en dag som 2027-11-30, inte \"{written}\"");
        return null;
    }

    private static string Key(DefinitionMap map, int longest)
    {
        var key = map.Text("key", longest) ?? "";
        if (key.Length > 0 && !KeyForm().IsMatch(key))
            map.Fault($"nyckeln \"{key}\" ska bestå av a–z, 0–9 och bindestreck");
        return key;
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex KeyForm();
}
