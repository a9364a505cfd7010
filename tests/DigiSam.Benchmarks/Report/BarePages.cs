using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DigiSam.Benchmarks.Report;

/// <summary>The bound of the report's document: its words in its paragraphs and tables, and nothing else.</summary>
internal sealed class BarePages
{
    private readonly List<Block> _blocks;

    private BarePages(List<Block> blocks) => _blocks = blocks;

    public int Paragraphs => _blocks.Sum(block => block.Rows.Sum(row => row.Sum(cell => cell.Length)));

    /// <summary>Takes the words out of a document.</summary>
    public static BarePages Of(byte[] docx)
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        var body = package.MainDocumentPart!.Document!.Body!;
        return new BarePages([.. body.Descendants()
            .Where(element => element is Table || (element is Paragraph && !element.Ancestors<Table>().Any()))
            .Select(element => element is Table table ? new Block(IsTable: true, Words(table)) : new Block(IsTable: false, [[[element.InnerText]]]))]);
    }

    public byte[] Write()
    {
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
            package.AddMainDocumentPart().Document = new Document(new Body(_blocks.Select(Element)));
        return stream.ToArray();
    }

    private static string[][][] Words(Table table) =>
        [.. table.Elements<TableRow>().Select(row => row.Elements<TableCell>()
            .Select(cell => cell.Descendants<Paragraph>().Select(paragraph => paragraph.InnerText).ToArray())
            .ToArray())];

    private static OpenXmlElement Element(Block block) => block.IsTable
        ? new Table(block.Rows.Select(row => new TableRow(row.Select(cell => new TableCell(cell.Select(Said))))))
        : Said(block.Rows[0][0][0]);

    private static Paragraph Said(string words) => new(new Run(new Text(words)));

    /// <summary>Rows of cells of paragraphs; outside a table one of each.</summary>
    private sealed record Block(bool IsTable, string[][][] Rows);
}
