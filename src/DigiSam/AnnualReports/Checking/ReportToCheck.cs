using System.Globalization;
using DigiSam.AnnualReports.Checking.Reading;
using DigiSam.AnnualReports.Content;
using DigiSam.Metrics;
using DigiSam.ReportForms;

namespace DigiSam.AnnualReports.Checking;

/// <summary>A figure in a table of the report that is about a metric and a sex.</summary>
internal sealed record ShownFigure(SectionContent Section, Metric Metric, string Group, ColumnShows Shows, CellContent Cell)
{
    /// <summary>"Total sjukfrånvaro, kvinnor, R12 2025-12".</summary>
    public string Name => string.Join(", ", new[] { Metric.Name, Group == PublishedGroups.All ? null : Group, Shows == ColumnShows.Difference ? "skillnad" : Cell.Provenance?.Period }.OfType<string>());

    public FindingFigure Told => new(Name, Cell.Text);
}

/// <summary>A sentence of a section with what it claims.</summary>
internal sealed record ReadSentence(Sentence Sentence, IReadOnlyList<Claim> Claims);

/// <summary>A section as it is checked: its plain text and its sentences.</summary>
internal sealed record ReadSection(SectionContent Content, string Text, IReadOnlyList<ReadSentence> Sentences)
{
    /// <summary>What is written to one of its questions, read for its words alone.</summary>
    public static ReadSection OfRemark(SectionContent content, string remark)
    {
        var text = remark.ReplaceLineEndings(" ");
        return new ReadSection(content, text, [.. Reading.Sentences.Of(text).Select(sentence => new ReadSentence(sentence, []))]);
    }
}

/// <summary>What an earlier report that the board has decided on said, cell by cell.</summary>
/// <param name="Cells">By table, row and period.</param>
internal sealed record EarlierReport(string Title, int Year, IReadOnlyDictionary<(string Table, string Row, string Period), CellContent> Cells);

/// <summary>All that the rules look at, read once.</summary>
/// <param name="HasFigures">By metric, sex and column.</param>
/// <param name="Names">The names that places have.</param>
/// <param name="Earlier">Reports of the place that are decided.</param>
internal sealed record ReportToCheck(
    AnnualReportContent Content,
    ReportForm Form,
    IReadOnlyList<ReadSection> Sections,
    IReadOnlyDictionary<(string Metric, string Group, ColumnShows Shows), ShownFigure> HasFigures,
    KnownNames Names,
    IReadOnlyList<EarlierReport> Earlier)
{
    public ShownFigure? Find(string metric, string group, ColumnShows shows) => HasFigures.GetValueOrDefault((metric, group, shows));

    /// <summary>Reads texts and tables of a built report.</summary>
    public static ReportToCheck Of(AnnualReportContent content, ReportForm form, MetricCatalogue catalogue, string place, KnownNames names, IReadOnlyList<EarlierReport> earlier)
    {
        var figures = FiguresOf(content, form, catalogue);
        var (now, before) = (YearOf(figures, ColumnShows.Current), YearOf(figures, ColumnShows.Comparison));
        var reader = new ClaimReader(new ReadingScope(content.Level, place, content.Municipality, [.. new[] { now, before }.OfType<int>()], before ?? now - 1));
        return new ReportToCheck(content, form, [.. content.Sections.Select(section => Read(section, reader))], figures, names, earlier);
    }

    private static ReadSection Read(SectionContent section, ClaimReader reader)
    {
        var text = string.Join('\n', section.Narrative.Blocks.Select(block => block.Text.ReplaceLineEndings(" ")));
        var sentences = Sentences.Of(text);
        return new ReadSection(section, text, [.. sentences.Zip(reader.Read(sentences), (sentence, claims) => new ReadSentence(sentence, claims))]);
    }

    private static Dictionary<(string Metric, string Group, ColumnShows Shows), ShownFigure> FiguresOf(AnnualReportContent content, ReportForm form, MetricCatalogue catalogue)
    {
        var figures = new Dictionary<(string, string, ColumnShows), ShownFigure>();
        foreach (var section in content.Sections)
        {
            var tables = form.Sections.FirstOrDefault(known => known.Key == section.Key)?.Tables ?? [];
            foreach (var table in section.Tables)
            {
                if (tables.FirstOrDefault(known => known.Key == table.Key) is not { PositionsOrderedBy: null } described)
                    continue;
                foreach (var (row, cells) in described.Rows.Zip(table.Rows).Where(pair => pair.First.Metric is not null))
                {
                    foreach (var (column, cell) in described.Columns.Zip(cells.Cells))
                        figures.TryAdd((row.Metric!, row.Group, column.Shows), new ShownFigure(section, catalogue[row.Metric!], row.Group, column.Shows, cell));
                }
            }
        }

        return figures;
    }

    /// <summary>The year that a column's figures end in: "R12 2025-12".</summary>
    private static int? YearOf(Dictionary<(string, string, ColumnShows), ShownFigure> figures, ColumnShows shows) => figures.Values
        .Where(figure => figure.Shows == shows)
        .Select(figure => figure.Cell.Provenance?.Period is { Length: >= 11 } period && int.TryParse(period.AsSpan(4, 4), CultureInfo.InvariantCulture, out var year) ? (int?)year : null)
        .FirstOrDefault(year => year is not null);
}
