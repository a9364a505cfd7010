using DigiSam.Measures;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.SamYears.Guards;

/// <summary>Each measure that is done has been checked, or has a day ahead for the next check (AFS 2023:1 section 13).</summary>
internal sealed class AllDoneMeasuresCheckedOrRescheduled() : YearGuard("all-done-measures-checked-or-rescheduled")
{
    public override async Task<UnmetGuard?> Check(GuardedStep step, CancellationToken stop)
    {
        var (unit, last, today) = (step.Year.UnitId, step.LastDay, step.Today);
        var unverified = await step.Database.Measures
            .Where(measure => measure.UnitId == unit && measure.Status == MeasureStatus.Done && measure.DoneOn <= last
                && (measure.NextCheckOn == null || measure.NextCheckOn < today))
            .OrderBy(measure => measure.DoneOn).ThenBy(measure => measure.Id)
            .Select(measure => new { measure.Id, measure.Title })
            .ToListAsync(stop);
        return unverified.Count == 0
            ? null
            : new UnmetGuard(Name, Counted(unverified.Count, "genomförd åtgärd är inte kontrollerad.", "genomförda åtgärder är inte kontrollerade."), step.Address("/atgarder"), [.. unverified.Select(measure => new MissingThing($"Kontrollera åtgärden {measure.Title}", step.Record($"/atgarder/{measure.Id}")))]);
    }
}
