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

    internal AnnualFollowUpAnswer(Guid samYearId, int formVersion, string questionKey, AnnualFollowUpValue answer, string? note, Guid personId, DateTimeOffset at)
    {
        Id = Guid.CreateVersion7(at);
        SamYearId = samYearId;
        FormVersion = formVersion;
        QuestionKey = questionKey;
        Answer = answer;
        Note = string.IsNullOrWhiteSpace(note) ? null : note.Trim();
        PersonId = personId;
        At = at;
    }

    public Guid Id { get; private init; }

    public Guid SamYearId { get; private init; }

    /// <summary>The version of the questions that it was asked in.</summary>
    public int FormVersion { get; private init; }

    public string QuestionKey { get; private init; } = "";

    public AnnualFollowUpValue Answer { get; private init; }

    public string? Note { get; private init; }

    public Guid PersonId { get; private init; }

    public DateTimeOffset At { get; private init; }

    /// <summary>No or partly: something in the systematic work does not work, and becomes an improvement next year.</summary>
    public bool IsShortcoming => Answer is AnnualFollowUpValue.No or AnnualFollowUpValue.Partly;

    /// <summary>The answer that holds for each question.</summary>
    public static IReadOnlyDictionary<string, AnnualFollowUpAnswer> Holding(IEnumerable<AnnualFollowUpAnswer> answers) =>
        answers.OrderBy(answer => answer.At).ThenBy(answer => answer.Id).GroupBy(answer => answer.QuestionKey)
            .ToDictionary(given => given.Key, given => given.Last());
}
