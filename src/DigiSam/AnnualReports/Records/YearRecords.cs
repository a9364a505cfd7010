using DigiSam.Measures;
using DigiSam.SafetyRounds;

namespace DigiSam.AnnualReports.Records;

/// <summary>What the records of one calendar year hold about some units: all that answers and facts are derived from.</summary>
/// <param name="Measures">Those that were to be done, or were done, during the year.</param>
/// <param name="Risks">Those found by the end of the year and not closed before it began.</param>
internal sealed record YearRecords(
    int Year,
    IReadOnlyList<RoundRecord> Rounds,
    IReadOnlyList<ObservationRecord> Observations,
    IReadOnlyList<RiskRecord> Risks,
    IReadOnlyList<MeasureRecord> Measures,
    IReadOnlyList<PlanRecord> Plans)
{
    public bool IsEmpty => Rounds.Count + Observations.Count + Risks.Count + Measures.Count + Plans.Count == 0;

    public DateOnly First => new(Year, 1, 1);

    public DateOnly Last => new(Year, 12, 31);

    public IEnumerable<RiskRecord> RisksFound => Risks.Where(risk => risk.FoundOn >= First);

    public IEnumerable<RiskRecord> OpenAtTheEnd => Risks.Where(risk => risk.ClosedOn is not { } closed || closed > Last);

    public IEnumerable<MeasureRecord> MeasuresDone => Measures.Where(measure => measure.DoneOn is { } done && done >= First && done <= Last);
}

/// <summary>A planned round.</summary>
internal sealed record RoundRecord(Guid Id, string Checklist, DateOnly PlannedFor, RoundStatus Status, bool SafetyRepTookPart);

/// <summary>A reported observation; its words stay where they were reported.</summary>
internal sealed record ObservationRecord(Guid Id, DateOnly ReportedOn, bool IsAnswered, bool BecameRisk);

/// <summary>A risk, as it was at the end of the year.</summary>
/// <param name="Value">As last assessed by the end of the year; null when it was not.</param>
internal sealed record RiskRecord(
    Guid Id, string Title, DateOnly FoundOn, DateOnly? ClosedOn, bool IsAssessed, int? Value, string? Level, bool Serious, string? LiftedBecause);

/// <summary>A measure and how it went.</summary>
/// <param name="HasSlipped">A last day of the year was moved to a later one.</param>
internal sealed record MeasureRecord(Guid Id, string Title, DateOnly DueOn, DateOnly? DoneOn, bool IsCancelled, bool HasSlipped, MeasureEffect? Effect);

/// <summary>A unit's plan for the year.</summary>
internal sealed record PlanRecord(Guid Id, string? OsaGoal, IReadOnlyList<string> HealthFactors);
