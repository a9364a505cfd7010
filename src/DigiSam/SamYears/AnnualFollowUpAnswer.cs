namespace DigiSam.SamYears;

public enum AnnualFollowUpValue
{
    Yes,
    Partly,
    No,
    NotApplicable,
}

/// <summary>
/// An answer to a question of the yearly follow-up of the systematic work itself (AFS 2023:1 section 14). Never changed: a new
/// answer is a new row, and the last one holds.
/// </summary>
public sealed class AnnualFollowUpAnswer
{
    private AnnualFollowUpAnswer()
    {
    }

    internal AnnualFollowUpAnswer(Guid id, Guid samYearId, string questionKey, AnnualFollowUpValue answer, string? note, Guid personId, DateTimeOffset at)
    {
        Id = id;
        SamYearId = samYearId;
        QuestionKey = questionKey;
        Answer = answer;
        Note = string.IsNullOrWhiteSpace(note) ? null : note.Trim();
        PersonId = personId;
        At = at;
    }

    /// <summary>Made by whoever answers, so that it can be sent again without counting twice.</summary>
    public Guid Id { get; private init; }

    public Guid SamYearId { get; private init; }

    public string QuestionKey { get; private init; } = "";

    public AnnualFollowUpValue Answer { get; private init; }

    public string? Note { get; private init; }

    public Guid PersonId { get; private init; }

    public DateTimeOffset At { get; private init; }

    /// <summary>No or partly: something in the systematic work does not work, and becomes an improvement next year.</summary>
    public bool IsShortcoming => Answer is AnnualFollowUpValue.No or AnnualFollowUpValue.Partly;
}
