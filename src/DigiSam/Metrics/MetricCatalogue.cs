namespace DigiSam.Metrics;

public enum MetricUnit
{
    Percent,
    Hours,
    Count,
}

/// <summary>A figure that DigiSam knows (mått). Percentages are kept as published and can never be summed or averaged.</summary>
/// <param name="Decimals">Decimals shown, and the precision that published values are taken to have.</param>
/// <param name="AboutPeople">Needs the size of the group below the level of the municipality; ten or fewer are never stored.</param>
public sealed record Metric(string Key, string Name, MetricUnit Unit, int Decimals, bool AboutPeople)
{
    public const int LongestKey = 60;
}

/// <summary>How a published file is recognised by its header and what its rows and columns mean.</summary>
/// <param name="RowColumn">The column whose text names the metric of a row; null when each row is a position group.</param>
/// <param name="GroupColumn">The column with alla, kvinnor or män; null when all rows are for all.</param>
/// <param name="ValueColumn">The only value column; null when the values stand in period columns (r12_2023_12).</param>
/// <param name="Rows">The metric of each text in <paramref name="RowColumn"/>, folded.</param>
/// <param name="ValueColumns">The metric of each column of a file whose rows are position groups.</param>
public sealed record PublishedFileKind(
    string Key,
    string Name,
    string? RowColumn,
    string? GroupColumn,
    string? ValueColumn,
    string? PositionColumn,
    string? SizeColumn,
    IReadOnlyDictionary<string, string> Rows,
    IReadOnlyDictionary<string, string> ValueColumns)
{
    public const int LongestKey = 60;

    /// <summary>Whether a file of this kind may state the very figures that one of another kind states.</summary>
    internal bool SharesFigureWith(string? key, MetricCatalogue catalogue) =>
        catalogue.FileKinds.FirstOrDefault(kind => kind.Key == key) is { } other && (PositionColumn is null) == (other.PositionColumn is null)
        && Rows.Values.Concat(ValueColumns.Values).Intersect(other.Rows.Values.Concat(other.ValueColumns.Values)).Any();
}

public enum ConsistencyKind
{
    /// <summary>The parts add up to the total, within what rounding allows.</summary>
    Sum,

    /// <summary>The value for all lies between those for women and men.</summary>
    BetweenSexes,
}

/// <summary>A relation that figures should have; a breach is a warning that states <paramref name="Text"/>.</summary>
public sealed record ConsistencyRule(ConsistencyKind Kind, IReadOnlyList<string> Metrics, string? Total, string Text);

/// <summary>The metrics of this installation, from <c>checklists/metrics.yaml</c>.</summary>
public sealed class MetricCatalogue(
    IReadOnlyList<Metric> metrics,
    IReadOnlyList<PublishedFileKind> fileKinds,
    IReadOnlyList<ConsistencyRule> rules)
{
    private readonly Dictionary<string, Metric> _metrics = metrics.ToDictionary(metric => metric.Key);

    public IReadOnlyList<Metric> Metrics { get; } = metrics;

    public IReadOnlyList<PublishedFileKind> FileKinds { get; } = fileKinds;

    public IReadOnlyList<ConsistencyRule> Rules { get; } = rules;

    /// <summary>The metric with this key; unknown keys are refused when definition files are read.</summary>
    public Metric this[string key] => _metrics[key];

    public bool Has(string key) => _metrics.ContainsKey(key);
}
