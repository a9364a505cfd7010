using System.IO.Compression;
using System.Security.Cryptography;

namespace DigiSam.Backups;

/// <summary>Writes the files of a backup into one archive, each read once more than it is written: a blob must be what its name says.</summary>
internal static class BackupWriter
{
    /// <summary>
    /// Writes database, blobs and last the manifest. Blobs are listed after the database was copied, so every one that a
    /// copied row tells of is there; one that comes later does no harm.
    /// </summary>
    /// <returns>The manifest, and the names of blobs that are left out because they are not what they are called.</returns>
    public static async Task<(BackupManifest Manifest, IReadOnlyList<string> Damaged)> Write(
        Stream archive, string database, string blobs, BackupManifest manifest, CancellationToken stop)
    {
        var files = new List<BackupFile>();
        var damaged = new List<string>();
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true))
        {
            await using (var content = ReadShared(database))
                files.Add(await Add(zip, BackupNames.Database, content, CompressionLevel.Fastest, stop));
            foreach (var path in BlobsIn(blobs))
            {
                if (OpenIfThere(path) is not { } content)
                    continue;
                await using (content)
                {
                    var name = Path.GetFileName(path);
                    if (await HashOf(content, stop) != name)
                    {
                        damaged.Add(BackupNames.OfBlob(name));
                        continue;
                    }

                    content.Position = 0;
                    var added = await Add(zip, BackupNames.OfBlob(name), content, CompressionLevel.NoCompression, stop);
                    if (added.Sha256 != name)
                        throw new BackupFailed($"{path} ändrades medan den lästes");
                    files.Add(added);
                }
            }

            manifest = manifest with { Files = files };
            using var text = new MemoryStream(manifest.Write());
            await Add(zip, BackupManifest.Name, text, CompressionLevel.Fastest, stop);
        }

        return (manifest, damaged);
    }

    /// <summary>The hash of what is left of a stream.</summary>
    public static async Task<string> HashOf(Stream content, CancellationToken stop) => Convert.ToHexStringLower(await SHA256.HashDataAsync(content, stop));

    /// <summary>Files still being written have other names than blobs and are no blobs yet.</summary>
    private static IEnumerable<string> BlobsIn(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder).Where(path => BackupNames.IsBlob(Path.GetFileName(path))).Order(StringComparer.Ordinal)
        : [];

    private static async Task<BackupFile> Add(ZipArchive zip, string name, Stream content, CompressionLevel level, CancellationToken stop)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var entry = await zip.CreateEntry(name, level).OpenAsync(stop);
        var buffer = new byte[1 << 17];
        var bytes = 0L;
        for (int read; (read = await content.ReadAsync(buffer, stop)) > 0; bytes += read)
        {
            hash.AppendData(buffer, 0, read);
            await entry.WriteAsync(buffer.AsMemory(0, read), stop);
        }

        return new BackupFile(name, bytes, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>A blob may be erased while the others are read.</summary>
    private static FileStream? OpenIfThere(string path)
    {
        try
        {
            return ReadShared(path);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    private static FileStream ReadShared(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1, FileOptions.SequentialScan);
}
