using System.Runtime.InteropServices;
using DigiSam.Imports;
using DigiSam.Metrics;
using DigiSam.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DigiSam.SickLeave;

/// <summary>The three tables that absence comes in. Each counts the same people in its own way; no row of any of them is about a person.</summary>
public enum AbsenceTable
{
    Unit,

    /// <summary>Per board, sex and age.</summary>
    Board,

    /// <summary>Per position group and sex, in the whole municipality.</summary>
    Position,
}

public enum AbsenceSex
{
    /// <summary>The table does not divide by sex.</summary>
    All,
    Women,
    Men,
}

public enum AgeGroup
{
    /// <summary>The table does not divide by age.</summary>
    All,
    Under30,
    From30To49,
    From50,
}

/// <summary>What a month's row is about.</summary>
/// <param name="Month">The first day of the month.</param>
/// <param name="PlaceId">
/// A unit, or the administration for units too small for a row of their own; a board, or the municipality for small groups of
/// boards; the municipality for position groups.
/// </param>
/// <param name="Position">The position group's name; empty in other tables.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct AbsenceKey(DateOnly Month, Guid PlaceId, AbsenceSex Sex, AgeGroup Age, string Position);

/// <summary>
/// A month of a group of more than ten people: their scheduled hours and those of them that they were ill. Rows are appended; a
/// corrected file replaces single rows, which stay as history and come back when the import is undone.
/// </summary>
public sealed class AbsenceMonth
{
    public const int LongestPosition = 100;

    private AbsenceMonth()
    {
    }

    internal AbsenceMonth(AbsenceTable table, AbsenceKey key, int headcount, AbsenceHours hours, Guid importId, int line)
    {
        if (headcount <= MetricValue.LargestHiddenGroup)
            throw new ArgumentOutOfRangeException(nameof(headcount), headcount, "A group this small is never stored.");
        Id = Guid.CreateVersion7();
        Table = table;
        (Month, PlaceId, Sex, Age, Position) = key;
        Headcount = headcount;
        (Scheduled, Short, Long, FromDay60) = hours;
        ImportId = importId;
        Line = line;
    }

    public Guid Id { get; private init; }

    public AbsenceTable Table { get; private init; }

    public DateOnly Month { get; private init; }

    public Guid PlaceId { get; private init; }

    public AbsenceSex Sex { get; private init; }

    public AgeGroup Age { get; private init; }

    public string Position { get; private init; } = "";

    public int Headcount { get; private init; }

    /// <summary>Hundredths of hours, as all hours here.</summary>
    public long Scheduled { get; private init; }

    /// <summary>Day 1–14 of a period of illness.</summary>
    public long Short { get; private init; }

    /// <summary>From day 15 on, those of <see cref="FromDay60"/> among them.</summary>
    public long Long { get; private init; }

    public long FromDay60 { get; private init; }

    public Guid ImportId { get; private init; }

    /// <summary>The line in the imported file; line 1 is the header.</summary>
    public int Line { get; private init; }

    /// <summary>The import that replaced this row; null while it holds.</summary>
    public Guid? ReplacedById { get; private set; }

    internal AbsenceKey Key => new(Month, PlaceId, Sex, Age, Position);

    internal AbsenceHours Hours => new(Scheduled, Short, Long, FromDay60);
}

internal sealed class AbsenceExposureTable : IEntityTypeConfiguration<AbsenceExposure>
{
    public void Configure(EntityTypeBuilder<AbsenceExposure> builder) => builder.HasKey(exposed => exposed.Month);
}

internal sealed class AbsenceMonthTable : IEntityTypeConfiguration<AbsenceMonth>
{
    public void Configure(EntityTypeBuilder<AbsenceMonth> builder)
    {
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Position).HasMaxLength(AbsenceMonth.LongestPosition);
        builder.HasIndex(row => new { row.Table, row.PlaceId, row.Month, row.Sex, row.Age, row.Position }).IsUnique().HasFilter("\"ReplacedById\" IS NULL");
        builder.HasIndex(row => row.ImportId);
        builder.HasIndex(row => row.ReplacedById).HasFilter("\"ReplacedById\" IS NOT NULL");
        builder.HasOne<Place>().WithMany().HasForeignKey(row => row.PlaceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ImportBatch>().WithMany().HasForeignKey(row => row.ImportId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ImportBatch>().WithMany().HasForeignKey(row => row.ReplacedById).OnDelete(DeleteBehavior.Restrict);
    }
}
