using DigiSam.Access;
using DigiSam.Installation;
using DigiSam.Persistence;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.SamYears;

/// <summary>
/// Decides the plan of the year, all of it at once. <paramref name="Rev"/> is the revision that the editor saw: someone who
/// saved in between is not overwritten.
/// </summary>
[Needs(Permission.RunSamYear)]
public sealed record EditYearPlan(Guid UnitId, int Year, int Rev, string? OsaGoal, IReadOnlyList<string> HealthFactors, IReadOnlyList<int> MeetingMonths)
    : ICommand<Nothing>, IYearRequest
{
    public const int MostHealthFactors = 3;

    public ActsOn Place => new(UnitId);
}

internal sealed class EditYearPlanValidator : AbstractValidator<EditYearPlan>
{
    public EditYearPlanValidator(InstalledDefinitions definitions)
    {
        this.HasYear();
        RuleFor(command => command.OsaGoal).MaximumLength(2000).WithName("OSA-målet");
        RuleFor(command => command.HealthFactors.Count).LessThanOrEqualTo(EditYearPlan.MostHealthFactors)
            .WithMessage($"Välj högst {EditYearPlan.MostHealthFactors} friskfaktorer. Några få räcker; det ni redan gör räknas.");
        RuleForEach(command => command.HealthFactors)
            .Must(key => definitions.HealthFactors.Factors.Any(factor => factor.Key == key))
            .WithMessage("Friskfaktorn finns inte. Ladda om sidan och välj igen.");
        RuleForEach(command => command.MeetingMonths).InclusiveBetween(1, 12).WithMessage("Månaden finns inte. Välj bland årets tolv.");
    }
}

internal sealed class EditYearPlanHandler(DigiSamContext database, Years years) : IRequestHandler<EditYearPlan, Nothing>
{
    public async Task<Nothing> Handle(EditYearPlan request, CancellationToken cancellationToken)
    {
        var year = await years.Find(request, cancellationToken);
        var plan = await database.YearPlans.SingleAsync(plan => plan.SamYearId == year.Id, cancellationToken);
        if (plan.Says(request.OsaGoal, request.HealthFactors, request.MeetingMonths))
            return Nothing.Value;
        database.Entry(plan).Property(seen => seen.Rev).OriginalValue = request.Rev;
        plan.Decide(request.OsaGoal, request.HealthFactors, request.MeetingMonths);
        return Nothing.Value;
    }
}
