namespace DigiSam.Cli.Commands;

/// <summary>Reads a file that someone named. A file too large to be a table is read no further than it takes to say so.</summary>
internal static class InputFile
{
    private const int Most = 64 * 1024 * 1024;

    public static async Task<byte[]> Read(string path, CancellationToken stop)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        var content = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while (content.Length < Most && (read = await file.ReadAsync(buffer, stop)) > 0)
            content.Write(buffer, 0, read);
        return content.ToArray();
    }

    /// <summary>Why a file could not be read, in Swedish; what only the system knows is added as it said it.</summary>
    public static string WhyNot(string path, Exception unreadable) => unreadable switch
    {
        _ when Directory.Exists(path) => "är en mapp och ingen fil",
        FileNotFoundException or DirectoryNotFoundException => "filen finns inte",
        UnauthorizedAccessException => "filen får inte läsas av den som kör kommandot",
        _ => $"filen kan inte läsas ({unreadable.Message})",
    };
}
