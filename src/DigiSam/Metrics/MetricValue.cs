using DigiSam.Imports;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DigiSam.Metrics;

/// <summary>Which column of a report's table a published value belongs to.</summary>
public enum MetricSlot
{
    Current,
    Comparison,
}

public enum MetricGroupKind
{
    /// <summary>alla, kvinnor or män.</summary>
    Sex,

    /// <summary>People with the same kind of position (befattningsgrupp).</summary>
    Position,
}

/// <summary>What a value is a value of: metric, place, group and column of a report.</summary>
public sealed record MetricKey(string Metric, Guid PlaceId, MetricGroupKind GroupKind, string Group, MetricSlot Slot);

/// <summary>
/// A published value (värde): computed elsewhere, kept as it was published and never summed. Rows are appended; a corrected
/// file replaces earlier ones, which stay as history. A group of ten or fewer has a row without a value.
/// </summary>
public sealed class MetricValue : ImportedRow
{
    /// <summary>Groups of this size or smaller are never shown, and their values never stored.</summary>
    public const int LargestHiddenGroup = 10;

    private MetricValue()
    {
    }

    internal MetricValue(int reportYear, MetricKey key, string? period, decimal? value, bool suppressed, int? headcount, string fileKind, Guid importId, int line)
        : base(reportYear, importId, line)
    {
        Metric = key.Metric;
        PlaceId = key.PlaceId;
        GroupKind = key.GroupKind;
        Group = key.Group;
        Slot = key.Slot;
        Period = period;
        Value = suppressed ? null : value;
        Suppressed = suppressed;
        Headcount = headcount;
        FileKind = fileKind;
    }

    public string Metric { get; private init; } = "";

    public Guid PlaceId { get; private init; }

    public MetricGroupKind GroupKind { get; private init; }

    public string Group { get; private init; } = "";

    public MetricSlot Slot { get; private init; }

    /// <summary>The period: "R12 2023-12" for rolling twelve months, or the month stated; null when neither the file nor the importer stated one.</summary>
    public string? Period { get; private init; }

    /// <summary>Percent, hours or number, by the metric; null when <see cref="Suppressed"/>.</summary>
    public decimal? Value { get; private init; }

    public bool Suppressed { get; private init; }

    /// <summary>How many people the group has, where the file says so.</summary>
    public int? Headcount { get; private init; }

    /// <summary>The kind of published file the value came in.</summary>
    public string FileKind { get; private init; } = "";

    internal MetricKey Key => new(Metric, PlaceId, GroupKind, Group, Slot);

    /// <summary>Whether another value of the same key says the same.</summary>
    internal bool SaysTheSameAs(MetricValue other) =>
        Value == other.Value && Suppressed == other.Suppressed && Period == other.Period && Headcount == other.Headcount;
}

internal sealed class MetricValueTable : ImportedRowTable<MetricValue>
{
    public override void Configure(EntityTypeBuilder<MetricValue> builder)
    {
        builder.Property(value => value.Metric).HasMaxLength(Metrics.Metric.LongestKey);
        builder.Property(value => value.Group).HasMaxLength(200);
        builder.Property(value => value.Period).HasMaxLength(20);
        builder.Property(value => value.FileKind).HasMaxLength(PublishedFileKind.LongestKey);
        builder.Property(value => value.Value).HasPrecision(18, 6);
        Holds(builder, nameof(MetricValue.PlaceId), nameof(MetricValue.Metric), nameof(MetricValue.GroupKind), nameof(MetricValue.Group), nameof(MetricValue.Slot));
    }
}
