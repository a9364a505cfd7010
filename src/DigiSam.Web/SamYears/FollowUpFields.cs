using DigiSam.SamYears;

namespace DigiSam.Web.SamYears;

/// <summary>
/// The fields of the yearly follow-up. Beside each question lies what the page showed when it was read, so that a page that has
/// been open for long says only what its reader changed, and turns no colleague's newer answer back.
/// </summary>
internal static class FollowUpFields
{
    public static string Answer(string question) => $"svar-{question}";

    public static string Note(string question) => $"anteckning-{question}";

    public static string ShownAnswer(string question) => $"visat-svar-{question}";

    public static string ShownNote(string question) => $"visad-anteckning-{question}";

    /// <summary>All questions that have an answer on the page.</summary>
    public static IReadOnlyList<GivenFollowUpAnswer> Answered(AnnualFollowUpForm form, IFormCollection posted) =>
    [
        .. from question in form.Questions
           let answer = posted[Answer(question.Key)].ToString()
           where Enum.TryParse<AnnualFollowUpValue>(answer, out _)
           select new GivenFollowUpAnswer(question.Key, Enum.Parse<AnnualFollowUpValue>(answer), posted[Note(question.Key)]),
    ];

    /// <summary>Those of them that differ from what the page showed.</summary>
    public static IReadOnlyList<GivenFollowUpAnswer> Changed(AnnualFollowUpForm form, IFormCollection posted) =>
    [
        .. Answered(form, posted).Where(given => posted[ShownAnswer(given.QuestionKey)] != $"{given.Answer}"
            || Plain(posted[ShownNote(given.QuestionKey)]) != Plain(given.Note)),
    ];

    /// <summary>Browsers send line breaks as they please.</summary>
    private static string Plain(string? note) => (note ?? "").ReplaceLineEndings("\n").Trim();
}
