using DigiSam.Checklists;
using DigiSam.Language;
using DigiSam.Persistence;
using DigiSam.Risks.Life;

namespace DigiSam.Risks;

public enum RiskSort
{
    /// <summary>Highest value first, serious ones first among equals; those not assessed last.</summary>
    Value,

    /// <summary>Found latest first.</summary>
    Found,
    Title,
    Unit,
}

/// <summary>Which risks a list shows. Null means any.</summary>
/// <param name="Status">Open ones unless something else is asked for.</param>
/// <param name="Level">The key of a level.</param>
/// <param name="Stage">Closed ones are asked for by <paramref name="Status"/>.</param>
/// <param name="Late">Open ones whose last day has passed, but for those that are paused.</param>
/// <param name="Waiting">Those that wait for somebody today (<see cref="WaitingRisks"/>).</param>
/// <param name="ButForLateMeasures">Without those that wait for a measure which is late itself.</param>
/// <param name="ToldAt">A place: those that have been told of there, of late ones as late, else since the one to be reminded is away.</param>
/// <param name="Search">Words that title or description hold, whatever their case.</param>
public sealed record RiskFilter(
    RiskStatus? Status = RiskStatus.Open,
    RiskCategory? Category = null,
    string? Level = null,
    bool? Serious = null,
    bool Unassessed = false,
    bool Lifted = false,
    int? Likelihood = null,
    int? Consequence = null,
    string? Search = null,
    RiskStage? Stage = null,
    bool Late = false,
    bool Waiting = false,
    bool ButForLateMeasures = false,
    Guid? ToldAt = null)
{
    internal IQueryable<Risk> On(IQueryable<Risk> risks, DigiSamContext database, DateOnly today)
    {
        if (Status is { } status)
            risks = risks.Where(risk => risk.Status == status);
        if (Category is { } category)
            risks = risks.Where(risk => risk.Category == category);
        if (!string.IsNullOrEmpty(Level))
            risks = risks.Where(risk => risk.Level == Level);
        if (Serious is { } serious)
            risks = risks.Where(risk => risk.Serious == serious);
        if (Unassessed)
            risks = risks.Where(risk => risk.Value == null);
        if (Lifted)
            risks = risks.Where(risk => risk.LiftedBecause != null);
        if (Likelihood is { } likelihood)
            risks = risks.Where(risk => risk.Likelihood == likelihood);
        if (Consequence is { } consequence)
            risks = risks.Where(risk => risk.Consequence == consequence);
        if (Stage is { } stage)
            risks = risks.Where(risk => risk.Stage == stage);
        if (Late)
            risks = risks.NotPaused(database).Where(risk => risk.Status == RiskStatus.Open && risk.StageDueOn < today);
        if (Waiting)
            risks = risks.Waiting(database, today);
        if (ButForLateMeasures)
            risks = risks.Where(risk => !WaitingRisks.WithLateMeasure(database, today).Any(late => late.Id == risk.Id));
        if (ToldAt is { } place)
            risks = risks.Where(risk => WaitingRisks.ToldAt(database, place, Late).Contains(risk.Id));
        foreach (var word in SwedishText.Fold(Search ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
            risks = risks.Where(risk => risk.SearchText.Contains(word));
        return risks;
    }
}
