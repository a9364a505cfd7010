using System.Text.RegularExpressions;
using DigiSam.Tests.Support;
using DigiSam.Web;

namespace DigiSam.Tests.Architecture;

/// <summary>Every setting that the programs read stands in the operators' table, and the table has no other of ours.</summary>
public sealed partial class SettingsTableTests
{
    private static readonly string Table = File.ReadAllText(RepositoryFolder.Of("docs", "drift", "installningar.md"));

    private static readonly string Source = string.Join('\n', Directory.GetFiles(RepositoryFolder.Of("src"), "*.*", SearchOption.AllDirectories)
        .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
        .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "Migrations"))
        .Select(File.ReadAllText));

    [Fact]
    public void Every_setting_that_is_read_stands_in_the_table()
    {
        var read = ReadIn(Source);
        Assert.Superset(new HashSet<string>(StringComparer.Ordinal) { "DigiSam:PumpSeconds", "DigiSam:KnownProxies", "Kestrel:Endpoints", "urls", "PATH" }, read);
        Assert.All(read, key => Assert.Contains($"`{key}`", Table, StringComparison.Ordinal));
    }

    [Fact]
    public void A_setting_that_someone_reads_without_a_word_is_found() =>
        Assert.Equal(["Mail:Server", "ODD_HOME", "limit"], ReadIn("""
            var server = settings.Bind("Mail:Server"); var home = Environment.GetEnvironmentVariable("ODD_HOME"); var limit = configuration.GetValue<int>("limit");
            """).Order(StringComparer.Ordinal));

    [Fact]
    public void The_table_names_no_setting_of_ours_that_nobody_reads() =>
        Assert.All(OwnSetting().Matches(Table).Select(match => match.Groups["key"].Value), key => Assert.Contains($"\"{key}\"", Source, StringComparison.Ordinal));

    [Fact]
    public async Task Every_argument_of_the_host_and_of_all_commands_stands_in_the_table()
    {
        var host = Argument().Matches(HostArguments.Help).Select(match => match.Value).ToHashSet();
        Assert.Superset(new HashSet<string>(StringComparer.Ordinal) { "--data", "--db", "--urls", "--municipality", "--demo" }, host);
        var help = (await CliRun.Of("doctor", "--help")).Output;
        var commands = Argument().Matches(help[help.IndexOf("Val för alla kommandon:", StringComparison.Ordinal)..]).Select(match => match.Value).ToHashSet();
        Assert.Superset(new HashSet<string>(StringComparer.Ordinal) { "--data", "--db", "--municipality" }, commands);
        var (ofHost, ofCommands) = (Table[..Table.IndexOf("## Kommandot", StringComparison.Ordinal)], Table[Table.IndexOf("## Kommandot", StringComparison.Ordinal)..]);
        Assert.All(host, argument => Assert.Contains($"| `{argument}", ofHost, StringComparison.Ordinal));
        Assert.All(commands.Except(["--help", "--version"]), argument => Assert.Contains($"| `{argument}", ofCommands, StringComparison.Ordinal));
    }

    private static HashSet<string> ReadIn(string source) =>
        [.. SettingRead().Matches(source).Select(match => match.Groups["key"].Value)];

    /// <summary>Keys with a colon wherever they stand, and keys that are asked of the configuration or the environment.</summary>
    [GeneratedRegex("""
        "(?<key>[A-Z][A-Za-z]+(:[A-Z][A-Za-z]+)+)"|[cC]onfiguration(\[|\.GetValue(<[^>]+>)?\(|\.GetSection\()"(?<key>[^"]+)"|GetEnvironmentVariable\("(?<key>[^"]+)"
        """, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SettingRead();

    [GeneratedRegex("`(?<key>DigiSam(:[A-Z][A-Za-z]+)+)`", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OwnSetting();

    [GeneratedRegex(@"(?<![\w-])--[a-z][a-z-]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Argument();
}
