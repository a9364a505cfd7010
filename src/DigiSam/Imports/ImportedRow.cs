using DigiSam.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DigiSam.Imports;

/// <summary>
/// A row that came with a file and belongs to a report year. Rows are appended: a later file replaces, and what it
/// replaced stays as history that names its successor.
/// </summary>
public abstract class ImportedRow
{
    protected ImportedRow()
    {
    }

    private protected ImportedRow(int reportYear, Guid importId, int line)
    {
        Id = Guid.CreateVersion7();
        ReportYear = reportYear;
        ImportId = importId;
        Line = line;
    }

    public Guid Id { get; private init; }

    /// <summary>The name year of the report that the row belongs to.</summary>
    public int ReportYear { get; private init; }

    public Guid ImportId { get; private init; }

    /// <summary>The line in the imported file; line 1 is the header.</summary>
    public int Line { get; private init; }

    /// <summary>The import that replaced this row; null while it holds.</summary>
    public Guid? ReplacedById { get; private set; }

    internal void ReplaceBy(Guid importId) => ReplacedById = importId;
}

/// <summary>What the tables of imported rows have in common: references, and one holding row per key.</summary>
internal abstract class ImportedRowTable<TRow> : IEntityTypeConfiguration<TRow>
    where TRow : ImportedRow
{
    public abstract void Configure(EntityTypeBuilder<TRow> builder);

    protected static void Holds(EntityTypeBuilder<TRow> builder, string place, params string[] key)
    {
        builder.HasIndex([nameof(ImportedRow.ReportYear), place, .. key]).IsUnique().HasFilter("\"ReplacedById\" IS NULL");
        builder.HasOne<Place>().WithMany().HasForeignKey(place).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ImportBatch>().WithMany().HasForeignKey(nameof(ImportedRow.ImportId)).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ImportBatch>().WithMany().HasForeignKey(nameof(ImportedRow.ReplacedById)).OnDelete(DeleteBehavior.Restrict);
    }
}
