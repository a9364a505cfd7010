using DigiSam.Persistence;

namespace DigiSam.AnnualReports;

/// <summary>
/// The annual report of one place for one report year, on its way from draft to decision (AFS 2023:1 14 §). A report that
/// the board returns becomes a draft again as the next <see cref="Version"/>; what was locked and decided before stays.
/// </summary>
public sealed partial class AnnualReport : IRevised
{
    private readonly List<AnnualReportEvent> _history = [];
    private readonly List<AnnualReportInvolvement> _involvement = [];
    private readonly List<CommitteeTreatment> _treatments = [];
    private readonly List<BoardDecision> _decisions = [];

    private AnnualReport()
    {
    }

    internal AnnualReport(Guid id, int reportYear, Guid placeId, ReportLevel level, Guid personId, DateTimeOffset at)
    {
        Id = id;
        ReportYear = reportYear;
        PlaceId = placeId;
        Level = level;
        Version = 1;
        Note(ReportEventKind.Started, personId, at);
    }

    /// <summary>Made by whoever starts it, so that starting twice starts once.</summary>
    public Guid Id { get; private init; }

    /// <summary>The name year; which period it concerns is a matter of the form.</summary>
    public int ReportYear { get; private init; }

    public Guid PlaceId { get; private init; }

    public ReportLevel Level { get; private init; }

    public ReportStatus Status { get; private set; }

    /// <summary>1, and one more each time the board returns the report.</summary>
    public int Version { get; private set; }

    /// <summary>The number of times it has been completed; what the safety representative says is said of one of them.</summary>
    public int Completion { get; private set; }

    /// <summary>The number of times it has been locked; each has its own documents.</summary>
    public int Locking { get; private set; }

    /// <summary>The number the case is registered under (diarienummer), known from the draft on.</summary>
    public string? CaseNumber { get; private set; }

    public DateTimeOffset? CompletedAt { get; private set; }

    public Guid? CompletedBy { get; private set; }

    public DateTimeOffset? SubmittedAt { get; private set; }

    public Guid? SubmittedBy { get; private set; }

    public DateTimeOffset? LockedAt { get; private set; }

    public Guid? LockedBy { get; private set; }

    /// <summary>All that has happened to it, oldest first.</summary>
    public IReadOnlyList<AnnualReportEvent> History => _history;

    /// <summary>Every statement of involvement ever made; see <see cref="Involvement"/> for those that hold.</summary>
    public IReadOnlyList<AnnualReportInvolvement> Statements => _involvement;

    /// <summary>The last word of each safety representative. It stands, also when the report is opened and completed again, until they say another.</summary>
    public IReadOnlyList<AnnualReportInvolvement> Involvement =>
        [.. _involvement.OrderBy(said => said.At).GroupBy(said => said.PersonId).Select(same => same.Last())];

    public IReadOnlyList<CommitteeTreatment> Treatments => _treatments;

    public IReadOnlyList<BoardDecision> Decisions => _decisions;

    /// <summary>The decision that ended it; null while it is not decided.</summary>
    public BoardDecision? Decision => Status == ReportStatus.Decided ? _decisions.MaxBy(decision => decision.Locking) : null;

    public int Rev { get; private set; }

    /// <summary>Whether its answers count in the reports above.</summary>
    public bool Counts => Status != ReportStatus.Draft;

    /// <summary>Texts and answers are written while it is a draft.</summary>
    internal void MustBeDraft()
    {
        if (Status != ReportStatus.Draft)
            throw new ReportIsNotADraft(Status);
    }

    internal void Register(string? caseNumber, Guid personId, DateTimeOffset at)
    {
        MustNotBeDecided();
        var number = string.IsNullOrWhiteSpace(caseNumber) ? null : caseNumber.Trim();
        if (number == CaseNumber)
            return;
        if (Status == ReportStatus.Locked)
            throw new ReportIsLocked();
        CaseNumber = number;
        Note(ReportEventKind.Registered, personId, at, number);
    }

    /// <summary>The manager stands by the report. The safety representative's word is asked for and never waited for.</summary>
    internal void Complete(IReadOnlyList<string> unanswered, Guid personId, DateTimeOffset at)
    {
        if (Status == ReportStatus.Completed)
            return;
        MustBeDraft();
        if (unanswered.Count > 0)
            throw new ReportHasUnansweredQuestions(unanswered);
        Status = ReportStatus.Completed;
        Completion++;
        (CompletedAt, CompletedBy) = (at, personId);
        Note(ReportEventKind.Completed, personId, at);
    }

    /// <summary>Takes completion, or submission, back.</summary>
    internal void Reopen(Guid personId, DateTimeOffset at)
    {
        if (Status == ReportStatus.Draft)
            return;
        MustNotBeLocked();
        BecomeDraft();
        Note(ReportEventKind.Reopened, personId, at);
    }

    /// <summary>
    /// The safety representative says to have taken part, or abstains, with a differing view if there is one, which stands
    /// word for word. It approves nothing and stops nothing.
    /// </summary>
    internal void StateInvolvement(AnnualReportInvolvement statement)
    {
        if (Status == ReportStatus.Draft)
            throw new ReportIsNotCompleted();
        MustNotBeDecided();
        if (!_involvement.Exists(said => said.Id == statement.Id))
            _involvement.Add(statement);
    }

    /// <summary>A committee has treated the report (AML 6 kap. 9 §).</summary>
    internal void Record(CommitteeTreatment treatment)
    {
        if (_treatments.Exists(known => known.Id == treatment.Id))
            return;
        if (Status == ReportStatus.Draft)
            throw new ReportIsNotCompleted();
        MustNotBeLocked();
        _treatments.Add(treatment);
    }

    internal void Submit(Guid personId, DateTimeOffset at)
    {
        if (Status == ReportStatus.Submitted)
            return;
        if (Status == ReportStatus.Draft)
            throw new ReportIsNotCompleted();
        MustNotBeLocked();
        Status = ReportStatus.Submitted;
        (SubmittedAt, SubmittedBy) = (at, personId);
        Note(ReportEventKind.Submitted, personId, at);
    }

    private void BecomeDraft()
    {
        Status = ReportStatus.Draft;
        (CompletedAt, CompletedBy, SubmittedAt, SubmittedBy, LockedAt, LockedBy) = (null, null, null, null, null, null);
    }

    private void MustNotBeLocked()
    {
        MustNotBeDecided();
        if (Status == ReportStatus.Locked)
            throw new ReportIsLocked();
    }

    private void MustNotBeDecided()
    {
        if (Status == ReportStatus.Decided)
            throw new ReportIsDecided();
    }

    private void Note(ReportEventKind kind, Guid personId, DateTimeOffset at, string? reason = null) =>
        _history.Add(new AnnualReportEvent(Id, kind, Version, reason, personId, at));
}
