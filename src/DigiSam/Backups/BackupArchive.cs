using System.IO.Compression;
using System.Security.Cryptography;
using DigiSam.Persistence.Sqlite;
using Microsoft.Data.Sqlite;

namespace DigiSam.Backups;

/// <summary>
/// A backup to read. Nothing in it is believed: names must be those that a backup has, sizes and hashes those of the manifest,
/// and the database sound. What is not so fails with <see cref="BackupIsUnusable"/>.
/// </summary>
internal sealed class BackupArchive : IDisposable
{
    /// <summary>A manifest has some hundred bytes for each file; a million of them is more than a municipality has.</summary>
    private const int LongestManifest = 256 * 1024 * 1024;

    private readonly ZipArchive _zip;

    private readonly string _shown;

    private BackupArchive(ZipArchive zip, string shown)
    {
        _zip = zip;
        _shown = shown;
        Manifest = Guarded(ReadManifest);
    }

    public BackupManifest Manifest { get; }

    /// <summary>Reads what the archive says of itself and that it has the files it names.</summary>
    /// <param name="shown">The file's name in messages.</param>
    public static BackupArchive Open(Stream content, string shown)
    {
        ZipArchive zip;
        try
        {
            zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        }
        catch (InvalidDataException)
        {
            throw new BackupIsUnusable(shown, "filen är ingen säkerhetskopia från DigiSam, eller är avbruten eller skadad");
        }

        try
        {
            return new BackupArchive(zip, shown);
        }
        catch
        {
            zip.Dispose();
            throw;
        }
    }

    /// <summary>Reads every byte and holds it against the manifest. Writes the files that <paramref name="target"/> has a place for.</summary>
    public async Task Unpack(Func<BackupFile, string?> target, CancellationToken stop)
    {
        foreach (var file in Manifest.Files)
        {
            stop.ThrowIfCancellationRequested();
            await using var output = target(file) is { } path ? File.Create(path) : Stream.Null;
            var (bytes, hash) = await GuardedAsync(() => Copy(file, output, stop));
            if (bytes != file.Bytes || hash != file.Sha256)
                throw new BackupIsUnusable(_shown, $"{file.Name} har ett annat innehåll än när säkerhetskopian gjordes");
            if (output is FileStream written)
                written.Flush(flushToDisk: true);
        }
    }

    /// <summary>Holds an unpacked database against the manifest: sound, of the migration it says, with as many rows in each table.</summary>
    public async Task Check(string database, CancellationToken stop)
    {
        DatabaseHoldings holdings;
        try
        {
            holdings = await SqliteFile.Inspect(database, stop);
        }
        catch (SqliteException unreadable)
        {
            throw new BackupIsUnusable(_shown, $"databasen i den är skadad ({unreadable.Message})");
        }

        if (holdings.Fault is { } fault)
            throw new BackupIsUnusable(_shown, fault);
        if (holdings.Migrations.Count == 0 || holdings.Migrations[^1] != Manifest.Migration)
            throw new BackupIsUnusable(_shown, $"databasen har ett annat schema än {BackupManifest.Name} säger");
        if (holdings.Rows.Count != Manifest.Tables.Count || holdings.Rows.FirstOrDefault(table => Manifest.Tables.GetValueOrDefault(table.Key, -1) != table.Value) is { Key: not null })
            throw new BackupIsUnusable(_shown, $"databasen har inte lika många rader som {BackupManifest.Name} säger");
    }

    public void Dispose() => _zip.Dispose();

    private BackupManifest ReadManifest()
    {
        var names = _zip.Entries.Select(entry => entry.FullName).ToList();
        if (_zip.GetEntry(BackupManifest.Name) is not { } entry || entry.Length > LongestManifest)
            throw new BackupIsUnusable(_shown, $"filen är ingen säkerhetskopia från DigiSam ({BackupManifest.Name} saknas)");
        using var text = new MemoryStream();
        using (var content = entry.Open())
            content.CopyTo(text);
        var manifest = BackupManifest.Read(_shown, text.ToArray());
        var expected = manifest.Files.Select(file => file.Name).Append(BackupManifest.Name).ToHashSet();
        if (names.Find(name => !expected.Contains(name)) is { } stranger)
            throw new BackupIsUnusable(_shown, $"den innehåller \"{stranger}\", som inte hör till en säkerhetskopia");
        if (expected.Except(names).FirstOrDefault() is { } missing)
            throw new BackupIsUnusable(_shown, $"{missing} saknas i den");
        return names.Count == expected.Count ? manifest : throw new BackupIsUnusable(_shown, "samma fil finns två gånger i den");
    }

    /// <summary>Reads no further than a file is to be long, however long it says it is.</summary>
    private async Task<(long Bytes, string Sha256)> Copy(BackupFile file, Stream output, CancellationToken stop)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var content = await _zip.GetEntry(file.Name)!.OpenAsync(stop);
        var buffer = new byte[1 << 17];
        var bytes = 0L;
        for (int read; bytes <= file.Bytes && (read = await content.ReadAsync(buffer, stop)) > 0; bytes += read)
        {
            hash.AppendData(buffer, 0, read);
            await output.WriteAsync(buffer.AsMemory(0, read), stop);
        }

        return (bytes, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            throw new BackupIsUnusable(_shown, "filen är avbruten eller skadad");
        }
    }

    private async Task<T> GuardedAsync<T>(Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            throw new BackupIsUnusable(_shown, "filen är avbruten eller skadad");
        }
    }
}
