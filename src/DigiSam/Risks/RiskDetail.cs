using DigiSam.Checklists;
using DigiSam.Measures;

namespace DigiSam.Risks;

/// <summary>Everything about one risk. <paramref name="MayWrite"/>: the reader may also change it.</summary>
/// <param name="Assessments">Newest first; the first one holds.</param>
/// <param name="History">Oldest first.</param>
public sealed record RiskDetail(
    Guid Id, Guid UnitId, string Unit, int Rev, string Title, string Description, RiskCategory Category, RiskStatus Status, DateOnly FoundOn,
    DateOnly? ClosedOn, string? ClosedBecause, DateOnly? LiftedOn, string? LiftedBecause, RiskFoundIn FoundIn,
    IReadOnlyList<RiskAssessmentRead> Assessments, IReadOnlyList<RiskMeasureRead> Measures, IReadOnlyList<RiskHistoryEntry> History, RiskMatrix Matrix, RiskStanding Standing, bool MayWrite)
{
    /// <summary>The assessment that holds; null while the risk is not assessed.</summary>
    public RiskAssessmentRead? Now => Assessments.Count > 0 ? Assessments[0] : null;
}

/// <summary>How far the work with the risk has come, and what is next.</summary>
/// <param name="DueOn">The last day of what is next; null when there is none.</param>
/// <param name="Next">What is to be done, as the risk's own version of the process says it; null when nothing is, or it has not been started.</param>
/// <param name="HasProcess">It can be shown how it has gone.</param>
public sealed record RiskStanding(RiskStage Stage, DateOnly? DueOn, bool IsLate, string? Next, bool IsPaused, bool HasProcess);

/// <summary>How the risk was found: the round and its question, or the observation in its reporter's words.</summary>
public sealed record RiskFoundIn(RiskSource Source, Guid? RoundId = null, string? Checklist = null, string? Question = null, Guid? ObservationId = null, string? Observation = null);

/// <summary>An assessment in the words of the matrix it was made with.</summary>
public sealed record RiskAssessmentRead(
    int Value, string LevelKey, string Level, string Advice, string Likelihood, string Consequence, bool Serious, string Reason, string By, DateOnly On, int MatrixVersion);

/// <summary>A measure against the risk, and what came of it.</summary>
public sealed record RiskMeasureRead(Guid Id, string Title, MeasureStatus Status, DateOnly DueOn, bool Overdue, DateOnly? DoneOn, string Responsible, MeasureEffect? Effect, DateOnly? NextCheckOn);

/// <summary>One thing that happened, as a sentence, with the reason given.</summary>
public sealed record RiskHistoryEntry(DateTimeOffset At, string What, string? Text, string By);
