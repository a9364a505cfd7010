namespace DigiSam.Checklists.Life;

/// <summary>A checklist with all that has become of it.</summary>
/// <param name="Versions">Newest first.</param>
/// <param name="Holding">The number of the version that new rounds get today; 0 when none does.</param>
/// <param name="Draft">What is being written; null when nothing is.</param>
/// <param name="Dropped">Drafts that were given up, the latest first; for those who may read drafts.</param>
/// <param name="Consultations">All consultations, the latest first; for those who may read drafts.</param>
/// <param name="ReviewBy">The last day of the next review; null when none is due.</param>
/// <param name="Followed">The version whose process tells where the checklist stands: the newest; null while there is only a draft.</param>
public sealed record ChecklistLife(
    string Key, string Title, string Purpose, IReadOnlyList<VersionInLife> Versions, int Holding, DraftInLife? Draft, IReadOnlyList<DroppedDraft> Dropped,
    IReadOnlyList<ConsultationInLife> Consultations, IReadOnlyList<ReviewInLife> Reviews, IReadOnlyList<RetirementInLife> Retirements, DateOnly? ReviewBy, Guid? Followed,
    bool MayPublish, bool MayReadDrafts)
{
    /// <summary>That it is out of use; null when it is in use.</summary>
    public RetirementInLife? Retired => Retirements.FirstOrDefault(retirement => retirement.UndoneAt is null);
}

/// <summary>A published version in the life of its checklist.</summary>
/// <param name="PublishedBy">Null when it came with the program.</param>
/// <param name="Consulted">Who answered the consultation that it was published after.</param>
/// <param name="Rounds">How many rounds have been planned with it.</param>
public sealed record VersionInLife(
    Guid Id, int Version, string Title, DateTimeOffset PublishedAt, DateOnly ValidFrom, string? PublishedBy, IReadOnlyList<ConsultedPerson> Consulted, int Rounds);

public sealed record ConsultedPerson(string Name, DateTimeOffset At);

/// <summary>The draft that is under way.</summary>
/// <param name="Asked">Those who are, or would be, consulted today.</param>
/// <param name="LastDay">The last day to answer; null when it is not on consultation, or there is none.</param>
/// <param name="MayBePublished">An answer has come, or the last day has passed.</param>
public sealed record DraftInLife(
    Guid Id, int Rev, int Version, string Title, ChecklistDraftStatus Status, string Sha256, int Questions, int Minutes, string ChangedBy, DateTimeOffset ChangedAt,
    IReadOnlyList<string> Asked, Guid? ConsultationId, DateOnly? LastDay, int Replies, bool MayBePublished);

public sealed record DroppedDraft(Guid Id, int Version, string Reason, DateTimeOffset At);

/// <summary>A consultation with what was answered.</summary>
/// <param name="IsOfPresentWords">Whether the words that were read are those of the version, or of the draft as it is now.</param>
public sealed record ConsultationInLife(
    Guid Id, Guid DraftId, int Version, string SentBy, DateTimeOffset SentAt, DateOnly? LastDay, DateTimeOffset? EndedAt, bool IsOfPresentWords, IReadOnlyList<ReplyInLife> Replies);

/// <summary>What someone answered, word for word.</summary>
/// <param name="Text">Null when they had nothing to add.</param>
public sealed record ReplyInLife(string Person, DateTimeOffset At, string? Text);

public sealed record ReviewInLife(int Version, ReviewFinding Finding, string Note, string Person, DateTimeOffset At);

public sealed record RetirementInLife(Guid Id, string Reason, string Person, DateTimeOffset At, string? UndoneBy, DateTimeOffset? UndoneAt);
