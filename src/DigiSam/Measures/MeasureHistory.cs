namespace DigiSam.Measures;

/// <summary>A risk that a measure works against.</summary>
public sealed class MeasureRisk
{
    private MeasureRisk()
    {
    }

    internal MeasureRisk(Guid measureId, Guid riskId)
    {
        MeasureId = measureId;
        RiskId = riskId;
    }

    public Guid MeasureId { get; private init; }

    public Guid RiskId { get; private init; }
}

/// <summary>A last day that was moved, from one day to another, and why. Only ever added.</summary>
public sealed class MeasureDueDate
{
    private MeasureDueDate()
    {
    }

    internal MeasureDueDate(Guid measureId, DateOnly from, DateOnly to, string reason, Guid personId, DateTimeOffset at)
    {
        Id = Guid.CreateVersion7(at);
        MeasureId = measureId;
        From = from;
        To = to;
        Reason = reason.Trim();
        PersonId = personId;
        At = at;
    }

    public Guid Id { get; private init; }

    public Guid MeasureId { get; private init; }

    public DateOnly From { get; private init; }

    public DateOnly To { get; private init; }

    public string Reason { get; private init; } = "";

    public Guid PersonId { get; private init; }

    public DateTimeOffset At { get; private init; }
}

/// <summary>That a measure was not finished in its year and goes on in the next, and why. Only ever added.</summary>
public sealed class MeasureCarryOver
{
    private MeasureCarryOver()
    {
    }

    internal MeasureCarryOver(Guid measureId, int fromYear, string reason, Guid personId, DateTimeOffset at)
    {
        Id = Guid.CreateVersion7(at);
        MeasureId = measureId;
        FromYear = fromYear;
        Reason = reason.Trim();
        PersonId = personId;
        At = at;
    }

    public Guid Id { get; private init; }

    public Guid MeasureId { get; private init; }

    public int FromYear { get; private init; }

    public string Reason { get; private init; } = "";

    public Guid PersonId { get; private init; }

    public DateTimeOffset At { get; private init; }
}

public enum MeasureEventKind
{
    Added,
    Edited,
    Done,
    DoneUndone,
    Cancelled,
    CancelUndone,
}

/// <summary>Something that happened to a measure and has no row of another kind. Only ever added.</summary>
public sealed class MeasureEvent
{
    private MeasureEvent()
    {
    }

    internal MeasureEvent(Guid measureId, int number, MeasureEventKind kind, string? text, Guid personId, DateTimeOffset at)
    {
        Id = Guid.CreateVersion7(at);
        MeasureId = measureId;
        Number = number;
        Kind = kind;
        Text = text;
        PersonId = personId;
        At = at;
    }

    public Guid Id { get; private init; }

    public Guid MeasureId { get; private init; }

    /// <summary>Which in order it is, from 1.</summary>
    public int Number { get; private init; }

    public MeasureEventKind Kind { get; private init; }

    /// <summary>The reason given, or what the measure was called before an edit.</summary>
    public string? Text { get; private init; }

    public Guid PersonId { get; private init; }

    public DateTimeOffset At { get; private init; }
}
