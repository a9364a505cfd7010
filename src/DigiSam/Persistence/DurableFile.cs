using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace DigiSam.Persistence;

/// <summary>
/// A file that is there whole or not at all: written under another name, forced to the disk and renamed. A process that is
/// killed leaves the other name, which the next attempt overwrites.
/// </summary>
internal sealed class DurableFile : IAsyncDisposable
{
    /// <summary>What is added to the name until the file is whole.</summary>
    public const string Unfinished = ".ofardig";

    private const int ReadOnly = 0;

    private readonly string _path;

    private bool _closed;

    private DurableFile(string path)
    {
        _path = path;
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Stream = new FileStream(path + Unfinished, options);
        Stream.SetLength(0);
    }

    public FileStream Stream { get; }

    /// <summary>Begins a file that only its owner may read.</summary>
    public static DurableFile Begin(string path) => new(path);

    /// <summary>Gives the file its name, for good.</summary>
    public async Task Finish(bool replace, CancellationToken stop)
    {
        await Stream.FlushAsync(stop);
        Stream.Flush(flushToDisk: true);
        await Stream.DisposeAsync();
        File.Move(_path + Unfinished, _path, replace);
        _closed = true;
        SyncFolder(Path.GetDirectoryName(_path)!);
    }

    /// <summary>Forces a file that others wrote to the disk.</summary>
    public static void Sync(string path)
    {
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite);
        RandomAccess.FlushToDisk(file);
    }

    /// <summary>Forces the names in a folder to the disk, where the system has a way to.</summary>
    public static void SyncFolder(string folder)
    {
        if (!OperatingSystem.IsLinux())
            return;
        using var opened = Open([.. Encoding.UTF8.GetBytes(folder), 0], ReadOnly);
        if (!opened.IsInvalid)
            _ = FSync(opened);
    }

    public async ValueTask DisposeAsync()
    {
        if (_closed)
            return;
        await Stream.DisposeAsync();
        File.Delete(_path + Unfinished);
    }

    [DllImport("libc", EntryPoint = "open")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern SafeFileHandle Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int FSync(SafeFileHandle file);
}
