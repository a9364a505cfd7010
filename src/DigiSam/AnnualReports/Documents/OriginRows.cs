using DigiSam.AnnualReports.Content;

namespace DigiSam.AnnualReports.Documents;

/// <summary>How some figures of a table, or an answer, came about: one row of the appendix.</summary>
internal sealed record OriginRow(
    IReadOnlyList<string> Labels,
    IReadOnlyList<string> Periods,
    string Rule,
    string Scope,
    DateTimeOffset? NewestInput,
    IReadOnlyList<OriginSource> Sources);

/// <summary>What the appendix says of one table, under the table's own caption.</summary>
internal sealed record OriginTable(string Caption, string RuleHeader, IReadOnlyList<OriginRow> Rows);

/// <summary>
/// Gathers provenance into as few rows as say it all: cells of a table row that follow one rule share a row,
/// and table rows that came about in exactly the same way share one too.
/// </summary>
internal static class OriginRows
{
    public static IReadOnlyList<OriginRow> Of(TableContent table, SourceFiles files)
    {
        var rows = new List<OriginRow>();
        var labels = RowLabels(table);
        for (var row = 0; row < table.Rows.Count; row++)
        {
            rows.AddRange(Cells(table, table.Rows[row])
                .GroupBy(cell => (cell.Provenance.Rule, cell.Provenance.Scope))
                .Select(cells => Gather(labels[row], [.. cells], files)));
        }

        var all = table.Rows.Count(row => !row.IsHeading);
        return
        [
            .. Alike(rows).OrderBy(row => Covers(row, all))
                .Select(row => Covers(row, all) ? row with { Labels = ["Alla rader"] } : row),
        ];
    }

    public static IReadOnlyList<OriginRow> Of(IReadOnlyList<QuestionContent> questions, SourceFiles files) =>
        [.. Alike(questions.Select(question => Of(question, files)))];

    private static OriginRow Of(QuestionContent question, SourceFiles files)
    {
        var origin = question.Provenance;
        var sources = origin.Sources.Select(source => files.Reference(source, withLines: true)).ToList();
        if (question.Override?.Source is { } decision)
            sources.Add(files.Reference(decision, withLines: true) with { Of = "Fastställt svar" });
        var rule = origin.Rule.Contains(question.Rule, StringComparison.Ordinal)
            ? origin.Rule
            : $"{PlainText.Sentence(question.Rule)} {origin.Rule}";
        return new OriginRow(
            [question.Text], origin.Period is null ? [] : [origin.Period], rule, origin.Scope, origin.NewestInput, sources);
    }

    private static IEnumerable<Cell> Cells(TableContent table, RowContent row)
    {
        for (var column = 0; column < row.Cells.Count; column++)
        {
            var cell = row.Cells[column];
            if (cell.Provenance is { } origin)
                yield return new Cell(origin.Period ?? table.Columns[column], cell.State, origin);
        }
    }

    private static OriginRow Gather(string label, IReadOnlyList<Cell> cells, SourceFiles files)
    {
        var first = cells[0].Provenance;
        var sources = cells
            .SelectMany(cell => References(cell, files).Select(source => (cell.Period, Source: source)))
            .GroupBy(from => from.Source)
            .Select(alike => alike.Count() == cells.Count
                ? alike.Key
                : alike.Key with { Of = PlainText.List([.. alike.Select(from => from.Period)]) });
        return new OriginRow(
            [label],
            [.. cells.Select(cell => cell.Period).Distinct(StringComparer.Ordinal)],
            first.Rule,
            first.Scope,
            cells.Max(cell => cell.Provenance.NewestInput),
            [.. sources]);
    }

    /// <summary>The lines behind a hidden value are not told: their number could be the value.</summary>
    private static IEnumerable<OriginSource> References(Cell cell, SourceFiles files) =>
        cell.Provenance.Sources.Select(source => files.Reference(source, withLines: cell.State != CellState.Suppressed));

    /// <summary>Rows that say the same become one, and rows with the same rule stand together.</summary>
    private static IEnumerable<OriginRow> Alike(IEnumerable<OriginRow> rows) => rows
        .GroupBy(row => (row.Rule, row.Scope, row.NewestInput, string.Join('\n', row.Periods), string.Join('\n', row.Sources)))
        .Select(alike => alike.First() with { Labels = [.. alike.SelectMany(row => row.Labels)] })
        .GroupBy(row => row.Rule, StringComparer.Ordinal)
        .SelectMany(rule => rule);

    /// <summary>Whether the row speaks for a whole table of several rows.</summary>
    private static bool Covers(OriginRow row, int all) => all > 1 && row.Labels.Count == all;

    /// <summary>Each row's label with the ones it belongs under: "Kort sjukfrånvaro – Kvinnor".</summary>
    private static string[] RowLabels(TableContent table)
    {
        var labels = new string[table.Rows.Count];
        string? heading = null;
        string? parent = null;
        for (var row = 0; row < table.Rows.Count; row++)
        {
            var content = table.Rows[row];
            if (content.IsHeading)
                (heading, parent) = (content.Label, null);
            else if (content.Level == 0)
                parent = content.Label;
            string?[] path = [heading, content.Level > 0 ? parent : null, content.IsHeading ? null : content.Label];
            labels[row] = string.Join(" – ", path.OfType<string>());
        }

        return labels;
    }

    private sealed record Cell(string Period, CellState State, Provenance Provenance);
}
