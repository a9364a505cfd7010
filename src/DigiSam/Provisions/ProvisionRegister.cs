using System.Globalization;
using DigiSam.DefinitionFiles;

namespace DigiSam.Provisions;

/// <summary>
/// A provision of an act or regulation, by act, chapter, paragraph and heading; its text is not kept here.
/// Validity is null where it has not been verified, and the last change where the act names none.
/// </summary>
public sealed record Provision(
    string Id,
    string Act,
    string ActTitle,
    string? Chapter,
    string Paragraph,
    string Heading,
    DateOnly? ValidFrom,
    DateOnly? ValidTo,
    string? LastChanged)
{
    /// <summary>"AFS 2023:12 5 kap. 2 §"; the Work Environment Act (SFS 1977:1160) by its name.</summary>
    public string Citation
    {
        get
        {
            var act = Act == "SFS 1977:1160" ? "Arbetsmiljölagen" : Act;
            var paragraph = char.IsAsciiDigit(Paragraph[0]) ? $"{Paragraph} §" : Paragraph;
            return Chapter is null ? $"{act} {paragraph}" : $"{act} {Chapter} kap. {paragraph}";
        }
    }

    /// <summary>Whether the provision may be cited for a date.</summary>
    public bool HoldsOn(DateOnly date) => (ValidFrom ?? DateOnly.MinValue) <= date && date <= (ValidTo ?? DateOnly.MaxValue);
}

/// <summary>The register of provisions that forms and checklists refer to, from <c>checklists/provisions.yaml</c>.</summary>
internal static class ProvisionRegister
{
    public static IReadOnlyDictionary<string, Provision> Read(string path) => DefinitionFile.Read(path, "provisions", (file, root) =>
    {
        var provisions = new Dictionary<string, Provision>();
        foreach (var map in root.Maps("provisions"))
        {
            var provision = new Provision(
                map.Text("id") ?? "",
                map.Text("act") ?? "",
                map.Text("actTitle") ?? "",
                map.OptionalText("chapter"),
                map.Text("paragraph") ?? "",
                map.Text("heading") ?? "",
                Date(map, "validFrom"),
                Date(map, "validTo"),
                map.OptionalText("lastChanged"));
            map.End();
            if (!provisions.TryAdd(provision.Id, provision))
                map.FaultAt("id", $"bestämmelsen \"{provision.Id}\" finns två gånger");
        }

        return provisions;
    });

    private static DateOnly? Date(DefinitionMap map, string key)
    {
        if (map.OptionalText(key) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        map.FaultAt(key, $"\"{key}\" ska vara ett datum som 2025-01-01, inte \"{text}\"");
        return null;
    }
}
