using DigiSam.Installation;
using DigiSam.Processes;
using DigiSam.Requests;
using DigiSam.SamYears;
using DigiSam.Tests.SamYears;

namespace DigiSam.Tests.Processes;

/// <summary>HR sees what is open in the processes of a version, and what stands still.</summary>
public sealed class ListOpenStepsTests : IAsyncLifetime
{
    private School _school = null!;

    public async ValueTask InitializeAsync()
    {
        _school = await School.On(new DateOnly(2027, 1, 10));
        await _school.Start(2027);
    }

    public ValueTask DisposeAsync() => _school.DisposeAsync();

    [Fact]
    public async Task A_paused_year_is_listed_apart_and_is_late_nowhere()
    {
        _school.GoTo(new DateOnly(2027, 6, 1));
        await _school.Pump.RunOnce(default);
        var going = await List(paused: false);
        Assert.Contains(going.Page.Rows, row => row is { StepKey: "plan", IsLate: true, PlaceName: "Björkskolan", Year: 2027 });
        Assert.Equal(going.Page.Total, going.Counts.Values.Sum());
        Assert.Equal("plan", Assert.Single((await List(paused: false, "plan")).Page.Rows).StepKey);
        Assert.Equal(1, (await Behind()).Behind);
        Assert.Single((await Years(SamYearFilter.Behind)).Rows);
        Assert.Empty((await Years(SamYearFilter.Paused)).Rows);

        var process = going.Page.Rows[0];
        await _school.As(_school.Hr, new SuspendProcess(process.PlaceId, process.ProcessId, "Skolan byggs om."));
        Assert.Equal(0, (await List(paused: false)).Page.Total);
        Assert.DoesNotContain((await List(paused: true)).Page.Rows, row => row.IsLate);
        Assert.Equal(0, (await Behind()).Behind);
        Assert.Empty((await Years(SamYearFilter.Behind)).Rows);
        var row = Assert.Single((await Years(SamYearFilter.Paused)).Rows);
        Assert.True(row.IsPaused);
        Assert.DoesNotContain(row.Cells, cell => cell.IsOverdue);
        var year = (await _school.As(_school.Manager, new ReadSamYear(_school.Unit, 2027))).Detail!;
        Assert.Equal("Skolan byggs om.", year.Pause?.Reason);
        Assert.DoesNotContain(year.Steps, step => step.IsOverdue);

        await _school.As(_school.Hr, new ResumeProcess(process.PlaceId, process.ProcessId));
        Assert.Null((await _school.As(_school.Manager, new ReadSamYear(_school.Unit, 2027))).Detail!.Pause);
        Assert.Equal(1, (await Behind()).Behind);
    }

    [Fact]
    public async Task What_a_process_runs_for_is_named()
    {
        await _school.As(InstallationSetup.Timekeeper, new StartMissingProcesses());
        var lists = (await _school.As(_school.Hr, new ListOpenSteps("checklist-publishing", 1))).Page.Rows;
        Assert.NotEmpty(lists);
        Assert.All(lists, row => Assert.True(row is { SubjectId: not null, Thing.Length: > 0 }));
        Assert.All((await List(paused: false)).Page.Rows, row => Assert.Null(row.Thing));
    }

    [Fact]
    public async Task A_principal_does_not_see_everybodys_processes() =>
        Assert.IsType<Outcome<OpenStepList>.Denied>(await _school.Installed.SendAs(_school.Manager, new ListOpenSteps("sam-year", 1)));

    private Task<OpenStepList> List(bool paused, string? step = null) => _school.As(_school.Hr, new ListOpenSteps("sam-year", 1, step, paused));

    private Task<UnitsBehind> Behind() => _school.As(_school.Hr, new CountBehind(_school.Unit, 2027));

    private Task<SamYearList> Years(SamYearFilter filter) => _school.As(_school.Hr, new ListSamYears(_school.Unit, 2027, filter));
}
