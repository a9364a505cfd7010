using DigiSam.AnnualReports.Content;
using DigiSam.Imports;
using DigiSam.Language;
using DigiSam.Metrics;

namespace DigiSam.AnnualReports.Building;

/// <summary>The figures of one place for a report year: each as a cell with its provenance.</summary>
internal sealed class Figures(
    MetricCatalogue catalogue,
    Guid placeId,
    string scope,
    IReadOnlyCollection<MetricValue> values,
    IReadOnlySet<MetricKey> hidden,
    IReadOnlyDictionary<Guid, ImportBatch> imports)
{
    public const string MissingText = "uppgift saknas";

    public const string SuppressedText = "–";

    private readonly Dictionary<MetricKey, MetricValue> _values = values.Where(value => value.PlaceId == placeId).ToDictionary(value => value.Key);

    public MetricCatalogue Catalogue { get; } = catalogue;

    /// <summary>All values of the place, for what is told about a table as a whole.</summary>
    public IReadOnlyCollection<MetricValue> Values => _values.Values;

    public MetricValue? Find(string metric, MetricGroupKind kind, string group, MetricSlot slot) =>
        _values.GetValueOrDefault(new MetricKey(metric, placeId, kind, group, slot));

    public bool IsHidden(MetricValue value) => hidden.Contains(value.Key);

    /// <summary>A published value as it is; one decimal more or less is a matter of the metric.</summary>
    public CellContent Show(string metric, MetricGroupKind kind, string group, MetricSlot slot)
    {
        if (Find(metric, kind, group, slot) is not { } value)
            return new CellContent(CellState.Missing, null, MissingText, null);
        if (IsHidden(value) || value.Value is null)
        {
            return new CellContent(CellState.Suppressed, null, SuppressedText, From(
                value.Suppressed ? "Visas inte: gruppen har tio personer eller färre." : "Visas inte: en liten grupps värde skulle annars gå att räkna ut.", value));
        }

        var described = Catalogue[metric];
        var rounded = Math.Round(value.Value.Value, described.Decimals, MidpointRounding.AwayFromZero);
        return new CellContent(
            CellState.Shown,
            rounded,
            SwedishNumber.Show(rounded, described.Decimals),
            From(described.Unit == MetricUnit.Percent
                ? "Publicerat procenttal, återgivet som det är. Det har inte räknats om och kan inte summeras."
                : "Publicerat tal, återgivet som det är.", value));
    }

    /// <summary>
    /// Current less comparison: of the shown values when these are published percentages, else of the exact ones, rounded once.
    /// Missing when either is missing; hidden when either is hidden.
    /// </summary>
    public CellContent Difference(string metric, MetricGroupKind kind, string group)
    {
        var current = Show(metric, kind, group, MetricSlot.Current);
        var before = Show(metric, kind, group, MetricSlot.Comparison);
        if (current.State == CellState.Missing || before.State == CellState.Missing)
            return new CellContent(CellState.Missing, null, MissingText, null);
        var sources = new[] { Find(metric, kind, group, MetricSlot.Current)!, Find(metric, kind, group, MetricSlot.Comparison)! };
        if (current.State == CellState.Suppressed || before.State == CellState.Suppressed)
            return new CellContent(CellState.Suppressed, null, SuppressedText, From("Visas inte: ett av värdena är dolt.", sources));

        var described = Catalogue[metric];
        var ofShown = described.Unit == MetricUnit.Percent;
        var difference = ofShown
            ? current.Value!.Value - before.Value!.Value
            : Math.Round(sources[0].Value!.Value - sources[1].Value!.Value, described.Decimals, MidpointRounding.AwayFromZero);
        return new CellContent(
            CellState.Shown,
            difference,
            SwedishNumber.Show(difference, described.Decimals),
            From(ofShown
                ? "Skillnaden mellan de två visade procenttalen, i procentenheter."
                : "Skillnaden, beräknad på oavrundade tal.", sources));
    }

    private Provenance From(string rule, params MetricValue[] from)
    {
        var sources = from.GroupBy(value => value.ImportId)
            .Select(same => imports[same.Key] is var batch
                ? new ProvenanceSource(batch.FileName, batch.Sha256, batch.Rows, [.. same.Select(value => value.Line).Distinct().Order()])
                : null!)
            .ToList();
        return new Provenance(
            rule,
            scope,
            string.Join(" och ", from.Select(value => value.Period).OfType<string>().Distinct()) is { Length: > 0 } periods ? periods : null,
            sources,
            from.Max(value => imports[value.ImportId].ImportedAt));
    }
}
