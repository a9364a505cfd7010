using DigiSam.Checklists;
using DigiSam.Language;
using DigiSam.Persistence;
using DigiSam.Requests;

namespace DigiSam.SafetyRounds;

public enum RoundStatus
{
    Planned,
    Held,
    Completed,
    Cancelled,
}

/// <summary>
/// A safety round (arbetsmiljörond) of a unit with one version of a checklist, planned by the manager together with the
/// safety representative and walked by both (AFS 2023:1 6 and 11 §§).
/// </summary>
public sealed class SafetyRound : IRevised
{
    private readonly List<RoundAnswer> _answers = [];
    private readonly List<RoundParticipant> _participants = [];

    private SafetyRound()
    {
    }

    internal SafetyRound(Guid unitId, Guid checklistVersionId, DateOnly plannedFor)
        : this(Guid.CreateVersion7(), unitId, checklistVersionId, plannedFor)
    {
    }

    /// <summary>A round whose id was made by whoever plans it, so that a double click plans one.</summary>
    internal SafetyRound(Guid id, Guid unitId, Guid checklistVersionId, DateOnly plannedFor)
    {
        Id = id;
        UnitId = unitId;
        ChecklistVersionId = checklistVersionId;
        PlannedFor = plannedFor;
    }

    public Guid Id { get; private init; }

    public Guid UnitId { get; private init; }

    /// <summary>The exact words that the round's answers were given under.</summary>
    public Guid ChecklistVersionId { get; private init; }

    public DateOnly PlannedFor { get; private set; }

    public RoundStatus Status { get; private set; }

    /// <summary>The day the first answer was given.</summary>
    public DateOnly? HeldOn { get; private set; }

    public DateTimeOffset? CompletedAt { get; private set; }

    /// <summary>Why the round was cancelled; null unless it was.</summary>
    public string? CancelledBecause { get; private set; }

    public DateTimeOffset? CancelledAt { get; private set; }

    /// <summary>Every answer ever given, oldest first; the last one to a question holds.</summary>
    public IReadOnlyList<RoundAnswer> Answers => _answers;

    public IReadOnlyList<RoundParticipant> Participants => _participants;

    /// <summary>
    /// How many deficiencies of the completed round are neither a risk nor dismissed. Kept, because to find them among all answers
    /// of a year takes longer than a page may.
    /// </summary>
    public int Unjudged { get; private set; }

    public int Rev { get; private set; }

    /// <summary>The answer that holds for each question.</summary>
    public IReadOnlyDictionary<string, RoundAnswer> Holding() =>
        _answers.OrderBy(answer => answer.At).ThenBy(answer => answer.Id).GroupBy(answer => answer.QuestionKey)
            .ToDictionary(given => given.Key, given => given.Last());

    /// <summary>
    /// Answers a question. <paramref name="id"/> is made by whoever answers, so that the same answer arriving twice, after a
    /// double click or a lost connection, counts once.
    /// </summary>
    internal void Answer(Guid id, ChecklistQuestion question, RoundAnswerValue value, string? note, Guid personId, DateTimeOffset at, DateOnly today)
    {
        if (_answers.Exists(given => given.Id == id))
            return;
        MustBeOpen();
        _answers.Add(new RoundAnswer(id, Id, question.Key, value, note, personId, at));
        Status = RoundStatus.Held;
        HeldOn ??= today;
    }

    /// <summary>Completes the round when every question is answered and every deficiency is described.</summary>
    internal void Complete(Checklist checklist, DateTimeOffset now)
    {
        MustBeOpen();
        var holding = Holding();
        var unanswered = checklist.Questions.Where(question => !holding.ContainsKey(question.Key)).ToList();
        if (unanswered.Count > 0)
            throw new RoundHasUnansweredQuestions(unanswered);
        var undescribed = checklist.Questions.Where(question => holding[question.Key] is { IsDeficiency: true, Note: null }).ToList();
        if (undescribed.Count > 0)
            throw new DeficiencyNeedsDescription(undescribed);
        Status = RoundStatus.Completed;
        CompletedAt = now;
        Unjudged = holding.Values.Count(answer => answer.IsDeficiency);
    }

    /// <summary>A deficiency has become a risk or was dismissed.</summary>
    internal void Judge() => Unjudged--;

