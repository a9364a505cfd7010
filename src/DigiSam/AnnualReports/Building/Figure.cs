using DigiSam.AnnualReports.Content;
using DigiSam.Imports;
using DigiSam.Language;
using DigiSam.Metrics;

namespace DigiSam.AnnualReports.Building;

/// <summary>A figure of a report's place: published elsewhere, or computed here from rows.</summary>
/// <param name="Value">As published, or exact; null when it is hidden.</param>
/// <param name="Line">The line of a published value in its file; 0 for what is computed.</param>
/// <param name="Why">The rule in words, or why it is hidden.</param>
internal sealed record Figure(MetricKey Key, string? Period, decimal? Value, bool IsComputed, int Line, string Why, IReadOnlyList<ProvenanceSource> Sources, DateTimeOffset? Newest)
{
    public bool IsHidden => Value is null;

    public static Figure Published(MetricValue value, Metric metric, bool hidden, ImportBatch batch) => new(
        value.Key,
        value.Period,
        hidden ? null : value.Value,
        IsComputed: false,
        value.Line,
        value.Suppressed ? "Visas inte: gruppen har tio personer eller färre."
            : hidden ? "Visas inte: en liten grupps värde skulle annars gå att räkna ut."
            : metric.Unit == MetricUnit.Percent ? "Publicerat procenttal, återgivet som det är. Det har inte räknats om och kan inte summeras."
            : "Publicerat tal, återgivet som det är.",
        [new ProvenanceSource(batch.FileName, batch.Sha256, batch.Rows, [value.Line])],
        batch.ImportedAt);

    public static Figure Computed(ComputedFigure figure, Guid placeId, ComputedColumn column) => new(
        new MetricKey(figure.Metric, placeId, figure.GroupKind, figure.Group, column.Slot),
        column.Period,
        figure.Exact,
        IsComputed: true,
        0,
        figure.Rule,
        [.. column.Imports.Select(batch => new ProvenanceSource(batch.FileName, batch.Sha256, batch.Rows, []))],
        column.Imports.Count == 0 ? null : column.Imports.Max(batch => batch.ImportedAt));

    /// <summary>With the metric's decimals, as it is printed; a hidden one has none.</summary>
    public decimal? Rounded(Metric metric) => Value is { } value ? Math.Round(value, metric.Decimals, MidpointRounding.AwayFromZero) : null;

    /// <summary>Nothing but this is ever printed or handed out: a computed figure's further decimals stay here.</summary>
    public CellContent Cell(Metric metric, string scope) => Rounded(metric) is { } rounded
        ? new CellContent(CellState.Shown, rounded, SwedishNumber.Show(rounded, metric.Decimals), new Provenance(Why, scope, Period, Sources, Newest))
        : new CellContent(CellState.Suppressed, null, Figures.SuppressedText, new Provenance(Why, scope, Period, Sources, Newest));
}
