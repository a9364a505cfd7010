using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DigiSam.Tests.AnnualReports.Documents;

/// <summary>A written document opened again for looking at.</summary>
internal sealed class OpenedDocx : IDisposable
{
    private readonly MemoryStream _stream;

    public OpenedDocx(byte[] bytes)
    {
        _stream = new MemoryStream(bytes);
        Package = WordprocessingDocument.Open(_stream, isEditable: false);
    }

    public WordprocessingDocument Package { get; }

    public Body Body => Package.MainDocumentPart!.Document!.Body!;

    public IReadOnlyList<Paragraph> Paragraphs => [.. Body.Descendants<Paragraph>()];

    public IReadOnlyList<Table> Tables => [.. Body.Descendants<Table>()];

    /// <summary>All that is read in the body, a line for each paragraph.</summary>
    public string Text => string.Join('\n', Paragraphs.Select(paragraph => paragraph.InnerText));

    public IReadOnlyList<string> InStyle(string style) =>
        [.. Paragraphs.Where(paragraph => string.Equals(StyleOf(paragraph), style, StringComparison.Ordinal)).Select(paragraph => paragraph.InnerText)];

    public static string StyleOf(Paragraph paragraph) => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? "Normal";

    /// <summary>Every part of the package as text, by name.</summary>
    public static IReadOnlyList<(string Name, string Text)> Parts(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        return [.. zip.Entries.Select(entry =>
        {
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            return (entry.FullName, reader.ReadToEnd());
        })];
    }

    public void Dispose()
    {
        Package.Dispose();
        _stream.Dispose();
    }
}
