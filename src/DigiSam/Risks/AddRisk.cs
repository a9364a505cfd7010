using DigiSam.Access;
using DigiSam.Checklists;
using DigiSam.Requests;
using FluentValidation;
using MediatR;

namespace DigiSam.Risks;

/// <summary>
/// Adds a risk to a unit's register, for assessment then or later; a planned change in the activity is one source
/// (AFS 2023:1 11 §). The client makes <paramref name="RiskId"/>: sent twice it counts once.
/// </summary>
[Needs(Permission.WriteRisks)]
public sealed record AddRisk(Guid UnitId, Guid RiskId, string Title, string Description, RiskCategory Category, RiskSource Source, DateOnly FoundOn)
    : ICommand<Guid>, IRiskRequest
{
    public ActsOn Place => new(UnitId);
}

internal sealed class AddRiskValidator : AbstractValidator<AddRisk>
{
    public AddRiskValidator(TimeProvider clock)
    {
        this.HasRisk();
        RuleFor(command => command.Title).RiskTitle();
        RuleFor(command => command.Description).RiskDescription();
        RuleFor(command => command.Category).IsInEnum().WithName("Kategorin");
        RuleFor(command => command.Source)
            .Must(source => source is RiskSource.Change or RiskSource.Incident or RiskSource.Other)
            .WithMessage("Välj hur risken upptäcktes: planerad ändring, händelse eller annat.");
        RuleFor(command => command.FoundOn)
            .Must(day => day.Year >= 2000 && day <= Language.SwedishDate.Today(clock))
            .WithMessage("Ange den dag risken upptäcktes, i dag eller tidigare.");
    }
}

internal sealed class AddRiskHandler(RiskRegister register) : IRequestHandler<AddRisk, Guid>
{
    public async Task<Guid> Handle(AddRisk request, CancellationToken cancellationToken)
    {
        if (!await register.Has(request, cancellationToken))
        {
            await register.Add(
                new Risk(
                    request.RiskId, request.UnitId, request.Title, request.Description, request.Category, new RiskOrigin(request.Source),
                    request.FoundOn, register.Actor, register.Now),
                cancellationToken);
        }

        return request.RiskId;
    }
}
