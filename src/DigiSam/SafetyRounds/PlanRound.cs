using DigiSam.Access;
using DigiSam.Persistence;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.SafetyRounds;

/// <summary>Plans a round of a unit with the newest published version of a checklist, for a day this year or next.</summary>
[Needs(Permission.PlanRounds)]
public sealed record PlanRound(Guid UnitId, string ChecklistKey, DateOnly PlannedFor) : ICommand<Guid>
{
    public ActsOn Place => new(UnitId);
}

internal sealed class PlanRoundValidator : AbstractValidator<PlanRound>
{
    public PlanRoundValidator(TimeProvider clock)
    {
        RuleFor(command => command.UnitId).NotEmpty().WithName("Enheten");
        RuleFor(command => command.ChecklistKey).NotEmpty().WithName("Checklistan");
        RuleFor(command => command.PlannedFor.Year)
            .Must(year => year - Language.SwedishDate.Today(clock).Year is 0 or 1)
            .WithMessage("Ronden ska planeras till en dag i år eller nästa år.");
    }
}

internal sealed class PlanRoundHandler(DigiSamContext database) : IRequestHandler<PlanRound, Guid>
{
    public async Task<Guid> Handle(PlanRound request, CancellationToken cancellationToken)
    {
        if (!await database.Units.AnyAsync(unit => unit.Id == request.UnitId && unit.ValidFrom <= request.PlannedFor && request.PlannedFor <= unit.ValidTo, cancellationToken))
            throw new UnitDoesNotExistThen();
        var version = await database.ChecklistVersions.AsNoTracking()
            .Where(version => version.Key == request.ChecklistKey)
            .OrderByDescending(version => version.Version)
            .FirstOrDefaultAsync(cancellationToken) ?? throw new ChecklistIsUnknown(request.ChecklistKey);
        var round = new SafetyRound(request.UnitId, version.Id, request.PlannedFor);
        database.SafetyRounds.Add(round);
        return round.Id;
    }
}

/// <summary>Only units hold rounds, and only while they exist.</summary>
public sealed class UnitDoesNotExistThen() : BrokenRule("Enheten finns inte den dagen. Välj en annan dag eller en annan enhet.");

/// <summary>No published checklist has the key.</summary>
public sealed class ChecklistIsUnknown(string key) : BrokenRule($"Checklistan \"{key}\" finns inte. Välj en publicerad checklista.");
