using DigiSam.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DigiSam.Comparisons;

/// <summary>What published values are compared in.</summary>
public enum ComparedMeasure
{
    /// <summary>In percent of scheduled hours.</summary>
    SickLeave,

    /// <summary>Day 1–14 of a period of illness.</summary>
    ShortSickLeave,

    /// <summary>From day 15 on.</summary>
    LongSickLeave,
}

/// <summary>
/// A published percentage of other municipalities, kept as it was printed: never summed, averaged or computed with. Rows are
/// appended; a corrected file replaces single rows, which come back when the import is undone.
/// </summary>
public sealed class ComparisonValue
{
    public const int LongestArea = 100;

    public const int LongestSource = 200;

    private ComparisonValue()
    {
    }

    internal ComparisonValue(ComparisonKey key, string area, decimal value, string source, Guid importId, int line)
    {
        Id = Guid.CreateVersion7();
        (Measure, Group, FoldedArea, Period) = key;
        (Area, Value, Source, ImportId, Line) = (area, value, source, importId, line);
    }

    public Guid Id { get; private init; }

    public ComparedMeasure Measure { get; private init; }

    /// <summary>"alla", "kvinnor" or "män".</summary>
    public string Group { get; private init; } = "";

    /// <summary>"Alla kommuner", a county, or a municipality.</summary>
    public string Area { get; private init; } = "";

    /// <summary>The area as names are compared.</summary>
    public string FoldedArea { get; private init; } = "";

    /// <summary>"2025" for a year, "2025-04" for the twelve months that end with a month.</summary>
    public string Period { get; private init; } = "";

    /// <summary>Percent, with the decimals that were printed.</summary>
    public decimal Value { get; private init; }

    /// <summary>Who published it.</summary>
    public string Source { get; private init; } = "";

    public Guid ImportId { get; private init; }

    /// <summary>The line in the imported file; line 1 is the header.</summary>
    public int Line { get; private init; }

    /// <summary>The import that replaced this row; null while it holds.</summary>
    public Guid? ReplacedById { get; private set; }

    internal ComparisonKey Key => new(Measure, Group, FoldedArea, Period);

    internal void ReplaceBy(Guid importId) => ReplacedById = importId;
}

/// <summary>What a value is about.</summary>
internal readonly record struct ComparisonKey(ComparedMeasure Measure, string Group, string FoldedArea, string Period);

internal sealed class ComparisonValueTable : IEntityTypeConfiguration<ComparisonValue>
{
    public void Configure(EntityTypeBuilder<ComparisonValue> builder)
    {
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Group).HasMaxLength(10);
        builder.Property(row => row.Area).HasMaxLength(ComparisonValue.LongestArea);
        builder.Property(row => row.FoldedArea).HasMaxLength(ComparisonValue.LongestArea);
        builder.Property(row => row.Period).HasMaxLength(7);
        builder.Property(row => row.Source).HasMaxLength(ComparisonValue.LongestSource);
        builder.Property(row => row.Value).HasPrecision(9, 4);
        builder.HasIndex(row => new { row.Measure, row.Group, row.FoldedArea, row.Period }).IsUnique().HasFilter("\"ReplacedById\" IS NULL");
        builder.HasIndex(row => row.ImportId);
        builder.HasOne<ImportBatch>().WithMany().HasForeignKey(row => row.ImportId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ImportBatch>().WithMany().HasForeignKey(row => row.ReplacedById).OnDelete(DeleteBehavior.Restrict);
    }
}
