using DigiSam.AnnualReports.Content;

namespace DigiSam.AnnualReports.Documents;

/// <summary>How some figures of a table, or an answer, came about: one row of the appendix.</summary>
internal sealed record OriginRow(
    IReadOnlyList<string> Labels,
    IReadOnlyList<string> Periods,
    string Rule,
    string Scope,
    DateTimeOffset? NewestInput,
    IReadOnlyList<string> Sources);

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
        var sources = References(origin.Sources, withLines: true, files).ToList();
        if (question.Override?.Source is { } source)
            sources.Add($"Fastställt svar: {files.Reference(source, withLines: true)}");
        var rule = string.Equals(question.Rule, origin.Rule, StringComparison.Ordinal)
            ? question.Rule
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
            .SelectMany(cell => References(cell, files).Select(reference => (cell.Period, Reference: reference)))
            .GroupBy(source => source.Reference, StringComparer.Ordinal)
            .Select(alike => alike.Count() == cells.Count
                ? alike.Key
                : $"{PlainText.List([.. alike.Select(source => source.Period)])}: {alike.Key}");
        return new OriginRow(
            [label],
            [.. cells.Select(cell => cell.Period).Distinct(StringComparer.Ordinal)],
            first.Rule,
            first.Scope,
            cells.Max(cell => cell.Provenance.NewestInput),
            [.. sources]);
    }

    /// <summary>Whether the row speaks for a whole table of several rows.</summary>
    private static bool Covers(OriginRow row, int all) => all > 1 && row.Labels.Count == all;

    /// <summary>The lines behind a hidden value are not told: their number could be the value.</summary>
    private static IEnumerable<string> References(Cell cell, SourceFiles files) =>
        References(cell.Provenance.Sources, withLines: cell.State != CellState.Suppressed, files);

    private static IEnumerable<string> References(
        IReadOnlyList<ProvenanceSource> sources, bool withLines, SourceFiles files) =>
        sources.Select(source => files.Reference(source, withLines));

    private static IEnumerable<OriginRow> Alike(IEnumerable<OriginRow> rows) => rows
        .GroupBy(row => (
            row.Rule, row.Scope, row.NewestInput,
            string.Join('\n', row.Periods), string.Join('\n', row.Sources)))
        .Select(alike => alike.First() with { Labels = [.. alike.SelectMany(row => row.Labels)] });

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
