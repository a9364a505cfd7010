using DigiSam.Access;
using DigiSam.AnnualReports;
using DigiSam.AnnualReports.Life;
using DigiSam.Installation;
using DigiSam.Persistence;
using DigiSam.Processes;
using DigiSam.Tests.Support;
using DigiSam.Workflows.Definitions;
using DigiSam.Workflows.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DigiSam.Tests.AnnualReports;

/// <summary>A report and its process go hand in hand, and the process asks people for the next step.</summary>
public sealed class ReportCourseTests : IAsyncLifetime
{
    private const string Unit = "Björkskolan";
    private const string Board = "Grundskolenämnden";

    private SchoolReports _schools = null!;

    public async ValueTask InitializeAsync() => _schools = await SchoolReports.Create();

    public ValueTask DisposeAsync() => _schools.DisposeAsync();

    [Fact]
    public async Task A_units_report_goes_from_state_to_state_and_the_manager_is_asked_for_the_next_step()
    {
        var report = await _schools.Completed(Unit, _ => ReportAnswer.Yes);
        Assert.Equal("completed", await StateOf(report));
        Assert.Equal($"Björkskolan: ta upp arbetsmiljörapporten {SchoolReports.Year} i samverkan och lämna in den senast 7 april 2026.", Assert.Single(await Tasks(_schools.Manager)).Text);
        await Do(new RecordCommitteeTreatment(_schools[Unit], report, Guid.NewGuid(), "Samverkansgruppen", new DateOnly(2026, 3, 13), null, null));
        Assert.Equal("treated", await StateOf(report));
        await Do(new SubmitReport(_schools[Unit], report));
        await Do(new SubmitReport(_schools[Unit], report));
        Assert.Equal("submitted", await StateOf(report));
        Assert.Empty(await Tasks(_schools.Manager));
        Assert.Equal(ProcessStatus.Completed, await StatusOf(report));
        await Do(new ReopenReport(_schools[Unit], report));
        Assert.Equal(ProcessStatus.Running, await StatusOf(report));
        Assert.Equal(("draft", 2), (await StateOf(report), await Opened(report, "draft")));
        var task = Assert.Single(await Tasks(_schools.Manager));
        Assert.Equal(($"/rapporter/{report}", new DateOnly(2026, 4, 7)), (task.Link, task.DueOn)); // 15 February has been
    }

    [Fact]
    public async Task A_boards_report_asks_the_case_officer_and_after_the_lock_the_secretary()
    {
        var report = await _schools.Start(Board);
        Assert.Single(await Tasks(_schools.CaseOfficer));
        Assert.Empty(await Tasks(_schools.Secretary));
        await _schools.Accept(Board, report);
        await Do(new CompleteReport(_schools[Board], report));
        await Do(new SubmitReport(_schools[Board], report));
        Assert.Equal(ProcessStatus.Running, await StatusOf(report)); // a board's report goes on to the meeting
        await Do(new LockReport(_schools[Board], report));
        Assert.Equal("locked", await StateOf(report));
        Assert.Equal($"Grundskolenämnden: registrera beslutet om arbetsmiljörapporten {SchoolReports.Year} efter mötet.", Assert.Single(await Tasks(_schools.Secretary)).Text);
        await Do(new UnlockReport(_schools[Board], report, "Fel siffra."));
        await Do(new LockReport(_schools[Board], report));
        await Do(new DecideReport(_schools[Board], report, Guid.NewGuid(), new DateOnly(2026, 3, 14), "§ 3", DecisionKind.Returned));
        Assert.Equal("draft", await StateOf(report));
        await Do(new CompleteReport(_schools[Board], report));
        await Do(new SubmitReport(_schools[Board], report));
        await Do(new LockReport(_schools[Board], report));
        await Do(new DecideReport(_schools[Board], report, Guid.NewGuid(), new DateOnly(2026, 3, 14), "§ 4", DecisionKind.Approved));
        Assert.Equal("decided", await StateOf(report));
        Assert.Equal(ProcessStatus.Completed, await StatusOf(report));
        Assert.Empty(await Tasks(_schools.Secretary));
    }

