using DigiSam.Access;
using DigiSam.Checklists;
using DigiSam.Language;
using DigiSam.Persistence;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.SafetyRounds;

/// <summary>What one needs to know to plan a unit's rounds of a year.</summary>
/// <param name="Planned">The year's rounds as they stand, without those that are cancelled.</param>
public sealed record RoundPlanning(
    string Unit, IReadOnlyList<OfferedChecklist> Checklists, IReadOnlyList<PersonOfUnit> People, IReadOnlyList<RoundInPlan> Planned);

public sealed record RoundInPlan(Guid RoundId, string ChecklistKey, DateOnly PlannedFor, RoundStatus Status);

/// <summary>Reads the checklists that one can choose, the unit's people and what is planned already.</summary>
[Needs(Permission.PlanRounds)]
public sealed record ReadRoundPlanning(Guid UnitId, int Year) : IQuery<RoundPlanning>
{
    public ActsOn Place => new(UnitId);
}

internal sealed class ReadRoundPlanningValidator : AbstractValidator<ReadRoundPlanning>
{
    public ReadRoundPlanningValidator()
    {
        RuleFor(query => query.UnitId).NotEmpty().WithName("Enheten");
        RuleFor(query => query.Year).ReportYear();
    }
}

internal sealed class ReadRoundPlanningHandler(DigiSamContext database, RoundPlans plans, TimeProvider clock) : IRequestHandler<ReadRoundPlanning, RoundPlanning>
{
    public async Task<RoundPlanning> Handle(ReadRoundPlanning request, CancellationToken cancellationToken)
    {
        var unit = await database.Units.AsNoTracking().SingleOrDefaultAsync(unit => unit.Id == request.UnitId, cancellationToken)
            ?? throw new OnlyUnitsHoldRounds();
        var (first, last) = (new DateOnly(request.Year, 1, 1), new DateOnly(request.Year, 12, 31));
        var planned = await (
            from round in database.SafetyRounds
            join version in database.ChecklistVersions on round.ChecklistVersionId equals version.Id
            where round.UnitId == request.UnitId && round.PlannedFor >= first && round.PlannedFor <= last && round.Status != RoundStatus.Cancelled
            orderby round.PlannedFor, round.Id
            select new RoundInPlan(round.Id, version.Key, round.PlannedFor, round.Status)).ToListAsync(cancellationToken);
        return new RoundPlanning(
            unit.Name, await PublishedChecklists.Offered(database, SwedishDate.Today(clock), cancellationToken), await plans.PeopleOf(unit.Id, cancellationToken), planned);
    }
}

/// <summary>A board or an administration has rounds below it and holds none.</summary>
public sealed class OnlyUnitsHoldRounds() : BrokenRule("Ronder planeras för en enhet. Välj den enhet som ronden gäller.");
