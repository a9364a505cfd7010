using DigiSam.Language;
using DigiSam.Workflows.Running;

namespace DigiSam.Processes;

/// <summary>A step of a process: where it stands and between which days it is to be done.</summary>
public sealed class ProcessStep
{
    private ProcessStep()
    {
    }

    internal ProcessStep(Guid processId, int position, StepStatus plan)
    {
        ProcessId = processId;
        Position = position;
        Key = plan.Key;
        State = plan.State;
        OpensOn = plan.OpensOn;
        DueOn = plan.DueOn;
    }

    public Guid ProcessId { get; private init; }

    public string Key { get; private init; } = "";

    /// <summary>The place among the steps of the definition, from 0.</summary>
    public int Position { get; private set; }

    public StepState State { get; private set; }

    public DateOnly OpensOn { get; private set; }

    /// <summary>The day it opened, or is to open.</summary>
    internal DateOnly BeganOn => OpenedAt is { } at && SwedishDate.DateIn(at) > OpensOn ? SwedishDate.DateIn(at) : OpensOn;

    /// <summary>The last day of the step; <see cref="DateOnly.MaxValue"/> when it has none.</summary>
    public DateOnly DueOn { get; private set; }

    public DateTimeOffset? OpenedAt { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    public Guid? ClosedBy { get; private set; }

    /// <summary>The last day passed while the step was open. A step closed too late stays so.</summary>
    public bool IsOverdue { get; private set; }

    /// <summary>The revision that the step's timers must have to count; it grows when they become void.</summary>
    public int Revision { get; private set; } = 1;

    internal void Open(DateOnly dueOn, DateTimeOffset at)
    {
        State = StepState.Open;
        DueOn = dueOn;
        OpenedAt = at;
        (ClosedAt, ClosedBy, IsOverdue) = (null, null, false);
    }

    internal void Close(Guid personId, DateTimeOffset at)
    {
        State = StepState.Closed;
        ClosedBy = personId;
        ClosedAt = at;
    }

    internal void Reopen()
    {
        State = StepState.Open;
        ClosedBy = null;
        ClosedAt = null;
    }

    internal void Withdraw()
    {
        State = StepState.Waiting;
        OpenedAt = null;
        IsOverdue = false;
    }

    internal void MarkOverdue() => IsOverdue = true;

    internal void Revise() => Revision++;

    /// <summary>The step as it stands now, apart from the database.</summary>
    internal ProcessStep Copy() => (ProcessStep)MemberwiseClone();

    /// <summary>Takes the place that a step has under another version, and what the old steps that became it have brought.</summary>
    internal void Become(int position, StepStatus step, IReadOnlyList<ProcessStep> from, DateOnly today)
    {
        (Position, State, OpensOn, DueOn) = (position, step.State, step.OpensOn, step.DueOn);
        OpenedAt = from.Min(old => old.OpenedAt);
        IsOverdue = from.Any(old => old.IsOverdue) && (step.State == StepState.Closed || step.DueOn < today);
        var last = step.State == StepState.Closed ? from.MaxBy(old => old.ClosedAt) : null;
        (ClosedAt, ClosedBy) = (last?.ClosedAt, last?.ClosedBy);
        Revision = from.Select(old => old.Revision).Append(Revision).Max() + 1;
    }
}
