using System.Runtime.InteropServices;
using DigiSam.Imports;
using DigiSam.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DigiSam.SickLeave;

/// <summary>
/// What the rows of one import that hold say together of a place above units in a month: a board, an administration or the municipality.
/// Follows from <see cref="AbsenceMonth"/> and the organisation of the month, and is kept in step with both by <see cref="AbsenceWeighing"/>,
/// so that three thousand units need not be added up for each page. Units are read from their own rows.
/// </summary>
public sealed class AbsenceSum
{
    private AbsenceSum()
    {
    }

    /// <summary>Never <see cref="AbsenceTable.Position"/>.</summary>
    public AbsenceTable Table { get; private init; }

    public Guid PlaceId { get; private init; }

    /// <summary>The first day of the month.</summary>
    public DateOnly Month { get; private init; }

    public AbsenceSex Sex { get; private init; }

    public AgeGroup Age { get; private init; }

    /// <summary>The import that the rows came with.</summary>
    public Guid ImportId { get; private init; }

    /// <summary>How many rows there are.</summary>
    public int Rows { get; private init; }

    public int Headcount { get; private init; }

    /// <summary>Hundredths of hours, as all hours here.</summary>
    public long Scheduled { get; private init; }

    public long Short { get; private init; }

    public long Long { get; private init; }

    public long FromDay60 { get; private init; }

    /// <summary>The sums of a month's rows in every place that <paramref name="counting"/> gives for a row.</summary>
    internal static IEnumerable<AbsenceSum> Of(DateOnly month, IEnumerable<CountedRow> rows, Func<CountedRow, IEnumerable<Guid>> counting) => rows
        .SelectMany(row => counting(row).Select(place => (Place: place, Row: row)))
        .GroupBy(counted => (counted.Row.Table, counted.Place, counted.Row.Sex, counted.Row.Age, counted.Row.ImportId))
        .Select(same =>
        {
            var hours = same.Aggregate(default(AbsenceHours), (sum, counted) => sum + counted.Row.Hours);
            return new AbsenceSum
            {
                Table = same.Key.Table,
                PlaceId = same.Key.Place,
                Month = month,
                Sex = same.Key.Sex,
                Age = same.Key.Age,
                ImportId = same.Key.ImportId,
                Rows = same.Count(),
                Headcount = same.Sum(counted => counted.Row.Headcount),
                Scheduled = hours.Scheduled,
                Short = hours.Short,
                Long = hours.Long,
                FromDay60 = hours.FromDay60,
            };
        });
}

/// <summary>A row that holds, as it is counted.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CountedRow(AbsenceTable Table, Guid PlaceId, AbsenceSex Sex, AgeGroup Age, Guid ImportId, int Headcount, AbsenceHours Hours);

internal sealed class AbsenceSumTable : IEntityTypeConfiguration<AbsenceSum>
{
    public void Configure(EntityTypeBuilder<AbsenceSum> builder)
    {
        builder.HasKey(sum => new { sum.PlaceId, sum.Table, sum.Month, sum.Sex, sum.Age, sum.ImportId });
        builder.HasIndex(sum => sum.Month);
        builder.HasOne<Place>().WithMany().HasForeignKey(sum => sum.PlaceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ImportBatch>().WithMany().HasForeignKey(sum => sum.ImportId).OnDelete(DeleteBehavior.Restrict);
    }
}
