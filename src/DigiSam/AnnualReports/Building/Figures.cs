using DigiSam.AnnualReports.Content;
using DigiSam.Language;
using DigiSam.Metrics;

namespace DigiSam.AnnualReports.Building;

/// <summary>The figures of one place for a report year: each as a cell with its provenance.</summary>
internal sealed class Figures(MetricCatalogue catalogue, Guid placeId, string scope, IReadOnlyCollection<Figure> figures)
{
    public const string MissingText = "uppgift saknas";

    public const string SuppressedText = "–";

    private readonly Dictionary<MetricKey, Figure> _figures = figures.ToDictionary(figure => figure.Key);

    public MetricCatalogue Catalogue { get; } = catalogue;

    /// <summary>All figures of the place, for what is told about a table as a whole.</summary>
    public IReadOnlyCollection<Figure> All => _figures.Values;

    /// <summary>A figure as it is printed; one decimal more or less is a matter of the metric.</summary>
    public CellContent Show(string metric, MetricGroupKind kind, string group, MetricSlot slot) =>
        Find(metric, kind, group, slot) is { } figure ? figure.Cell(Catalogue[metric], scope) : Missing;

    /// <summary>
    /// Current less comparison: of the exact values, rounded once, when both are computed or counted; of the shown values as soon as one
    /// is a published percentage. Missing when either is missing; hidden when either is hidden.
    /// </summary>
    public CellContent Difference(string metric, MetricGroupKind kind, string group)
    {
        if (Find(metric, kind, group, MetricSlot.Current) is not { } current || Find(metric, kind, group, MetricSlot.Comparison) is not { } before)
            return Missing;
        if (current.IsHidden || before.IsHidden)
            return new CellContent(CellState.Suppressed, null, SuppressedText, From("Visas inte: ett av värdena är dolt.", current, before));

        var described = Catalogue[metric];
        var ofShown = described.Unit == MetricUnit.Percent && !(current.IsComputed && before.IsComputed);
        var difference = ofShown
            ? current.Rounded(described)!.Value - before.Rounded(described)!.Value
            : Math.Round(current.Value!.Value - before.Value!.Value, described.Decimals, MidpointRounding.AwayFromZero);
        return new CellContent(
            CellState.Shown,
            difference,
            SwedishNumber.Show(difference, described.Decimals),
            From(ofShown
                ? "Skillnaden mellan de två visade procenttalen, i procentenheter."
                : described.Unit == MetricUnit.Percent ? "Skillnaden i procentenheter, beräknad på oavrundade tal och avrundad en gång."
                : "Skillnaden, beräknad på oavrundade tal.", current, before));
    }

    private static CellContent Missing => new(CellState.Missing, null, MissingText, null);

    private Figure? Find(string metric, MetricGroupKind kind, string group, MetricSlot slot) => _figures.GetValueOrDefault(new MetricKey(metric, placeId, kind, group, slot));

    private Provenance From(string rule, params Figure[] from) => new(
        rule,
        scope,
        string.Join(" och ", from.Select(figure => figure.Period).OfType<string>().Distinct()) is { Length: > 0 } periods ? periods : null,
        [.. from.SelectMany(figure => figure.Sources).GroupBy(source => (source.File, source.Sha256))
            .Select(same => same.First() with { Lines = [.. same.SelectMany(source => source.Lines).Distinct().Order()] })],
        from.Max(figure => figure.Newest));
}
