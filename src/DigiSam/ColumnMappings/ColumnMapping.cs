using System.Security.Cryptography;
using System.Text;
using DigiSam.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DigiSam.ColumnMappings;

/// <summary>
/// What the columns of a system's files are read as. It holds for every file with the same column names, in whatever order, until
/// another takes its place or it is taken away.
/// </summary>
public sealed class ColumnMapping
{
    public const int LongestName = 100;

    private ColumnMapping()
    {
    }

    /// <summary>A choice that holds from now on.</summary>
    /// <param name="columns">The table's columns, each with the file's name for it.</param>
    internal ColumnMapping(Guid id, string name, string table, IEnumerable<string> header, IReadOnlyDictionary<string, string> columns, Guid personId, DateTimeOffset at)
    {
        Id = id;
        Name = name.Trim();
        Table = table;
        HeaderHash = HashOf(header);
        TableColumns = [.. columns.Keys];
        FileColumns = [.. columns.Values];
        PersonId = personId;
        SavedAt = at;
    }

    public Guid Id { get; private init; }

    /// <summary>What those who made it call the system that the files come from.</summary>
    public string Name { get; private init; } = "";

    /// <summary>The key of an <see cref="ImportTable"/>.</summary>
    public string Table { get; private init; } = "";

    /// <summary>SHA-256 of all the file's column names, folded and sorted.</summary>
    public string HeaderHash { get; private init; } = "";

    public IReadOnlyList<string> TableColumns { get; private init; } = [];

    /// <summary>The file's names for <see cref="TableColumns"/>, folded, in the same order.</summary>
    public IReadOnlyList<string> FileColumns { get; private init; } = [];

    public Guid PersonId { get; private init; }

    public DateTimeOffset SavedAt { get; private init; }

    /// <summary>When it ceased to hold; null while it holds.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The table's column by the file's.</summary>
    internal IReadOnlyDictionary<string, string> ByFileColumn => FileColumns.Zip(TableColumns).ToDictionary(pair => pair.First, pair => pair.Second);

    internal void End(DateTimeOffset at) => EndedAt = at;

    internal static string HashOf(IEnumerable<string> header) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', header.Order(StringComparer.Ordinal)))));
}

internal sealed class ColumnMappingTable : IEntityTypeConfiguration<ColumnMapping>
{
    public void Configure(EntityTypeBuilder<ColumnMapping> builder)
    {
        builder.Property(mapping => mapping.Id).ValueGeneratedNever();
        builder.Property(mapping => mapping.Name).HasMaxLength(ColumnMapping.LongestName);
        builder.Property(mapping => mapping.Table).HasMaxLength(50);
        builder.Property(mapping => mapping.HeaderHash).HasMaxLength(64);
        builder.PrimitiveCollection(mapping => mapping.TableColumns);
        builder.PrimitiveCollection(mapping => mapping.FileColumns);
        builder.HasIndex(mapping => mapping.HeaderHash).IsUnique().HasFilter("\"EndedAt\" IS NULL");
        builder.HasIndex(mapping => mapping.PersonId);
    }
}

/// <summary>Somebody else has saved or taken away the choice meanwhile.</summary>
public sealed class ColumnMappingIsNewer() : BrokenRule("Någon annan har ändrat kolumnvalet för filer med den här rubriken. Pröva filen igen, så ser du deras val.");
