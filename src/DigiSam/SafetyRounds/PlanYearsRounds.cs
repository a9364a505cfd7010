using DigiSam.Access;
using DigiSam.Requests;
using FluentValidation;
using MediatR;

namespace DigiSam.SafetyRounds;

/// <summary>
/// Plans several rounds of a unit at once, all or none, such as those that manager and safety representative chose for a year.
/// A round whose id is known already counts as planned.
/// </summary>
[Needs(Permission.PlanRounds)]
public sealed record PlanYearsRounds(Guid UnitId, IReadOnlyList<PlannedRound> Rounds, IReadOnlyList<RoundWalker>? Walkers = null) : ICommand<Nothing>
{
    public ActsOn Place => new(UnitId);
}

/// <summary>A round to plan; the client makes <paramref name="RoundId"/>.</summary>
public sealed record PlannedRound(Guid RoundId, string ChecklistKey, DateOnly PlannedFor);

internal sealed class PlanYearsRoundsValidator : AbstractValidator<PlanYearsRounds>
{
    public PlanYearsRoundsValidator(TimeProvider clock)
    {
        RuleFor(command => command.UnitId).NotEmpty().WithName("Enheten");
        RuleFor(command => command.Rounds).NotEmpty().WithMessage("Välj minst en månad för en checklista.");
        RuleFor(command => command.Rounds.Count).LessThanOrEqualTo(100).WithMessage("Planera högst 100 ronder åt gången.");
        RuleForEach(command => command.Rounds).ChildRules(round =>
        {
            round.RuleFor(planned => planned.RoundId).NotEmpty().WithName("Rondens nummer");
            round.RuleFor(planned => planned.ChecklistKey).NotEmpty().WithName("Checklistan");
            round.RuleFor(planned => planned.PlannedFor).IsThisYearOrNext(clock);
        });
        RuleForEach(command => command.Walkers).SetValidator(new RoundWalkerValidator());
    }
}

internal sealed class PlanYearsRoundsHandler(RoundPlans plans) : IRequestHandler<PlanYearsRounds, Nothing>
{
    public async Task<Nothing> Handle(PlanYearsRounds request, CancellationToken cancellationToken)
    {
        await plans.Add(request.UnitId, request.Rounds, request.Walkers ?? [], cancellationToken);
        return Nothing.Value;
    }
}
