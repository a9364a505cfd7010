using System.Globalization;
using DigiSam.AnnualReports.Documents;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace DigiSam.SickLeave.Documents;

/// <summary>The document for a spreadsheet: what it is about first, then a sheet with a header row for each table. Figures are rounded as they are shown.</summary>
internal static class BriefingXlsx
{
    private const string MainType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    private const uint Bold = 1;
    private const uint OneDecimal = 2;
    private const uint Wrapped = 3;
    private const int LongestName = 31;

    public static byte[] Write(BriefingContent content)
    {
        using var stream = new MemoryStream();
        using (var package = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = package.AddNewPart<WorkbookPart>(MainType, "workbook");
            workbook.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = Styles();
            var sheets = new Sheets();
            Add("Om dokumentet", About(content));
            foreach (var chapter in content.Chapters.Where(chapter => chapter.Table is not null))
                Add(chapter.Title, Table(chapter));
            workbook.Workbook = new Workbook(sheets);
            WordPackage.WriteProperties(package.AddNewPart<CoreFilePropertiesPart>("core"), $"{content.Title}, {content.Place}", content.Municipality, content.NewestInput);

            void Add(string name, Worksheet sheet)
            {
                var number = (uint)sheets.Count() + 1;
                var id = string.Create(CultureInfo.InvariantCulture, $"sheet{number}");
                workbook.AddNewPart<WorksheetPart>(id).Worksheet = sheet;
                sheets.Append(new Sheet { Id = id, SheetId = number, Name = name.Length > LongestName ? name[..LongestName] : name });
            }
        }

        stream.Position = 0;
        return ReproducibleZip.Rebuild(stream);
    }

    private static Worksheet About(BriefingContent content)
    {
        var rows = new List<Row> { new(Words(content.Title, Bold)), new(Words(content.Place)), new(Words($"Avser {content.Period}")), new(Words(content.Municipality)) };
        foreach (var chapter in content.Chapters)
        {
            rows.Add(new Row());
            rows.Add(new Row(Words(chapter.Title, Bold)));
            rows.AddRange(chapter.Sentences.Concat(chapter.Notes).Select(sentence => new Row(Words(sentence, Wrapped))));
        }

        return new Worksheet(new Columns(Width(1, 1, 100)), new SheetData(rows));
    }

    private static Worksheet Table(BriefingChapter chapter)
    {
        var table = chapter.Table!;
        var head = new Row(table.Columns.Select(column => Words(column, Bold)));
        var rows = table.Rows.Select(row => new Row([Words(row.Label, table.IsAnswered ? Wrapped : 0), .. row.Cells.Select(Figure)]));
        // The header stays in sight, and is the first thing that a screen reader meets.
        var view = new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 };
        return new Worksheet(
            new SheetViews(view), new Columns(Width(1, 1, table.IsAnswered ? 60 : 36), Width(2, (uint)table.Columns.Count, table.IsAnswered ? 80 : 20)), new SheetData(rows.Prepend(head)));
    }

    private static Cell Figure(BriefingCell cell) => cell.Number is { } number
        ? new Cell { CellValue = new CellValue(number.ToString(CultureInfo.InvariantCulture)), DataType = CellValues.Number, StyleIndex = cell.Decimals == 0 ? 0 : OneDecimal }
        : Words(cell.Text, cell.Text.Length == 0 ? Wrapped : 0);

    private static Cell Words(string text, uint style = 0) =>
        new(new InlineString(new Text(PlainText.Clean(text)) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString, StyleIndex = style };

    private static Column Width(uint from, uint to, double width) => new() { Min = from, Max = to, Width = width, CustomWidth = true };

    private static Stylesheet Styles() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = 164, FormatCode = "0.0" }),
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            new CellFormat { FontId = 1, ApplyFont = true },
            new CellFormat { NumberFormatId = 164, ApplyNumberFormat = true },
            new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top }) { ApplyAlignment = true }));
}
