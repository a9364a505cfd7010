using System.Globalization;
using DigiSam.AnnualReports.Content;
using DigiSam.Metrics;
using DigiSam.ReportForms;
using DigiSam.SeriesBreaks;

namespace DigiSam.AnnualReports.Building;

/// <summary>Fills a form's table with figures, and says under it what the reader must know.</summary>
internal sealed class FigureTables(Figures figures, IReadOnlyList<ColumnNote> columnNotes, IReadOnlyList<SeriesBreakView> breaks, ReportForm form, int year)
{
    /// <summary>The table, or null when it is optional and has no values at all.</summary>
    public TableContent? Fill(FormTable table)
    {
        var rows = table.PositionsOrderedBy is null ? GivenRows(table) : PositionRows(table, table.PositionsOrderedBy);
        if (table.Optional && !rows.Any(row => row.Cells.Any(cell => cell.State != CellState.Missing)))
            return null;
        return new TableContent(
            table.Key,
            table.Title,
            table.RowHeader,
            [.. table.Columns.Select(column => Label(table, column))],
            rows,
            [.. PeriodNotes(table), .. ColumnNotes(table), .. DifferenceNotes(table, rows), .. RoundingNotes(table), .. BreakNotes(table)]);
    }

    private List<RowContent> GivenRows(FormTable table) =>
        [.. table.Rows.Select(row => row.Metric is null
            ? new RowContent(row.Label, 0, IsHeading: true, [])
            : new RowContent(row.Label, row.Level, IsHeading: false,
                [.. table.Columns.Select(column => Cell(column, row.Metric, MetricGroupKind.Sex, row.Group))]))];

    /// <summary>
    /// One row per position group, highest first. Groups that are not shown stand last by name: their place among the
    /// others would tell their value.
    /// </summary>
    private List<RowContent> PositionRows(FormTable table, string orderedBy) =>
        [.. figures.All
            .Where(figure => figure.Key.GroupKind == MetricGroupKind.Position && figure.Key.Metric == orderedBy && figure.Key.Slot == MetricSlot.Current)
            .OrderBy(figure => figure.IsHidden)
            .ThenByDescending(figure => figure.Value)
            .ThenBy(figure => Language.SwedishText.SortKey(figure.Key.Group), StringComparer.Ordinal)
            .Select(figure => new RowContent(figure.Key.Group, 0, IsHeading: false,
                [.. table.Columns.Select(column => Cell(column, column.Metric!, MetricGroupKind.Position, figure.Key.Group))]))];

    private CellContent Cell(FormColumn column, string metric, MetricGroupKind kind, string group) =>
        column.Slot is { } slot ? figures.Show(metric, kind, group, slot) : figures.Difference(metric, kind, group);

    private string Label(FormTable table, FormColumn column) => column.Label.Contains("{period}", StringComparison.Ordinal)
        ? column.Label.Replace("{period}", string.Join(", ", Periods(table, column).DefaultIfEmpty(Expected(column))), StringComparison.Ordinal)
        : column.Label;

    private string Expected(FormColumn column) =>
        column.Slot == MetricSlot.Comparison ? form.ReferencePeriod.EndedBefore(year) : form.ReferencePeriod.EndsIn(year);

    private List<string> Periods(FormTable table, FormColumn column) =>
        [.. Shown(table, column.Slot).Select(figure => figure.Period ?? "utan angiven period").Distinct().Order(StringComparer.Ordinal)];

    private IEnumerable<Figure> Shown(FormTable table, MetricSlot? slot)
    {
        var metrics = Metrics(table);
        return figures.All.Where(figure => figure.Key.Slot == slot && metrics.Contains(figure.Key.Metric)
            && figure.Key.GroupKind == KindOf(table));
    }

    private static HashSet<string> Metrics(FormTable table) =>
        [.. table.Rows.Select(row => row.Metric).Concat(table.Columns.Select(column => column.Metric)).OfType<string>()];

    private IEnumerable<string> ColumnNotes(FormTable table) => columnNotes
        .Where(note => note.Kind == KindOf(table) && table.Columns.Any(column => column.Slot == note.Slot) && note.Metrics.Overlaps(Metrics(table))).Select(note => note.Said).Distinct();

