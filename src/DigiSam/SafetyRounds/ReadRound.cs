using DigiSam.Access;
using DigiSam.Checklists;
using DigiSam.Language;
using DigiSam.Persistence;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.SafetyRounds;

/// <summary>A round in full: the checklist in its own words, the answer that holds to each question, and who took part.</summary>
/// <param name="LastTime">What was answered to each question in the unit's latest completed round with the same checklist.</param>
/// <param name="LastTimeOn">The day of that round.</param>
/// <param name="MayUndoCancel">The round was cancelled today.</param>
/// <param name="Fates">What came of the deficiencies, by question; those that wait are not in it.</param>
public sealed record RoundDetail(
    Guid Id,
    Guid UnitId,
    string Unit,
    Checklist Checklist,
    DateOnly PlannedFor,
    RoundStatus Status,
    DateOnly? HeldOn,
    DateTimeOffset? CompletedAt,
    string? CancelledBecause,
    IReadOnlyDictionary<string, RoundAnswer> Answers,
    IReadOnlyList<RoundParticipant> Participants,
    IReadOnlyDictionary<string, RoundAnswer> LastTime,
    DateOnly? LastTimeOn,
    bool MayUndoCancel,
    IReadOnlyDictionary<string, DeficiencyFate> Fates);

/// <summary>What came of a deficiency after the round: the risk it became, or why it was dismissed as none.</summary>
/// <param name="IsAssessed">The risk it became has been assessed.</param>
public sealed record DeficiencyFate(Guid? RiskId, bool IsAssessed, string? DismissedBecause)
{
    /// <summary>Nothing more is to be done: assessed as a risk, or dismissed with a reason.</summary>
    public bool IsSettled => IsAssessed || DismissedBecause is not null;
}

/// <summary>Reads one round.</summary>
[Needs(Permission.ReadRounds)]
public sealed record ReadRound(Guid UnitId, Guid RoundId) : IQuery<RoundDetail>, IRoundRequest
{
    public ActsOn Place => new(UnitId);
}

internal sealed class ReadRoundValidator : AbstractValidator<ReadRound>
{
    public ReadRoundValidator() => this.HasRound();
}

internal sealed class ReadRoundHandler(DigiSamContext database, Rounds rounds, TimeProvider clock) : IRequestHandler<ReadRound, RoundDetail>
{
    public async Task<RoundDetail> Handle(ReadRound request, CancellationToken cancellationToken)
    {
        var round = await rounds.Find(request, cancellationToken);
        var checklist = await rounds.ChecklistOf(round, cancellationToken);
        var before = await (
            from earlier in database.SafetyRounds.AsNoTracking().Include(earlier => earlier.Answers)
            join version in database.ChecklistVersions on earlier.ChecklistVersionId equals version.Id
            where earlier.UnitId == round.UnitId && earlier.Id != round.Id && version.Key == checklist.Key
                && earlier.Status == RoundStatus.Completed && earlier.PlannedFor <= round.PlannedFor
            orderby earlier.PlannedFor descending, earlier.CompletedAt descending
            select earlier).FirstOrDefaultAsync(cancellationToken);
        var unit = await database.Units.AsNoTracking().SingleAsync(unit => unit.Id == round.UnitId, cancellationToken);
        return new RoundDetail(
            round.Id, unit.Id, unit.Name, checklist, round.PlannedFor, round.Status, round.HeldOn, round.CompletedAt, round.CancelledBecause,
            round.Holding(), round.Participants, before?.Holding() ?? new Dictionary<string, RoundAnswer>(), before?.HeldOn, round.MayUndoCancel(SwedishDate.Today(clock)),
            await Fates(round.Id, cancellationToken));
    }

    private async Task<Dictionary<string, DeficiencyFate>> Fates(Guid roundId, CancellationToken stop)
    {
        var risks = await database.Risks.Where(risk => risk.RoundId == roundId && risk.QuestionKey != null)
            .Select(risk => new { Key = risk.QuestionKey!, Fate = new DeficiencyFate(risk.Id, risk.AssessedOn != null, null) }).ToListAsync(stop);
        var dismissals = await database.DeficiencyDismissals.Where(dismissal => dismissal.RoundId == roundId)
            .Select(dismissal => new { Key = dismissal.QuestionKey, Fate = new DeficiencyFate(null, false, dismissal.Reason) }).ToListAsync(stop);
        return risks.Concat(dismissals).DistinctBy(fate => fate.Key).ToDictionary(fate => fate.Key, fate => fate.Fate);
    }
}
