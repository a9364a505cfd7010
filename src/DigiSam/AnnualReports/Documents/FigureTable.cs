using DigiSam.AnnualReports.Content;

namespace DigiSam.AnnualReports.Documents;

/// <summary>A table of figures with the notes that belong to it.</summary>
internal static class FigureTable
{
    /// <summary>What stands in a cell whose value is not shown, whatever the content says.</summary>
    public const string Hidden = "–";

    private const int Widest = 5000;
    private const int Narrowest = 2400;

    public static void Write(ReportFlow flow, TableContent table)
    {
        var grid = new ReportGrid(table.Title, Widths(table.Columns.Count));
        grid.Row([
            new GridCell("TableHead", table.RowHeader),
            .. table.Columns.Select(column => new GridCell("TableHeadNumber", column)),
        ]);
        foreach (var row in table.Rows)
        {
            if (row.IsHeading)
                grid.Band(row.Label);
            else
                grid.Row([Label(row), .. row.Cells.Select(cell => new GridCell("TableNumber", Shown(cell)))]);
        }

        flow.Add(grid.Build());
        Notes(flow, table);
    }

    /// <summary>The text of a cell as readers may see it.</summary>
    public static string Shown(CellContent cell) => cell.State == CellState.Suppressed ? Hidden : cell.Text;

    private static GridCell Label(RowContent row) => new(row.Level > 0 ? "TableDetail" : "TableText", row.Label);

    private static void Notes(ReportFlow flow, TableContent table)
    {
        if (table.Rows.SelectMany(row => row.Cells).Any(cell => cell.State == CellState.Suppressed))
        {
            flow.Styled("TableNote",
                "– betyder att uppgiften inte visas. Grupper på tio personer eller färre redovisas inte, "
                + "och inte heller tal som de kan räknas ut från.");
        }

        foreach (var note in table.Notes)
            flow.Styled("TableNote", note);
    }

    /// <summary>Few columns make a narrow table, so that the eye need not cross the page from label to number.</summary>
    private static int[] Widths(int columns)
    {
        var widest = columns <= 2 ? 1900 : 1500;
        var label = Math.Clamp(ReportPage.TextWidth - (columns * widest), Narrowest, Widest);
        var figure = columns == 0 ? 0 : Math.Min(widest, (ReportPage.TextWidth - label) / columns);
        return [label, .. Enumerable.Repeat(figure, columns)];
    }
}
