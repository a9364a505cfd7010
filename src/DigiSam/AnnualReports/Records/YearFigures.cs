using DigiSam.Measures;
using DigiSam.SafetyRounds;

namespace DigiSam.AnnualReports.Records;

/// <summary>
/// The records of one calendar year in numbers, with the few risks that a report tells by name. Counted from a unit's records,
/// or by the database where there are many units.
/// </summary>
internal sealed record YearFigures(
    int Year, RoundFigures Rounds, ObservationFigures Observations, MeasureFigures Measures, RiskFigures Risks, PlanFigures Plans)
{
    public bool IsEmpty => Rounds.Planned + Observations.Number + Measures.Number + Risks.Number + Plans.Number == 0;

    public static YearFigures Of(YearRecords records)
    {
        int Rounds(RoundStatus status) => records.Rounds.Count(round => round.Status == status);
        var done = records.MeasuresDone.ToList();
        var open = records.OpenAtTheEnd.ToList();
        return new YearFigures(
            records.Year,
            new RoundFigures(
                records.Rounds.Count, Rounds(RoundStatus.Completed), Rounds(RoundStatus.Cancelled), records.Rounds.Count(round => round is { Status: RoundStatus.Completed, SafetyRepTookPart: true })),
            new ObservationFigures(records.Observations.Count, records.Observations.Count(seen => seen.IsAnswered), records.Observations.Count(seen => seen.BecameRisk)),
            new MeasureFigures(
                records.Measures.Count, done.Count, records.Measures.Count(measure => measure.DoneOn > records.Last), records.Measures.Count(measure => measure.IsCancelled),
                records.Measures.Count(measure => measure.HasSlipped), MeasureFigures.Effects(done.Select(measure => (measure.Effect, 1)))),
            new RiskFigures(
                records.Risks.Count, open.Count, open.Count(risk => risk.Serious), open.Where(risk => risk.Value is not null).GroupBy(risk => risk.Level!).ToDictionary(same => same.Key, same => same.Count()),
                RiskFigures.Sorted(records.Risks.Where(risk => risk.LiftedBecause is not null)),
                RiskFigures.HighestOf(open)),
            new PlanFigures(records.Plans.Count, records.Plans.Count(plan => plan.OsaGoal is not null), records.Plans is [var only] ? only.OsaGoal : null));
    }
}

/// <summary>The year's planned rounds.</summary>
/// <param name="WithRep">Those completed in which a safety representative has stated to have taken part.</param>
internal sealed record RoundFigures(int Planned, int Completed, int Cancelled, int WithRep);

internal sealed record ObservationFigures(int Number, int Answered, int BecameRisks);

/// <summary>The measures that were to be done, or were done, during the year.</summary>
/// <param name="Done">Done during the year.</param>
/// <param name="Late">Done after it.</param>
/// <param name="Slipped">A last day of the year was moved to a later one.</param>
/// <param name="Effect">Of those done during the year; <see cref="MeasureEffect.NotYet"/> counts those not checked as well.</param>
internal sealed record MeasureFigures(int Number, int Done, int Late, int Cancelled, int Slipped, IReadOnlyDictionary<MeasureEffect, int> Effect)
{
    public static IReadOnlyDictionary<MeasureEffect, int> Effects(IEnumerable<(MeasureEffect? Effect, int Number)> done) =>
        done.GroupBy(some => some.Effect ?? MeasureEffect.NotYet).ToDictionary(same => same.Key, same => same.Sum(some => some.Number));
}

/// <summary>The risks found by the end of the year and not closed before it began.</summary>
/// <param name="Open">Those not closed by its end, of which <paramref name="OpenByLevel"/> those that were assessed, as they were then.</param>
/// <param name="Lifted">Those lifted to be told above, highest first.</param>
/// <param name="Highest">A few of the open ones that were not lifted, highest first.</param>
internal sealed record RiskFigures(
    int Number, int Open, int Serious, IReadOnlyDictionary<string, int> OpenByLevel, IReadOnlyList<RiskRecord> Lifted, IReadOnlyList<RiskRecord> Highest)
{
    /// <summary>How many of the highest are told.</summary>
    public const int Most = 5;

    public int Unassessed => Open - OpenByLevel.Values.Sum();

    /// <summary>Highest first; those of the same value in the order that they come in.</summary>
    public static IReadOnlyList<RiskRecord> Sorted(IEnumerable<RiskRecord> risks) =>
        [.. risks.OrderByDescending(risk => risk.Value).ThenBy(risk => risk.FoundOn)];

    public static IReadOnlyList<RiskRecord> HighestOf(IEnumerable<RiskRecord> open) =>
        [.. Sorted(open.Where(risk => risk.Value is not null && risk.LiftedBecause is null)).Take(Most)];
}

/// <summary>The units' plans for the year.</summary>
/// <param name="Goal">The OSA goal where there is one plan.</param>
internal sealed record PlanFigures(int Number, int WithGoal, string? Goal);
