using DigiSam.Persistence;

namespace DigiSam.Web;

/// <summary>The data folder that this host owns while it runs.</summary>
internal static class DataFolder
{
    private const int Attempts = 30;

    /// <summary>
    /// Takes the folder's lock, or fails with <see cref="FolderIsTakenException"/>. It is tried for three seconds: the
    /// command line holds the lock for moments, a host for its life.
    /// </summary>
    public static async Task<DataFolderLock> Take(string folder)
    {
        Directory.CreateDirectory(folder);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (DataFolderLock.TryTake(folder) is { } taken)
                return taken;
            await Task.Delay(100);
        }

        throw new FolderIsTakenException(folder);
    }
}

/// <summary>Another host has the data folder.</summary>
internal sealed class FolderIsTakenException(string folder)
    : Exception($"Datamappen {folder} används redan av en annan DigiSam-värd. Stoppa den, eller ange en annan mapp med --data.");
