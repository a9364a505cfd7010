using DigiSam.AnnualReports.Content;

namespace DigiSam.AnnualReports.Checking.Rules;

/// <summary>The same measure and period stands with another value in a report that the board has decided on.</summary>
internal sealed class EarlierReportSaysOtherwise : IReportRule
{
    public string Key => "earlier-report-says-otherwise";

    public IEnumerable<Finding> Look(ReportToCheck report) =>
        from earlier in report.Earlier
        from section in report.Sections
        from table in section.Content.Tables
        from cell in CellsOf(table)
        where earlier.Cells.TryGetValue(cell.Key, out var then) && then.Value != cell.Value.Value
        let name = $"{table.Title}: {cell.Key.Row}, {cell.Key.Period}"
        select this.About(
            section.Content, $"{earlier.Title}, som är beslutad, anger {earlier.Cells[cell.Key].Text} för {name}; här står {cell.Value.Text}.",
            "Skriv i texten varför värdet är ändrat, eller godta med en förklaring.", new FindingFigure(name, cell.Value.Text));

    /// <summary>The shown cells of a table by row and period; the rows by their headings too, since labels return.</summary>
    internal static Dictionary<(string Table, string Row, string Period), CellContent> CellsOf(TableContent table)
    {
        var cells = new Dictionary<(string, string, string), CellContent>();
        var (heading, above) = ("", "");
        foreach (var row in table.Rows)
        {
            if (row.IsHeading)
                (heading, above) = (row.Label, "");
            else if (row.Level == 0)
                above = row.Label;
            var name = string.Join(", ", new[] { heading, above, row.Label }.Where(part => part.Length > 0).Distinct());
            foreach (var cell in row.Cells.Where(cell => cell is { State: CellState.Shown, Provenance.Period: { } period } && !period.Contains(" och ", StringComparison.Ordinal)))
                cells.TryAdd((table.Key, name, cell.Provenance!.Period!), cell);
        }

        return cells;
    }
}
