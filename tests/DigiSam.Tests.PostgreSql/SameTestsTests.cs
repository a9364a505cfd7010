using System.Reflection;
using System.Text.RegularExpressions;
using DigiSam.Tests.Support;

namespace DigiSam.Tests.PostgreSql;

/// <summary>No test of a use case is forgotten here because its file was left out.</summary>
public sealed partial class SameTestsTests
{
    /// <summary>They open an installation and are about the file, the command line, a page or the source, not about the use case.</summary>
    private static readonly string[] AboutTheFile =
        ["AddUserTests", "EncodingTests", "GlossaryTests", "OnlineBackupTests", "QueryDisciplineTests", "RequestCatalogueTests", "RiskLinkTests", "ScopeQueryTests", "SmallGroupTests", "SqliteFileTests", "UserAddCommandTests"];

    [Fact]
    public void Every_test_that_opens_an_installation_runs_here_too()
    {
        var opening = Directory.GetFiles(RepositoryFolder.Of("tests", "DigiSam.Tests"), "*Tests.cs", SearchOption.AllDirectories)
            .Where(file => Opens().IsMatch(File.ReadAllText(file))).Select(file => Path.GetFileNameWithoutExtension(file)!).ToList();
        Assert.True(opening.Count > 30);
        var here = Assembly.GetExecutingAssembly().GetTypes().Select(type => type.Name).ToHashSet();
        Assert.Equal(AboutTheFile, opening.Where(name => !here.Contains(name)).Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"Installed\.(Create|WithHuddinge)|ImportSample\.Ready|TwoSchools\.Create|School\.[A-Z]\w+\(|MadeDemo|SchoolReports\.|StoredOrganisation\.", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Opens();
}
