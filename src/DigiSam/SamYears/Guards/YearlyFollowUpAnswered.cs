using Microsoft.EntityFrameworkCore;

namespace DigiSam.SamYears.Guards;

/// <summary>Each question of the yearly follow-up is answered (AFS 2023:1 section 14).</summary>
internal sealed class YearlyFollowUpAnswered() : YearGuard(YearGuards.FollowUp)
{
    public override async Task<UnmetGuard?> Check(GuardedStep step, CancellationToken stop)
    {
        var year = step.Year.Id;
        var answered = await step.Database.AnnualFollowUpAnswers.Where(answer => answer.SamYearId == year).Select(answer => answer.QuestionKey).ToHashSetAsync(stop);
        var left = step.Definitions.FollowUp.Questions.Count(question => !answered.Contains(question.Key));
        return left == 0
            ? null
            : new UnmetGuard(Name, Counted(left, "fråga i den årliga uppföljningen är inte besvarad.", "frågor i den årliga uppföljningen är inte besvarade."), step.Address($"{SamYearAddress.Page}/uppfoljning"), []);
    }
}
