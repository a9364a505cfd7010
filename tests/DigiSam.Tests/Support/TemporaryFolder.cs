using Microsoft.Data.Sqlite;

namespace DigiSam.Tests.Support;

/// <summary>A folder of its own for a test's files and data.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("digisam-cli-").FullName;

    /// <summary>Where the command line keeps its data in this test.</summary>
    public string Data => Of("data");

    public string Of(string name) => System.IO.Path.Combine(Path, name);

    public string Write(string name, byte[] content)
    {
        File.WriteAllBytes(Of(name), content);
        return Of(name);
    }

    public string Write(string name, string content) => Write(name, System.Text.Encoding.UTF8.GetBytes(content));

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(Path, recursive: true);
    }
}
