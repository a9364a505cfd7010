using DocumentFormat.OpenXml.Wordprocessing;

namespace DigiSam.AnnualReports.Documents;

/// <summary>The paper of a report: A4 with 25 mm at the sides, header and footer. Lengths are twentieths of a point.</summary>
internal static class ReportPage
{
    public const int TextWidth = Width - (2 * Side);

    private const int Width = 11906;
    private const int Height = 16838;
    private const int Side = 1418;

    /// <summary>The page setup; the first page has a header of its own, since it carries the title.</summary>
    public static SectionProperties Setup(string header, string firstHeader, string footer) => new(
        new HeaderReference { Type = HeaderFooterValues.Default, Id = header },
        new HeaderReference { Type = HeaderFooterValues.First, Id = firstHeader },
        new FooterReference { Type = HeaderFooterValues.Default, Id = footer },
        new FooterReference { Type = HeaderFooterValues.First, Id = footer },
        new PageSize { Width = Width, Height = Height },
        new PageMargin { Top = 1588, Bottom = 1474, Left = Side, Right = Side, Header = 737, Footer = 680, Gutter = 0 },
        new TitlePage());

    public static Header RunningHeader(string municipality, string title) => new(
        new Paragraph(
            ReportFlow.Styled("Header"),
            ReportFlow.Run(PlainText.OneLine(municipality, 60)),
            new Run(new TabChar()),
            ReportFlow.Run(PlainText.OneLine(title, 60))));

    public static Header FirstHeader(string municipality) => new(
        new Paragraph(ReportFlow.Styled("Header"), ReportFlow.Run(PlainText.OneLine(municipality, 60))));

    /// <summary>"Sida 3 (17)" at the right.</summary>
    public static Footer Footer() => new(
        new Paragraph(
            ReportFlow.Styled("Footer"),
            new Run(new TabChar()),
            ReportFlow.Run("Sida "),
            ReportFlow.Field("PAGE", "1"),
            ReportFlow.Run(" ("),
            ReportFlow.Field("NUMPAGES", "1"),
            ReportFlow.Run(")")));
}
