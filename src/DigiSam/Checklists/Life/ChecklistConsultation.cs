namespace DigiSam.Checklists.Life;

/// <summary>
/// The chief safety representatives were asked what they think of a draft, in the words it had then. What they answer stays with
/// these words, whatever becomes of the draft.
/// </summary>
public sealed class ChecklistConsultation
{
    private readonly List<ChecklistReply> _replies = [];

    private ChecklistConsultation()
    {
    }

    internal ChecklistConsultation(Guid id, ChecklistDraft draft, Guid personId, DateTimeOffset at)
    {
        Id = id;
        DraftId = draft.Id;
        (Version, Sha256, Content) = (draft.Version, draft.Sha256, draft.Content);
        (SentById, SentAt) = (personId, at);
    }

    public Guid Id { get; private init; }

    public Guid DraftId { get; private init; }

    public int Version { get; private init; }

    /// <summary>What was read: the draft's file as it was sent.</summary>
    public byte[] Content { get; private init; } = [];

    public string Sha256 { get; private init; } = "";

    public Guid SentById { get; private init; }

    public DateTimeOffset SentAt { get; private init; }

    /// <summary>The last day to answer before it may be published without; <see cref="DateOnly.MaxValue"/> when there is none.</summary>
    public DateOnly LastDay { get; private set; } = DateOnly.MaxValue;

    /// <summary>When it was published or taken back; null while it goes on.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public IReadOnlyList<ChecklistReply> Replies => _replies;

    internal void IsOpenUntil(DateOnly lastDay) => LastDay = lastDay;

    internal void End(DateTimeOffset at) => EndedAt ??= at;

    internal void Add(ChecklistReply reply) => _replies.Add(reply);
}

/// <summary>What someone who was consulted said, word for word. Never changed.</summary>
public sealed class ChecklistReply
{
    public const int LongestText = 8000;

    private ChecklistReply()
    {
    }

    internal ChecklistReply(Guid id, Guid consultationId, Guid personId, string? text, DateTimeOffset at)
    {
        Id = id;
        ConsultationId = consultationId;
        PersonId = personId;
        Text = string.IsNullOrWhiteSpace(text) ? null : text;
        At = at;
    }

    public Guid Id { get; private init; }

    public Guid ConsultationId { get; private init; }

    public Guid PersonId { get; private init; }

    /// <summary>Null when they have read it and have nothing to add.</summary>
    public string? Text { get; private init; }

    public DateTimeOffset At { get; private init; }
}
