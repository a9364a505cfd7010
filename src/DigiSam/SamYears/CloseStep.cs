using DigiSam.Access;
using DigiSam.Requests;
using DigiSam.SamYears.Guards;
using DigiSam.Workflows.Running;
using FluentValidation;
using MediatR;

namespace DigiSam.SamYears;

/// <summary>
/// Closes a step of the year. Fails with <see cref="StepIsNotDone"/> while a condition does not hold; what is missing, and where
/// to go, stands in the year as it is read. Closing a closed step changes nothing.
/// </summary>
[Needs(Permission.RunSamYear)]
public sealed record CloseStep(Guid UnitId, int Year, string StepKey) : ICommand<Nothing>, IYearStepRequest
{
    public ActsOn Place => new(UnitId);
}

internal sealed class CloseStepValidator : AbstractValidator<CloseStep>
{
    public CloseStepValidator() => this.HasStep();
}

internal sealed class CloseStepHandler(Years years, YearGuards guards, IProcesses processes) : IRequestHandler<CloseStep, Nothing>
{
    public async Task<Nothing> Handle(CloseStep request, CancellationToken cancellationToken)
    {
        var (year, step, _) = await years.FindOpened(request, cancellationToken);
        var unmet = await guards.Unmet(year, step, cancellationToken);
        var decisions = await processes.Signal(year.ProcessId, new ProcessSignal.CloseStep(step.Key, [.. unmet.Select(guard => guard.Name)]), cancellationToken);
        return decisions.OfType<ProcessDecision.Refused>().Any() ? throw new StepIsNotDone(step.Title, unmet) : Nothing.Value;
    }
}

/// <summary>A step is closed when each of its conditions holds.</summary>
public sealed class StepIsNotDone(string step, IReadOnlyList<UnmetGuard> unmet)
    : BrokenRule($"Steget {step} kan inte klarmarkeras än. Gör det som saknas och försök igen.")
{
    public override IReadOnlyList<string> Details { get; } = [.. unmet.Select(guard => guard.Text)];
}
