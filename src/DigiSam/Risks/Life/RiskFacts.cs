using DigiSam.Measures;
using DigiSam.Workflows.Definitions;

namespace DigiSam.Risks.Life;

/// <summary>What a risk's stage follows from, apart from the rows it was read from.</summary>
/// <param name="Stood">The stage that the register says.</param>
/// <param name="AssessedAt">When it was last assessed; null while it is not.</param>
/// <param name="CameBack">It was opened again and has not been assessed since.</param>
/// <param name="Measures">Those against it, struck ones included.</param>
internal sealed record RiskFacts(
    Guid Id, Guid UnitId, string Title, RiskStage Stood, bool IsClosed, bool IsSerious, DateTimeOffset? AssessedAt, bool CameBack, IReadOnlyList<MeasureFacts> Measures)
{
    /// <summary>
    /// Where the risk stands: what is to be done comes before what is to be checked, and what was checked counts until the risk
    /// is assessed anew.
    /// </summary>
    public RiskStage Stage =>
        IsClosed ? RiskStage.Closed
        : AssessedAt is null || CameBack ? RiskStage.Identified
        : Has(MeasureStatus.Planned) ? RiskStage.Planned
        : Has(MeasureStatus.Done) ? RiskStage.Acted
        : Has(MeasureStatus.Checked) && !IsAssessedSinceChecked ? RiskStage.FollowedUp
        : RiskStage.Assessed;

    /// <summary>The risk was assessed after the last effect was judged.</summary>
    public bool IsAssessedSinceChecked => AssessedAt > With(MeasureStatus.Checked).Max(measure => measure.CheckedAt);

    /// <summary>
    /// The last day of the stage, where it is not for the definition to say: the last of the planned measures' days, or the first
    /// day on which an effect is to be checked. A measure without such a day counts from when it was done.
    /// </summary>
    public DateOnly? LastDay(ProcessDefinition definition) => Stage switch
    {
        RiskStage.Planned => With(MeasureStatus.Planned).Max(measure => measure.DueOn),
        RiskStage.Acted => With(MeasureStatus.Done).Min(measure => measure.NextCheckOn ?? CheckBy(definition, measure.DoneOn)),
        _ => null,
    };

    /// <summary>The same risk with the measure as it is now.</summary>
    public RiskFacts With(Measure measure) => this with
    {
        Measures = [.. Measures.Where(known => known.Id != measure.Id), .. measure.Risks.Any(served => served.RiskId == Id) ? [MeasureFacts.Of(measure)] : Array.Empty<MeasureFacts>()],
    };

    /// <summary>A risk whose assessments and events are loaded.</summary>
    public static RiskFacts Of(Risk risk, IReadOnlyList<MeasureFacts> measures) => new(
        risk.Id, risk.UnitId, risk.Title, risk.Stage, risk.Status == RiskStatus.Closed, risk.Serious == true,
        risk.Assessments.Max(made => (DateTimeOffset?)made.At), Last(risk, RiskEventKind.Reopened) > Last(risk, RiskEventKind.Assessed), measures);

    private static int Last(Risk risk, RiskEventKind kind) => risk.Events.Where(happened => happened.Kind == kind).Select(happened => happened.Number).DefaultIfEmpty(0).Max();

    private static DateOnly? CheckBy(ProcessDefinition definition, DateOnly? doneOn) =>
        doneOn is { } day ? definition.Find(RiskStage.Acted.Key())?.Due?.Resolve(day.Year, day) : null;

    private bool Has(MeasureStatus status) => Measures.Any(measure => measure.Status == status);

    private IEnumerable<MeasureFacts> With(MeasureStatus status) => Measures.Where(measure => measure.Status == status);
}

/// <summary>What a risk's stage follows from in a measure.</summary>
/// <param name="CheckedAt">When its effect was last judged, or found too early to judge.</param>
internal sealed record MeasureFacts(Guid Id, MeasureStatus Status, DateOnly DueOn, DateOnly? DoneOn, DateOnly? NextCheckOn, DateTimeOffset? CheckedAt)
{
    /// <summary>A measure whose checks are loaded.</summary>
    public static MeasureFacts Of(Measure measure) => new(
        measure.Id, measure.Status, measure.DueOn, measure.DoneOn, measure.NextCheckOn, measure.EffectChecks.Max(check => (DateTimeOffset?)check.At));
}
