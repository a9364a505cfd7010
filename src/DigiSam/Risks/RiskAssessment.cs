namespace DigiSam.Risks;

/// <summary>
/// The written judgement of a risk on one day: how likely, how bad, and always whether it is serious (AFS 2023:1 11 §).
/// Never changed: a re-assessment is a new row, and the newest holds.
/// </summary>
public sealed class RiskAssessment
{
    private RiskAssessment()
    {
    }

    internal RiskAssessment(
        Guid id, Guid riskId, RiskMatrix matrix, int likelihood, int consequence, bool serious, string reason, Guid assessedBy, DateOnly assessedOn, DateTimeOffset at)
    {
        Id = id;
        RiskId = riskId;
        MatrixVersion = matrix.Version;
        Likelihood = likelihood;
        Consequence = consequence;
        Value = likelihood * consequence;
        Level = matrix.LevelOf(likelihood, consequence).Key;
        Serious = serious;
        Reason = reason.Trim();
        AssessedBy = assessedBy;
        AssessedOn = assessedOn;
        At = at;
    }

    /// <summary>Made by whoever assessed, so that a double click counts once.</summary>
    public Guid Id { get; private init; }

    public Guid RiskId { get; private init; }

    /// <summary>The version of the matrix that gave value and level.</summary>
    public int MatrixVersion { get; private init; }

    public int Likelihood { get; private init; }

    public int Consequence { get; private init; }

    /// <summary>Likelihood times consequence.</summary>
    public int Value { get; private init; }

    /// <summary>The key of the level in the matrix's version.</summary>
    public string Level { get; private init; } = "";

    public bool Serious { get; private init; }

    public string Reason { get; private init; } = "";

    public Guid AssessedBy { get; private init; }

    public DateOnly AssessedOn { get; private init; }

    public DateTimeOffset At { get; private init; }
}
