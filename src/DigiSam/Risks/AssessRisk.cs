using DigiSam.Access;
using DigiSam.Requests;
using DigiSam.Risks.Life;
using FluentValidation;
using MediatR;

namespace DigiSam.Risks;

/// <summary>
/// Assesses a risk in the newest matrix, or re-assesses it, and always says whether it is serious (AFS 2023:1 11 §). The client
/// makes <paramref name="AssessmentId"/>: sent twice it counts once. An assessment is never taken back; a new one replaces it.
/// </summary>
[Needs(Permission.WriteRisks)]
public sealed record AssessRisk(Guid UnitId, Guid RiskId, Guid AssessmentId, int? Likelihood, int? Consequence, bool? Serious, string Reason)
    : ICommand<Nothing>, IRiskRequest
{
    public ActsOn Place => new(UnitId);
}

internal sealed class AssessRiskValidator : AbstractValidator<AssessRisk>
{
    public AssessRiskValidator()
    {
        this.HasRisk();
        RuleFor(command => command.AssessmentId).NotEmpty().WithName("Bedömningens nummer");
        RuleFor(command => command.Likelihood).Must(IsAStep).WithMessage("Välj hur sannolikt det är att något händer.");
        RuleFor(command => command.Consequence).Must(IsAStep).WithMessage("Välj hur svår följden kan bli.");
        RuleFor(command => command.Serious).NotNull().WithMessage("Svara ja eller nej på om risken är allvarlig.");
        RuleFor(command => command.Reason).NotEmpty().WithMessage("Skriv varför du bedömer risken så.");
        RuleFor(command => command.Reason).MaximumLength(4000).WithName("Motiveringen");
    }

    private static bool IsAStep(int? value) => value is >= 1 and <= RiskMatrix.Size;
}

internal sealed class AssessRiskHandler(RiskRegister register, RiskCourse course) : IRequestHandler<AssessRisk, Nothing>
{
    public async Task<Nothing> Handle(AssessRisk request, CancellationToken cancellationToken)
    {
        var risk = await register.Find(request, cancellationToken);
        await course.Change(
            risk,
            () => risk.Assess(
                request.AssessmentId, register.Matrix, request.Likelihood!.Value, request.Consequence!.Value, request.Serious!.Value, request.Reason,
                register.Actor, register.Today, register.Now),
            cancellationToken);
        return Nothing.Value;
    }
}
