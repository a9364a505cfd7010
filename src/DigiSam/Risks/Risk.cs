using DigiSam.Checklists;
using DigiSam.Language;
using DigiSam.Persistence;

namespace DigiSam.Risks;

public enum RiskStatus
{
    Open,
    Closed,
}

/// <summary>How a risk came to be known.</summary>
public enum RiskSource
{
    Round,
    Observation,
    Change,
    Incident,
    Other,
}

/// <summary>
/// That ill health or an accident may come of something in a unit (AFS 2023:1 11 §). What it is worth stands in its
/// assessments; the newest is copied here so that the register can be filtered and sorted.
/// </summary>
public sealed class Risk : IRevised
{
    public const int LongestTitle = 200;

    public const int LongestDescription = 4000;

    private readonly List<RiskAssessment> _assessments = [];
    private readonly List<RiskEvent> _events = [];

    private Risk()
    {
    }

    internal Risk(Guid id, Guid unitId, string title, string description, RiskCategory category, RiskOrigin origin, DateOnly foundOn, Guid createdBy, DateTimeOffset createdAt)
    {
        Id = id;
        UnitId = unitId;
        Source = origin.Source;
        RoundId = origin.RoundId;
        QuestionKey = origin.QuestionKey;
        ObservationId = origin.ObservationId;
        FoundOn = foundOn;
        CreatedAt = createdAt;
        CreatedBy = createdBy;
        Describe(title, description, category);
        Note(RiskEventKind.Added, null, createdBy, createdAt);
    }

    /// <summary>Made by whoever added it, so that a double click counts once.</summary>
    public Guid Id { get; private init; }

    public Guid UnitId { get; private init; }

    public string Title { get; private set; } = "";

    public string Description { get; private set; } = "";

    public RiskCategory Category { get; private set; }

    public RiskSource Source { get; private init; }

    /// <summary>The round that found it, with <see cref="QuestionKey"/>; else null.</summary>
    public Guid? RoundId { get; private init; }

    public string? QuestionKey { get; private init; }

    public Guid? ObservationId { get; private init; }

    public DateOnly FoundOn { get; private init; }

    public DateTimeOffset CreatedAt { get; private init; }

    public Guid CreatedBy { get; private init; }

