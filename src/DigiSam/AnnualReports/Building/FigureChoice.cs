using DigiSam.Imports;
using DigiSam.Language;
using DigiSam.Metrics;

namespace DigiSam.AnnualReports.Building;

/// <summary>
/// Chooses between what was published and what can be computed. A column of a kind of figures is taken from one of them, never from
/// both: side by side they could tell of a group that only one of them counts. Computed figures are used when they count everyone and
/// cover all that is published; else what is published is, and where nothing is, what can be computed.
/// </summary>
internal sealed class FigureChoice
{
    private readonly List<string> _findings = [];
    private readonly List<ColumnNote> _notes = [];
    private readonly List<Figure> _figures = [];

    private FigureChoice()
    {
    }

    public IReadOnlyList<Figure> Figures => _figures;

    /// <summary>Where published and computed values of the same months contradict each other, one Swedish sentence each.</summary>
    public IReadOnlyList<string> Findings => _findings;

    /// <summary>What must be known of columns.</summary>
    public IReadOnlyList<ColumnNote> Notes => _notes;

    /// <summary>Chooses column by column.</summary>
    /// <param name="values">The published values of the place.</param>
    public static FigureChoice Of(
        MetricCatalogue catalogue, Guid placeId, IReadOnlyCollection<MetricValue> values, IReadOnlySet<MetricKey> hidden, IReadOnlyDictionary<Guid, ImportBatch> imports, IReadOnlyList<ComputedColumn> columns)
    {
        var choice = new FigureChoice();
        var published = values.Select(value => Figure.Published(value, catalogue[value.Metric], hidden.Contains(value.Key), imports[value.ImportId])).ToList();
        foreach (var column in columns)
        {
            var computed = column.Year.Figures.Select(figure => Figure.Computed(figure, placeId, column)).ToList();
            var against = published.FindAll(figure => figure.Key.Slot == column.Slot && figure.Key.GroupKind == column.Kind && column.Metrics.Contains(figure.Key.Metric));
            if (column.Kind == MetricGroupKind.Sex)
                choice.Compare(catalogue, column, computed, against);
            if (computed.Count == 0 || (against.Count > 0 && !column.Year.HidesPublished && !Supersedes(computed, against, column.Year.Whole)))
                continue;
            published.RemoveAll(against.Contains);
            choice._figures.AddRange(computed);
        }

        choice._figures.AddRange(published);
        choice.Say(columns);
        return choice;
    }

    private static bool Supersedes(List<Figure> computed, List<Figure> published, bool whole)
    {
        var shown = computed.Where(figure => !figure.IsHidden).Select(figure => figure.Key).ToHashSet();
        return whole && published.TrueForAll(figure => figure.Key.GroupKind == MetricGroupKind.Sex && !figure.IsHidden && shown.Contains(figure.Key));
    }

    /// <summary>Only where the two count the same people: else the difference would be the group that one of them lacks.</summary>
    private void Compare(MetricCatalogue catalogue, ComputedColumn column, List<Figure> computed, List<Figure> published)
    {
        if (!column.Year.Whole)
            return;
        var apart = (from figure in computed
                     join other in published on figure.Key equals other.Key
                     let metric = catalogue[figure.Key.Metric]
                     where other.Period == column.Period && figure.Value is not null && other.Value is not null
                         && Math.Abs(figure.Value.Value - other.Value.Value) > Consistency.Tolerance(metric, 1)
                     select $"{char.ToLowerInvariant(metric.Name[0])}{metric.Name[1..]} ({figure.Key.Group}) beräknat {SwedishNumber.Show(figure.Rounded(metric)!.Value, metric.Decimals)}, publicerat {SwedishNumber.Show(other.Rounded(metric)!.Value, metric.Decimals)}").ToList();
        if (apart.Count > 0)
            _findings.Add($"Beräknade och publicerade värden för {column.Period} skiljer sig mer än avrundning: {string.Join("; ", apart)}.");
    }

    private void Say(IReadOnlyList<ComputedColumn> columns)
    {
        foreach (var column in columns)
        {
            var used = _figures.FindAll(figure => figure.Key.Slot == column.Slot && column.Metrics.Contains(figure.Key.Metric) && figure.Key.GroupKind == column.Kind);
            if (column.Kind == MetricGroupKind.Sex && used.Exists(figure => figure.IsComputed && !figure.IsHidden))
                Note($"{column.Period} är beräknat ur inlästa månadsrader.");
            else if (column.Kind == MetricGroupKind.Sex && used.Exists(figure => !figure.IsComputed))
                Note($"{used[0].Period ?? column.Period} återger publicerade värden: månadsraderna räcker inte till alla dem.");
            if (used.Count == 0 || used.Exists(figure => figure.IsComputed))
                column.Year.Remarks.ToList().ForEach(Note);

            void Note(string said) => _notes.Add(new ColumnNote(column.Slot, column.Kind, column.Metrics, said));
        }
    }
}

/// <summary>A Swedish sentence for the tables that have such a column with any of these metrics.</summary>
internal sealed record ColumnNote(MetricSlot Slot, MetricGroupKind Kind, IReadOnlySet<string> Metrics, string Said);
