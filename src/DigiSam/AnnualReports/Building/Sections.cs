using DigiSam.AnnualReports.Content;
using DigiSam.AnnualReports.Records;
using DigiSam.Installation;
using DigiSam.ReportForms;

namespace DigiSam.AnnualReports.Building;

/// <summary>Fills a form's sections: figures, facts, answers and what people wrote.</summary>
internal sealed class Sections(
    ReportForm form,
    ReportLevel level,
    FigureTables tables,
    InstalledDefinitions definitions,
    YearFigures? figures,
    IReadOnlyDictionary<string, SectionText> imported,
    IReadOnlyDictionary<string, SectionTextVersion> written,
    Func<FormQuestion, QuestionContent> answer)
{
    public IReadOnlyList<SectionContent> Fill() => [.. form.Sections.Select((section, index) => Fill(section, index + 1))];

    private SectionContent Fill(FormSection section, int number)
    {
        var filled = section.Tables.Select(table => (Form: table, Content: tables.Fill(table))).Where(table => table.Content is not null).ToList();

        // Figures come per board; a unit's report says so once instead of printing empty tables.
        var withoutFigures = filled.Count > 0 && !level.Decides() && filled.TrueForAll(table => table.Content!.Rows.All(row => row.Cells.All(cell => cell.State == CellState.Missing)));
        if (withoutFigures)
            filled.Clear();
        return new SectionContent(
            section.Key,
            number,
            section.Title,
            [.. filled.Select(table => table.Content!)],
            [.. section.Questions.Select(answer)],
            [
                .. withoutFigures ? [$"Siffror för {(level == ReportLevel.Unit ? "enheten" : "förvaltningen")} finns inte; de redovisas i nämndens rapport."] : Array.Empty<string>(),
                .. filled.SelectMany(table => FactSentences.About(table.Form, table.Content!, definitions.Metrics)),
                .. figures is null ? [] : section.Facts.SelectMany(facts => RecordSentences.About(facts, figures, level, definitions.Matrix)),
            ],
            new NarrativeContent(section.TextRequired && !withoutFigures, Blocks(section.Key)));
    }

    private IReadOnlyList<TextBlock> Blocks(string key) =>
        written.TryGetValue(key, out var text) ? Narratives.Blocks(text.Markdown)
        : imported.TryGetValue(key, out var file) ? Narratives.Blocks(file.Markdown)
        : [];
}
