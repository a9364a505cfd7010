using DigiSam.DefinitionFiles;
using DigiSam.Processes;
using DigiSam.Requests;
using DigiSam.SamYears;
using DigiSam.Tests.SamYears;
using DigiSam.Tests.Support;
using DigiSam.Workflows.Running;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Tests.Processes;

/// <summary>HR moves running years to a new version by the map that lies beside it: tried first, then done.</summary>
public sealed class MoveProcessesTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("digisam-workflows-").FullName;
    private School? _begun;

    private School School => _begun!;

    public async ValueTask InitializeAsync()
    {
        foreach (var file in Directory.GetFiles(RepositoryFolder.Of("workflows"), "*.json", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_folder, Path.GetRelativePath(RepositoryFolder.Of("workflows"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var first = await File.ReadAllTextAsync(Year("1.json"));
        await File.WriteAllTextAsync(Year("2.json"), first.Replace("\"version\": 1", "\"version\": 2", StringComparison.Ordinal).Replace("\"due\": \"02-15\"", "\"due\": \"02-28\"", StringComparison.Ordinal));
        await Map(same: ["plan", "investigate", "assess", "act", "follow-up", "improve"]);
    }

    public async ValueTask DisposeAsync()
    {
        if (_begun is not null)
            await _begun.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Running_years_are_shown_as_they_would_be_and_then_moved_with_their_tasks()
    {
        await Begin();
        var tried = await School.As(School.Hr, new MoveProcesses("sam-year", 1, 2, DryRun: true));
        var would = Assert.Single(tried.Processes);
        Assert.Equal(("Björkskolan", 2027, 0), (would.PlaceName, would.Year, tried.Left));
        Assert.Equal([new OpenStep("Planera", new DateOnly(2027, 2, 15))], would.Before);
        Assert.Equal([new OpenStep("Planera", new DateOnly(2027, 2, 28))], would.After);
        Assert.Equal((1, new DateOnly(2027, 2, 15)), (await VersionOf(), (await School.Step(2027, "plan")).DueOn));

        await School.As(School.Hr, new MoveProcesses("sam-year", 1, 2, DryRun: false));
        Assert.Equal((2, new DateOnly(2027, 2, 28)), (await VersionOf(), (await School.Step(2027, "plan")).DueOn));
        Assert.Equal(new DateOnly(2027, 2, 28), Assert.Single(await School.Tasks(School.Manager)).DueOn);
        var versions = await School.As(School.Hr, new ListProcessVersions());
        Assert.Equal([(1, 0), (2, 1)], versions.Where(version => version.Definition.Key == "sam-year").Select(version => (version.Definition.Version, version.Running)));
        Assert.Empty((await School.As(School.Hr, new MoveProcesses("sam-year", 1, 2, DryRun: false))).Processes);
    }

    [Fact]
    public async Task A_year_with_a_step_that_has_no_image_stays_and_the_others_go()
    {
        await Map(same: ["investigate", "assess", "act", "follow-up", "improve"]);
        await Begin();
        await School.As(School.Hr, new StartSamYear(School.OtherUnit, 2028)); // has not begun
        await AsOfVersion1();

        var moved = await School.As(School.Hr, new MoveProcesses("sam-year", 1, 2, DryRun: false));
        Assert.Equal([("Björkskolan", 1), ("Ekskolan", 0)], moved.Processes.Select(process => (process.PlaceName, process.Homeless.Count)).Order());
        Assert.Equal(["Planera"], moved.Processes.Single(process => process.PlaceName == "Björkskolan").Homeless);
        Assert.Equal(1, await VersionOf());
    }

    [Fact]
    public async Task A_year_that_stands_still_goes_along_and_one_that_has_ended_is_left_out()
    {
        await Begin();
        foreach (var (year, status) in new[] { (2027, ProcessStatus.Suspended), (2028, ProcessStatus.Cancelled) })
        {
            await School.As(School.Hr, new StartSamYear(School.OtherUnit, year));
            await School.Installed.InDatabase(database => database.Processes.Where(process => process.PlaceId == School.OtherUnit && process.Year == year)
                .ExecuteUpdateAsync(change => change.SetProperty(process => process.Status, status)));
        }

        await AsOfVersion1();
        var moved = await School.As(School.Hr, new MoveProcesses("sam-year", 1, 2, DryRun: false));
        Assert.Equal([("Björkskolan", 2027), ("Ekskolan", 2027)], moved.Processes.Select(process => (process.PlaceName, process.Year)).Order());
        Assert.Equal(0, moved.Left);
    }

    [Fact]
    public async Task Those_after_the_last_one_are_asked_for_by_it()
    {
        await Begin();
        var first = Assert.Single((await School.As(School.Hr, new MoveProcesses("sam-year", 1, 2, DryRun: true))).Processes);
        Assert.Empty((await School.As(School.Hr, new MoveProcesses("sam-year", 1, 2, DryRun: true, After: first.ProcessId))).Processes);
    }

    [Fact]
    public async Task Without_a_map_and_without_the_right_nothing_is_moved()
    {
        File.Delete(Year("1-2.json"));
        await Begin();
        Assert.Equal(nameof(NoWayBetweenVersions), (await School.Refused(School.Hr, new MoveProcesses("sam-year", 1, 2, DryRun: true))).Rule);
        Assert.IsType<Outcome<ProcessesMoved>.Denied>(await School.Installed.SendAs(School.Manager, new MoveProcesses("sam-year", 1, 2, DryRun: true)));
    }

    [Theory]
    [InlineData("\"plan\": \"plan\"", "\"dance\": \"plan\"", "\"dance\" finns inte i version 1.")]
    [InlineData("\"plan\": \"plan\"", "\"plan\": \"dance\"", "\"dance\" finns inte i version 2.")]
    [InlineData("\"to\": 2", "\"to\": 3", "ska stå i \"sam-year/1-3.json\"")]
    [InlineData("\"format\": 1", "\"format\": 2", "Bara format 1 går att läsa.")]
    [InlineData("\"map\"", "\"karta\"", "Nyckeln \"karta\" är okänd här.")]
    public async Task A_map_that_is_wrong_stops_the_start_with_file_and_line(string text, string with, string reason)
    {
        await Begin();
        var map = await File.ReadAllTextAsync(Year("1-2.json"));
        await File.WriteAllTextAsync(Year("1-2.json"), map.Replace(text, with, StringComparison.Ordinal));
        var refused = Assert.Throws<InvalidDefinitionException>(() => DigiSamServices.ReadWorkflows(_folder));
        Assert.Contains(refused.Faults, fault => fault.File == "sam-year/1-2.json" && fault.Line > 0 && fault.Reason.Contains(reason, StringComparison.Ordinal));
    }

    private async Task Begin()
    {
        _begun = await SamYears.School.On(new DateOnly(2027, 1, 8), DigiSamServices.ReadWorkflows(_folder));
        await School.Start(2027);
        await AsOfVersion1();
    }

    // As if they had been started before version 2 came.
    private Task<int> AsOfVersion1() => School.Installed.InDatabase(async database =>
    {
        await database.ProcessSteps.Where(step => step.Key == "plan").ExecuteUpdateAsync(change => change.SetProperty(step => step.DueOn, new DateOnly(2027, 2, 15)));
        return await database.Processes.ExecuteUpdateAsync(change => change.SetProperty(process => process.DefinitionVersion, 1));
    });

    private Task Map(string[] same) => File.WriteAllTextAsync(Year("1-2.json"),
        $$"""
        {
          "format": 1, "key": "sam-year", "from": 1, "to": 2,
          "map": { {{string.Join(", ", same.Select(step => $"\"{step}\": \"{step}\""))}} }
        }
        """);

    private string Year(string file) => Path.Combine(_folder, "sam-year", file);

    private Task<int> VersionOf() => School.Installed.InDatabase(database => database.Processes.Where(process => process.PlaceId == School.Unit).Select(process => process.DefinitionVersion).SingleAsync());
}
