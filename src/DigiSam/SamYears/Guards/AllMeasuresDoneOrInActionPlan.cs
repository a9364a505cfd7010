using DigiSam.Language;
using DigiSam.Measures;
using DigiSam.Risks;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.SamYears.Guards;

/// <summary>
/// Each open risk above the lowest level has a measure, and no measure in the action plan is past its last day
/// (AFS 2023:1 section 13).
/// </summary>
internal sealed class AllMeasuresDoneOrInActionPlan() : YearGuard("all-measures-done-or-in-action-plan")
{
    public override async Task<UnmetGuard?> Check(GuardedStep step, CancellationToken stop)
    {
        var (unit, last, today) = (step.Year.UnitId, step.LastDay, step.Today);
        var lowest = step.Definitions.Matrices.Select(matrix => matrix.Levels[0].Key).Distinct().ToList();
        var risks = await step.Database.Risks
            .Where(risk => risk.UnitId == unit && risk.Status == RiskStatus.Open && risk.FoundOn <= last && risk.Level != null && !lowest.Contains(risk.Level)
                && !step.Database.Set<MeasureRisk>().Any(against => against.RiskId == risk.Id
                    && step.Database.Measures.Any(measure => measure.Id == against.MeasureId && measure.Status != MeasureStatus.Cancelled)))
            .OrderByDescending(risk => risk.Value).ThenBy(risk => risk.Id)
            .Select(risk => new { risk.Id, risk.Title })
            .ToListAsync(stop);
        var late = await step.Database.Measures
            .Where(measure => measure.UnitId == unit && measure.Status == MeasureStatus.Planned && measure.DueOn < today && measure.DueOn <= last)
            .OrderBy(measure => measure.DueOn).ThenBy(measure => measure.Id)
            .Select(measure => new { measure.Id, measure.Title, measure.DueOn })
            .ToListAsync(stop);
        if (risks.Count + late.Count == 0)
            return null;
        var texts = new List<string>();
        if (risks.Count > 0)
            texts.Add(Counted(risks.Count, "risk saknar åtgärd", "risker saknar åtgärd"));
        if (late.Count > 0)
            texts.Add(Counted(late.Count, "åtgärd har passerat sin sista dag", "åtgärder har passerat sin sista dag"));
        return new UnmetGuard(
            Name, $"{string.Join(" och ", texts)}.", step.Address("/atgarder"),
            [
                .. risks.Select(risk => new MissingThing($"Bestäm en åtgärd mot risken {risk.Title}", step.Record($"/risker/{risk.Id}"))),
                .. late.Select(measure => new MissingThing($"Gör klart eller flytta åtgärden {measure.Title} (skulle vara klar {SwedishDate.Long(measure.DueOn)})", step.Record($"/atgarder/{measure.Id}"))),
            ]);
    }
}
