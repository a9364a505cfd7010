using DigiSam.SafetyRounds;

namespace DigiSam.Web.SafetyRounds;

/// <summary>An answer as the form of a question sends it; the value is null when none was chosen.</summary>
public sealed record SentAnswer(Guid Id, Guid UnitId, string QuestionKey, RoundAnswerValue? Value, string? Note)
{
    public static SentAnswer In(IFormCollection form) => new(
        Guid.TryParse(form["nummer"], out var id) ? id : Guid.CreateVersion7(),
        Guid.TryParse(form["enhet"], out var unit) ? unit : Guid.Empty,
        form["fraga"].ToString(),
        Enum.TryParse<RoundAnswerValue>(form["svar"], out var value) && Enum.IsDefined(value) ? value : null,
        form["anteckning"].ToString());
}
