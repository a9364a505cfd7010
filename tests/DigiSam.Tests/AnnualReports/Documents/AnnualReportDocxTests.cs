using DigiSam.AnnualReports;
using DigiSam.AnnualReports.Content;
using DigiSam.AnnualReports.Documents;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DigiSam.Tests.AnnualReports.Documents;

public sealed class AnnualReportDocxTests : IDisposable
{
    private readonly OpenedDocx _report = new(AnnualReportDocx.Write(SampleReport.Create()));

    public void Dispose() => _report.Dispose();

    [Fact]
    public void The_validator_finds_nothing() => Assert.Empty(Faults(_report));

    [Fact]
    public void The_validator_would_find_a_planted_fault()
    {
        using var stream = new MemoryStream();
        using var planted = _report.Package.Clone(stream, isEditable: true);
        planted.MainDocumentPart!.Document!.Body!.PrependChild(new TableRow());

        Assert.NotEmpty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(planted));
    }

    [Fact]
    public void An_empty_report_is_valid_too()
    {
        var empty = SampleReport.Create() with { Sections = [], Gaps = [], CoveredBoards = [], NewestInput = null };
        using var report = new OpenedDocx(AnnualReportDocx.Write(empty));

        Assert.Empty(Faults(report));
        Assert.DoesNotContain("Saknas i rapporten", report.Text, StringComparison.Ordinal);
        Assert.Contains("Senaste underlag har inte kommit in", report.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Headings_have_outline_levels_and_skip_none()
    {
        var styles = _report.Package.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>().ToList();
        foreach (var level in Enumerable.Range(1, 3))
        {
            var style = styles.Single(style => string.Equals(style.StyleId, $"Heading{level}", StringComparison.Ordinal));
            Assert.Equal($"heading {level}", style.StyleName!.Val!.Value);
            Assert.Equal(level - 1, style.StyleParagraphProperties!.OutlineLevel!.Val!.Value);
        }

        var levels = _report.Paragraphs.Select(OpenedDocx.StyleOf)
            .Where(style => style.StartsWith("Heading", StringComparison.Ordinal))
            .Select(style => style[^1] - '0')
            .ToList();
        Assert.Equal(1, levels[0]);
        Assert.Contains(3, levels);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1));
    }

    [Fact]
    public void Chapters_are_the_numbered_sections_and_the_appendix()
    {
        var chapters = _report.InStyle("Heading1");

        Assert.Equal("1. Bedömning och utvärdering av föregående års åtgärder", chapters[0]);
        Assert.Equal("Så är siffrorna framtagna", chapters[^1]);
        Assert.Equal(SampleReport.Create().Sections.Count + 1, chapters.Count);
        Assert.Equal(["Arbetsmiljörapport 2024"], _report.InStyle("Title"));
    }

    [Fact]
    public void The_contents_list_can_be_read_and_followed_before_anything_updates_it()
    {
        var bookmarks = _report.Body.Descendants<BookmarkStart>()
            .ToDictionary(mark => mark.Name!.Value!, mark => mark.Parent!.InnerText, StringComparer.Ordinal);
        var entries = _report.Body.Descendants<Hyperlink>().ToList();

        Assert.Equal(_report.InStyle("Heading1").Count, entries.Count);
        Assert.All(entries, entry => Assert.Equal(bookmarks[entry.Anchor!.Value!], entry.Elements<Run>().First().InnerText));
        Assert.Contains(_report.Body.Descendants<FieldCode>(), code => code.Text.Contains(@"TOC \o ""1-1"" \h", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_table_repeats_its_header_row_and_breaks_no_row()
    {
        Assert.NotEmpty(_report.Tables);
        Assert.All(_report.Tables, table =>
        {
            var rows = table.Elements<TableRow>().ToList();
            Assert.NotNull(rows[0].TableRowProperties!.GetFirstChild<TableHeader>());
            Assert.All(rows.Skip(1), row => Assert.Null(row.TableRowProperties!.GetFirstChild<TableHeader>()));
            Assert.All(rows, row => Assert.NotNull(row.TableRowProperties!.GetFirstChild<CantSplit>()));
            Assert.True(table.GetFirstChild<TableProperties>()!.TableLook!.FirstRow!.Value);
            Assert.True(table.GetFirstChild<TableProperties>()!.TableLook!.FirstColumn!.Value);
        });
    }

    [Fact]
    public void Captions_are_numbered_in_order_by_a_field()
    {
        var captions = _report.InStyle("Caption");
        var fields = _report.Body.Descendants<SimpleField>().ToList();

        Assert.Equal(captions.Count, fields.Count);
        Assert.All(fields, field => Assert.Equal(@"SEQ Tabell \* ARABIC", field.Instruction!.Value!.Trim()));
        Assert.All(captions.Index(), caption => Assert.StartsWith($"Tabell {caption.Index + 1}. ", caption.Item, StringComparison.Ordinal));
        Assert.Contains("Tabell 3. Sjukfrånvaro, procent", captions);
    }

    [Fact]
    public void Sub_headings_span_the_table_and_detail_rows_are_indented()
    {
        var band = _report.Body.Descendants<TableCell>().Single(cell => string.Equals(cell.InnerText, "Kort sjukfrånvaro (0–14 dagar)", StringComparison.Ordinal));

        Assert.Equal(4, band.TableCellProperties!.GridSpan!.Val!.Value);
        Assert.Contains("Kvinnor", _report.InStyle("TableDetail"));
        Assert.Contains("−0,8", _report.InStyle("TableNumber"));
    }

    [Fact]
    public void The_document_is_in_Swedish_on_A4()
    {
        var main = _report.Package.MainDocumentPart!;
        var size = _report.Body.GetFirstChild<SectionProperties>()!.GetFirstChild<PageSize>()!;

        Assert.Equal("sv-SE", main.StyleDefinitionsPart!.Styles!.DocDefaults!.Descendants<Languages>().Single().Val!.Value);
        Assert.Equal("sv-SE", main.DocumentSettingsPart!.Settings!.GetFirstChild<ThemeFontLanguages>()!.Val!.Value);
        Assert.Equal((11906u, 16838u), (size.Width!.Value, size.Height!.Value));
    }

    [Fact]
    public void Header_and_footer_name_municipality_title_and_page()
    {
        var main = _report.Package.MainDocumentPart!;
        var footer = Assert.Single(main.FooterParts).Footer!;

        Assert.Contains(main.HeaderParts, part => part.Header!.InnerText is "ExempelkommunenArbetsmiljörapport 2024");
        Assert.Equal("Sida 1 (1)", footer.InnerText);
        Assert.Equal(["PAGE", "NUMPAGES"], footer.Descendants<SimpleField>().Select(field => field.Instruction!.Value!.Trim()));
    }

    [Fact]
    public void The_first_page_says_what_the_report_covers_rests_on_and_lacks()
    {
        Assert.Contains("Omfattar 9 nämnder: Byggnadsnämnden, ", _report.Text, StringComparison.Ordinal);
        Assert.Contains("Senaste underlag inläst 15 mars 2024", _report.Text, StringComparison.Ordinal);
        Assert.Contains("arbetsmiljorapport 2024, SHA-256 f1e2d3c4b5a6", _report.Text, StringComparison.Ordinal);
        Assert.Equal(["Saknas i rapporten"], _report.InStyle("GapHeading"));
        Assert.Equal(SampleReport.Create().Gaps, _report.InStyle("GapText"));
    }

    [Fact]
    public void A_missing_text_is_printed_only_where_it_is_required()
    {
        Assert.Equal(["Bedömning saknas."], _report.InStyle("MissingText"));

        var blank = new SectionContent("a", 1, "A", [], [], [], new NarrativeContent(true, [new TextBlock(TextBlockKind.Paragraph, " ")]));
        using var report = new OpenedDocx(AnnualReportDocx.Write(SampleReport.Create() with { Sections = [blank] }));
        Assert.Single(report.InStyle("MissingText"));
    }

    [Theory]
    [InlineData(ReportAnswer.Yes, "Ja")]
    [InlineData(ReportAnswer.Partly, "Delvis")]
    [InlineData(ReportAnswer.No, "Nej")]
    [InlineData(ReportAnswer.NotApplicable, "Ej aktuellt")]
    [InlineData(ReportAnswer.Undetermined, "Ej fastställt")]
    public void Answers_are_in_Swedish(ReportAnswer answer, string word) => Assert.Equal(word, answer.ToSwedish());

    private static IEnumerable<string> Faults(OpenedDocx report) =>
        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(report.Package)
            .Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}");
}
