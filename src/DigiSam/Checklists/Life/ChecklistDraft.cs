using DigiSam.Persistence;

namespace DigiSam.Checklists.Life;

public enum ChecklistDraftStatus
{
    Draft,

    /// <summary>The chief safety representatives are asked what they think; the words lie still meanwhile.</summary>
    Consulted,
    Published,
    Dropped,
}

/// <summary>
/// A version of a checklist before it is published, kept as the bytes of its file. Once published its id is the version's, and it
/// stays as the record of how the version came to be. At most one of each checklist is under way.
/// </summary>
public sealed class ChecklistDraft : IRevised
{
    private readonly List<ChecklistConsultation> _consultations = [];

    private ChecklistDraft()
    {
    }

    internal ChecklistDraft(Guid id, Checklist checklist, byte[] content, Guid personId, DateTimeOffset at)
    {
        Id = id;
        Key = checklist.Key;
        (StartedById, StartedAt) = (personId, at);
        Write(checklist, content, personId, at);
    }

    public Guid Id { get; private init; }

    public string Key { get; private init; } = "";

    /// <summary>The version that it is to be.</summary>
    public int Version { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>The file as it was last sent in (YAML, UTF-8); always one that could be published.</summary>
    public byte[] Content { get; private set; } = [];

    public string Sha256 { get; private set; } = "";

    public ChecklistDraftStatus Status { get; private set; }

    public Guid StartedById { get; private init; }

    public DateTimeOffset StartedAt { get; private init; }

    public Guid ChangedById { get; private set; }

    /// <summary>When its words were last changed.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>How many answers there have been: one more is a change, so that who publishes has read it.</summary>
    public int Answers { get; private set; }

    /// <summary>Why it was given up; null unless it was.</summary>
    public string? DroppedBecause { get; private set; }

    public DateTimeOffset? DroppedAt { get; private set; }

    public int Rev { get; private set; }

    public IReadOnlyList<ChecklistConsultation> Consultations => _consultations;

    /// <summary>Whether it still can become a version.</summary>
    public bool IsUnderWay => Status is ChecklistDraftStatus.Draft or ChecklistDraftStatus.Consulted;

    /// <summary>The consultation that goes on; null when none does.</summary>
    internal ChecklistConsultation? Present => _consultations.Find(consultation => consultation.EndedAt is null);

    internal void Replace(Checklist checklist, byte[] content, Guid personId, DateTimeOffset at)
    {
        MustBe(ChecklistDraftStatus.Draft);
        Write(checklist, content, personId, at);
    }

    internal void Send(Guid consultationId, Guid personId, DateTimeOffset at)
    {
        MustBe(ChecklistDraftStatus.Draft);
        Status = ChecklistDraftStatus.Consulted;
        _consultations.Add(new ChecklistConsultation(consultationId, this, personId, at));
    }

    internal void TakeBack(DateTimeOffset at)
    {
        MustBe(ChecklistDraftStatus.Consulted);
        Status = ChecklistDraftStatus.Draft;
        Present?.End(at);
    }

    internal void Answer(Guid consultationId, ChecklistReply reply)
    {
        if (Status != ChecklistDraftStatus.Consulted || Present?.Id != consultationId)
            throw new ConsultationIsOver();
        Present.Add(reply);
        Answers++;
    }

    /// <summary>Becomes a version, byte for byte.</summary>
    internal ChecklistVersion Publish(Checklist checklist, DateOnly validFrom, Guid personId, DateTimeOffset at)
    {
        MustBe(ChecklistDraftStatus.Consulted);
        Status = ChecklistDraftStatus.Published;
        Present?.End(at);
        return new ChecklistVersion(this, checklist, validFrom, personId, at);
    }

    internal void Drop(string reason, DateTimeOffset at)
    {
        MustBe(ChecklistDraftStatus.Draft);
        Status = ChecklistDraftStatus.Dropped;
        (DroppedBecause, DroppedAt) = (reason.Trim(), at);
    }

    private void Write(Checklist checklist, byte[] content, Guid personId, DateTimeOffset at)
    {
        (Version, Title, Sha256, Content) = (checklist.Version, checklist.Title, checklist.Sha256, content);
        (ChangedById, ChangedAt) = (personId, at);
    }

    /// <summary>Fails with <see cref="DraftIsNot"/>.</summary>
    internal void MustBe(ChecklistDraftStatus needed)
    {
        if (Status != needed)
            throw new DraftIsNot(needed, Status);
    }
}
