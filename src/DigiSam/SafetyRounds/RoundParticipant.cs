namespace DigiSam.SafetyRounds;

/// <summary>The part someone has in a round.</summary>
public enum RoundPart
{
    Manager,
    SafetyRep,

    /// <summary>A pupils' or students' representative: recorded by name of the part alone, without an account.</summary>
    PupilSafetyRep,
    Employee,
}

/// <summary>
/// Someone who walks the round. A safety representative also states to have taken part or to abstain, and may add a differing
/// view, which stands verbatim.
/// </summary>
public sealed class RoundParticipant
{
    private RoundParticipant()
    {
    }

    internal RoundParticipant(Guid roundId, RoundPart part, string name, Guid? personId)
    {
        Id = Guid.CreateVersion7();
        RoundId = roundId;
        Part = part;
        Name = name;
        PersonId = personId;
    }

    public Guid Id { get; private init; }

    public Guid RoundId { get; private init; }

    public RoundPart Part { get; private init; }

    public string Name { get; private init; } = "";

    /// <summary>The person in DigiSam; null for those who have no account.</summary>
    public Guid? PersonId { get; private init; }

    /// <summary>True for "Har medverkat", false for "Avstår", null while nothing is said.</summary>
    public bool? TookPart { get; private set; }

    public string? DifferingView { get; private set; }

    public DateTimeOffset? StatedAt { get; private set; }

    internal void State(bool tookPart, string? differingView, DateTimeOffset at)
    {
        TookPart = tookPart;
        DifferingView = string.IsNullOrWhiteSpace(differingView) ? null : differingView;
        StatedAt = at;
    }
}
