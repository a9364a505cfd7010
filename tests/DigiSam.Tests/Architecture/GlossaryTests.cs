using System.Text.RegularExpressions;
using DigiSam.Access;
using DigiSam.Persistence;
using DigiSam.Tests.Support;

namespace DigiSam.Tests.Architecture;

/// <summary>The words of the code are the words of the glossary.</summary>
public sealed partial class GlossaryTests
{
    private static readonly IReadOnlyList<string[]> Rows =
    [
        .. File.ReadLines(RepositoryFolder.Of("src", "DigiSam", "GLOSSARY.md"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && line.Contains('`', StringComparison.Ordinal))
            .Select(line => line.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries)),
    ];

    private static readonly HashSet<string> Identifiers = [.. Rows.Select(row => row[1].Trim('`'))];

    [Fact]
    public async Task Every_entity_is_a_term_of_the_glossary_or_a_compound_that_starts_with_one()
    {
        await using var installed = await Installed.Create();
        var entities = await installed.InDatabase(database => Task.FromResult(((DigiSamContext)database).Model.GetEntityTypes().Select(entity => entity.ClrType.Name).ToList()));
        Assert.True(entities.Count >= 14);
        Assert.Empty(Unknown(entities));
    }

    [Fact]
    public void A_word_outside_the_glossary_is_found() => Assert.Equal(["Skyddsrond", "Delegation"], Unknown(["Skyddsrond", "SafetyRound", "Delegation"]));

    [Fact]
    public void Every_role_is_a_term() => Assert.All(Enum.GetNames<Role>(), role => Assert.Contains(role, Identifiers));

    [Fact]
    public void Every_row_is_whole_and_every_identifier_unique()
    {
        Assert.True(Rows.Count > 60);
        Assert.All(Rows, row => Assert.True(row.Length == 5 && row.All(cell => cell.Length > 0), string.Join(" | ", row)));
        Assert.Equal(Rows.Count, Identifiers.Count);
    }

    [Fact]
    public void Every_provision_that_a_row_cites_is_in_the_register()
    {
        var register = Installed.Definitions.Provisions.Values
            .Select(provision => $"{provision.Act}{(provision.Chapter is null ? "" : $" {provision.Chapter} kap.")} {provision.Paragraph}".Replace("SFS 1977:1160", "AML", StringComparison.Ordinal))
            .ToHashSet();
        var cited = Rows.SelectMany(row => Citation().Matches(row[2]).Select(match => match.Groups["provision"].Value)).ToList();
        Assert.True(cited.Count > 20);
        Assert.All(cited, citation => Assert.Contains(citation, register));
        Assert.DoesNotContain("AFS 2023:1 99", register);
    }

    private static IEnumerable<string> Unknown(IEnumerable<string> names) =>
        names.Where(name => !Identifiers.Any(term => name == term || (name.StartsWith(term, StringComparison.Ordinal) && char.IsUpper(name[term.Length]))));

    [GeneratedRegex(@"(?<provision>(AFS 2023:\d+|AML)( \d+ kap\.)? (\d+( [a-z])?|bilaga \d))( §|\b)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Citation();
}
