using DigiSam.DefinitionFiles;

namespace DigiSam.SamYears;

/// <summary>What DigiSam knows already that bears on a question, and shows beside it.</summary>
public enum AnnualFact
{
    Involvement,
    Rounds,
    Risks,
    SeriousRisks,
    Measures,
    Checks,
    Improvements,
}

/// <summary>One version of the questions of the yearly follow-up (AFS 2023:1 section 14).</summary>
public sealed record AnnualFollowUpForm(int Version, string Title, string Purpose, IReadOnlyList<AnnualFollowUpSection> Sections)
{
    public IEnumerable<AnnualFollowUpQuestion> Questions => Sections.SelectMany(section => section.Questions);
}

public sealed record AnnualFollowUpSection(string Key, string Title, IReadOnlyList<AnnualFollowUpQuestion> Questions);

/// <summary>A question answered Ja, Delvis, Nej or Ej aktuellt; Ja is always the good answer.</summary>
/// <param name="Provisions">Ids in the register of provisions that demand what is asked; at least one.</param>
public sealed record AnnualFollowUpQuestion(string Key, string Text, string Help, AnnualFact? Fact, IReadOnlyList<string> Provisions)
{
    public const int LongestKey = 100;
}

/// <summary>Reads <c>checklists/arlig-uppfoljning/&lt;version&gt;.yaml</c>; an invalid file is refused with line and reason.</summary>
internal static class AnnualFollowUpFile
{
    public const string Kind = "annual-follow-up";

    private static readonly Dictionary<string, AnnualFact> Facts = new()
    {
        ["involvement"] = AnnualFact.Involvement,
        ["rounds"] = AnnualFact.Rounds,
        ["risks"] = AnnualFact.Risks,
        ["serious-risks"] = AnnualFact.SeriousRisks,
        ["measures"] = AnnualFact.Measures,
        ["checks"] = AnnualFact.Checks,
        ["improvements"] = AnnualFact.Improvements,
    };

    public static AnnualFollowUpForm Read(string path, IReadOnlySet<string> provisions) => DefinitionFile.Read(path, Kind, (_, root) =>
    {
        var names = new DefinitionNames();
        var form = new AnnualFollowUpForm(
            root.Int("version") ?? 0, root.Text("title") ?? "", root.Text("purpose") ?? "",
            [.. root.Maps("sections").Select(section => ReadSection(section, provisions, names))]);
        if (form.Version < 1 || Path.GetFileNameWithoutExtension(path) != $"{form.Version}")
            root.FaultAt("version", $"filen ska heta {form.Version}.yaml efter sin version, som är 1 eller högre");
        if (form.Sections.Count == 0)
            root.Fault("uppföljningen har inga avsnitt");
        return form;
    });

    private static AnnualFollowUpSection ReadSection(DefinitionMap map, IReadOnlySet<string> provisions, DefinitionNames names)
    {
        var section = new AnnualFollowUpSection(
            map.Text("key") ?? "", map.Text("title") ?? "",
            [.. map.Maps("questions").Select(question => ReadQuestion(question, provisions, names))]);
        names.Once(map, "key", "avsnittet", section.Key);
        if (section.Questions.Count == 0)
            map.Fault("avsnittet har inga frågor");
        map.End();
        return section;
    }

    private static AnnualFollowUpQuestion ReadQuestion(DefinitionMap map, IReadOnlySet<string> provisions, DefinitionNames names)
    {
        var question = new AnnualFollowUpQuestion(
            map.Text("key", AnnualFollowUpQuestion.LongestKey) ?? "", map.Text("text") ?? "", map.Text("help") ?? "",
            map.Has("fact") ? map.Choice("fact", Facts) : null,
            map.Texts("provisions"));
        names.Once(map, "key", "frågan", question.Key);
        if (question.Text.Length > 0 && !question.Text.EndsWith('?'))
            map.Fault($"frågan \"{question.Text}\" ska sluta med frågetecken");
        if (question.Provisions.Count == 0)
            map.Fault($"frågan \"{question.Key}\" hänvisar inte till någon bestämmelse");
        foreach (var unknown in question.Provisions.Where(id => !provisions.Contains(id)))
            map.Fault($"bestämmelsen \"{unknown}\" finns inte i provisions.yaml");
        map.End();
        return question;
    }
}
