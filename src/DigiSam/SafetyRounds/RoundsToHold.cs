using DigiSam.Access;
using DigiSam.Language;
using DigiSam.Persistence;
using DigiSam.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.SafetyRounds;

/// <summary>
/// The rounds that wait for the actor in the units they themselves are manager or safety representative of: overdue, begun and
/// due within a month, by day. Denied, like everything, to someone without a role.
/// </summary>
[Needs(Permission.ReadRounds)]
public sealed record RoundsToHold : IQuery<IReadOnlyList<RoundToHold>>
{
    public ActsOn Place => ActsOn.OnlyActor;
}

/// <summary>A round that someone is to hold or complete.</summary>
/// <param name="Answered">How many questions have an answer.</param>
public sealed record RoundToHold(Guid RoundId, Guid UnitId, string Unit, string Checklist, DateOnly PlannedFor, RoundStatus Status, int Answered);

internal sealed class RoundsToHoldHandler(DigiSamContext database, CurrentActor actor, TimeProvider clock)
    : IRequestHandler<RoundsToHold, IReadOnlyList<RoundToHold>>
{
    private const int Most = 20;

    public async Task<IReadOnlyList<RoundToHold>> Handle(RoundsToHold request, CancellationToken cancellationToken)
    {
        var today = SwedishDate.Today(clock);
        var soon = today.AddMonths(1);
        return await (
            from round in database.SafetyRounds
            join unit in database.Units on round.UnitId equals unit.Id
            join version in database.ChecklistVersions on round.ChecklistVersionId equals version.Id
            where (round.Status == RoundStatus.Held || (round.Status == RoundStatus.Planned && round.PlannedFor <= soon))
                && database.RoleAssignments.Any(assignment => assignment.PersonId == actor.PersonId && assignment.PlaceId == round.UnitId
                    && (assignment.Role == Role.Manager || assignment.Role == Role.SafetyRep)
                    && assignment.ValidFrom <= today && today <= assignment.ValidTo)
            orderby round.PlannedFor, unit.SortKey, round.Id
            select new RoundToHold(
                round.Id, unit.Id, unit.Name, version.Title, round.PlannedFor, round.Status,
                round.Answers.Select(answer => answer.QuestionKey).Distinct().Count()))
            .Take(Most).ToListAsync(cancellationToken);
    }
}
