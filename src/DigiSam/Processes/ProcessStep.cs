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
    public int Position { get; private init; }

    public StepState State { get; private set; }

    public DateOnly OpensOn { get; private init; }

    /// <summary>The last day of the step.</summary>
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
}
