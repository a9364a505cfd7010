using DocumentFormat.OpenXml.Wordprocessing;

namespace DigiSam.AnnualReports.Documents;

/// <summary>A cell's paragraphs and their style.</summary>
internal sealed record GridCell(string Style, IReadOnlyList<string> Lines)
{
    public GridCell(string style, string line) : this(style, [line])
    {
    }
}

/// <summary>A table under construction: one header row that is repeated on every page, then rows that do not break.</summary>
/// <param name="title">What the table is called by a screen reader.</param>
/// <param name="widths">The columns' widths in twentieths of a point.</param>
/// <param name="breaks">Whether a short table too may go on over a page break.</param>
internal sealed class ReportGrid(string title, IReadOnlyList<int> widths, bool breaks = false)
{
    private const int MostRowsKeptTogether = 16;

    private readonly List<IReadOnlyList<GridCell>> _rows = [];

    public void Row(params IReadOnlyList<GridCell> cells) => _rows.Add(cells);

    /// <summary>A row of one cell that spans the table.</summary>
    public void Band(string text) => _rows.Add([new GridCell("TableBand", text)]);

    /// <summary>The table; its first row is the header.</summary>
    public Table Build()
    {
        var table = new Table(Properties(), new TableGrid(widths.Select(width => new GridColumn { Width = $"{width}" })));
        for (var row = 0; row < _rows.Count; row++)
        {
            var together = row == 0 || (!breaks && _rows.Count <= MostRowsKeptTogether && row < _rows.Count - 1);
            table.Append(Row(_rows[row], header: row == 0, together));
        }

        return table;
    }

    private TableProperties Properties() => new()
    {
        TableStyle = new TableStyle { Val = ReportTableStyle.Id },
        TableWidth = new TableWidth { Width = $"{widths.Sum()}", Type = TableWidthUnitValues.Dxa },
        TableLayout = new TableLayout { Type = TableLayoutValues.Fixed },
        TableLook = new TableLook
        {
            Val = "06A0",
            FirstRow = true,
            LastRow = false,
            FirstColumn = true,
            LastColumn = false,
            NoHorizontalBand = true,
            NoVerticalBand = true,
        },
        TableCaption = new TableCaption { Val = PlainText.OneLine(title) },
    };

    private TableRow Row(IReadOnlyList<GridCell> cells, bool header, bool together)
    {
        var properties = new TableRowProperties(new CantSplit());
        if (header)
            properties.Append(new TableHeader());
        var row = new TableRow(properties);
        for (var column = 0; column < cells.Count; column++)
        {
            var spans = cells.Count == 1 && widths.Count > 1;
            row.Append(Cell(cells[column], spans ? widths.Sum() : widths[column], spans ? widths.Count : 1, together));
        }

        return row;
    }

    private static TableCell Cell(GridCell cell, int width, int span, bool together)
    {
        var properties = new TableCellProperties
        {
            TableCellWidth = new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa },
        };
        if (span > 1)
        {
            properties.GridSpan = new GridSpan { Val = span };
            properties.Shading = new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = ReportStyles.WarmGround };
        }

        return new TableCell(
            [properties, .. cell.Lines.DefaultIfEmpty("").Select(line => Paragraph(cell.Style, line, together))]);
    }

    private static Paragraph Paragraph(string style, string line, bool together)
    {
        var layout = ReportFlow.Styled(style);
        if (together)
            layout.KeepNext = new KeepNext();
        return new Paragraph(layout, ReportFlow.Run(line));
    }
}
