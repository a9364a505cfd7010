using DigiSam.Persistence;

namespace DigiSam.SamYears;

/// <summary>
/// What a unit will do better in its systematic work next year. It comes of a shortcoming in the yearly follow-up and stands in
/// next year's plan, also before that year has been started.
/// </summary>
public sealed class Improvement : IRevised
{
    private Improvement()
    {
    }

    internal Improvement(Guid id, SamYear found, string? questionKey, string text, Guid personId, DateTimeOffset at)
    {
        Id = id;
        UnitId = found.UnitId;
        SamYearId = found.Id;
        ForYear = found.Year + 1;
        QuestionKey = questionKey;
        Text = text;
        PersonId = personId;
        At = at;
    }

    public Guid Id { get; private init; }

    public Guid UnitId { get; private init; }

    /// <summary>The year whose follow-up it came of.</summary>
    public Guid SamYearId { get; private init; }

    /// <summary>The year in whose plan it stands.</summary>
    public int ForYear { get; private init; }

    /// <summary>The question that was answered with a shortcoming; null for an improvement that someone just thought of.</summary>
    public string? QuestionKey { get; private init; }

    public string Text { get; private set; } = "";

    public Guid PersonId { get; private init; }

    public DateTimeOffset At { get; private init; }

    public int Rev { get; private set; }

    /// <summary>The day it was done; null while it is not.</summary>
    public DateOnly? DoneOn { get; private set; }

    internal void Reword(string text) => Text = text;

    internal void MarkDone(DateOnly? on) => DoneOn = on;
}
