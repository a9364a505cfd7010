using DigiSam.Measures;
using DigiSam.Workflows.Calendar;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.SamYears.Guards;

/// <summary>Each measure that is not done goes on into the next year, with the reason. Open measures do not keep a year open.</summary>
internal sealed class AllOpenMeasuresCarriedOver() : YearGuard("all-open-measures-carried-over-with-reason")
{
    public override async Task<UnmetGuard?> Check(GuardedStep step, CancellationToken stop)
    {
        var (unit, year) = (step.Year.UnitId, step.Year.Year);
        var end = SwedishTime.ToUtc(step.LastDay.AddDays(1), TimeOnly.MinValue);
        var open = await step.Database.Measures
            .Where(measure => measure.UnitId == unit && measure.Status == MeasureStatus.Planned && measure.CreatedAt < end
                && !measure.CarryOvers.Any(carried => carried.FromYear == year))
            .OrderBy(measure => measure.DueOn).ThenBy(measure => measure.Id)
            .Select(measure => new { measure.Id, measure.Title })
            .ToListAsync(stop);
        return open.Count == 0
            ? null
            : new UnmetGuard(Name, $"{Counted(open.Count, "åtgärd är varken klar eller tagen med till nästa år", "åtgärder är varken klara eller tagna med till nästa år")} med ett skäl.", step.Address("/atgarder"), [.. open.Select(measure => new MissingThing($"Gör klart eller ta med till nästa år: {measure.Title}", step.Record($"/atgarder/{measure.Id}")))]);
    }
}
