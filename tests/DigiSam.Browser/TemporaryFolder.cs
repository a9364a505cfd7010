namespace DigiSam.Browser;

/// <summary>A folder of a test's own, gone when the test is.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("digisam-browser-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
