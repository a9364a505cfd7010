using DigiSam.Language;
using DigiSam.SafetyRounds;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.SamYears.Guards;

/// <summary>
/// Each deficiency that the year's completed rounds found is the source of an assessed risk, or dismissed with a reason
/// (AFS 2023:1 section 11).
/// </summary>
internal sealed class AllDeficienciesAssessedOrDismissed() : YearGuard("all-deficiencies-assessed-or-dismissed")
{
    public override async Task<UnmetGuard?> Check(GuardedStep step, CancellationToken stop)
    {
        var (unit, first, last) = (step.Year.UnitId, step.FirstDay, step.LastDay);
        var rounds = await step.Database.SafetyRounds.AsNoTracking().Include(round => round.Answers)
            .Where(round => round.UnitId == unit && first <= round.PlannedFor && round.PlannedFor <= last && round.Status == RoundStatus.Completed)
            .OrderBy(round => round.PlannedFor).ThenBy(round => round.Id)
            .ToListAsync(stop);
        var ids = rounds.ConvertAll(round => round.Id);
        var risks = await step.Database.Risks
            .Where(risk => risk.RoundId != null && ids.Contains(risk.RoundId.Value))
            .Select(risk => new { risk.Id, RoundId = risk.RoundId!.Value, risk.QuestionKey, risk.Title, IsAssessed = risk.AssessedOn != null })
            .ToListAsync(stop);
        var dismissed = await step.Database.DeficiencyDismissals
            .Where(dismissal => ids.Contains(dismissal.RoundId))
            .Select(dismissal => new { dismissal.RoundId, QuestionKey = (string?)dismissal.QuestionKey })
            .ToListAsync(stop);
        var handled = risks.Select(risk => new { risk.RoundId, risk.QuestionKey }).Concat(dismissed).ToHashSet();

        var waiting = rounds.ConvertAll(round => (round, Count: round.Holding().Values.Count(answer => answer.IsDeficiency && !handled.Contains(new { answer.RoundId, QuestionKey = (string?)answer.QuestionKey }))));
        var unassessed = risks.Where(risk => !risk.IsAssessed).ToList();
        var count = waiting.Sum(found => found.Count) + unassessed.Count;
        return count == 0
            ? null
            : new UnmetGuard(
                Name,
                Counted(count, "brist är varken bedömd som risk eller avfärdad.", "brister är varken bedömda som risker eller avfärdade."),
                step.Address("/risker", "brister"),
                [
                    .. waiting.Where(found => found.Count > 0).Select(found => new MissingThing(
                        $"Bedöm {Counted(found.Count, "brist", "brister")} från ronden {SwedishDate.Long(found.round.PlannedFor)}", step.Record($"/ronder/{found.round.Id}"))),
                    .. unassessed.Select(risk => new MissingThing($"Bedöm risken {risk.Title}", step.Record($"/risker/{risk.Id}"))),
                ]);
    }
}
