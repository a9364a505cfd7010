namespace DigiSam.Persistence;

/// <summary>
/// The right to a data folder: a host holds it while it runs, the command line while it migrates.
/// The operating system releases it when the process dies, however it dies.
/// </summary>
public sealed class DataFolderLock : IDisposable
{
    private readonly FileStream _file;

    private DataFolderLock(FileStream file) => _file = file;

    /// <summary>Takes the lock, or returns null when another process has it.</summary>
    public static DataFolderLock? TryTake(string folder)
    {
        try
        {
            return new DataFolderLock(new FileStream(
                Path.Combine(folder, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose() => _file.Dispose();
}
