using System.Globalization;
using DigiSam.Cli;
using DigiSam.Tests.Support;

namespace DigiSam.Tests.Cli;

/// <summary>Files that cannot be taken in: exit code 1, what is wrong on standard error, and nothing changed.</summary>
public sealed class InputTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> FaultyKinds => FaultyFile.Kinds;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(FaultyKinds))]
    public async Task A_faulty_file_gives_exit_code_1_and_every_line_on_standard_error(string kind)
    {
        var file = FaultyFile.Of(kind);
        await Organisation();
        var before = DatabaseContents.Read(_folder.Data);
        var path = _folder.Write(kind == "texts" ? "fel.md" : "fel.csv", file.Content);

        var run = await CliRun.Of([
            "import", file.Arguments, path, "--data", _folder.Data,
            .. file.Arguments == "organisation" ? Array.Empty<string>() : ["--year", "2024"], .. file.Arguments == "texts" ? ["--level", "municipality"] : Array.Empty<string>()]);

        Assert.Equal((ExitCode.Refused, ""), (run.Exit, run.Output));
        Assert.Contains(": inget importerades.", run.Errors, StringComparison.Ordinal);
        foreach (var (line, reason) in file.Faults)
            Assert.Contains(run.Errors.Split('\n'), told => told.StartsWith($"  rad {line}: ", StringComparison.Ordinal) && told.Contains(reason, StringComparison.Ordinal));
        Assert.Equal(before, DatabaseContents.Read(_folder.Data));
    }

    [Fact]
    public async Task Contradictions_are_told_and_the_exit_code_is_0()
    {
        var path = _folder.Write("fil.csv", "span,group,r12_2023_12,r12_2022_12,published_difference\ntotal,alla,7.7,8.5,-1.4\nkort,alla,3.2,3.2,\nlång,alla,4.9,5.3,\n");
        var run = await CliRun.Of("import", "published", path, "--year", "2024", "--data", _folder.Data);
        Assert.Equal(ExitCode.Ok, run.Exit);
        Assert.Contains("nya 6, ersatta 0", run.Output, StringComparison.Ordinal);
        Assert.Contains("Obs: rad 2: skillnaden −1,4 stämmer inte med värdena", run.Errors, StringComparison.Ordinal);
        Assert.Contains("Obs: rad 2: motsägelse, alla: 3,2 + 4,9 = 8,1 men summan anges till 7,7 (kort och lång sjukfrånvaro ska tillsammans ge den totala)", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_files_the_good_one_is_taken_in_and_the_bad_one_makes_the_exit_code_1()
    {
        var good = _folder.Write("bra.csv", "measure,published_value\nAntal rapporterade tillbud,748\n");
        var bad = _folder.Write("fel.csv", "measure,r12_2023_12\növertid timmar,många\n");
        foreach (var (files, tillbud) in new[] { (new[] { good, bad }, "nya 1, ersatta 0"), ([bad, good], "inget ändrades") })
        {
            var run = await CliRun.Of(["import", "published", .. files, "--year", "2024", "--data", _folder.Data]);
            Assert.Equal(ExitCode.Refused, run.Exit);
            Assert.Contains("bra.csv: Arbetsskador och tillbud, 1 rad", run.Output, StringComparison.Ordinal);
            Assert.Contains(tillbud, run.Output, StringComparison.Ordinal);
            Assert.Contains("fel.csv: inget importerades. Rätta felet", run.Errors, StringComparison.Ordinal);
        }

        Assert.Equal(["1", "2"], new[] { "MetricValues", "ImportBatches" }.Select(table => DatabaseContents.Read(_folder.Data)[table].Count.ToString(CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_told_in_Swedish()
    {
        foreach (var (path, reason) in new[] { (_folder.Of("ingen.csv"), "finns inte"), (_folder.Of("ingen mapp/fil.csv"), "finns inte"), (_folder.Path, "är en mapp") })
        {
            var run = await CliRun.Of("import", "published", path, "--year", "2024", "--data", _folder.Data);
            Assert.Equal(ExitCode.Refused, run.Exit);
            Assert.Contains($"{path}: ", run.Errors, StringComparison.Ordinal);
            Assert.Contains(reason, run.Errors, StringComparison.Ordinal);
            Assert.EndsWith("Inget importerades.", run.Errors.Trim(), StringComparison.Ordinal);
            Assert.DoesNotContain("Could not", run.Errors, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_file_that_someone_else_holds_is_told_and_the_next_is_taken_in()
    {
        var held = _folder.Write("öppen.csv", "measure,published_value\nAntal rapporterade tillbud,748\n");
        var good = _folder.Write("bra.csv", "measure,published_value\nAntal rapporterade tillbud,748\n");
        await using var holder = new FileStream(held, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        var run = await CliRun.Of("import", "published", held, good, "--year", "2024", "--data", _folder.Data);
        Assert.Equal(ExitCode.Refused, run.Exit);
        Assert.Contains("öppen.csv: filen kan inte läsas", run.Errors, StringComparison.Ordinal);
        Assert.Contains("bra.csv", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-13-01")]
    [InlineData("1 januari 2026")]
    [InlineData("2026-1-1")]
    [InlineData("2026-02-30")]
    public async Task A_day_that_is_none_is_a_command_written_wrongly(string day)
    {
        var run = await CliRun.Of("import", "organisation", HuddingeFiles.PathOf("organisation.csv"), "--valid-from", day, "--data", _folder.Data);
        Assert.Equal(ExitCode.Usage, run.Exit);
        Assert.Contains($"--valid-from ska vara ett datum som 2026-01-01, inte \"{day}\".", run.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder.Data, "digisam.db")) && DatabaseContents.Read(_folder.Data)["Places"].Count > 1);
    }

    [Theory]
    [InlineData("--year", "1999", "mellan 2000 och 2100")]
    [InlineData("--year", "2023", "inget rapportformulär för 2023")]
    [InlineData("--period", "april", "Perioden skrivs som år och månad")]
    [InlineData("--period", "2024-13", "Perioden skrivs som år och månad")]
    public async Task A_year_or_period_that_cannot_be_is_refused(string option, string value, string reason)
    {
        string[] year = option == "--year" ? [] : ["--year", "2024"];
        var run = await CliRun.Of(["import", "published", HuddingeFiles.PathOf("incidents-2024.csv"), option, value, "--data", _folder.Data, .. year]);
        Assert.Equal(ExitCode.Refused, run.Exit);
        Assert.Contains(reason, run.Errors, StringComparison.Ordinal);
        Assert.Empty(DatabaseContents.Read(_folder.Data)["MetricValues"]);
    }

    [Fact]
    public async Task Every_faulty_row_is_named_however_many_and_a_reason_they_share_is_said_once()
    {
        var path = _folder.Write("fel.csv", "measure,published_value\n" + string.Concat(Enumerable.Range(1, 1000).Select(row => row % 2 == 0 ? "Okänt,1\n" : $"Okänt {row},1\n")));
        var run = await CliRun.Of("import", "published", path, "--year", "2024", "--data", _folder.Data);
        Assert.Contains("  rad 3, 5, 7, 9, ", run.Errors, StringComparison.Ordinal);
        Assert.Contains("  rad 1000: \"Okänt 999\"", run.Errors, StringComparison.Ordinal);
        Assert.Equal(500, run.Errors.Split("\"Okänt ").Length - 1);
    }

    private async Task Organisation()
    {
        var sample = ImportSample.Of(ImportSample.Organisation);
        var run = await CliRun.Of("import", "organisation", _folder.Write("organisation.csv", TableForm.Plain.Write(sample.Rows)), "--data", _folder.Data);
        Assert.True(run.Exit == ExitCode.Ok, run.All);
    }
}
