using DigiSam.AnnualReports.Content;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DigiSam.AnnualReports.Documents;

/// <summary>The annual report as a Word document on A4, in Swedish, with real headings, captions and table headers.</summary>
public static class AnnualReportDocx
{
    /// <summary>The document's bytes. The same content always gives the same bytes; no clock is read.</summary>
    public static byte[] Write(AnnualReportContent content) => WordPackage.Write(content.Title, content.Municipality, content.NewestInput, Body(content));

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
}
