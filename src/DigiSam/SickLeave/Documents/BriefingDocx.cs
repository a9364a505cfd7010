using DigiSam.AnnualReports.Documents;
using DigiSam.Language;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DigiSam.SickLeave.Documents;

/// <summary>The document for Word, with the headings, captions and table headers of the annual report.</summary>
internal static class BriefingDocx
{
    private const int Label = 2700;
    private const int Question = 3700;
    private const int Narrow = 2000;
    private const int Many = 4;

    public static byte[] Write(BriefingContent content)
    {
        var body = new Body();
        var flow = new ReportFlow(body);
        flow.Styled("Title", PlainText.OneLine(content.Title));
        flow.Styled("Subtitle", PlainText.OneLine(content.Place));
        flow.Labelled("Avser", content.Period);
        if (content.NewestInput is { } newest)
            flow.Labelled("Senaste underlag", $"inläst {SwedishDate.Long(SwedishDate.DateIn(newest))}");
        foreach (var chapter in content.Chapters)
        {
            flow.Heading(1, chapter.Title);
            foreach (var sentence in chapter.Sentences)
                flow.Text(sentence);
            if (chapter.Table is { } table)
            {
                flow.Caption(chapter.Title);
                flow.Add(Grid(chapter.Title, table).Build());
            }

            foreach (var note in chapter.Notes)
                flow.Styled("TableNote", note);
        }

        body.Append(ReportPage.Setup("header", "firstHeader", "footer"));
        return WordPackage.Write($"{content.Title}, {content.Place}", content.Municipality, content.NewestInput, body);
    }

    private static ReportGrid Grid(string title, BriefingTable table)
    {
        var columns = table.Columns.Count - 1;
        var label = table.IsAnswered ? Question : columns > Many ? Narrow : Label;
        var grid = new ReportGrid(title, [label, .. Enumerable.Repeat((ReportPage.TextWidth - label) / columns, columns)], breaks: true);
        grid.Row([new GridCell("TableHead", table.Columns[0]), .. table.Columns.Skip(1).Select(column => new GridCell(table.IsAnswered ? "TableHead" : "TableHeadNumber", column))]);
        foreach (var row in table.Rows)
            grid.Row([new GridCell("TableText", row.Label), .. row.Cells.Select(cell => Cell(table, cell))]);
        return grid;
    }

    /// <summary>Room for some lines of an answer, or a figure.</summary>
    private static GridCell Cell(BriefingTable table, BriefingCell cell) => table.IsAnswered ? new GridCell("TableText", ["", "", "", "", ""]) : new GridCell("TableNumber", cell.Text);
}