    /// <summary>A reader who subtracts what is printed may get a tenth more or less than the difference of what it was rounded from.</summary>
    private static IEnumerable<string> DifferenceNotes(FormTable table, List<RowContent> rows)
    {
        var columns = table.Columns.Select((column, index) => (column.Shows, index)).GroupBy(column => column.Shows).ToDictionary(same => same.Key, same => same.First().index);
        if (columns.TryGetValue(ColumnShows.Current, out var now) && columns.TryGetValue(ColumnShows.Comparison, out var before) && columns.TryGetValue(ColumnShows.Difference, out var difference)
            && rows.Any(row => row.Cells.Count > difference && row.Cells[difference].Value is { } shown && row.Cells[now].Value - row.Cells[before].Value != shown))
            yield return "Skillnaderna är räknade på oavrundade tal och kan avvika med en tiondel från dem mellan de avrundade.";
    }

    /// <summary>The breaks in what is shown that the months of its columns cross.</summary>
    private IEnumerable<string> BreakNotes(FormTable table)
    {
        if (breaks.Count == 0)
            return [];
        var months = table.Columns.Where(column => column.Slot is not null)
            .SelectMany(column => Shown(table, column.Slot).Where(figure => !figure.IsHidden), (column, figure) => (Measure: SeriesMeasures.Of(figure.Key.Metric), End: EndOf(figure.Period ?? Expected(column))))
            .Where(shown => shown.End is not null).ToLookup(shown => shown.Measure, shown => shown.End!.Value);
        return breaks.Where(one => months[one.Measure].Any() && one.LiesWithin(months[one.Measure].Min().AddMonths(1 - form.ReferencePeriod.Months), months[one.Measure].Max()))
            .OrderBy(one => one.Month).Select(one => one.Sentence);
    }

    /// <summary>The last month of "R12 2025-12" or "2025-12".</summary>
    private static DateOnly? EndOf(string period) => period.Length >= 7 && DateOnly.TryParseExact($"{period[^7..]}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var end) ? end : null;

    private static MetricGroupKind KindOf(FormTable table) => table.PositionsOrderedBy is null ? MetricGroupKind.Sex : MetricGroupKind.Position;

    /// <summary>The header's months hold, but other months than the form asks for are told, and mixed ones too.</summary>
    private IEnumerable<string> PeriodNotes(FormTable table)
    {
        var withoutLabel = table.Columns.Where(column => column.Slot is not null && !column.Label.Contains("{period}", StringComparison.Ordinal))
            .SelectMany(column => Shown(table, column.Slot)).Select(figure => figure.Period).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
        if (withoutLabel.Count > 0)
            yield return $"Värdena gäller {string.Join(", ", withoutLabel)}.";
        foreach (var column in table.Columns.Where(column => column.Slot is not null && column.Label.Contains("{period}", StringComparison.Ordinal)))
        {
            var periods = Periods(table, column);
            if (periods.Count > 1)
                yield return $"Kolumnen blandar perioder ({string.Join(", ", periods)}); värdena kan inte jämföras med varandra.";
            else if (periods.Count == 1 && periods[0] != Expected(column))
                yield return $"Värdena gäller {periods[0]}; formuläret för {form.Year} avser {Expected(column)}.";
        }
    }

    /// <summary>What a careful reader adds up and finds a little off, or wrong, is said before they ask.</summary>
    private IEnumerable<string> RoundingNotes(FormTable table)
    {
        foreach (var slot in table.Columns.Select(column => column.Slot).OfType<MetricSlot>().Distinct())
        {
            // What is computed hangs together before it is rounded; the reader adds up what is printed.
            var values = Shown(table, slot).Where(figure => !figure.IsHidden)
                .Select(figure => new ConsistencyValue(figure.Key.Metric, figure.Key.Group, figure.IsComputed ? figure.Rounded(figures.Catalogue[figure.Key.Metric])!.Value : figure.Value!.Value, figure.Line)).ToList();
            var period = Shown(table, slot).Select(figure => figure.Period).FirstOrDefault();
            foreach (var finding in Consistency.Check(figures.Catalogue, values))
            {
                // A position group's parts differ by rounding in many rows; one sentence would be said many times.
                if (table.PositionsOrderedBy is not null && finding.WithinRounding)
                    continue;
                var said = $"{char.ToUpperInvariant(finding.Text[0])}{finding.Text[1..]}";
                yield return $"{(finding.WithinRounding ? "" : "Motsägelse i underlaget. ")}{(period is null ? "" : $"{period}. ")}{said}.";
            }
        }
    }
}
