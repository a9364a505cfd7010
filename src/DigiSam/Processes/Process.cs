using DigiSam.Language;
using DigiSam.Workflows.Definitions;
using DigiSam.Workflows.Running;

namespace DigiSam.Processes;

/// <summary>
/// A definition that runs for a place and a year, or for one thing there. The row is the truth of the process; it keeps the version of the definition
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

    internal Process(ProcessState plan, ProcessSubject subject, DateTimeOffset startedAt)
    {
        Id = Guid.CreateVersion7(startedAt);
        DefinitionKey = plan.Definition.Key;
        DefinitionVersion = plan.Definition.Version;
        DefinitionHash = plan.Definition.ContentHash;
        Year = plan.Year;
        PlaceId = subject.PlaceId;
        PlaceKind = subject.PlaceKind;
        SubjectId = subject.Thing;
        StartedAt = startedAt;
        _steps.AddRange(plan.Steps.Select((step, index) => new ProcessStep(Id, index, step)));
    }

    public Guid Id { get; private init; }

    public string DefinitionKey { get; private init; } = "";

    public int DefinitionVersion { get; private set; }

    /// <summary>SHA-256 of the definition's file.</summary>
    public string DefinitionHash { get; private set; } = "";

    public int Year { get; private init; }

    public Guid PlaceId { get; private init; }

    /// <summary>The kind of place, where the definition makes a difference; else null.</summary>
    public string? PlaceKind { get; private init; }

    /// <summary>What it runs for, a report for instance; null when place and year say it all.</summary>
    public Guid? SubjectId { get; private init; }

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
        [.. _steps.OrderBy(step => step.Position).Select(step => new StepStatus(step.Key, step.State, step.BeganOn, step.DueOn))])
    {
        PlaceKind = PlaceKind,
    };

    /// <summary>
    /// Makes decisions so, in their order. What people are asked for is not the process's own: see <see cref="InboxTask"/>.
    /// </summary>
    internal void Apply(ProcessDefinition definition, IReadOnlyList<ProcessDecision> decisions, Guid personId, DateTimeOffset at)
    {
        foreach (var decision in decisions)
            Apply(definition, decision, personId, at);
    }

    /// <summary>Goes over to another version: timers and steps of the old one go, those of the new one come.</summary>
    internal void Become(ProcessDefinition definition, ProcessMove move, Guid personId, DateTimeOffset at)
    {
        foreach (var step in _steps)
            DropTimers(step, at);
        var old = _steps.ToDictionary(step => step.Key, step => step.Copy());
        Note(ProcessEventKind.Moved, null, $"{DefinitionKey}/{DefinitionVersion} → {definition.Key}/{definition.Version}", personId, at);
        (DefinitionVersion, DefinitionHash) = (definition.Version, definition.ContentHash);
        _steps.RemoveAll(step => move.Steps.All(moved => moved.Step.Key != step.Key));
        foreach (var (step, from) in move.Steps)
            Added(definition, step).Become(PositionOf(definition, step.Key), step, [.. from.Select(key => old[key])], SwedishDate.DateIn(at));
    }

    /// <summary>
    /// Writes those of the wanted timers that there has never been one for, and ends those that belong to no step as it stands. All
    /// timers must have been loaded.
    /// </summary>
    internal (int Written, int Ended) Reconcile(IReadOnlyList<ProcessDecision.TimerWanted> wanted, Guid personId, DateTimeOffset at)
    {
        var strays = _timers.FindAll(timer => timer.DoneAt is null && !Counts(timer));
        foreach (var stray in strays)
            stray.Finish(at);
        var missing = wanted
            .Where(timer => !_timers.Exists(known => known.Revision == Step(timer.Step).Revision && known.IsFor(timer)))
            .Where(timer => timer.Kind != TimerKind.Due || !Step(timer.Step).IsOverdue)
            .Select(timer => new ProcessTimer(Id, timer, Step(timer.Step).Revision, at)).ToList();
        _timers.AddRange(missing);
        if (missing.Count + strays.Count > 0)
            Note(ProcessEventKind.Reconciled, null, $"+{missing.Count} −{strays.Count}", personId, at);
        return (missing.Count, strays.Count);

        bool Counts(ProcessTimer timer) => Status is ProcessStatus.Running or ProcessStatus.Suspended
            && _steps.Exists(step => step.Key == timer.StepKey && step.Revision == timer.Revision
                && step.State == (timer.Kind == TimerKind.Opens ? StepState.Waiting : StepState.Open));
    }

    /// <summary>Reminders that wait go to other days, and says how many; all timers that have not fallen must have been loaded.</summary>
    internal int MoveReminders(IReadOnlyList<MovedReminder> moved, DateTimeOffset at)
    {
        var count = 0;
        foreach (var (key, from, to) in moved)
        {
            var was = new ProcessDecision.TimerWanted(key, TimerKind.Reminder, from);
            if (_timers.Find(timer => timer is { DoneAt: null, WaitsFor: null } && timer.Revision == Step(key).Revision && timer.IsFor(was)) is not { } timer)
                continue;
            timer.Finish(at);
            count++;
            var wanted = was with { On = to };
            if (!_timers.Exists(known => known.DoneAt is null && known.Revision == Step(key).Revision && known.IsFor(wanted)))
                _timers.Add(new ProcessTimer(Id, wanted, Step(key).Revision, at));
        }

        return count;
    }

    internal void Note(ProcessEventKind kind, string? step, string? detail, Guid personId, DateTimeOffset at) =>
        _events.Add(new ProcessEvent(Id, kind, step, detail, personId, at));

    private void Apply(ProcessDefinition definition, ProcessDecision decision, Guid personId, DateTimeOffset at)
    {
        switch (decision)
        {
            case ProcessDecision.StepOpened(var key, var due):
                Added(definition, new StepStatus(key, StepState.Waiting, SwedishDate.DateIn(at), due)).Open(due, at);
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
            case ProcessDecision.TimerWanted { WaitsFor: not null } wanted when _timers.Exists(known => known.DoneAt is null && known.WaitsFor is not null && known.Revision == Step(wanted.Step).Revision && known.IsFor(wanted)):
                break;
            case ProcessDecision.TimerWanted wanted:
                _timers.Add(new ProcessTimer(Id, wanted, Step(wanted.Step).Revision, at));
                if (wanted.WaitsFor is not null)
                    Note(ProcessEventKind.ReminderWaits, wanted.Step, SwedishDate.Short(wanted.On), personId, at);
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
                Status = ProcessStatus.Cancelled;
                break;
            case ProcessDecision.ProcessSuspended:
                Status = ProcessStatus.Suspended;
                break;
        }
    }

    private void Become(ProcessStatus status, ProcessEventKind kind, Guid personId, DateTimeOffset at)
    {
        Status = status;
        Note(kind, null, null, personId, at);
    }

    // A state has a row from the first time that the process is in it; the steps of a calendar have theirs from the start.
    private ProcessStep Added(ProcessDefinition definition, StepStatus step)
    {
        if (_steps.Find(known => known.Key == step.Key) is { } present)
            return present;
        var added = new ProcessStep(Id, PositionOf(definition, step.Key), step);
        _steps.Add(added);
        return added;
    }

    private static int PositionOf(ProcessDefinition definition, string step) =>
        definition.Steps.TakeWhile(candidate => candidate.Key != step).Count();

    private void DropTimers(ProcessStep step, DateTimeOffset at)
    {
        step.Revise();
        foreach (var timer in _timers.Where(timer => timer.StepKey == step.Key && timer.DoneAt is null))
            timer.Finish(at);
    }
}
