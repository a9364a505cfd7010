using System.Runtime.InteropServices;
using DigiSam.Imports;
using DigiSam.Metrics;
using DigiSam.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DigiSam.Figures;

public enum FigureSex
{
    /// <summary>The table does not divide by sex, or both together.</summary>
    All,
    Women,
    Men,
}

/// <summary>What a row of a table is about.</summary>
/// <param name="Period">The first day of the month, or of the year.</param>
/// <param name="Category">Kind of event, service or area; empty where a table has none, and in the row that says that a month was counted at all.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct FigureKey(DateOnly Period, Guid PlaceId, FigureSex Sex, string Category);

/// <summary>The numbers of a row in the order of the table's description, in hundredths so that sums are exact.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct FigureAmounts(long First, long Second)
{
    public static FigureAmounts operator +(FigureAmounts one, FigureAmounts other) => new(one.First + other.First, one.Second + other.Second);
}

/// <summary>
/// A month's or a year's counts of a place. Never about a person: rows about people are of groups of more than ten, and counted events
/// lie where more than ten work. Rows are appended; a corrected file replaces single rows, which stay as history and come back when
/// the import is undone.
/// </summary>
public sealed class CountedFigure
{
    public const int LongestCategory = 60;

    private CountedFigure()
    {
    }

    internal CountedFigure(FigureTable table, FigureRow row, Guid importId)
    {
        if (row.Headcount is <= MetricValue.LargestHiddenGroup)
            throw new ArgumentOutOfRangeException(nameof(row), row.Headcount, "A group this small is never stored.");
        Id = Guid.CreateVersion7();
        Table = table;
        (Period, PlaceId, Sex, Category) = row.Key;
        Basis = row.Basis;
        Headcount = row.Headcount;
        (First, Second) = row.Amounts;
        ImportId = importId;
        Line = row.Line;
    }

    public Guid Id { get; private init; }

    public FigureTable Table { get; private init; }

    public DateOnly Period { get; private init; }

    public Guid PlaceId { get; private init; }

    public FigureSex Sex { get; private init; }

    public string Category { get; private init; } = "";

    /// <summary>By which unit and day events were counted, as the importer stated; empty in other tables.</summary>
    public string Basis { get; private init; } = "";

    /// <summary>The people that the row is about; null where it counts something else.</summary>
    public int? Headcount { get; private init; }

    /// <summary>Hundredths, as <see cref="Second"/>.</summary>
    public long First { get; private init; }

    public long Second { get; private init; }

    public Guid ImportId { get; private init; }

    /// <summary>The line in the imported file; 0 for a sum of many lines.</summary>
    public int Line { get; private init; }

    /// <summary>The import that replaced this row; null while it holds.</summary>
    public Guid? ReplacedById { get; private set; }

    internal FigureRow Row => new(Line, new FigureKey(Period, PlaceId, Sex, Category), Basis, Headcount, new FigureAmounts(First, Second));
}

/// <summary>A row as it was read and found right.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FigureRow(int Line, FigureKey Key, string Basis, int? Headcount, FigureAmounts Amounts)
{
    public bool SaysTheSameAs(FigureRow other) => (Basis, Headcount, Amounts) == (other.Basis, other.Headcount, other.Amounts);
}

internal sealed class CountedFigureTable : IEntityTypeConfiguration<CountedFigure>
{
    public void Configure(EntityTypeBuilder<CountedFigure> builder)
    {
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Category).HasMaxLength(CountedFigure.LongestCategory);
        builder.Property(row => row.Basis).HasMaxLength(20);
        builder.HasIndex(row => new { row.PlaceId, row.Table, row.Period, row.Sex, row.Category }).IsUnique().HasFilter("\"ReplacedById\" IS NULL");
        builder.HasIndex(row => new { row.Table, row.Period, row.Category }).HasFilter("\"ReplacedById\" IS NULL");
        builder.HasIndex(row => row.ImportId);
        builder.HasIndex(row => row.ReplacedById).HasFilter("\"ReplacedById\" IS NOT NULL");
        builder.HasOne<Place>().WithMany().HasForeignKey(row => row.PlaceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ImportBatch>().WithMany().HasForeignKey(row => row.ImportId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ImportBatch>().WithMany().HasForeignKey(row => row.ReplacedById).OnDelete(DeleteBehavior.Restrict);
    }
}
