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
    bool MayUndoCancel);

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
            round.Holding(), round.Participants, before?.Holding() ?? new Dictionary<string, RoundAnswer>(), before?.HeldOn, round.MayUndoCancel(SwedishDate.Today(clock)));
    }
}
