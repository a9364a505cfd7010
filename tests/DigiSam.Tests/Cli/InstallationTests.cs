using System.Diagnostics;
using DigiSam.Cli;
using DigiSam.Tests.Support;

namespace DigiSam.Tests.Cli;

/// <summary>What stands in the way before any work is done, and what goes wrong where results are written.</summary>
public sealed class InstallationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Host=db.example.org;Username=digisam;Password=hemligt")]
    [InlineData("Server=db.example.org;Port=5432;User Id=digisam;Password=hemligt")]
    [InlineData("postgres://digisam:hemligt@db.example.org/digisam")]
    [InlineData("postgresql://digisam:hemligt@db.example.org/digisam?sslmode=require")]
    [InlineData("Data Source=")]
    [InlineData("Data Source=:memory:")]
    [InlineData("")]
    [InlineData("digisam.db")]
    public async Task A_connection_to_no_database_we_know_is_refused_and_no_secret_is_repeated(string connection)
    {
        var run = await CliRun.Of("doctor", "--db", connection);
        Assert.Equal((ExitCode.Installation, ""), (run.Exit, run.Output));
        Assert.Contains("\"Data Source=sökväg/digisam.db\"", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("hemligt", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_said_to_and_no_secret_is_repeated()
    {
        var run = await CliRun.Of("doctor", "--db", "Host=127.0.0.1;Port=9;Database=digisam;Username=digisam;Password=hemligt;Timeout=3");
        Assert.Equal((ExitCode.Installation, ""), (run.Exit, run.Output));
        Assert.Contains("Databasservern svarar inte", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("hemligt", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_file_that_is_none_gives_exit_code_3_and_is_left_as_it_was()
    {
        Directory.CreateDirectory(_folder.Data);
        var text = new string('x', 5000);
        _folder.Write("data/digisam.db", text);
        var run = await CliRun.Of("doctor", "--data", _folder.Data);
        Assert.Equal((ExitCode.Installation, ""), (run.Exit, run.Output));
        Assert.Contains("Databasfilen är skadad eller ingen databas.", run.Errors, StringComparison.Ordinal);
        Assert.Equal(text, await File.ReadAllTextAsync(_folder.Of("data/digisam.db")));
    }

    [Fact]
    public async Task A_data_folder_that_is_a_file_gives_exit_code_3()
    {
        _folder.Write("data", "jag är en fil");
        var run = await CliRun.Of("doctor", "--data", _folder.Data);
        Assert.Equal((ExitCode.Installation, ""), (run.Exit, run.Output));
        Assert.Contains(_folder.Data, run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_doctor_gives_exit_code_1_when_something_is_broken()
    {
        Assert.Equal(ExitCode.Ok, (await CliRun.Of("import", "organisation", HuddingeFiles.PathOf("organisation.csv"), "--data", _folder.Data)).Exit);
        await using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={_folder.Of("data/digisam.db")};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "DELETE FROM PlaceScopes WHERE rowid IN (SELECT rowid FROM PlaceScopes LIMIT 1)";
            Assert.Equal(1, await command.ExecuteNonQueryAsync());
        }

        var run = await CliRun.Of("doctor", "--data", _folder.Data);
        Assert.Equal(ExitCode.Refused, run.Exit);
        Assert.Contains("FEL  Organisationens räckvidder", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_of_the_program_gives_exit_code_4_in_Swedish()
    {
        var errors = new StringWriter();
        var exit = await CommandLine.Run(["doctor", "--data", _folder.Data], new BrokenWriter(), errors);
        Assert.Equal(ExitCode.Unexpected, exit);
        Assert.Contains("Ett oväntat fel inträffade", errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_cannot_take_the_report_gives_exit_code_3()
    {
        var file = _folder.Write("upptagen", "jag är en fil");
        foreach (var folder in new[] { file, Path.Combine(file, "under") })
        {
            var run = await Build(folder);
            Assert.Equal((ExitCode.Installation, ""), (run.Exit, run.Output));
            Assert.Contains(file, run.Errors, StringComparison.Ordinal);
        }

        Directory.CreateDirectory(_folder.Of("ut/arbetsmiljorapport-2024-kommunen.json"));
        Assert.Equal(ExitCode.Installation, (await Build(_folder.Of("ut"), "json")).Exit);
        Assert.Empty(Directory.GetFiles(_folder.Of("ut")));
    }

    [Fact]
    public async Task A_report_replaces_the_file_that_is_there_whole_and_leaves_nothing_else()
    {
        var first = await Build(_folder.Of("ut"));
        Assert.Equal(ExitCode.Ok, first.Exit);
        var path = _folder.Of("ut/arbetsmiljorapport-2024-kommunen.json");
        var content = await File.ReadAllBytesAsync(path);
        await File.WriteAllBytesAsync(path, [.. Enumerable.Repeat((byte)'x', content.Length * 3)]);
        await using (var reader = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete))
        {
            Assert.Equal(ExitCode.Ok, (await Build(_folder.Of("ut"))).Exit);
            Assert.Equal(content.Length * 3, reader.Length);
        }

        Assert.Equal(content, await File.ReadAllBytesAsync(path));
        Assert.Equal(["arbetsmiljorapport-2024-kommunen.docx", "arbetsmiljorapport-2024-kommunen.json"], Directory.GetFiles(_folder.Of("ut")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("pdf")]
    [InlineData("docx,pdf")]
    [InlineData(",")]
    public async Task A_format_that_there_is_none_of_is_a_command_written_wrongly(string format)
    {
        Assert.Equal(ExitCode.Usage, (await Build(_folder.Of("ut"), format)).Exit);
        Assert.False(Directory.Exists(_folder.Of("ut")));
    }

    /// <summary>The real program with a form of its own: the definition files lie beside it.</summary>
    [Fact]
    public async Task An_invalid_form_stops_the_program_with_file_line_and_reason()
    {
        using var definitions = new DefinitionsFolder();
        var line = definitions.Replace(DefinitionsFolder.Form, "rule: any", "rule: some");
        foreach (var file in Directory.EnumerateFileSystemEntries(AppContext.BaseDirectory).Where(file => Path.GetFileName(file) != "checklists"))
        {
            var copy = _folder.Of(Path.GetFileName(file));
            if (Path.GetFileName(file).StartsWith("DigiSam.Cli.", StringComparison.Ordinal))
                File.Copy(file, copy);
            else
                File.CreateSymbolicLink(copy, file);
        }

        Directory.CreateSymbolicLink(_folder.Of("checklists"), definitions.Folder);
        using var process = Process.Start(new ProcessStartInfo("dotnet", [_folder.Of("DigiSam.Cli.dll"), "doctor", "--data", _folder.Data]) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        Assert.Equal("", await process.StandardOutput.ReadToEndAsync());
        await process.WaitForExitAsync();

        Assert.Equal(ExitCode.Installation, process.ExitCode);
        Assert.Contains($"2024.yaml rad {line}: \"rule\" ska vara en av all, any, share, inte \"some\"", await errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.Data));
    }

    /// <summary>Builds the report of a database that has something to report.</summary>
    private async Task<CliRun> Build(string folder, string format = "docx,json")
    {
        Assert.Equal(ExitCode.Ok, (await CliRun.Of("import", "published", HuddingeFiles.PathOf("incidents-2024.csv"), "--year", "2024", "--data", _folder.Data)).Exit);
        return await CliRun.Of("report", "build", "--level", "municipality", "--year", "2024", "--out", folder, "--format", format, "--data", _folder.Data);
    }

    private sealed class BrokenWriter : StringWriter
    {
        public override void WriteLine(string? value) => throw new InvalidOperationException("trasig");
    }
}
