using System.Text.RegularExpressions;
using DigiSam.Cli;
using DigiSam.Tests.Support;

namespace DigiSam.Tests.Cli;

public sealed class HelpTests
{
    /// <summary>Words of the library's own help and messages.</summary>
    private static readonly string[] English =
        ["Usage", "Options", "Commands", "Arguments", "Description", "Required", "required", "default:", "Show ", "argument", "Unrecognized", "Cannot", "not ", "[options]", "Unhandled"];

    [Fact]
    public async Task The_help_of_every_command_is_Swedish()
    {
        var paths = await AllPaths();
        Assert.Superset(
            new HashSet<string>(StringComparer.Ordinal) { "", "import", "import organisation", "import published", "import answers", "import texts", "import absence", "import comparison", "import headcount", "import turnover", "import overtime", "import incidents", "import occupational-health", "import survey", "import list", "import undo", "report", "report build", "doctor" },
            paths.ToHashSet(StringComparer.Ordinal));
        foreach (var path in paths)
        {
            foreach (var ask in new[] { "--help", "-h", "-?" })
            {
                var help = await CliRun.Of([.. path.Split(' ', StringSplitOptions.RemoveEmptyEntries), ask]);
                Assert.Equal((ExitCode.Ok, ""), (help.Exit, help.Errors));
                Assert.Contains($"Så här skrivs det:\n  {$"digisam {path}".Trim()}", help.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
                Assert.Contains("--data MAPP", help.Output, StringComparison.Ordinal);
                Assert.Contains("--db ANSLUTNING", help.Output, StringComparison.Ordinal);
                IsSwedish(help.Output);
            }
        }
    }

    [Fact]
    public async Task Every_option_and_command_says_what_it_does()
    {
        foreach (var path in await AllPaths())
        {
            var help = await CliRun.Of([.. path.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);
            var lines = help.Output.ReplaceLineEndings("\n").Split('\n');
            var (described, start) = (0, Array.FindIndex(lines, line => line.EndsWith(':') && line != "Så här skrivs det:"));
            for (var line = start; line < lines.Length; line++)
            {
                if (!Regex.IsMatch(lines[line], "^  [^ ]", RegexOptions.None, TimeSpan.FromSeconds(1)))
                    continue;
                var words = lines[line].Trim().Split("  ", StringSplitOptions.RemoveEmptyEntries);
                Assert.Matches("^ *[A-ZÅÄÖ].*[^:]$", words.Length > 1 ? words[^1] : lines[line + 1]);
                described++;
            }

            Assert.InRange(described, 5, 20);
        }
    }

    [Fact]
    public async Task The_help_documents_the_exit_codes()
    {
        var help = await CliRun.Of("--help");
        foreach (var code in new[] { ExitCode.Ok, ExitCode.Refused, ExitCode.Usage, ExitCode.Installation, ExitCode.Unexpected })
            Assert.Matches($@"\n  {code}  \w", help.Output);
        Assert.Equal([0, 1, 2, 3, 4], [ExitCode.Ok, ExitCode.Refused, ExitCode.Usage, ExitCode.Installation, ExitCode.Unexpected]);
    }

    [Theory]
    [InlineData("", "Så här skrivs det:")]
    [InlineData("fel", "\"fel\" känns inte igen.")]
    [InlineData("import", "Kommandot är inte färdigt. Välj organisation, published, answers, texts, absence, comparison, headcount, turnover, overtime, incidents, occupational-health, survey, list, undo.")]
    [InlineData("report", "Välj build.")]
    [InlineData("import fel", "\"fel\" känns inte igen.")]
    [InlineData("import organisation", "FIL saknas.")]
    [InlineData("import organisation a.csv b.csv", "\"b.csv\" känns inte igen.")]
    [InlineData("import published --year 2024", "FIL saknas.")]
    [InlineData("import published a.csv", "--year saknas.")]
    [InlineData("import published a.csv --year tjugo", "--year kan inte vara \"tjugo\".")]
    [InlineData("import published a.csv --year 20,24", "--year kan inte vara \"20,24\".")]
    [InlineData("import published a.csv --year", "--year behöver ett värde")]
    [InlineData("import answers a.csv --year 2024 --level board", "\"--level\" känns inte igen.")]
    [InlineData("import texts a.md --year 2024", "--level saknas.")]
    [InlineData("import texts a.md --year 2024 --level unit", "--level kan inte vara \"unit\".")]
    [InlineData("import organisation a.csv --valid-from", "--valid-from behöver ett värde")]
    [InlineData("report build --level municipality --year 2024", "--out saknas.")]
    [InlineData("backup", "FIL saknas.")]
    [InlineData("restore a.zip b.zip", "\"b.zip\" känns inte igen.")]
    [InlineData("doctor --data", "--data behöver ett värde")]
    [InlineData("doctor --okänd", "\"--okänd\" känns inte igen.")]
    [InlineData("doctor --dry-run", "\"--dry-run\" känns inte igen.")]
    public async Task A_command_written_wrongly_is_told_what_is_wrong_in_Swedish(string arguments, string message)
    {
        var run = await CliRun.Of(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(ExitCode.Usage, run.Exit);
        Assert.Contains(message, run.All, StringComparison.Ordinal);
        Assert.True(arguments.Length == 0 || run.Errors.Contains("--help", StringComparison.Ordinal));
        IsSwedish(run.All);
    }

    [Fact]
    public async Task The_version_is_told()
    {
        var run = await CliRun.Of("--version");
        Assert.Equal(ExitCode.Ok, run.Exit);
        Assert.Matches(@"^\d+\.\d+\.\d+", run.Output);
    }

    /// <summary>All commands, as the help itself lists them.</summary>
    private static async Task<List<string>> AllPaths()
    {
        var paths = new List<string> { "" };
        for (var next = 0; next < paths.Count; next++)
        {
            var help = await CliRun.Of([.. paths[next].Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);
            var lines = help.Output.ReplaceLineEndings("\n").Split('\n');
            var start = Array.IndexOf(lines, "Kommandon:");
            if (start >= 0)
                paths.AddRange(lines.Skip(start + 1).TakeWhile(line => line.Length > 0).Select(line => line.Trim().Split("  ")[0]));
        }

        return paths;
    }

    private static void IsSwedish(string text) => Assert.All(English, word => Assert.DoesNotContain(word, text, StringComparison.Ordinal));
}
