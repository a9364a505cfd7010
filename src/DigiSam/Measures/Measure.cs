using DigiSam.Language;
using DigiSam.Persistence;

namespace DigiSam.Measures;

public enum MeasureStatus
{
    Planned,
    Done,

    /// <summary>Done, and its effect is judged.</summary>
    Checked,
    Cancelled,
}

/// <summary>How a measure works, best first: at the source if it can be (AFS 2023:1 13 §, råd).</summary>
public enum MeasureKind
{
    AtSource,
    Technical,
    Organisational,
    Knowledge,
    Protective,
}

/// <summary>
/// What is done against one or more risks, by whom and when: a line of the action plan (AFS 2023:1 13 §). A moved last day,
/// each check of the effect and each carry-over stay as history.
/// </summary>
public sealed class Measure : IRevised
{
    public const int LongestTitle = 300;

    private readonly List<MeasureRisk> _risks = [];
    private readonly List<MeasureDueDate> _dueDates = [];
    private readonly List<EffectCheck> _effectChecks = [];
    private readonly List<MeasureCarryOver> _carryOvers = [];
    private readonly List<MeasureEvent> _events = [];

    private Measure()
    {
    }

    internal Measure(Guid id, Guid unitId, MeasurePlan plan, DateOnly dueOn, IEnumerable<Guid> risks, Guid createdBy, DateTimeOffset createdAt)
    {
        Id = id;
        UnitId = unitId;
        DueOn = dueOn;
        CreatedBy = createdBy;
        CreatedAt = createdAt;
        Plan(plan);
        foreach (var risk in risks.Distinct())
            Serve(risk);
        Note(MeasureEventKind.Added, null, createdBy, createdAt);
    }

    /// <summary>Made by whoever added it, so that a double click counts once.</summary>
    public Guid Id { get; private init; }

    public Guid UnitId { get; private init; }

    public string Title { get; private set; } = "";

    public MeasureKind Kind { get; private set; }

    /// <summary>The person who sees to it that the measure is carried out.</summary>
    public Guid ResponsibleId { get; private set; }

    /// <summary>The last day.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>In kronor; null when nobody has said.</summary>
    public decimal? Cost { get; private set; }

    public Guid CreatedBy { get; private init; }

    public DateTimeOffset CreatedAt { get; private init; }

    public MeasureStatus Status { get; private set; }

    public DateOnly? DoneOn { get; private set; }

    public string? CancelledBecause { get; private set; }

    /// <summary>What the newest check of the effect said; null before the first.</summary>
    public MeasureEffect? Effect { get; private set; }

    /// <summary>When the effect is to be checked again, while it cannot be judged yet.</summary>
    public DateOnly? NextCheckOn { get; private set; }

    /// <summary>The title as it is searched (see <see cref="SwedishText.Fold"/>).</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>Orders titles as the Swedish alphabet does. Empty only in rows of version 0.1.0, until the next start has filled it.</summary>
    public string SortKey { get; private set; } = "";

    public IReadOnlyList<MeasureRisk> Risks => _risks;

    public IReadOnlyList<MeasureDueDate> DueDates => _dueDates;

    public IReadOnlyList<EffectCheck> EffectChecks => _effectChecks;

    public IReadOnlyList<MeasureCarryOver> CarryOvers => _carryOvers;

    public IReadOnlyList<MeasureEvent> Events => _events;

    public int Rev { get; private set; }

    public bool IsOverdue(DateOnly today) => Status == MeasureStatus.Planned && DueOn < today;

    internal void Edit(MeasurePlan plan, Guid personId, DateTimeOffset at)
    {
        if (plan == new MeasurePlan(Title, Kind, ResponsibleId, Cost))
            return;
        MustBe(MeasureStatus.Planned);
        Note(MeasureEventKind.Edited, plan.Title.Trim() == Title ? null : Title, personId, at);
        Plan(plan);
    }

    /// <summary>Gives the measure another last day; the old one stays as history. The same day again changes nothing.</summary>
    internal void MoveDueDate(DateOnly to, string reason, Guid personId, DateTimeOffset at)
    {
        if (to == DueOn)
            return;
        MustBe(MeasureStatus.Planned);
        _dueDates.Add(new MeasureDueDate(Id, DueOn, to, reason, personId, at));
        DueOn = to;
    }

