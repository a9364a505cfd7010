using DigiSam.Requests;

namespace DigiSam.Risks;

/// <summary>A deficiency that a round found and that was judged to be no risk, with the reason. Taking it back removes the row; the audit log keeps both.</summary>
public sealed class DeficiencyDismissal
{
    private DeficiencyDismissal()
    {
    }

    internal DeficiencyDismissal(Guid id, Guid roundId, string questionKey, string reason, Guid personId, DateTimeOffset at)
    {
        Id = id;
        RoundId = roundId;
        QuestionKey = questionKey;
        Reason = reason.Trim();
        PersonId = personId;
        At = at;
    }

    public Guid Id { get; private init; }

    public Guid RoundId { get; private init; }

    public string QuestionKey { get; private init; } = "";

    public string Reason { get; private init; } = "";

    public Guid PersonId { get; private init; }

    public DateTimeOffset At { get; private init; }
}

/// <summary>A deficiency becomes one risk, once.</summary>
public sealed class DeficiencyIsARisk() : BrokenRule("Bristen finns redan i riskregistret. Öppna risken i stället.");

/// <summary>A deficiency is either a risk or dismissed.</summary>
public sealed class DeficiencyIsDismissed() : BrokenRule("Bristen är redan avfärdad. Ångra det först om den ska bedömas som en risk.");
