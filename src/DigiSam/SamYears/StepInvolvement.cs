namespace DigiSam.SamYears;

/// <summary>
/// The safety representative's word on a step: "Har medverkat" or "Avstår", with a differing view if there is one, verbatim.
/// Never an approval. Never changed: a later word is a row of its own, and the last one of each person holds.
/// </summary>
public sealed class StepInvolvement
{
    private StepInvolvement()
    {
    }

    internal StepInvolvement(Guid id, Guid samYearId, string stepKey, Guid personId, bool tookPart, string? differingView, DateTimeOffset at)
    {
        Id = id;
        SamYearId = samYearId;
        StepKey = stepKey;
        PersonId = personId;
        TookPart = tookPart;
        DifferingView = string.IsNullOrWhiteSpace(differingView) ? null : differingView;
        At = at;
    }

    /// <summary>Made by whoever states it, so that it can be sent again without counting twice.</summary>
    public Guid Id { get; private init; }

    public Guid SamYearId { get; private init; }

    public string StepKey { get; private init; } = "";

    public Guid PersonId { get; private init; }

    public bool TookPart { get; private init; }

    public string? DifferingView { get; private init; }

    public DateTimeOffset At { get; private init; }
}

/// <summary>Why no safety representative is with in a step, in the manager's words. Never changed; the last one holds.</summary>
public sealed class StepAbsence
{
    private StepAbsence()
    {
    }

    internal StepAbsence(Guid id, Guid samYearId, string stepKey, string reason, Guid personId, DateTimeOffset at)
    {
        Id = id;
        SamYearId = samYearId;
        StepKey = stepKey;
        Reason = reason;
        PersonId = personId;
        At = at;
    }

    public Guid Id { get; private init; }

    public Guid SamYearId { get; private init; }

    public string StepKey { get; private init; } = "";

    public string Reason { get; private init; } = "";

    public Guid PersonId { get; private init; }

    public DateTimeOffset At { get; private init; }
}