    internal void MarkDone(DateOnly on, DateOnly today, Guid personId, DateTimeOffset at)
    {
        if (Status == MeasureStatus.Done && DoneOn == on)
            return;
        MustBe(MeasureStatus.Planned);
        if (on > today)
            throw new NothingIsDoneInTheFuture(today);
        (Status, DoneOn) = (MeasureStatus.Done, on);
        Note(MeasureEventKind.Done, null, personId, at);
    }

    /// <summary>Takes "done" back, while the effect is not judged.</summary>
    internal void UndoDone(Guid personId, DateTimeOffset at)
    {
        if (Status == MeasureStatus.Planned)
            return;
        MustBe(MeasureStatus.Done);
        (Status, DoneOn, Effect, NextCheckOn) = (MeasureStatus.Planned, null, null, null);
        Note(MeasureEventKind.DoneUndone, null, personId, at);
    }

    /// <summary>Judges the effect of a measure that is done (AFS 2023:1 13 §). "Not yet" takes a later day to check again.</summary>
    internal void CheckEffect(Guid id, MeasureEffect effect, DateOnly? nextCheckOn, string? note, Guid personId, DateOnly today, DateTimeOffset at)
    {
        if (_effectChecks.Exists(made => made.Id == id))
            return;
        if (Status is not (MeasureStatus.Done or MeasureStatus.Checked))
            throw new OnlyADoneMeasureIsChecked();
        if (effect == MeasureEffect.NotYet && (nextCheckOn is null || nextCheckOn <= today))
            throw new NextCheckIsLater();
        var check = new EffectCheck(id, Id, effect, effect == MeasureEffect.NotYet ? nextCheckOn : null, note, today, personId, at);
        _effectChecks.Add(check);
        (Effect, NextCheckOn) = (check.Effect, check.NextCheckOn);
        Status = effect == MeasureEffect.NotYet ? MeasureStatus.Done : MeasureStatus.Checked;
    }

    /// <summary>Cancels a measure that will not be carried out, with the reason. The same again changes nothing.</summary>
    internal void Cancel(string reason, Guid personId, DateTimeOffset at)
    {
        if (Status == MeasureStatus.Cancelled && CancelledBecause == reason.Trim())
            return;
        MustBe(MeasureStatus.Planned);
        (Status, CancelledBecause) = (MeasureStatus.Cancelled, reason.Trim());
        Note(MeasureEventKind.Cancelled, CancelledBecause, personId, at);
    }

    internal void UndoCancel(Guid personId, DateTimeOffset at)
    {
        if (Status == MeasureStatus.Planned)
            return;
        MustBe(MeasureStatus.Cancelled);
        (Status, CancelledBecause) = (MeasureStatus.Planned, null);
        Note(MeasureEventKind.CancelUndone, null, personId, at);
    }

    /// <summary>Takes an unfinished measure over into the next year, with the reason; once for each year.</summary>
    internal void CarryOver(int fromYear, string reason, Guid personId, DateTimeOffset at)
    {
        if (_carryOvers.Exists(carried => carried.FromYear == fromYear))
            return;
        MustBe(MeasureStatus.Planned);
        _carryOvers.Add(new MeasureCarryOver(Id, fromYear, reason, personId, at));
    }

    /// <summary>The measure works against this risk too.</summary>
    internal void Serve(Guid riskId)
    {
        if (!_risks.Exists(served => served.RiskId == riskId))
            _risks.Add(new MeasureRisk(Id, riskId));
    }

    private void Plan(MeasurePlan plan)
    {
        (Title, Kind, ResponsibleId, Cost) = (plan.Title.Trim(), plan.Kind, plan.ResponsibleId, plan.Cost);
        SearchText = SwedishText.Fold(Title);
        SortKey = SwedishText.SortKey(Title);
    }

    private void Note(MeasureEventKind kind, string? text, Guid personId, DateTimeOffset at) => _events.Add(new MeasureEvent(Id, _events.Count + 1, kind, text, personId, at));

    private void MustBe(MeasureStatus status)
    {
        if (Status != status)
            throw new MeasureIsNot(status, Status);
    }
}

/// <summary>What is edited together: what is done, how it works, who sees to it and what it costs.</summary>
public sealed record MeasurePlan(string Title, MeasureKind Kind, Guid ResponsibleId, decimal? Cost);
