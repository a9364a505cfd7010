namespace DigiSam.Tests.Support;

/// <summary>The folder that holds DigiSam.sln, found from where the tests run.</summary>
internal static class RepositoryFolder
{
    private static readonly string Root = Find();

    public static string Of(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "DigiSam.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException($"No DigiSam.sln above {AppContext.BaseDirectory}.");
    }
}
