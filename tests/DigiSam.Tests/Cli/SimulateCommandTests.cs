using System.Diagnostics;
using System.Globalization;
using System.Xml.Linq;
using DigiSam.Cli;
using DigiSam.Tests.Support;

namespace DigiSam.Tests.Cli;

/// <summary><c>digisam workflow simulate</c>: a year on the screen, and nothing on the disk.</summary>
public sealed class SimulateCommandTests(ITestOutputHelper output) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_year_of_two_units_is_told_by_month_role_and_step_and_leaves_no_file()
    {
        var here = Directory.GetFileSystemEntries(Environment.CurrentDirectory).Order().ToList();
        var run = await Simulate("sam-year@1", "--year", "2027", "--units", "2", "--behaviour", "late", "--data", _folder.Data);

        Assert.Equal(ExitCode.Ok, run.Exit);
        Assert.StartsWith("SAM-året (sam-year@1), 2027, 2 enheter\nAlla blir klara tio arbetsdagar efter sista dagen.\n", run.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Matches(@"(?m)^feb +6 +4 +6 +2 +0 +0 +14 mån 1 feb$", run.Output.ReplaceLineEndings("\n"));
        Assert.Matches(@"(?m)^feb +█+▒+▓+ 18$", run.Output.ReplaceLineEndings("\n"));
        Assert.Matches(@"(?m)^Planera +0 +2 +0 +0$", run.Output.ReplaceLineEndings("\n"));
        Assert.Contains("Mest på en dag: måndag 1 februari 2027, 12 uppgifter och 2 påminnelser.", run.Output, StringComparison.Ordinal);
        Assert.Contains("Inget har sparats.", run.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
        Assert.Equal(here, Directory.GetFileSystemEntries(Environment.CurrentDirectory).Order());
    }

    [Fact]
    public async Task The_picture_is_all_that_is_written_and_says_in_words_what_it_shows()
    {
        var picture = _folder.Of("år.svg");
        var run = await Simulate("sam-year", "--year", "2027", "--units", "3", "--behaviour", "aldrig", "--out", picture);

        Assert.Equal((ExitCode.Ok, picture), (run.Exit, run.Output.TrimEnd().Split('\n')[^1].Trim()));
        Assert.Equal([picture], Directory.GetFileSystemEntries(_folder.Path));
        var svg = XDocument.Load(picture).Root!;
        XNamespace space = "http://www.w3.org/2000/svg";
        Assert.Equal((space + "svg", "img"), (svg.Name, svg.Attribute("role")!.Value));
        Assert.Equal("SAM-året 2027, månad för månad: ingen blir klar", svg.Element(space + "title")!.Value);
        Assert.Contains("feb: 18 uppgifter, 6 påminnelser och 3 eskaleringar", svg.Element(space + "desc")!.Value, StringComparison.Ordinal);
        Assert.Empty(svg.Descendants(space + "script"));
    }

    [Fact]
    public async Task A_draft_that_is_not_installed_is_tried_and_a_fault_in_it_told_with_its_line()
    {
        Directory.CreateDirectory(_folder.Of("sam-year"));
        var text = await File.ReadAllTextAsync(RepositoryFolder.Of("workflows", "sam-year", "1.json"), TestContext.Current.CancellationToken);
        var draft = _folder.Write("sam-year/7.json", text.Replace("\"version\": 1", "\"version\": 7", StringComparison.Ordinal).Replace("\"01-07\"", "\"01-20\"", StringComparison.Ordinal));
        var run = await Simulate("--file", draft, "--year", "2027", "--units", "2");
        Assert.StartsWith("SAM-året (sam-year@7), 2027, 2 enheter", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^jan .* 4 ons 20 jan$", run.Output.ReplaceLineEndings("\n"));

        _folder.Write("sam-year/7.json", text.Replace("\"version\": 1", "\"version\": 7", StringComparison.Ordinal).Replace("yearly-follow-up-answered", "all-is-well", StringComparison.Ordinal));
        var faulty = await Simulate("--file", draft, "--year", "2027");
        Assert.Equal((ExitCode.Refused, ""), (faulty.Exit, faulty.Output));
        Assert.Matches("Ett fel:\n +.*7.json rad [0-9]+: villkoret \"all-is-well\" finns inte", faulty.Errors.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData(ExitCode.Usage, "Ange en process, till exempel sam-year@1, eller en fil med --file.", "--year", "2027")]
    [InlineData(ExitCode.Usage, "Ange antingen en process eller --file, inte båda.", "sam-year", "--file", "x.json", "--year", "2027")]
    [InlineData(ExitCode.Usage, "--year saknas.", "sam-year")]
    [InlineData(ExitCode.Usage, "--year ska vara mellan 2000 och 2100.", "sam-year", "--year", "27")]
    [InlineData(ExitCode.Usage, "--units ska vara mellan 1 och 10\u00A0000.", "sam-year", "--year", "2027", "--units", "0")]
    [InlineData(ExitCode.Usage, "--behaviour kan inte vara \"lat\".", "sam-year", "--year", "2027", "--behaviour", "lat")]
    [InlineData(ExitCode.Refused, "Processen \"sam-year@9\" finns inte. Välj bland ", "sam-year@9", "--year", "2027")]
    [InlineData(ExitCode.Refused, "finns.json: filen finns inte.", "--file", "finns.json", "--year", "2027")]
    public async Task What_cannot_be_simulated_is_told_in_Swedish(int exit, string message, params string[] arguments)
    {
        var run = await Simulate(arguments);
        Assert.Equal((exit, ""), (run.Exit, run.Output));
        Assert.Contains(message, run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("late")]
    [InlineData("never")]
    [InlineData("mixed")]
    public async Task The_year_of_450_units_takes_less_than_ten_seconds(string behaviour)
    {
        var watch = Stopwatch.StartNew();
        var run = await Simulate("sam-year@1", "--year", "2027", "--units", "450", "--behaviour", behaviour);
        watch.Stop();

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{behaviour}: {watch.Elapsed.TotalSeconds:0.00} s"));
        Assert.Contains("450 enheter", run.Output, StringComparison.Ordinal);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{watch.Elapsed}");
    }

    private static Task<CliRun> Simulate(params string[] arguments) => CliRun.Of(["workflow", "simulate", .. arguments]);
}
