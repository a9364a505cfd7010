namespace DigiSam.Risks;

public enum RiskEventKind
{
    Added,
    Edited,
    Assessed,
    Closed,
    Reopened,
    Lifted,
    LiftUndone,
}

/// <summary>Something that happened to a risk, in the order it did. Only ever added.</summary>
public sealed class RiskEvent
{
    private RiskEvent()
    {
    }

    internal RiskEvent(Guid riskId, int number, RiskEventKind kind, string? text, Guid personId, DateTimeOffset at)
    {
        Id = Guid.CreateVersion7(at);
        RiskId = riskId;
        Number = number;
        Kind = kind;
        Text = text;
        PersonId = personId;
        At = at;
    }

    public Guid Id { get; private init; }

    public Guid RiskId { get; private init; }

    /// <summary>Which in order it is, from 1.</summary>
    public int Number { get; private init; }

    public RiskEventKind Kind { get; private init; }

    /// <summary>The reason given, or what the risk was called before an edit.</summary>
    public string? Text { get; private init; }

    public Guid PersonId { get; private init; }

    public DateTimeOffset At { get; private init; }
}
