using DigiSam.Access;
using DigiSam.Requests;
using FluentValidation;
using MediatR;

namespace DigiSam.SafetyRounds;

/// <summary>
/// Plans a round of a unit with the version of a checklist that holds on the day, which is this year or next. The client makes
/// <paramref name="RoundId"/>: sent twice, one round is planned.
/// </summary>
[Needs(Permission.PlanRounds)]
public sealed record PlanRound(Guid UnitId, string ChecklistKey, DateOnly PlannedFor, Guid? RoundId = null, IReadOnlyList<RoundWalker>? Walkers = null)
    : ICommand<Guid>
{
    public ActsOn Place => new(UnitId);
}

/// <summary>Someone who is to walk a round: a person of the unit by id, anyone else by name.</summary>
public sealed record RoundWalker(RoundPart Part, Guid? PersonId, string? Name = null);

internal sealed class PlanRoundValidator : AbstractValidator<PlanRound>
{
    public PlanRoundValidator(TimeProvider clock)
    {
        RuleFor(command => command.UnitId).NotEmpty().WithName("Enheten");
        RuleFor(command => command.ChecklistKey).NotEmpty().WithName("Checklistan");
        RuleFor(command => command.RoundId).NotEqual(Guid.Empty).WithName("Rondens nummer");
        RuleFor(command => command.PlannedFor).IsThisYearOrNext(clock);
        RuleForEach(command => command.Walkers).SetValidator(new RoundWalkerValidator());
    }
}

internal sealed class RoundWalkerValidator : AbstractValidator<RoundWalker>
{
    public RoundWalkerValidator()
    {
        RuleFor(walker => walker.Part).IsInEnum().WithName("Rollen i ronden");
        RuleFor(walker => walker.Name).NotEmpty().When(walker => walker.PersonId is null).WithName("Namnet");
        RuleFor(walker => walker.Name).MaximumLength(200).WithName("Namnet");
    }
}

internal sealed class PlanRoundHandler(RoundPlans plans) : IRequestHandler<PlanRound, Guid>
{
    public async Task<Guid> Handle(PlanRound request, CancellationToken cancellationToken)
    {
        var planned = new PlannedRound(request.RoundId ?? Guid.CreateVersion7(), request.ChecklistKey, request.PlannedFor);
        await plans.Add(request.UnitId, [planned], request.Walkers ?? [], cancellationToken);
        return planned.RoundId;
    }
}
