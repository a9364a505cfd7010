using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DigiSam.Imports;

/// <summary>What kind of file was imported.</summary>
public enum ImportKind
{
    Organisation,
    PublishedValues,
    PublishedAnswers,
    Answers,
    Texts,
    Absence,
    Headcount,
    Turnover,
    Overtime,
    Incidents,
    OccupationalHealth,
    Survey,
    Comparison,
}

/// <summary>One import of one file: the origin that every imported figure and answer points at.</summary>
public sealed class ImportBatch
{
    private ImportBatch()
    {
    }

    internal ImportBatch(ImportKind kind, ImportSource source, int rows, DateTimeOffset at, Guid personId)
    {
        Id = Guid.CreateVersion7(at);
        Kind = kind;
        FileName = source.Name;
        Sha256 = source.Sha256;
        Rows = rows;
        ImportedAt = at;
        PersonId = personId;
    }

    internal ImportBatch(ImportKind kind, string fileName, byte[] content, int rows, int? reportYear, DateTimeOffset at, Guid personId)
    {
        Id = Guid.CreateVersion7(at);
        Kind = kind;
        FileName = Path.GetFileName(fileName);
        Sha256 = HashOf(content);
        Rows = rows;
        ReportYear = reportYear;
        ImportedAt = at;
        PersonId = personId;
    }

    public Guid Id { get; private init; }

    public ImportKind Kind { get; private init; }

    public string FileName { get; private init; } = "";

    /// <summary>The SHA-256 of the file's bytes, in lower-case hexadecimal.</summary>
    public string Sha256 { get; private init; } = "";

    /// <summary>Rows of data in the file, its header not counted.</summary>
    public int Rows { get; private init; }

    /// <summary>The name year of the report that the file belongs to; null for what belongs to no report alone: the organisation, months.</summary>
    public int? ReportYear { get; private init; }

    public DateTimeOffset ImportedAt { get; private init; }

    public Guid PersonId { get; private init; }

    /// <summary>The table that the file stated rows of, whether they were news or not; null before that was kept, and for what is not undone.</summary>
    public string? StatedTable { get; private set; }

    /// <summary>The first day of the first period that the file stated rows of.</summary>
    public DateOnly? StatedFrom { get; private set; }

    public DateOnly? StatedTo { get; private set; }

    /// <summary>When it was undone; null while it holds. Its rows are gone then, and those that it had replaced hold again.</summary>
    public DateTimeOffset? UndoneAt { get; private set; }

    public Guid? UndoneBy { get; private set; }

    /// <summary>Keeps what the file stated: an earlier import whose rows it states too is not undone before it.</summary>
    internal ImportBatch Stating(string table, IEnumerable<DateOnly> periods)
    {
        var stated = periods.Order().ToList();
        (StatedTable, StatedFrom, StatedTo) = (table, stated[0], stated[^1]);
        return this;
    }

    /// <summary>Whether the file may have stated rows of some time; one of which that was not kept may have.</summary>
    internal bool MayHaveStated(DateOnly first, DateOnly last) => StatedTable is null || (StatedFrom <= last && first <= StatedTo);

    internal void Undo(Guid personId, DateTimeOffset at) => (UndoneBy, UndoneAt) = (personId, at);

    internal static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}

internal sealed class ImportBatchTable : IEntityTypeConfiguration<ImportBatch>
{
    public void Configure(EntityTypeBuilder<ImportBatch> builder)
    {
        builder.Property(batch => batch.FileName).HasMaxLength(260);
        builder.Property(batch => batch.Sha256).HasMaxLength(64);
        builder.Property(batch => batch.StatedTable).HasMaxLength(60);
        builder.HasIndex(batch => new { batch.Kind, batch.ReportYear, batch.ImportedAt });
    }
}
