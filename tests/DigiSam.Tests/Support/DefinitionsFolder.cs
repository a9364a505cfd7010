using DigiSam.DefinitionFiles;
using DigiSam.Installation;

namespace DigiSam.Tests.Support;

/// <summary>A copy of the shipped definition files in a folder of its own, for a test to alter.</summary>
internal sealed class DefinitionsFolder : IDisposable
{
    public const string Form = "arbetsmiljorapport/2024.yaml";

    public DefinitionsFolder()
    {
        foreach (var file in Directory.EnumerateFiles(DigiSamServices.ChecklistsFolder, "*.yaml", SearchOption.AllDirectories))
        {
            var copy = PathOf(Path.GetRelativePath(DigiSamServices.ChecklistsFolder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("digisam-definitions-").FullName;

    public string PathOf(string file) => Path.Combine(Folder, file);

    /// <summary>Replaces the first place where the text stands, which must be there, and says on which line that is.</summary>
    public int Replace(string file, string text, string with)
    {
        var before = File.ReadAllText(PathOf(file));
        var at = before.IndexOf(text, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{file} has no \"{text}\"");
        File.WriteAllText(PathOf(file), before[..at] + with + before[(at + text.Length)..]);
        return 1 + before.AsSpan(0, at).Count('\n');
    }

    public InstalledDefinitions Read() => InstalledDefinitions.Read(Folder);

    public IReadOnlyList<DefinitionFault> Faults() => Assert.Throws<InvalidDefinitionException>(Read).Faults;

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
