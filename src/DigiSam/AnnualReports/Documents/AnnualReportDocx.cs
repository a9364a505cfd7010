using System.Globalization;
using System.Xml.Linq;
using DigiSam.AnnualReports.Content;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DigiSam.AnnualReports.Documents;

/// <summary>The annual report as a Word document on A4, in Swedish, with real headings, captions and table headers.</summary>
public static class AnnualReportDocx
{
    private const string MainType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    /// <summary>The document's bytes. The same content always gives the same bytes; no clock is read.</summary>
    public static byte[] Write(AnnualReportContent content)
    {
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = package.AddNewPart<MainDocumentPart>(MainType, "main");
            main.AddNewPart<StyleDefinitionsPart>("styles").Styles = ReportStyles.Create();
            main.AddNewPart<NumberingDefinitionsPart>("numbering").Numbering = ReportNumbering.Create();
            main.AddNewPart<DocumentSettingsPart>("settings").Settings = Settings();
            main.AddNewPart<HeaderPart>("header").Header = ReportPage.RunningHeader(content);
            main.AddNewPart<HeaderPart>("firstHeader").Header = ReportPage.FirstHeader(content);
            main.AddNewPart<FooterPart>("footer").Footer = ReportPage.Footer();
            main.Document = new Document(Body(content));
            WriteProperties(package.AddNewPart<CoreFilePropertiesPart>("core"), content);
        }

        stream.Position = 0;
        return ReproducibleZip.Rebuild(stream);
    }

    private static Body Body(AnnualReportContent content)
    {
        var body = new Body();
        var flow = new ReportFlow(body);
        var files = new SourceFiles(content);
        var sections = new SectionWriter(flow, content.Level, files);

        FirstPage.Write(flow, content);
        for (var place = 0; place < content.Sections.Count; place++)
            sections.Write(content.Sections[place], newPage: place == 0);
        HandlingChapter.Write(flow, content);
        OriginAppendix.Write(flow, sections.Origins, files);

        body.Append(ReportPage.Setup("header", "firstHeader", "footer"));
        return body;
    }

    private static Settings Settings() => new(
        new Compatibility(new CompatibilitySetting
        {
            Name = CompatSettingNameValues.CompatibilityMode,
            Uri = "http://schemas.microsoft.com/office/word",
            Val = "15",
        }),
        new ThemeFontLanguages { Val = "sv-SE" });

    /// <summary>Title and language for readers and screen readers; the only time in the document is that of its newest input.</summary>
    private static void WriteProperties(CoreFilePropertiesPart part, AnnualReportContent content)
    {
        XNamespace properties = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        XNamespace elements = "http://purl.org/dc/elements/1.1/";
        XNamespace terms = "http://purl.org/dc/terms/";
        XNamespace types = "http://www.w3.org/2001/XMLSchema-instance";
        var time = content.NewestInput?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

        var root = new XElement(
            properties + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", properties.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "dc", elements.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "dcterms", terms.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "xsi", types.NamespaceName),
            new XElement(elements + "title", PlainText.OneLine(content.Title)),
            new XElement(elements + "creator", PlainText.OneLine(content.Municipality)),
            time is null ? null : Time("created", time),
            new XElement(elements + "language", "sv-SE"),
            time is null ? null : Time("modified", time));
        using var stream = part.GetStream(FileMode.Create);
        ReproducibleZip.Save(new XDocument(root), stream);

        XElement Time(string name, string value) =>
            new(terms + name, new XAttribute(types + "type", "dcterms:W3CDTF"), value);
    }
}
