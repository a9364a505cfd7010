using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace DigiSam.Tests.Support;

/// <summary>Writes tables as workbooks: what looks like a number becomes one, the rest is text.</summary>
internal static class Workbook
{
    public static byte[] Of(string csv)
    {
        var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            var sheet = book.AddNewPart<WorksheetPart>();
            sheet.Worksheet = new Worksheet(new SheetData(csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => new Row(line.Trim().Split(';').Select(Cell)))));
            book.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(new Sheets(new Sheet { Id = book.GetIdOfPart(sheet), SheetId = 1, Name = "Blad1" }));
        }

        return file.ToArray();
    }

    private static Cell Cell(string text) => decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        ? new Cell { DataType = CellValues.Number, CellValue = new CellValue(number) }
        : new Cell { DataType = CellValues.InlineString, InlineString = new InlineString(new Text(text)) };
}
