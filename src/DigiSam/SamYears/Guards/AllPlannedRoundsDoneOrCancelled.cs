using DigiSam.Language;
using DigiSam.SafetyRounds;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.SamYears.Guards;

/// <summary>Each round planned for the year is completed, or cancelled with a reason.</summary>
internal sealed class AllPlannedRoundsDoneOrCancelled() : YearGuard("all-planned-rounds-done-or-cancelled")
{
    public override async Task<UnmetGuard?> Check(GuardedStep step, CancellationToken stop)
    {
        var (unit, first, last) = (step.Year.UnitId, step.FirstDay, step.LastDay);
        var open = await (
            from round in step.Database.SafetyRounds
            join version in step.Database.ChecklistVersions on round.ChecklistVersionId equals version.Id
            where round.UnitId == unit && first <= round.PlannedFor && round.PlannedFor <= last
                && (round.Status == RoundStatus.Planned || round.Status == RoundStatus.Held)
            orderby round.PlannedFor, round.Id
            select new { round.Id, round.PlannedFor, round.Status, version.Title }).ToListAsync(stop);
        return open.Count == 0
            ? null
            : new UnmetGuard(
                Name,
                $"{Counted(open.Count, "rond är inte avslutad eller inställd.", "ronder är inte avslutade eller inställda.")}",
                step.Address("/ronder"),
                [.. open.Select(round => new MissingThing(
                    round.Status == RoundStatus.Held ? $"Avsluta ronden {SwedishDate.Long(round.PlannedFor)}: {round.Title}" : $"Håll ronden {SwedishDate.Long(round.PlannedFor)}: {round.Title}",
                    step.Record($"/ronder/{round.Id}")))]);
    }
}
