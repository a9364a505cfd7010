using DigiSam.Imports;
using DigiSam.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DigiSam.Figures;

/// <summary>
/// What the rows of one import that hold say together of a place above units in a period. Follows from <see cref="CountedFigure"/> and the
/// organisation of the period, and is kept in step with both by <see cref="FigureSums"/>. Units are read from their own rows.
/// </summary>
public sealed class FigureSum
{
    private FigureSum()
    {
    }

    public FigureTable Table { get; private init; }

    public Guid PlaceId { get; private init; }

    public DateOnly Period { get; private init; }

    public FigureSex Sex { get; private init; }

    public string Category { get; private init; } = "";

    public string Basis { get; private init; } = "";

    /// <summary>The import that the rows came with.</summary>
    public Guid ImportId { get; private init; }

    public int Headcount { get; private init; }

    /// <summary>Hundredths, as <see cref="Second"/>.</summary>
    public long First { get; private init; }

    public long Second { get; private init; }

    /// <summary>The sums of a period's rows in every place that <paramref name="counting"/> gives for a row.</summary>
    internal static IEnumerable<FigureSum> Of(DateOnly period, IEnumerable<CountedFigure> rows, Func<CountedFigure, IEnumerable<Guid>> counting) => rows
        .SelectMany(row => counting(row).Select(place => (Place: place, Row: row)))
        .GroupBy(counted => (counted.Row.Table, counted.Place, counted.Row.Sex, counted.Row.Category, counted.Row.Basis, counted.Row.ImportId))
        .Select(same => new FigureSum
        {
            Table = same.Key.Table,
            PlaceId = same.Key.Place,
            Period = period,
            Sex = same.Key.Sex,
            Category = same.Key.Category,
            Basis = same.Key.Basis,
            ImportId = same.Key.ImportId,
            Headcount = same.Sum(counted => counted.Row.Headcount ?? 0),
            First = same.Sum(counted => counted.Row.First),
            Second = same.Sum(counted => counted.Row.Second),
        });
}

internal sealed class FigureSumTable : IEntityTypeConfiguration<FigureSum>
{
    public void Configure(EntityTypeBuilder<FigureSum> builder)
    {
        builder.HasKey(sum => new { sum.PlaceId, sum.Table, sum.Period, sum.Sex, sum.Category, sum.Basis, sum.ImportId });
        builder.Property(sum => sum.Category).HasMaxLength(CountedFigure.LongestCategory);
        builder.Property(sum => sum.Basis).HasMaxLength(20);
        builder.HasIndex(sum => sum.Period);
        builder.HasOne<Place>().WithMany().HasForeignKey(sum => sum.PlaceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ImportBatch>().WithMany().HasForeignKey(sum => sum.ImportId).OnDelete(DeleteBehavior.Restrict);
    }
}
