namespace DigiSam.Checklists.Life;

/// <summary>What a yearly review came to.</summary>
public enum ReviewFinding
{
    NoChange,

    /// <summary>It needs a new version, of which there is a draft.</summary>
    NewVersion,
}

/// <summary>That a published version was looked over, and what was found. Never changed.</summary>
public sealed class ChecklistReview
{
    public const int LongestNote = 2000;

    private ChecklistReview()
    {
    }

    internal ChecklistReview(Guid id, Guid versionId, ReviewFinding finding, string note, Guid personId, DateTimeOffset at)
    {
        Id = id;
        VersionId = versionId;
        Finding = finding;
        Note = note.Trim();
        PersonId = personId;
        At = at;
    }

    public Guid Id { get; private init; }

    public Guid VersionId { get; private init; }

    public ReviewFinding Finding { get; private init; }

    public string Note { get; private init; } = "";

    public Guid PersonId { get; private init; }

    public DateTimeOffset At { get; private init; }
}

/// <summary>That a checklist was taken out of use: all its versions, for new rounds. It may be undone, and stays as history then.</summary>
public sealed class ChecklistRetirement
{
    public const int LongestReason = 2000;

    private ChecklistRetirement()
    {
    }

    internal ChecklistRetirement(Guid id, string key, string reason, Guid personId, DateTimeOffset at)
    {
        Id = id;
        Key = key;
        Reason = reason.Trim();
        PersonId = personId;
        At = at;
    }

    public Guid Id { get; private init; }

    public string Key { get; private init; } = "";

    public string Reason { get; private init; } = "";

    public Guid PersonId { get; private init; }

    public DateTimeOffset At { get; private init; }

    public Guid? UndoneById { get; private set; }

    /// <summary>When it was taken in use again; null while it is out of use.</summary>
    public DateTimeOffset? UndoneAt { get; private set; }

    internal void Undo(Guid personId, DateTimeOffset at)
    {
        if (UndoneAt is null)
            (UndoneById, UndoneAt) = (personId, at);
    }
}
