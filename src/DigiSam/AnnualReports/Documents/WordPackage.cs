using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DigiSam.AnnualReports.Documents;

/// <summary>A Word document around a body: styles, list, header and footer, language and title, in reproducible bytes.</summary>
internal static class WordPackage
{
    private const string MainType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    public static byte[] Write(string title, string municipality, DateTimeOffset? newestInput, Body body)
    {
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = package.AddNewPart<MainDocumentPart>(MainType, "main");
            main.AddNewPart<StyleDefinitionsPart>("styles").Styles = ReportStyles.Create();
            main.AddNewPart<NumberingDefinitionsPart>("numbering").Numbering = ReportNumbering.Create();
            main.AddNewPart<DocumentSettingsPart>("settings").Settings = Settings();
            main.AddNewPart<HeaderPart>("header").Header = ReportPage.RunningHeader(municipality, title);
            main.AddNewPart<HeaderPart>("firstHeader").Header = ReportPage.FirstHeader(municipality);
            main.AddNewPart<FooterPart>("footer").Footer = ReportPage.Footer();
            main.Document = new Document(body);
            WriteProperties(package.AddNewPart<CoreFilePropertiesPart>("core"), title, municipality, newestInput);
        }

        stream.Position = 0;
        return ReproducibleZip.Rebuild(stream);
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
    internal static void WriteProperties(CoreFilePropertiesPart part, string title, string municipality, DateTimeOffset? newestInput)
    {
        XNamespace properties = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        XNamespace elements = "http://purl.org/dc/elements/1.1/";
        XNamespace terms = "http://purl.org/dc/terms/";
        XNamespace types = "http://www.w3.org/2001/XMLSchema-instance";
        var time = newestInput?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

        var root = new XElement(
            properties + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", properties.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "dc", elements.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "dcterms", terms.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "xsi", types.NamespaceName),
            new XElement(elements + "title", PlainText.OneLine(title)),
            new XElement(elements + "creator", PlainText.OneLine(municipality)),
            time is null ? null : Time("created", time),
            new XElement(elements + "language", "sv-SE"),
            time is null ? null : Time("modified", time));
        using var stream = part.GetStream(FileMode.Create);
        ReproducibleZip.Save(new XDocument(root), stream);

        XElement Time(string name, string value) =>
            new(terms + name, new XAttribute(types + "type", "dcterms:W3CDTF"), value);
    }
}
