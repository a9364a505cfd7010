using DigiSam.Checklists.Life;
using DigiSam.Language;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DigiSam.Checklists;

/// <summary>
/// A published version of a checklist as it is kept for ever: the bytes of its file. What was answered can always be read in
/// the words it was asked in, whatever happens to the file.
/// </summary>
public sealed class ChecklistVersion
{
    public const int LongestKey = 100;

    public const int LongestTitle = 200;

    private ChecklistVersion()
    {
    }

    internal ChecklistVersion(Checklist checklist, byte[] content, DateTimeOffset publishedAt)
    {
        Id = Guid.CreateVersion7(publishedAt);
        Key = checklist.Key;
        Version = checklist.Version;
        Title = checklist.Title;
        Sha256 = checklist.Sha256;
        Content = content;
        PublishedAt = publishedAt;
        ValidFrom = SwedishDate.DateIn(publishedAt);
    }

    /// <summary>A draft that becomes a version: the same id, and the bytes that were consulted about.</summary>
    internal ChecklistVersion(ChecklistDraft draft, Checklist checklist, DateOnly validFrom, Guid personId, DateTimeOffset publishedAt)
        : this(checklist, draft.Content, publishedAt)
    {
        Id = draft.Id;
        ValidFrom = validFrom;
        PublishedById = personId;
    }

    public Guid Id { get; private init; }

    public string Key { get; private init; } = "";

    public int Version { get; private init; }

    public string Title { get; private init; } = "";

    /// <summary>SHA-256 of <see cref="Content"/>: two versions with the same hash are the same words.</summary>
    public string Sha256 { get; private init; } = "";

    /// <summary>The file as it was published (YAML, UTF-8).</summary>
    public byte[] Content { get; private init; } = [];

    public DateTimeOffset PublishedAt { get; private init; }

    /// <summary>The first day that new rounds are held with it, unless a newer one holds then.</summary>
    public DateOnly ValidFrom { get; private init; }

    /// <summary>Who published it; null when it came with the program.</summary>
    public Guid? PublishedById { get; private init; }
}

internal sealed class ChecklistVersionTable : IEntityTypeConfiguration<ChecklistVersion>
{
    public void Configure(EntityTypeBuilder<ChecklistVersion> builder)
    {
        builder.Property(version => version.Key).HasMaxLength(ChecklistVersion.LongestKey);
        builder.Property(version => version.Title).HasMaxLength(ChecklistVersion.LongestTitle);
        builder.Property(version => version.Sha256).HasMaxLength(64);
        builder.HasIndex(version => new { version.Key, version.Version }).IsUnique();
    }
}
