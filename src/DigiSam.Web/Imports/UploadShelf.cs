using System.Collections.Concurrent;

namespace DigiSam.Web.Imports;

/// <summary>
/// Keeps a file that someone has sent for a look until they say that it is to be taken in, or an hour has gone. It belongs to the
/// one who sent it.
/// </summary>
internal sealed class UploadShelf(TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("digisam-upload-");
    private readonly ConcurrentDictionary<Guid, Upload> _uploads = new();

    /// <summary>Keeps the file and gives the id that it is asked for by.</summary>
    public async Task<Upload> Keep(Guid person, string name, UploadChoices choices, Stream content, CancellationToken stop)
    {
        Forget();
        var id = Guid.NewGuid();
        var upload = new Upload(id, person, Path.GetFileName(name), Path.Combine(_folder.FullName, $"{id:N}{Path.GetExtension(name)}"), choices, clock.GetUtcNow() + Patience);
        await using (var file = new FileStream(upload.Path, FileMode.CreateNew, FileAccess.Write))
            await content.CopyToAsync(file, stop);
        _uploads[id] = upload;
        return upload;
    }

    /// <summary>The file, which stays on the shelf; null when it is gone or somebody else's.</summary>
    public Upload? Find(Guid id, Guid person) => _uploads.GetValueOrDefault(id) is { } upload && upload.Person == person ? upload : null;

    /// <summary>Takes the file off the shelf, for one taker only; null when it is gone or somebody else's. The taker removes it.</summary>
    public Upload? Take(Guid id, Guid person) => _uploads.GetValueOrDefault(id) is { } upload && upload.Person == person && _uploads.TryRemove(id, out _) ? upload : null;

    public void Remove(Upload upload)
    {
        _uploads.TryRemove(upload.Id, out _);
        File.Delete(upload.Path);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Forget()
    {
        foreach (var old in _uploads.Values.Where(upload => upload.Until < clock.GetUtcNow()))
            Remove(old);
    }
}

/// <summary>A file on the shelf.</summary>
internal sealed record Upload(Guid Id, Guid Person, string Name, string Path, UploadChoices Choices, DateTimeOffset Until);
