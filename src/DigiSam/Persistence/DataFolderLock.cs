using System.Diagnostics;

namespace DigiSam.Persistence;

/// <summary>
/// The right to a data folder: a host holds it while it runs, the command line while it migrates or restores.
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

    /// <summary>
    /// Where the owner of the lock prepares a restore. While it is there nobody may open the database, since another takes
    /// its place; what a killed restore left is removed by the next owner.
    /// </summary>
    internal static string RestoreFolderOf(string folder) => Path.Combine(folder, ".aterstallning");

    /// <summary>
    /// Waits until no restore is under way, and removes what one left that was killed. Fails with
    /// <see cref="DatabaseIsTakenException"/> when it takes longer than <paramref name="patience"/>.
    /// </summary>
    /// <param name="ours">The caller has the lock.</param>
    internal static async Task AwaitRestore(string folder, bool ours, TimeSpan patience, CancellationToken stop)
    {
        var waited = Stopwatch.StartNew();
        while (Directory.Exists(RestoreFolderOf(folder)))
        {
            using (var taken = ours ? null : TryTake(folder))
            {
                if (ours || taken is not null)
                {
                    Remove(RestoreFolderOf(folder));
                    return;
                }
            }

            if (waited.Elapsed > patience)
                throw new DatabaseIsTakenException(folder);
            await Task.Delay(100, stop);
        }
    }

    internal static void Remove(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
