using DigiSam.Access;
using DigiSam.Requests;
using DigiSam.SamYears.Guards;
using DigiSam.Workflows.Running;
using FluentValidation;
using MediatR;

namespace DigiSam.SamYears;

/// <summary>
/// Closes a step of the year. Fails with <see cref="StepIsNotDone"/> while a condition does not hold; what is missing, and where
/// to go, stands in the year as it is read. Closing what one has closed oneself changes nothing; what someone else has closed
/// fails with <see cref="StepIsClosedAlready"/>.
/// </summary>
[Needs(Permission.RunSamYear)]
public sealed record CloseStep(Guid UnitId, int Year, string StepKey) : ICommand<Nothing>, IYearStepRequest, IHoldsWhatItDecidesOn
{
    public ActsOn Place => new(UnitId);
}

internal sealed class CloseStepValidator : AbstractValidator<CloseStep>
{
    public CloseStepValidator() => this.HasStep();
}

internal sealed class CloseStepHandler(Years years, YearGuards guards, IProcesses processes, CurrentActor actor) : IRequestHandler<CloseStep, Nothing>
{
    public async Task<Nothing> Handle(CloseStep request, CancellationToken cancellationToken)
    {
        var (year, step, _) = await years.FindOpened(request, cancellationToken);
        var unmet = await guards.Unmet(year, step, cancellationToken);
        var decisions = await processes.Signal(year.ProcessId, new ProcessSignal.CloseStep(step.Key, [.. unmet.Select(guard => guard.Name)]), cancellationToken);
        if (decisions.OfType<ProcessDecision.Refused>().FirstOrDefault() is not { } refused)
            return Nothing.Value;
        if (refused.Reason == Refusal.ProcessIsSuspended)
            throw new YearStandsStill();
        if (refused.Reason != Refusal.StepIsClosed)
            throw new StepIsNotDone(step.Title, unmet);
        var closer = await years.CloserOf(year, step.Key, cancellationToken);
        return closer?.Id == actor.PersonId ? Nothing.Value : throw new StepIsClosedAlready(step.Title, closer?.Name);
    }
}

/// <summary>A step is closed when each of its conditions holds.</summary>
public sealed class StepIsNotDone(string step, IReadOnlyList<UnmetGuard> unmet)
    : BrokenRule($"Steget {step} kan inte klarmarkeras än. Gör det som saknas och försök igen.")
{
    public override IReadOnlyList<string> Details { get; } = [.. unmet.Select(guard => guard.Text)];
}

/// <summary>Two closed the step, and this one came second.</summary>
public sealed class StepIsClosedAlready(string step, string? by)
    : BrokenRule($"Steget {step} är redan klarmarkerat{(by is null ? "" : $" av {by}")}. Du behöver inte göra något mer.");

/// <summary>Someone lets the year's process stand still.</summary>
public sealed class YearStandsStill()
    : BrokenRule("SAM-året är pausat och kan inte ändras just nu. Fråga HR-strategen när det fortsätter.");
