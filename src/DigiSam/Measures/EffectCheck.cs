namespace DigiSam.Measures;

/// <summary>Whether a measure had the effect that was meant.</summary>
public enum MeasureEffect
{
    Yes,
    Partly,
    No,

    /// <summary>It cannot be judged yet, and is checked again on a day.</summary>
    NotYet,
}

/// <summary>One check of a measure that is done (AFS 2023:1 13 §). Only ever added; the newest holds.</summary>
public sealed class EffectCheck
{
    private EffectCheck()
    {
    }

    internal EffectCheck(Guid id, Guid measureId, MeasureEffect effect, DateOnly? nextCheckOn, string? note, DateOnly checkedOn, Guid personId, DateTimeOffset at)
    {
        Id = id;
        MeasureId = measureId;
        Effect = effect;
        NextCheckOn = nextCheckOn;
        Note = string.IsNullOrWhiteSpace(note) ? null : note.Trim();
        CheckedOn = checkedOn;
        PersonId = personId;
        At = at;
    }

    /// <summary>Made by whoever checked, so that a double click counts once.</summary>
    public Guid Id { get; private init; }

    public Guid MeasureId { get; private init; }

    public MeasureEffect Effect { get; private init; }

    /// <summary>The day of the next check; given when the effect cannot be judged yet.</summary>
    public DateOnly? NextCheckOn { get; private init; }

    public string? Note { get; private init; }

    public DateOnly CheckedOn { get; private init; }

    public Guid PersonId { get; private init; }

    public DateTimeOffset At { get; private init; }
}
