using DigiSam.Checklists;
using DigiSam.Installation;
using DigiSam.Measures;
using DigiSam.Processes;
using DigiSam.Requests;
using DigiSam.Risks;
using DigiSam.Tests.SamYears;
using DigiSam.Workflows.Running;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Tests.Risks.Life;

/// <summary>A school with its manager, who finds risks and does something about them, an hour apart.</summary>
internal sealed class SchoolRisks(School school) : IAsyncDisposable
{
    /// <summary>A Monday.</summary>
    public static readonly DateOnly Day = new(2026, 3, 16);

    public School School => school;

    public Guid Unit => school.Unit;

    public static async Task<SchoolRisks> Create(InstalledProcesses? processes = null) => new(await School.On(Day, processes));

    public Task<T> Do<T>(IRequest<T> request)
    {
        school.Installed.Clock.Advance(TimeSpan.FromMinutes(1));
        return school.As(school.Manager, request);
    }

    /// <summary>Sends as the manager and expects a rule to stand in the way.</summary>
    public Task<Outcome<T>.Broken> Refused<T>(IRequest<T> request) => school.Refused(school.Manager, request);

    public Task<Guid> Found(string title = "Hala golv i entrén", Guid? unit = null) => school.As(
        DigiSam.Installation.InstallationSetup.Operator,
        new AddRisk(unit ?? Unit, Guid.CreateVersion7(), title, "Golvet blir blött när det regnar.", RiskCategory.Premises, RiskSource.Other, Day));

    public AssessRisk Assess(Guid risk, bool serious = false) => new(Unit, risk, Guid.CreateVersion7(), 3, 3, serious, "Två har halkat.");

    public AddMeasure Measure(int days, params Guid[] risks) =>
        new(Unit, Guid.CreateVersion7(), risks, "Lägg en torkmatta", MeasureKind.AtSource, school.Manager, Day.AddDays(days), null);

    public MarkDone Done(Guid measure) => new(Unit, measure, school.Today);

    public CheckEffect Check(Guid measure, MeasureEffect effect = MeasureEffect.Yes, DateOnly? next = null) => new(Unit, measure, Guid.CreateVersion7(), effect, next, null);

    /// <summary>A risk in a stage, and the measure that brought it there; for one that is closed or has none, that is no measure.</summary>
    public async Task<(Guid Risk, Guid Measure)> In(RiskStage stage)
    {
        var risk = await Found();
        if (stage > RiskStage.Identified)
            await Do(Assess(risk));
        if (stage == RiskStage.Closed)
            await Do(new CloseRisk(Unit, risk, "Borta."));
        if (stage is not (RiskStage.Planned or RiskStage.Acted or RiskStage.FollowedUp))
            return (risk, Guid.Empty);
        var measure = await Do(Measure(30, risk));
        if (stage > RiskStage.Planned)
            await Do(Done(measure));
        if (stage > RiskStage.Acted)
            await Do(Check(measure));
        return (risk, measure);
    }

    /// <summary>The stage in the register and the state of the process, which must say the same.</summary>
    public async Task<RiskStage> StageOf(Guid risk)
    {
        var (stage, due, key, stepDue, open) = await school.Installed.InDatabase(async database =>
        {
            var row = await database.Risks.AsNoTracking().SingleAsync(found => found.Id == risk);
            var process = await database.Processes.AsNoTracking().Include(found => found.Steps).SingleAsync(found => found.SubjectId == risk);
            var step = process.Steps.Single(step => step.State == StepState.Open);
            return (row.Stage, row.StageDueOn, step.Key, step.DueOn, row.Status == RiskStatus.Open);
        });
        Assert.Equal(key, stage.Key());
        Assert.Equal(open ? stepDue : null, due);
        return stage;
    }

    public Task<DateOnly?> DueOf(Guid risk) => school.Installed.InDatabase(database => database.Risks.Where(row => row.Id == risk).Select(row => row.StageDueOn).SingleAsync());

    /// <summary>How often the risk's process has come into a state.</summary>
    public Task<int> Times(Guid risk, RiskStage stage)
    {
        var key = stage.Key();
        return school.Installed.InDatabase(database => database.ProcessEvents.CountAsync(happened => happened.Kind == ProcessEventKind.StepOpened && happened.StepKey == key
            && database.Processes.Any(process => process.Id == happened.ProcessId && process.SubjectId == risk)));
    }

    public Task<Guid> ProcessOf(Guid risk) => school.Installed.InDatabase(database => database.Processes.Where(process => process.SubjectId == risk).Select(process => process.Id).SingleAsync());

    /// <summary>Takes all processes away, as if there had been none yet.</summary>
    /// <summary>How many processes risks have.</summary>
    public Task<int> Processes() => school.Installed.InDatabase(database => database.Processes.CountAsync(process => process.DefinitionKey == "risk"));

    public Task<int> Forget() => school.Installed.InDatabase(async database =>
    {
        // Checklists have their own processes, which are none of this.
        await school.As(InstallationSetup.Timekeeper, new StartMissingProcesses());
        var forgotten = database.Processes.Where(process => process.DefinitionKey == "risk").Select(process => process.Id);
        await database.InboxTasks.Where(task => forgotten.Any(id => id == task.ProcessId)).ExecuteDeleteAsync();
        await database.ProcessTimers.Where(timer => forgotten.Contains(timer.ProcessId)).ExecuteDeleteAsync();
        await database.ProcessEvents.Where(happened => forgotten.Contains(happened.ProcessId)).ExecuteDeleteAsync();
        await database.ProcessSteps.Where(step => forgotten.Contains(step.ProcessId)).ExecuteDeleteAsync();
        await database.Processes.Where(process => process.DefinitionKey == "risk").ExecuteDeleteAsync();
        return await database.Risks.ExecuteUpdateAsync(risk => risk.SetProperty(row => row.StageDueOn, (DateOnly?)null));
    });

    public ValueTask DisposeAsync() => school.DisposeAsync();
}
