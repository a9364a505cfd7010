using System.Security.Cryptography;
using System.Text.Json.Serialization;

namespace DigiSam.Imports;

/// <summary>
/// A file that may be too large to hold in memory: its name, the SHA-256 of its bytes, and a way to open it as often as it has to be
/// read. The audit log keeps name, hash and size.
/// </summary>
public sealed class ImportSource
{
    private readonly Func<Stream> _open;

    private ImportSource(string name, string sha256, long size, Func<Stream> open)
    {
        Name = name;
        Sha256 = sha256;
        Size = size;
        _open = open;
    }

    public string Name { get; }

    /// <summary>In lower-case hexadecimal.</summary>
    public string Sha256 { get; }

    /// <summary>Bytes.</summary>
    public long Size { get; }

    /// <summary>
    /// The tables' names for the file's columns, by the file's folded ones; null when it uses the tables' own. Columns that are not among
    /// them are dropped as they are read.
    /// </summary>
    [JsonIgnore]
    internal IReadOnlyDictionary<string, string>? Columns { get; private init; }

    [JsonIgnore]
    internal bool IsWorkbook => Name.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase);

    /// <summary>A file on disk, which must not change before the import is done. Throws <see cref="IOException"/> when it cannot be read.</summary>
    public static async Task<ImportSource> FromFile(string path, string? name = null, CancellationToken stop = default)
    {
        await using var file = Open();
        return new ImportSource(Path.GetFileName(name ?? path), Convert.ToHexStringLower(await SHA256.HashDataAsync(file, stop)), file.Length, Open);

        FileStream Open() => new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 81920, FileOptions.SequentialScan);
    }

    /// <summary>A file in memory.</summary>
    public static ImportSource FromBytes(string name, byte[] content) =>
        new(Path.GetFileName(name), Convert.ToHexStringLower(SHA256.HashData(content)), content.Length, () => new MemoryStream(content, writable: false));

    /// <summary>The same file, read with other names for its columns.</summary>
    internal ImportSource ReadAs(IReadOnlyDictionary<string, string> columns) => new(Name, Sha256, Size, _open) { Columns = columns };

    /// <summary>All of it; for kinds of files that are small.</summary>
    internal byte[] Content()
    {
        using var file = Open();
        using var content = new MemoryStream();
        file.CopyTo(content);
        return content.ToArray();
    }

    internal Stream Open() => _open();
}
