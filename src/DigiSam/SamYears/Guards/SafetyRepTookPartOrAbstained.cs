using Microsoft.EntityFrameworkCore;

namespace DigiSam.SamYears.Guards;

/// <summary>
/// The safety representative has taken part or abstained, or the manager has written why none is with (AFS 2023:1 section 6).
/// </summary>
internal sealed class SafetyRepTookPartOrAbstained() : YearGuard(YearGuards.Involvement)
{
    public override async Task<UnmetGuard?> Check(GuardedStep step, CancellationToken stop)
    {
        var (year, key) = (step.Year.Id, step.StepKey);
        var said = await step.Database.StepInvolvements.AnyAsync(word => word.SamYearId == year && word.StepKey == key, stop)
            || await step.Database.StepAbsences.AnyAsync(absence => absence.SamYearId == year && absence.StepKey == key, stop);
        return said
            ? null
            : new UnmetGuard(
                Name,
                "Skyddsombudet har inte sagt Har medverkat eller Avstår. Är inget ombud med, skriv varför.",
                step.Address(SamYearAddress.Page, $"medverkan-{key}"),
                []);
    }
}
