namespace DigiSam.SafetyRounds;

public enum RoundAnswerValue
{
    Yes,
    Partly,
    No,
    NotApplicable,
}

/// <summary>One answer to one question at one time. Never changed: a new answer is a new row, and the last one holds.</summary>
public sealed class RoundAnswer
{
    private RoundAnswer()
    {
    }

    internal RoundAnswer(Guid id, Guid roundId, string questionKey, RoundAnswerValue value, string? note, Guid personId, DateTimeOffset at)
    {
        Id = id;
        RoundId = roundId;
        QuestionKey = questionKey;
        Value = value;
        Note = string.IsNullOrWhiteSpace(note) ? null : note.Trim();
        PersonId = personId;
        At = at;
    }

    /// <summary>Made by whoever answered, so that it can be sent again without counting twice.</summary>
    public Guid Id { get; private init; }

    public Guid RoundId { get; private init; }

    public string QuestionKey { get; private init; } = "";

    public RoundAnswerValue Value { get; private init; }

    public string? Note { get; private init; }

    public Guid PersonId { get; private init; }

    public DateTimeOffset At { get; private init; }

    /// <summary>No or partly: something is not as it should be, and is to be assessed as a risk or dismissed with a reason.</summary>
    public bool IsDeficiency => Value is RoundAnswerValue.No or RoundAnswerValue.Partly;
}
