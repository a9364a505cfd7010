using DigiSam.Checklists;
using DigiSam.Checklists.Life;
using DigiSam.Language;

namespace DigiSam.Web.Checklists;

/// <summary>Where checklists stand, in words, and their addresses.</summary>
internal static class ChecklistWords
{
    public const string List = "/checklistor";

    /// <summary>The page where a draft is started with a file.</summary>
    public const string New = $"{List}/ny";

    public static string Address(string key) => $"{List}/{key}";

    public static string Address(string key, int version) => $"{List}/{key}/{version}";

    public static string DraftAddress(string key) => $"{List}/{key}/utkast";

    public static string FileAddress(string key, int version) => $"{List}/{key}/{version}/fil";

    /// <summary>The file of a draft or of what was read in a consultation about it.</summary>
    public static string DraftFileAddress(Guid draft, Guid? consultation = null) => $"{List}/utkast/{draft}/fil{(consultation is { } id ? $"?samrad={id}" : "")}";

    /// <summary>"Utkast till version 3 på samråd till och med 4 december 2026".</summary>
    public static string Draft(int version, ChecklistDraftStatus status, DateOnly? lastDay, bool isAnswered = false) => (status, lastDay) switch
    {
        (ChecklistDraftStatus.Consulted, _) when isAnswered => $"Utkast till version {version} på samråd, svar har kommit",
        (ChecklistDraftStatus.Consulted, { } day) => $"Utkast till version {version} på samråd till och med {SwedishDate.Long(day)}",
        (ChecklistDraftStatus.Consulted, _) => $"Utkast till version {version} på samråd",
        _ => $"Utkast till version {version}",
    };

    /// <summary>"Version 2 gäller", or the day from which it will.</summary>
    public static string Holds(int version, DateOnly validFrom, DateOnly today) => validFrom > today ? $"Version {version} gäller från {SwedishDate.Long(validFrom)}" : $"Version {version} gäller";

    /// <summary>"19 frågor i 5 avsnitt, ungefär 35 minuter".</summary>
    public static string Size(Checklist checklist) => $"{checklist.Questions.Count()} frågor i {checklist.Sections.Count} avsnitt, ungefär {checklist.Minutes} minuter";

    public static string Swedish(this ReviewFinding finding) => finding == ReviewFinding.NoChange ? "Inget behövde ändras" : "Den behövde en ny version";

    /// <summary>"3 december 2026 10:42".</summary>
    public static string Moment(DateTimeOffset at) => $"{SwedishDate.Long(SwedishDate.DateIn(at))} {SwedishDate.Time(at)}";

    /// <summary>"Anna Berg", "Anna Berg och Bo Ek", "Anna Berg, Bo Ek och Cia Al".</summary>
    public static string Listed(IReadOnlyList<string> names) => names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.SkipLast(1))} och {names[^1]}";
}
