namespace DigiSam.Checklists.Life;

/// <summary>The conditions that process definitions may set for a checklist's way on.</summary>
internal static class ChecklistGuards
{
    /// <summary>Someone who was consulted has answered, or the last day for it has passed.</summary>
    public const string AnsweredOrOver = "consultation-answered-or-over";

    /// <summary>The names that process definitions may use.</summary>
    public static IReadOnlyList<string> Names { get; } = [AnsweredOrOver];

    /// <summary>Those that do not hold for the draft now; the exit says which count.</summary>
    public static IReadOnlyList<string> Unmet(ChecklistDraft draft, DateOnly today) => IsAnsweredOrOver(draft, today) ? [] : [AnsweredOrOver];

    /// <summary>See <see cref="AnsweredOrOver"/>.</summary>
    public static bool IsAnsweredOrOver(ChecklistDraft draft, DateOnly today) =>
        draft.Present is { } consultation && (consultation.Replies.Count > 0 || consultation.LastDay < today);
}
