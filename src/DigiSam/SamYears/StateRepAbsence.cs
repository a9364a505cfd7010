using DigiSam.Access;
using DigiSam.Persistence;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.SamYears;

/// <summary>
/// The manager writes why no safety representative is with in a step. The client makes <paramref name="Id"/>: sent twice it
/// counts once.
/// </summary>
[Needs(Permission.RunSamYear)]
public sealed record StateRepAbsence(Guid UnitId, int Year, string StepKey, Guid Id, string Reason) : ICommand<Nothing>, IYearStepRequest
{
    public ActsOn Place => new(UnitId);
}

internal sealed class StateRepAbsenceValidator : AbstractValidator<StateRepAbsence>
{
    public StateRepAbsenceValidator()
    {
        this.HasStep();
        RuleFor(command => command.Id).NotEmpty().WithName("Skälets nummer");
        RuleFor(command => command.Reason).NotEmpty().WithMessage("Skriv varför skyddsombudet inte är med.").MaximumLength(2000).WithName("Skälet");
    }
}

internal sealed class StateRepAbsenceHandler(DigiSamContext database, Years years, CurrentActor actor, TimeProvider clock)
    : IRequestHandler<StateRepAbsence, Nothing>
{
    public async Task<Nothing> Handle(StateRepAbsence request, CancellationToken cancellationToken)
    {
        var (year, step, _) = await years.FindOpened(request, cancellationToken);
        if (!await database.StepAbsences.AnyAsync(said => said.Id == request.Id, cancellationToken))
            database.StepAbsences.Add(new StepAbsence(request.Id, year.Id, step.Key, request.Reason.Trim(), actor.PersonId, clock.GetUtcNow()));
        return Nothing.Value;
    }
}