    [Fact]
    public async Task What_a_rule_refuses_leaves_the_process_where_it_is()
    {
        var report = await _schools.Start(Unit);
        Assert.Equal(nameof(ReportHasUnansweredQuestions), (await _schools.Installed.Refused(new CompleteReport(_schools[Unit], report))).Rule);
        Assert.Equal("draft", await StateOf(report));
        Assert.Equal(1, await Opened(report, "draft"));
    }

    [Fact]
    public async Task A_report_that_stands_still_does_not_go_on_until_it_is_resumed()
    {
        var report = await _schools.Start(Board);
        var process = await _schools.Installed.InDatabase(database => database.Processes.SingleAsync(process => process.SubjectId == report));
        await Do(new SuspendProcess(_schools[Board], process.Id, "Nämnden byts ut."));
        Assert.Equal(nameof(ReportStandsStill), (await _schools.Installed.Refused(new CompleteReport(_schools[Board], report))).Rule);
        Assert.Equal(ReportStatus.Draft, await _schools.Installed.InDatabase(database => database.AnnualReports.Where(row => row.Id == report).Select(row => row.Status).SingleAsync()));
        await Do(new ResumeProcess(_schools[Board], process.Id));
        await _schools.Accept(Board, report);
        await Do(new CompleteReport(_schools[Board], report));
        Assert.Equal("completed", await StateOf(report));
    }

    [Fact]
    public async Task A_report_from_before_there_were_processes_gets_one_where_it_stands_at_the_next_start()
    {
        var report = await _schools.Submitted(Board);
        var decided = await _schools.Submitted("Gymnasienämnden");
        await Do(new LockReport(_schools["Gymnasienämnden"], decided));
        await Do(new DecideReport(_schools["Gymnasienämnden"], decided, Guid.NewGuid(), new DateOnly(2026, 3, 14), "§ 4", DecisionKind.Approved));
        await Forget();

        var pump = _schools.Installed.Services.GetRequiredService<TimerPump>();
        await pump.RunOnce(default);
        Assert.Equal("submitted", await StateOf(report));
        Assert.Equal(1, await _schools.Installed.InDatabase(database => database.Processes.CountAsync(process => process.DefinitionKey == "annual-report")));
        Assert.Equal(new Reconciliation(0, 0, 0), await _schools.As(InstallationSetup.Timekeeper, new ReconcileProcesses()));
        await Do(new LockReport(_schools[Board], report));
        Assert.Equal("locked", await StateOf(report));
    }

    [Fact]
    public async Task A_report_that_a_committee_has_treated_gets_its_process_where_that_is_done()
    {
        var (treated, completed) = (await _schools.Start(Board), await _schools.Start("Gymnasienämnden"));
        foreach (var (board, report) in ((string, Guid)[])[(Board, treated), ("Gymnasienämnden", completed)])
        {
            await _schools.Accept(board, report);
            await Do(new CompleteReport(_schools[board], report));
        }

        await Do(new RecordCommitteeTreatment(_schools[Board], treated, Guid.NewGuid(), "Förvaltningens samverkansgrupp", new DateOnly(2026, 3, 2), null, null));
        await Forget();
        await _schools.Installed.Services.GetRequiredService<TimerPump>().RunOnce(default);
        Assert.Equal(("treated", "completed"), (await StateOf(treated), await StateOf(completed)));
    }

