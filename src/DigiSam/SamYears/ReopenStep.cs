using DigiSam.Access;
using DigiSam.Requests;
using DigiSam.Workflows.Running;
using FluentValidation;
using MediatR;

namespace DigiSam.SamYears;

/// <summary>Takes the closing of a step back. Reopening an open step changes nothing.</summary>
[Needs(Permission.RunSamYear)]
public sealed record ReopenStep(Guid UnitId, int Year, string StepKey) : ICommand<Nothing>, IYearStepRequest, IHoldsWhatItDecidesOn
{
    public ActsOn Place => new(UnitId);
}

internal sealed class ReopenStepValidator : AbstractValidator<ReopenStep>
{
    public ReopenStepValidator() => this.HasStep();
}

internal sealed class ReopenStepHandler(Years years, IProcesses processes) : IRequestHandler<ReopenStep, Nothing>
{
    public async Task<Nothing> Handle(ReopenStep request, CancellationToken cancellationToken)
    {
        var (year, step, _) = await years.FindOpened(request, cancellationToken);
        var decisions = await processes.Signal(year.ProcessId, new ProcessSignal.ReopenStep(step.Key), cancellationToken);
        return decisions.Any(decision => decision is ProcessDecision.Refused { Reason: Refusal.ProcessIsSuspended }) ? throw new YearStandsStill() : Nothing.Value;
    }
}
