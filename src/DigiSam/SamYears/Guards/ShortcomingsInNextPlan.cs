using Microsoft.EntityFrameworkCore;

namespace DigiSam.SamYears.Guards;

/// <summary>Each shortcoming that the yearly follow-up found is an improvement in next year's plan (AFS 2023:1 section 14).</summary>
internal sealed class ShortcomingsInNextPlan() : YearGuard("shortcomings-in-next-plan")
{
    public override async Task<UnmetGuard?> Check(GuardedStep step, CancellationToken stop)
    {
        var year = step.Year.Id;
        var answers = await step.Database.AnnualFollowUpAnswers.AsNoTracking().Where(answer => answer.SamYearId == year).ToListAsync(stop);
        var planned = await step.Database.Improvements.Where(improvement => improvement.SamYearId == year).Select(improvement => improvement.QuestionKey).ToHashSetAsync(stop);
        var holding = AnnualFollowUpAnswer.Holding(answers);
        var left = step.Definitions.FollowUp.Questions
            .Where(question => holding.TryGetValue(question.Key, out var answer) && answer.IsShortcoming && !planned.Contains(question.Key))
            .ToList();
        return left.Count == 0
            ? null
            : new UnmetGuard(
                Name, Counted(left.Count, "brist i uppföljningen är inte en förbättring i nästa års plan.", "brister i uppföljningen är inte förbättringar i nästa års plan."),
                step.Address($"{SamYearAddress.Page}/uppfoljning", "forbattringar"),
                [.. left.Select(question => new MissingThing(question.Text, step.Address($"{SamYearAddress.Page}/uppfoljning", $"forbattra-{question.Key}")))]);
    }
}
