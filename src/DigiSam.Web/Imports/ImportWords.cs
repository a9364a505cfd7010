using DigiSam.Figures;
using DigiSam.Imports;
using DigiSam.Language;
using DigiSam.SickLeave;

namespace DigiSam.Web.Imports;

/// <summary>What stands on the page about imports.</summary>
internal static class ImportWords
{
    public static string Template(AbsenceTable table) => table switch
    {
        AbsenceTable.Unit => "per enhet",
        AbsenceTable.Board => "per nämnd, kön och ålder",
        _ => "per befattning",
    };

    /// <summary>"12 nya rader, 3 ändrade och 40 som redan gäller".</summary>
    public static string Counts(ImportReport report) =>
        $"{SwedishNumber.Show(report.Added, 0)} {(report.Added == 1 ? "ny rad" : "nya rader")}, {SwedishNumber.Show(report.Replaced, 0)} {(report.Replaced == 1 ? "ändrad" : "ändrade")} och {SwedishNumber.Show(report.Unchanged, 0)} som redan gäller";

    public static string Sentence(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..]}.";

    public static string Kind(ImportKind kind) => kind switch
    {
        ImportKind.Absence => "Frånvaro per månad",
        ImportKind.Comparison => "Andra kommuner",
        ImportKind.Organisation => "Organisation",
        ImportKind.PublishedValues => "Publicerade värden",
        ImportKind.PublishedAnswers => "Publicerade svar",
        ImportKind.Answers => "Nämndernas svar",
        ImportKind.Texts => "Texter",
        _ => FigureTemplate.Of(kind) is { } table ? FigureTemplate.Name(table) : "",
    };
}
