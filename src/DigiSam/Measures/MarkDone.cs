using DigiSam.Access;
using DigiSam.Requests;
using FluentValidation;
using MediatR;

namespace DigiSam.Measures;

/// <summary>A measure is carried out, on a day that is today or past.</summary>
[Needs(Permission.WriteMeasures)]
public sealed record MarkDone(Guid UnitId, Guid MeasureId, DateOnly DoneOn) : ICommand<Nothing>, IMeasureRequest
{
    public ActsOn Place => new(UnitId);
}

internal sealed class MarkDoneValidator : AbstractValidator<MarkDone>
{
    public MarkDoneValidator()
    {
        this.HasMeasure();
        RuleFor(command => command.DoneOn).Must(day => day.Year >= 2000).WithMessage("Ange vilken dag åtgärden blev klar.");
    }
}

internal sealed class MarkDoneHandler(ActionPlans plans) : IRequestHandler<MarkDone, Nothing>
{
    public Task<Nothing> Handle(MarkDone request, CancellationToken cancellationToken) =>
        plans.Change(request, measure => measure.MarkDone(request.DoneOn, plans.Today, plans.Actor, plans.Now), cancellationToken);
}