    /// <summary>Cancels a round that will not be held; the reason stays with it.</summary>
    internal void Cancel(string reason, DateTimeOffset now)
    {
        if (Status != RoundStatus.Planned)
            throw new OnlyAPlannedRoundIsCancelled();
        Status = RoundStatus.Cancelled;
        CancelledBecause = reason;
        CancelledAt = now;
    }

    /// <summary>Takes the round back into the plan; for the slip of a finger, so on the day it was cancelled only.</summary>
    internal void UndoCancel(DateOnly today)
    {
        if (!MayUndoCancel(today))
            throw new CancellationStands();
        Status = RoundStatus.Planned;
        CancelledBecause = null;
        CancelledAt = null;
    }

    /// <summary>Whether the round was cancelled today.</summary>
    public bool MayUndoCancel(DateOnly today) =>
        Status == RoundStatus.Cancelled && CancelledAt is { } at && SwedishDate.DateIn(at) == today;

    internal void MoveTo(DateOnly plannedFor)
    {
        if (Status != RoundStatus.Planned)
            throw new OnlyAPlannedRoundIsMoved();
        PlannedFor = plannedFor;
    }

    internal void Join(RoundParticipant participant)
    {
        MustBeOpen();
        if (!_participants.Exists(joined => joined.Name == participant.Name && joined.Part == participant.Part))
            _participants.Add(participant);
    }

    /// <summary>
    /// The safety representative states to have taken part, or abstains, with a differing view if there is one. Never an
    /// approval: it neither completes the round nor stands in its way, and it can be said after completion too.
    /// </summary>
    internal void StateInvolvement(RoundParticipant representative, bool tookPart, string? differingView, DateTimeOffset at)
    {
        if (Status is RoundStatus.Planned or RoundStatus.Cancelled)
            throw new RoundIsNotHeld();
        var known = _participants.Find(joined => joined.PersonId == representative.PersonId && joined.Part == RoundPart.SafetyRep);
        if (known is null)
            _participants.Add(known = representative);
        known.State(tookPart, differingView, at);
    }

    private void MustBeOpen()
    {
        if (Status is RoundStatus.Completed or RoundStatus.Cancelled)
            throw new RoundIsClosed(Status);
    }
}

/// <summary>A completed or cancelled round is not changed.</summary>
public sealed class RoundIsClosed(RoundStatus status)
    : BrokenRule($"Ronden är {(status == RoundStatus.Completed ? "avslutad" : "inställd")} och kan inte ändras. Planera en ny rond om något behöver undersökas igen.");

/// <summary>A round is completed when every question has an answer.</summary>
public sealed class RoundHasUnansweredQuestions(IReadOnlyList<ChecklistQuestion> questions)
    : BrokenRule(questions.Count == 1 ? "En fråga är inte besvarad. Svara på den, eller välj Ej aktuellt, och avsluta sedan." : $"{questions.Count} frågor är inte besvarade. Svara på dem, eller välj Ej aktuellt, och avsluta sedan.")
{
    public override IReadOnlyList<string> Details { get; } = [.. questions.Select(question => question.Text)];
}

/// <summary>A deficiency that no one described cannot be assessed as a risk.</summary>
public sealed class DeficiencyNeedsDescription(IReadOnlyList<ChecklistQuestion> questions)
    : BrokenRule("Beskriv bristen med några ord där svaret är Nej eller Delvis, så att risken kan bedömas.")
{
    public override IReadOnlyList<string> Details { get; } = [.. questions.Select(question => question.Text)];
}

/// <summary>What has begun is completed, not cancelled.</summary>
public sealed class OnlyAPlannedRoundIsCancelled() : BrokenRule("Ronden har redan börjat eller är avslutad och kan inte ställas in. Avsluta den i stället.");

/// <summary>A cancelled round is taken back on the same day or not at all: the plan of the year has moved on.</summary>
public sealed class CancellationStands() : BrokenRule("Ronden ställdes inte in i dag, så det går inte att ångra. Planera en ny rond i stället.");

/// <summary>A round that has begun keeps its day.</summary>
public sealed class OnlyAPlannedRoundIsMoved() : BrokenRule("Ronden har redan börjat eller är avslutad och kan inte flyttas.");

/// <summary>No one can have taken part in a round that has not been held.</summary>
public sealed class RoundIsNotHeld() : BrokenRule("Ronden är inte hållen än. Du kan ange om du medverkat när den har börjat.");
