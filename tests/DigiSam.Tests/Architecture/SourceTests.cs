using System.Text.RegularExpressions;
using DigiSam.Tests.Support;

namespace DigiSam.Tests.Architecture;

/// <summary>What a newcomer relies on when they look for code: a file's folder is its namespace, and files are short.</summary>
public sealed partial class SourceTests
{
    private const int Longest = 220;

    private static readonly IReadOnlyList<string> Files =
    [
        .. new[] { "src", "tests" }.SelectMany(folder => Directory.GetFiles(RepositoryFolder.Of(folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !Part(file, "obj") && !Part(file, "bin") && !Part(file, "Migrations")),
    ];

    [Fact]
    public void The_folder_is_the_namespace()
    {
        Assert.True(Files.Count > 100);
        Assert.Empty(Files.Select(file => Misplaced(Path.GetRelativePath(RepositoryFolder.Of(), file).Replace('\\', '/'), File.ReadAllText(file))).OfType<string>());
    }

    [Fact]
    public void A_file_in_another_namespace_than_its_folder_is_found() =>
        Assert.NotNull(Misplaced("src/DigiSam/Metrics/Metric.cs", "namespace DigiSam.Helpers;\n"));

    [Fact]
    public void Files_are_short_enough_to_read() =>
        Assert.Empty(Files.Where(file => File.ReadLines(file).Count() > Longest).Select(Path.GetFileName));

    [Fact]
    public void No_folder_is_a_dumping_ground()
    {
        string[] dumps = ["Helpers", "Utils", "Utilities", "Managers", "Common", "Misc"];
        Assert.DoesNotContain(Files, file => dumps.Any(dump => Part(file, dump)));
        Assert.True(Part(Path.Combine("src", "Helpers", "Some.cs"), "Helpers"));
    }

    private static bool Part(string file, string folder) => file.Split(Path.DirectorySeparatorChar).SkipLast(1).Contains(folder);

    private static string? Misplaced(string path, string text)
    {
        var found = Namespace().Match(text);
        var expected = path[(path.IndexOf('/', StringComparison.Ordinal) + 1)..path.LastIndexOf('/')].Replace('/', '.');
        return !found.Success || found.Groups["name"].Value == expected ? null : $"{path}: {found.Groups["name"].Value}";
    }

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Namespace();
}
