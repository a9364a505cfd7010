using DigiSam.AnnualReports.Content;
using DigiSam.Language;
using DigiSam.ReportForms;

namespace DigiSam.AnnualReports.Building;

/// <summary>What is missing in a report, one sentence each.</summary>
internal static class ReportGaps
{
    public static IReadOnlyList<string> In(IReadOnlyList<SectionContent> sections, ReportForm form, int year) =>
        [.. OtherForm(form, year), .. MissingFigures(sections), .. MissingAnswers(sections), .. StaleOverrides(sections), .. MissingTexts(sections)];

    private static IEnumerable<string> OtherForm(ReportForm form, int year) =>
        form.Year == year || form.ForLaterYears ? [] : [$"Det finns inget formulär för {year}; formuläret för {form.Year} är använt."];

    private static IEnumerable<string> StaleOverrides(IReadOnlyList<SectionContent> sections) =>
        from question in sections.SelectMany(section => section.Questions)
        where question.Override is { } changed && changed.ComputedThen != question.Computed && changed.ComputedThen != ReportAnswer.Undetermined
        select $"Svaret på \"{question.Text}\" åsidosattes när det beräknade var {question.Override!.ComputedThen.ToSwedish()}; nu är det {question.Computed.ToSwedish()}. Gäller motiveringen fortfarande?";

    private static IEnumerable<string> MissingFigures(IReadOnlyList<SectionContent> sections) =>
        from table in sections.SelectMany(section => section.Tables)
        let cells = table.Rows.SelectMany(row => row.Cells).ToList()
        let missing = cells.Count(cell => cell.State == CellState.Missing)
        where missing > 0
        select missing == cells.Count
            ? $"Alla värden saknas i tabellen {table.Title}."
            : $"{missing} av {cells.Count} värden saknas i tabellen {table.Title}.";

    private static IEnumerable<string> MissingAnswers(IReadOnlyList<SectionContent> sections)
    {
        var questions = sections.SelectMany(section => section.Questions).ToList();
        return questions.SelectMany(question => question.NotAnswered)
            .GroupBy(board => board)
            .Select(board => board.Count() == questions.Count
                ? $"{board.Key} har inte svarat på någon fråga."
                : $"{board.Key} har inte svarat på {board.Count()} av {questions.Count} frågor.");
    }

    private static IEnumerable<string> MissingTexts(IReadOnlyList<SectionContent> sections)
    {
        var empty = sections.Where(section => section.Narrative is { Required: true, Blocks.Count: 0 }).ToList();
        if (empty.Count == 0)
            return [];
        return empty.Count == sections.Count(section => section.Narrative.Required)
            ? ["Bedömning saknas i alla avsnitt som ska ha en."]
            : [$"Bedömning saknas i avsnitt {Listed(NumberRanges.Of(empty.Select(section => section.Number)))}."];
    }

    /// <summary>"1–4, 7 och 9–11".</summary>
    private static string Listed(IReadOnlyList<string> ranges) =>
        ranges.Count == 1 ? ranges[0] : $"{string.Join(", ", ranges.SkipLast(1))} och {ranges[^1]}";
}