    [Fact]
    public async Task A_condition_of_the_definition_holds_when_the_report_fulfils_it_and_not_before()
    {
        var (unit, board) = (await _schools.Start(Unit), await _schools.Start(Board));
        var exit = new StepExit("on", "Vidare", "next", ReportGuards.Names);
        Assert.Equal(ReportGuards.Names, await Unmet(unit));
        Assert.Empty(await Unmet(board));
        foreach (var question in Installed.Definitions.FormFor(SchoolReports.Year).Questions)
            await Do(new SaveAnswer(_schools[Unit], unit, Guid.CreateVersion7(), question.Key, ReportAnswer.Yes, "Enligt enheten."));
        Assert.Equal([ReportGuards.DecidedByABoard], await Unmet(unit));

        async Task<IReadOnlyList<string>> Unmet(Guid report)
        {
            await using var scope = _schools.Installed.Services.CreateAsyncScope();
            var row = await scope.ServiceProvider.GetRequiredService<DigiSamContext>().AnnualReports.SingleAsync(known => known.Id == report);
            return await scope.ServiceProvider.GetRequiredService<ReportGuards>().Unmet(exit, row, default);
        }
    }

    [Fact]
    public async Task A_report_of_a_year_that_is_over_gets_no_process()
    {
        await _schools.Submitted(Board);
        await Forget();
        await _schools.Installed.InDatabase(database => database.AnnualReports.ExecuteUpdateAsync(change => change.SetProperty(report => report.ReportYear, report => report.ReportYear - 1)));
        await _schools.Installed.Services.GetRequiredService<TimerPump>().RunOnce(default);
        Assert.Equal(0, await _schools.Installed.InDatabase(database => database.Processes.CountAsync(process => process.DefinitionKey == "annual-report")));
    }

    [Fact]
    public async Task A_report_without_a_process_that_goes_on_leaves_no_task_behind()
    {
        var report = await _schools.Completed(Unit, _ => ReportAnswer.Yes);
        await Forget();
        await Do(new SubmitReport(_schools[Unit], report));
        Assert.Equal("submitted", await StateOf(report));
        Assert.Empty(await Tasks(_schools.Manager));
        Assert.Equal(0, await _schools.Installed.InDatabase(database => database.ProcessTimers.CountAsync(timer => timer.DoneAt == null)));
    }

    [Fact]
    public async Task A_boards_late_report_is_told_to_the_manager_of_the_municipality()
    {
        var director = await _schools.Installed.PersonWith(Role.Manager, _schools["Exempelkommunen"]);
        await _schools.Start(Board);
        _schools.Installed.Clock.SetUtcNow(new DateTimeOffset(2026, 5, 20, 8, 0, 0, TimeSpan.Zero));
        await _schools.Installed.Services.GetRequiredService<TimerPump>().RunOnce(default);
        Assert.Equal(
            "Grundskolenämnden är försenad med arbetsmiljörapporten 2026. Den skulle vara klar 7 april 2026. Prata med den ansvariga om vad som hindrar.",
            Assert.Single(await Tasks(director), task => task.Kind == InboxTaskKind.Escalation).Text);
    }

    private Task<T> Do<T>(MediatR.IRequest<T> request) => _schools.Installed.Do(request);

    private Task<IReadOnlyList<MyTask>> Tasks(Guid person) => _schools.As(person, new MyTasks());

    private Task<string> StateOf(Guid report) => _schools.Installed.InDatabase(database => (
        from process in database.Processes
        from step in process.Steps
        where process.SubjectId == report && step.State == StepState.Open
        select step.Key).SingleAsync());

    private Task<ProcessStatus> StatusOf(Guid report) => _schools.Installed.InDatabase(database =>
        database.Processes.Where(process => process.SubjectId == report).Select(process => process.Status).SingleAsync());

    /// <summary>Takes all processes away, as if there had been none yet.</summary>
    private Task<int> Forget() => _schools.Installed.InDatabase(async database =>
    {
        await database.InboxTasks.ExecuteDeleteAsync();
        await database.ProcessTimers.ExecuteDeleteAsync();
        await database.ProcessEvents.ExecuteDeleteAsync();
        await database.ProcessSteps.ExecuteDeleteAsync();
        return await database.Processes.ExecuteDeleteAsync();
    });

    private Task<int> Opened(Guid report, string state) => _schools.Installed.InDatabase(database => database.ProcessEvents
        .CountAsync(happened => happened.Kind == ProcessEventKind.StepOpened && happened.StepKey == state && database.Processes.Any(process => process.Id == happened.ProcessId && process.SubjectId == report)));
}