    public RiskStatus Status { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    public string? ClosedBecause { get; private set; }

    /// <summary>Why the risk is lifted to the board; null unless it is.</summary>
    public string? LiftedBecause { get; private set; }

    public DateOnly? LiftedOn { get; private set; }

    public int? Likelihood { get; private set; }

    public int? Consequence { get; private set; }

    public int? Value { get; private set; }

    /// <summary>The level's key in the matrix that the newest assessment was made with.</summary>
    public string? Level { get; private set; }

    /// <summary>The version of the matrix that the newest assessment was made with.</summary>
    public int? MatrixVersion { get; private set; }

    public bool? Serious { get; private set; }

    public DateOnly? AssessedOn { get; private set; }

    /// <summary>The register's order in one number: twice the value, and one more when the risk is serious; 0 until assessed.</summary>
    public int Rank { get; private set; }

    /// <summary>Title and description as they are searched (see <see cref="SwedishText.Fold"/>).</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>Orders titles as the Swedish alphabet does.</summary>
    public string SortKey { get; private set; } = "";

    /// <summary>How far the work with it has come, as its process has it.</summary>
    public RiskStage Stage { get; private set; }

    /// <summary>
    /// The last day of what is to be done next. Null of one that is closed, and of an open one whose process has not been started
    /// yet; <see cref="DateOnly.MaxValue"/> where the process has no such day.
    /// </summary>
    public DateOnly? StageDueOn { get; private set; }

    public IReadOnlyList<RiskAssessment> Assessments => _assessments;

    public IReadOnlyList<RiskEvent> Events => _events;

    public int Rev { get; private set; }

    internal void Edit(string title, string description, RiskCategory category, Guid personId, DateTimeOffset at)
    {
        if (title.Trim() == Title && description.Trim() == Description && category == Category)
            return;
        MustBeOpen();
        Note(RiskEventKind.Edited, title.Trim() == Title ? null : Title, personId, at);
        Describe(title, description, category);
    }

    /// <summary>Assesses the risk, or re-assesses it: the newest assessment holds and the earlier stay as they were.</summary>
    internal void Assess(Guid id, RiskMatrix matrix, int likelihood, int consequence, bool serious, string reason, Guid personId, DateOnly on, DateTimeOffset at)
    {
        if (_assessments.Exists(made => made.Id == id))
            return;
        MustBeOpen();
        var assessment = new RiskAssessment(id, Id, matrix, likelihood, consequence, serious, reason, personId, on, at);
        _assessments.Add(assessment);
        (Likelihood, Consequence, Value) = (assessment.Likelihood, assessment.Consequence, assessment.Value);
        (Level, MatrixVersion) = (assessment.Level, assessment.MatrixVersion);
        (Serious, AssessedOn) = (assessment.Serious, assessment.AssessedOn);
        Rank = (2 * assessment.Value) + (assessment.Serious ? 1 : 0);
        Note(RiskEventKind.Assessed, null, personId, at);
    }

    /// <summary>Closes a risk that is assessed, with the reason. The same again changes nothing.</summary>
    internal void Close(string reason, Guid personId, DateOnly on, DateTimeOffset at)
    {
        if (Status == RiskStatus.Closed && ClosedBecause == reason.Trim())
            return;
        MustBeOpen();
        if (AssessedOn is null)
            throw new UnassessedRiskStaysOpen();
        (Status, ClosedOn, ClosedBecause) = (RiskStatus.Closed, on, reason.Trim());
        Note(RiskEventKind.Closed, ClosedBecause, personId, at);
    }

    internal void Reopen(Guid personId, DateTimeOffset at)
    {
        if (Status == RiskStatus.Open)
            return;
        (Status, ClosedOn, ClosedBecause) = (RiskStatus.Open, null, null);
        Note(RiskEventKind.Reopened, null, personId, at);
    }

    /// <summary>Lifts the risk to the board's report, with the motive. The same again changes nothing.</summary>
    internal void Lift(string motive, Guid personId, DateOnly on, DateTimeOffset at)
    {
        if (LiftedBecause == motive.Trim())
            return;
        MustBeOpen();
        if (AssessedOn is null)
            throw new OnlyAnAssessedRiskIsLifted();
        (LiftedBecause, LiftedOn) = (motive.Trim(), on);
        Note(RiskEventKind.Lifted, LiftedBecause, personId, at);
    }

    internal void UndoLift(Guid personId, DateTimeOffset at)
    {
        if (LiftedBecause is null)
            return;
        (LiftedBecause, LiftedOn) = (null, null);
        Note(RiskEventKind.LiftUndone, null, personId, at);
    }

    /// <summary>Keeps where the risk's process stands.</summary>
    internal void Stand(RiskStage stage, DateOnly? dueOn) => (Stage, StageDueOn) = (stage, dueOn);

    private void Describe(string title, string description, RiskCategory category)
    {
        (Title, Description, Category) = (title.Trim(), description.Trim(), category);
        SearchText = SwedishText.Fold($"{Title} {Description}");
        SortKey = SwedishText.SortKey(Title);
    }

    private void Note(RiskEventKind kind, string? text, Guid personId, DateTimeOffset at) => _events.Add(new RiskEvent(Id, _events.Count + 1, kind, text, personId, at));

    private void MustBeOpen()
    {
        if (Status == RiskStatus.Closed)
            throw new RiskIsClosed();
    }
}

/// <summary>How a risk came to be known: an observation, or a question of a round, or neither.</summary>
public sealed record RiskOrigin(RiskSource Source, Guid? RoundId = null, string? QuestionKey = null, Guid? ObservationId = null);
