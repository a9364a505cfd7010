using DigiSam.Persistence;
using DigiSam.Requests;

namespace DigiSam.Observations;

public enum ObservationStatus
{
    New,

    /// <summary>It became a risk in the register.</summary>
    Assessed,

    /// <summary>It was answered without becoming a risk.</summary>
    Dismissed,
}

/// <summary>
/// A risk that anyone in a unit has seen, at any time of the year. An anonymous one holds nothing about who reported it, and
/// of its time no more than the day; the reporter follows it with a receipt code.
/// </summary>
public sealed class Observation : IRevised
{
    public const int LongestText = 4000;

    public const int LongestSpot = 200;

    private Observation()
    {
    }

    /// <summary>Reports openly, as <paramref name="reporterId"/>.</summary>
    internal Observation(Guid id, Guid unitId, string text, string? spot, DateTimeOffset at, Guid reporterId)
        : this(id, unitId, text, spot, at) => ReporterId = reporterId;

    /// <summary>Reports anonymously; <paramref name="day"/> is the start of a day and tells no more.</summary>
    internal Observation(Guid id, Guid unitId, string text, string? spot, DateTimeOffset day, string receiptCode)
        : this(id, unitId, text, spot, day) => ReceiptCode = receiptCode;

    private Observation(Guid id, Guid unitId, string text, string? spot, DateTimeOffset at)
    {
        Id = id;
        UnitId = unitId;
        Text = text.Trim();
        Spot = string.IsNullOrWhiteSpace(spot) ? null : spot.Trim();
        ReportedAt = at;
    }

    public Guid Id { get; private init; }

    public Guid UnitId { get; private init; }

    public string Text { get; private init; } = "";

    /// <summary>Where it was seen, in the reporter's words.</summary>
    public string? Spot { get; private init; }

    /// <summary>When it was reported; the start of the day for an anonymous one.</summary>
    public DateTimeOffset ReportedAt { get; private init; }

    /// <summary>Who reported it; null when that was done anonymously.</summary>
    public Guid? ReporterId { get; private init; }

    /// <summary>What an anonymous reporter follows it with; null for others. Shown to the reporter alone.</summary>
    public string? ReceiptCode { get; private init; }

    public ObservationStatus Status { get; private set; }

    /// <summary>The risk that it became.</summary>
    public Guid? RiskId { get; private set; }

    /// <summary>What the manager answered, for the reporter to read.</summary>
    public string? Reply { get; private set; }

    public DateTimeOffset? RepliedAt { get; private set; }

    public Guid? RepliedBy { get; private set; }

    public int Rev { get; private set; }

    public bool IsAnonymous => ReporterId is null;

    /// <summary>It became a risk. The same risk again changes nothing.</summary>
    internal void BecomeRisk(Guid riskId, string? reply, Guid personId, DateTimeOffset at)
    {
        if (RiskId == riskId)
            return;
        MustBeNew();
        Status = ObservationStatus.Assessed;
        RiskId = riskId;
        Answer(reply, personId, at);
    }

    /// <summary>Answers it without making it a risk. The same answer again changes nothing.</summary>
    internal void Dismiss(string reply, Guid personId, DateTimeOffset at)
    {
        if (Status == ObservationStatus.Dismissed && Reply == reply.Trim())
            return;
        MustBeNew();
        Status = ObservationStatus.Dismissed;
        Answer(reply, personId, at);
    }

    /// <summary>Takes a dismissal back: the observation waits again.</summary>
    internal void UndoDismissal()
    {
        if (Status == ObservationStatus.New)
            return;
        if (Status != ObservationStatus.Dismissed)
            throw new ObservationIsAnswered(Status);
        Status = ObservationStatus.New;
        (Reply, RepliedAt, RepliedBy) = (null, null, null);
    }

    private void Answer(string? reply, Guid personId, DateTimeOffset at)
    {
        Reply = string.IsNullOrWhiteSpace(reply) ? null : reply.Trim();
        RepliedAt = at;
        RepliedBy = personId;
    }

    private void MustBeNew()
    {
        if (Status != ObservationStatus.New)
            throw new ObservationIsAnswered(Status);
    }
}

/// <summary>An observation is answered once: it became a risk, or it was dismissed with a reply.</summary>
public sealed class ObservationIsAnswered(ObservationStatus status)
    : BrokenRule(status == ObservationStatus.Assessed
        ? "Observationen finns redan i riskregistret. Öppna risken i stället."
        : "Observationen är redan besvarad. Ångra svaret först om den ska bli en risk.");
