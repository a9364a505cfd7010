using DigiSam.Workflows.Definitions;
using DigiSam.Workflows.Running;

namespace DigiSam.Processes;

/// <summary>
/// A definition that runs for a place and a year. The row is the truth of the process; it keeps the version of the definition
/// it was started with, by hash.
/// </summary>
public sealed class Process
{
    private readonly List<ProcessStep> _steps = [];
    private readonly List<ProcessTimer> _timers = [];
    private readonly List<ProcessEvent> _events = [];

    private Process()
    {
    }

    internal Process(ProcessState plan, Guid placeId, DateTimeOffset startedAt)
    {
        Id = Guid.CreateVersion7(startedAt);
        DefinitionKey = plan.Definition.Key;
        DefinitionVersion = plan.Definition.Version;
        DefinitionHash = plan.Definition.ContentHash;
        Year = plan.Year;
        PlaceId = placeId;
        StartedAt = startedAt;
        _steps.AddRange(plan.Steps.Select((step, index) => new ProcessStep(Id, index, step)));
    }

    public Guid Id { get; private init; }

    public string DefinitionKey { get; private init; } = "";

    public int DefinitionVersion { get; private init; }

    /// <summary>SHA-256 of the definition's file.</summary>
    public string DefinitionHash { get; private init; } = "";

    public int Year { get; private init; }

    public Guid PlaceId { get; private init; }

    public DateTimeOffset StartedAt { get; private init; }

    public ProcessStatus Status { get; private set; }

    /// <summary>The steps, in no given order; <see cref="ProcessStep.Position"/> is that of the definition.</summary>
    public IReadOnlyList<ProcessStep> Steps => _steps;

    /// <summary>The timers that were loaded: those that have not fallen, for most purposes.</summary>
    public IReadOnlyList<ProcessTimer> Timers => _timers;

    /// <summary>What has happened; only ever added to.</summary>
    public IReadOnlyList<ProcessEvent> Events => _events;

    /// <summary>The step by its key; throws <see cref="InvalidOperationException"/> when there is none.</summary>
    public ProcessStep Step(string key) => _steps.Find(step => step.Key == key) ?? throw new InvalidOperationException($"No step {key}.");

    /// <summary>The process as the engine sees it.</summary>
    internal ProcessState StateUnder(ProcessDefinition definition) => new(
        definition, Year, Status,
        [.. _steps.OrderBy(step => step.Position).Select(step => new StepStatus(step.Key, step.State, step.OpensOn, step.DueOn))]);

    /// <summary>
    /// Makes decisions so, in their order. What people are asked for is not the process's own: see <see cref="InboxTask"/>.
    /// </summary>
    internal void Apply(IReadOnlyList<ProcessDecision> decisions, Guid personId, DateTimeOffset at)
    {
        foreach (var decision in decisions)
            Apply(decision, personId, at);
    }

    internal void Note(ProcessEventKind kind, string? step, string? detail, Guid personId, DateTimeOffset at) =>
        _events.Add(new ProcessEvent(Id, kind, step, detail, personId, at));

    private void Apply(ProcessDecision decision, Guid personId, DateTimeOffset at)
    {
        switch (decision)
        {
            case ProcessDecision.StepOpened(var key, var due):
                Step(key).Open(due, at);
                Note(ProcessEventKind.StepOpened, key, null, personId, at);
                break;
            case ProcessDecision.StepClosed(var key):
                Step(key).Close(personId, at);
                Note(ProcessEventKind.StepClosed, key, null, personId, at);
                break;
            case ProcessDecision.StepReopened(var key):
                Step(key).Reopen();
                Note(ProcessEventKind.StepReopened, key, null, personId, at);
                break;
            case ProcessDecision.StepWithdrawn(var key):
                Step(key).Withdraw();
                Note(ProcessEventKind.StepWithdrawn, key, null, personId, at);
                break;
            case ProcessDecision.StepOverdue(var key):
                Step(key).MarkOverdue();
                Note(ProcessEventKind.StepOverdue, key, null, personId, at);
                break;
            case ProcessDecision.TimerWanted(var key, var kind, var day):
                _timers.Add(new ProcessTimer(Id, key, kind, day, Step(key).Revision, at));
                break;
            case ProcessDecision.TimersDropped(var key):
                DropTimers(Step(key), at);
                break;
            case ProcessDecision.ProcessCompleted:
                Become(ProcessStatus.Completed, ProcessEventKind.Completed, personId, at);
                break;
            case ProcessDecision.ProcessResumed:
                Become(ProcessStatus.Running, ProcessEventKind.Resumed, personId, at);
                break;
            case ProcessDecision.ProcessCancelled:
                Become(ProcessStatus.Cancelled, ProcessEventKind.Cancelled, personId, at);
                break;
        }
    }

    private void Become(ProcessStatus status, ProcessEventKind kind, Guid personId, DateTimeOffset at)
    {
        Status = status;
        Note(kind, null, null, personId, at);
    }

    private void DropTimers(ProcessStep step, DateTimeOffset at)
    {
        step.Revise();
        foreach (var timer in _timers.Where(timer => timer.StepKey == step.Key && timer.DoneAt is null))
            timer.Finish(at);
    }
}
