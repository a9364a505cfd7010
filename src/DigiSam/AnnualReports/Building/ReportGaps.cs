using DigiSam.AnnualReports.Content;

namespace DigiSam.AnnualReports.Building;

/// <summary>What is missing in a report, one sentence each.</summary>
internal static class ReportGaps
{
    public static IReadOnlyList<string> In(IReadOnlyList<SectionContent> sections) =>
        [.. MissingFigures(sections), .. MissingAnswers(sections), .. MissingTexts(sections)];

    private static IEnumerable<string> MissingFigures(IReadOnlyList<SectionContent> sections) =>
        from table in sections.SelectMany(section => section.Tables)
        let cells = table.Rows.SelectMany(row => row.Cells).ToList()
        let missing = cells.Count(cell => cell.State == CellState.Missing)
        where missing > 0
        select missing == cells.Count
            ? $"Tabellen {table.Title} saknar alla värden."
            : $"Tabellen {table.Title} saknar {missing} av {cells.Count} värden.";

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
        return empty.Count == 0 ? [] : [$"Bedömning saknas i avsnitt {string.Join(", ", empty.Select(section => section.Number))}."];
    }
}
