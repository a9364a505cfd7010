using DigiSam.DefinitionFiles;
using DigiSam.Installation;
using DigiSam.Processes;
using DigiSam.SamYears.Guards;
using DigiSam.Tests.SamYears;
using DigiSam.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DigiSam.Tests.Processes;

/// <summary>A process definition that is wrong stops the start with file, line and reason.</summary>
public sealed class InstalledProcessesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("digisam-workflows-").FullName;
    private readonly string _file;

    public InstalledProcessesTests()
    {
        _file = Path.Combine(_folder, "sam-year", "1.json");
        Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
        File.Copy(RepositoryFolder.Of("workflows", "sam-year", "1.json"), _file);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_shipped_definitions_name_nothing_unknown() =>
        Assert.Contains(InstalledProcesses.Read(DigiSamServices.WorkflowsFolder, DigiSamServices.GuardNames).Definitions, definition => definition.Key == "sam-year");

    [Theory]
    [InlineData("all-planned-rounds-done-or-cancelled", "all-rounds-danced", "villkoret \"all-rounds-danced\" finns inte; välj bland safety-rep-took-part-or-abstained")]
    [InlineData("\"role\": \"manager\"", "\"role\": \"king\"", "rollen \"king\" finns inte; välj bland manager")]
    [InlineData("next-manager", "the-king", "eskalering till \"the-king\" finns inte; skriv next-manager")]
    [InlineData("\"due\": \"10-31\"", "\"due\": \"10-32\"", "\"10-32\" är ingen tid")]
    public void What_nobody_knows_is_refused_with_file_line_and_reason(string text, string with, string reason)
    {
        var line = Replace(text, with);
        var fault = Assert.Single(Faults());
        Assert.Equal(("sam-year/1.json", line), (fault.File, fault.Line));
        Assert.StartsWith(reason, fault.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_definitions_is_refused()
    {
        File.Delete(_file);
        Assert.Equal("ingen processdefinition finns", Assert.Single(Faults()).Reason);
    }

    [Fact]
    public async Task A_definition_that_processes_run_by_may_not_change_under_them_or_go_away()
    {
        await using var school = await School.On(new DateOnly(2026, 3, 16));
        await school.Start(2026);

        Replace("\"title\": \"SAM-året\"", "\"title\": \"Ett annat år\"");
        var changed = await Assert.ThrowsAsync<InvalidDefinitionException>(() => Reopen(school));
        Assert.Equal("sam-year/1.json rad 1: filen är ändrad sedan processer startades med den; återställ den och gör ändringen i en ny version", Assert.Single(changed.Faults).ToString());

        Directory.Move(Path.GetDirectoryName(_file)!, Path.Combine(_folder, "other-year"));
        File.WriteAllText(Path.Combine(_folder, "other-year", "1.json"), File.ReadAllText(Path.Combine(_folder, "other-year", "1.json")).Replace("\"key\": \"sam-year\"", "\"key\": \"other-year\"", StringComparison.Ordinal));
        var gone = await Assert.ThrowsAsync<InvalidDefinitionException>(() => Reopen(school));
        Assert.StartsWith("sam-year/1.json: filen saknas", Assert.Single(gone.Faults).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_newer_version_is_for_new_years_and_a_running_year_keeps_its_own()
    {
        await using var school = await School.On(new DateOnly(2026, 3, 16));
        await school.Start(2026);
        File.WriteAllText(Path.Combine(_folder, "sam-year", "2.json"), File.ReadAllText(_file).Replace("\"version\": 1", "\"version\": 2", StringComparison.Ordinal));
        var both = InstalledProcesses.Read(_folder, _ => YearGuards.Names);

        both.Match([.. (await school.Installed.InDatabase(database => Task.FromResult(database.Processes.ToList()))).Select(process => (process.DefinitionKey, process.DefinitionVersion, process.DefinitionHash))]);
        Assert.Equal(2, both.Newest("sam-year").Version);
    }

    private IReadOnlyList<DefinitionFault> Faults() =>
        Assert.Throws<InvalidDefinitionException>(() => InstalledProcesses.Read(_folder, _ => YearGuards.Names)).Faults;

    private long Replace(string text, string with)
    {
        var before = File.ReadAllText(_file);
        var at = before.IndexOf(text, StringComparison.Ordinal);
        File.WriteAllText(_file, before[..at] + with + before[(at + text.Length)..]);
        return 1 + before.AsSpan(0, at).Count('\n');
    }

    private async Task Reopen(School school)
    {
        await using var services = new ServiceCollection()
            .AddDigiSam(school.Installed.Database, Installed.Definitions, InstalledProcesses.Read(_folder, _ => YearGuards.Names))
            .BuildServiceProvider();
        await services.GetRequiredService<InstallationSetup>().Open();
    }
}
