using System.Collections.Concurrent;

namespace DigiSam.Web.Imports;

/// <summary>
/// Keeps a file that someone has sent for a look until they say that it is to be taken in, or an hour has gone. It belongs to the
/// one who sent it.
/// </summary>
internal sealed class UploadShelf(TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    private const string Prefix = "digisam-upload-";

    private string _folder = Sweep();
    private readonly ConcurrentDictionary<Guid, Upload> _uploads = new();
    private ITimer? _rounds;

    /// <summary>Keeps the file and gives the id that it is asked for by.</summary>
    public async Task<Upload> Keep(Guid person, string name, UploadChoices choices, Stream content, CancellationToken stop)
    {
        _rounds ??= clock.CreateTimer(_ => Forget(), null, Patience / 4, Patience / 4);
        Forget();
        if (!Directory.Exists(_folder))
            _folder = Directory.CreateTempSubdirectory(Prefix).FullName;
        var id = Guid.NewGuid();
        var upload = new Upload(id, person, Path.GetFileName(name), Path.Combine(_folder, $"{id:N}{Path.GetExtension(name)}"), choices, clock.GetUtcNow() + Patience);
        try
        {
            await using (var file = new FileStream(upload.Path, FileMode.CreateNew, FileAccess.Write))
                await content.CopyToAsync(file, stop);
        }
        catch
        {
            File.Delete(upload.Path);
            throw;
        }

        _uploads[id] = upload;
        return upload;
    }

    /// <summary>The file, which stays on the shelf; null when it is gone or somebody else's.</summary>
    public Upload? Find(Guid id, Guid person) => _uploads.GetValueOrDefault(id) is { } upload && upload.Person == person && upload.Until > clock.GetUtcNow() ? upload : null;

    /// <summary>Takes the file off the shelf, for one taker only; null when it is gone or somebody else's. The taker removes it.</summary>
    public Upload? Take(Guid id, Guid person) => Find(id, person) is { } upload && _uploads.TryRemove(id, out _) ? upload : null;

    public void Remove(Upload upload)
    {
        _uploads.TryRemove(upload.Id, out _);
        File.Delete(upload.Path);
    }

    public void Dispose()
    {
        _rounds?.Dispose();
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A folder of its own, and an end to what hosts that were killed have left behind.</summary>
    private static string Sweep()
    {
        foreach (var left in new DirectoryInfo(Path.GetTempPath()).EnumerateDirectories($"{Prefix}*").Where(left => left.LastWriteTimeUtc < DateTime.UtcNow - (2 * Patience)))
        {
            try
            {
                left.Delete(recursive: true);
            }
            catch (Exception kept) when (kept is IOException or UnauthorizedAccessException)
            {
                // Another person's host has it, and sweeps it itself.
            }
        }

        return Directory.CreateTempSubdirectory(Prefix).FullName;
    }

    private void Forget()
    {
        foreach (var old in _uploads.Values.Where(upload => upload.Until < clock.GetUtcNow()))
            Remove(old);
    }
}

/// <summary>A file on the shelf.</summary>
internal sealed record Upload(Guid Id, Guid Person, string Name, string Path, UploadChoices Choices, DateTimeOffset Until);
