using DigiSam.Access;
using DigiSam.Installation;
using DigiSam.Persistence;
using DigiSam.Processes;
using DigiSam.Requests;
using DigiSam.SamYears;
using DigiSam.Tests.AnnualReports;
using DigiSam.Tests.SamYears;
using DigiSam.Tests.Support;
using DigiSam.Workflows.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DigiSam.Tests.Processes;

/// <summary>Who may follow a process, and what it tells of what was and of what comes.</summary>
public sealed class ReadProcessTests
{
    [Fact]
    public async Task A_year_tells_who_did_what_and_whom_it_will_remind_and_tell()
    {
        await using var school = await School.On(new DateOnly(2027, 1, 8));
        await school.Start(2027);
        await school.Pump.RunOnce(default);
        var id = (await school.Read(2027)).ProcessId;
        var process = await school.As(school.Manager, new ReadProcess(school.Unit, id));

        Assert.Equal((school.Unit, "Björkskolan"), (process.PlaceId, process.PlaceName));
        var started = Assert.Single(process.Events, happened => happened.Kind == ProcessEventKind.Started);
        Assert.NotNull(started.Person);
        Assert.Contains(process.Events, happened => happened is { Kind: ProcessEventKind.StepOpened, StepTitle: "Planera" });
        Assert.Contains(process.Timers, timer => timer is { StepKey: "plan", Kind: TimerKind.Escalation, Level: 0 });
        Assert.Equal(process.Timers.OrderBy(timer => timer.DueAt), process.Timers);

        school.GoTo(new DateOnly(2027, 2, 1));
        await school.Pump.RunOnce(default);
        process = await school.As(school.Manager, new ReadProcess(school.Unit, id));
        Assert.Null(process.Events.First(happened => happened.StepKey == "investigate").Person);
    }

    [Fact]
    public async Task A_process_of_another_place_is_unknown_and_not_read_without_a_role_there()
    {
        await using var school = await School.On(new DateOnly(2027, 1, 8));
        await school.Start(2027);
        var id = (await school.Read(2027)).ProcessId;
        await school.As(school.Hr, new StartSamYear(school.OtherUnit, 2027));
        Assert.IsType<Outcome<ProcessView>.Denied>(await school.Installed.SendAs(school.Manager, new ReadProcess(school.OtherUnit, id)));
        Assert.Equal(nameof(ProcessIsUnknown), (await school.Refused(school.Hr, new ReadProcess(school.OtherUnit, id))).Rule);
    }

    [Fact]
    public async Task Those_who_read_a_report_read_its_process_and_no_other()
    {
        await using var schools = await SchoolReports.Create();
        var report = await schools.Start("Grundskolenämnden");
        var board = schools["Grundskolenämnden"];
        var process = Assert.IsType<Outcome<ProcessView>.Done>(await schools.Installed.SendAs(schools.Secretary, new ReadReportProcess(board, report))).Result;
        Assert.Equal(("annual-report", "draft"), (process.State.Definition.Key, Assert.Single(process.State.Open).Key));
        Assert.IsType<Outcome<ProcessView>.Denied>(await schools.Installed.SendAs(schools.Secretary, new ReadProcess(board, process.Id)));
        Assert.IsType<Outcome<ProcessView>.Denied>(await schools.Installed.SendAs(schools.Secretary, new ReadReportProcess(schools["Förskolenämnden"], report)));

        var unit = schools["Björkskolan"];
        await schools.Installed.Do(new StartSamYear(unit, SchoolReports.Year));
        var year = await schools.Installed.InDatabase(database => database.SamYears.SingleAsync());
        var risk = await StartForThing(schools.Installed, unit);
        foreach (var other in new[] { year.Id, year.ProcessId, process.Id, report, risk })
            Assert.IsType<Outcome<ProcessView>.Broken>(await schools.Installed.SendAs(schools.Manager, new ReadReportProcess(unit, other)));
    }

    /// <summary>A process that runs for something else than a report; gives the id of the thing.</summary>
    private static async Task<Guid> StartForThing(Installed installed, Guid place)
    {
        var thing = Guid.CreateVersion7();
        await using var scope = installed.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().PersonId = InstallationSetup.Operator;
        await scope.ServiceProvider.GetRequiredService<IProcesses>().Start(
            scope.ServiceProvider.GetRequiredService<InstalledProcesses>().Newest("risk"), new ProcessSubject(SchoolReports.Year, place, thing), default);
        await scope.ServiceProvider.GetRequiredService<DigiSamContext>().SaveChangesAsync();
        return thing;
    }

    [Fact]
    public async Task The_versions_are_for_hr_and_the_administrator()
    {
        await using var school = await School.On(new DateOnly(2027, 1, 8));
        var administrator = await school.Installed.PersonWith(Role.Administrator, await school.Installed.InDatabase(database => database.Municipalities.Select(whole => whole.Id).SingleAsync()));
        Assert.Equal(6, (await school.As(school.Hr, new ListProcessVersions())).Count);
        Assert.Equal(6, (await school.As(administrator, new ListProcessVersions())).Count);
        Assert.IsType<Outcome<IReadOnlyList<ProcessVersion>>.Denied>(await school.Installed.SendAs(school.Manager, new ListProcessVersions()));
        Assert.IsType<Outcome<ProcessesMoved>.Denied>(await school.Installed.SendAs(administrator, new MoveProcesses("sam-year", 1, 2, DryRun: true)));
        Assert.IsType<Outcome<GivenUpTimers>.Denied>(await school.Installed.SendAs(school.Hr, new ListGivenUpTimers()));
    }
}
