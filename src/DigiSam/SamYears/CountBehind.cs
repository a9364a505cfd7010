using DigiSam.Access;
using DigiSam.Language;
using DigiSam.Persistence;
using DigiSam.Requests;
using DigiSam.Workflows.Running;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.SamYears;

/// <summary>How many units there are in a place, and how many of them have an open step of the year that is past its last day, while the year is not paused.</summary>
[Needs(Permission.ReadSamYear)]
public sealed record CountBehind(Guid PlaceId, int Year) : IQuery<UnitsBehind>
{
    public ActsOn Place => new(PlaceId);
}

public sealed record UnitsBehind(int Units, int Behind);

internal sealed class CountBehindValidator : AbstractValidator<CountBehind>
{
    public CountBehindValidator()
    {
        RuleFor(query => query.PlaceId).NotEmpty().WithName("Platsen");
        RuleFor(query => query.Year).InclusiveBetween(2000, 2100).WithMessage("Året ska vara mellan 2000 och 2100.");
    }
}

internal sealed class CountBehindHandler(DigiSamContext database, YearUnits units, TimeProvider clock) : IRequestHandler<CountBehind, UnitsBehind>
{
    public async Task<UnitsBehind> Handle(CountBehind request, CancellationToken cancellationToken)
    {
        var today = SwedishDate.Today(clock);
        var here = units.In(request.PlaceId, request.Year);
        var behind =
            from step in database.ProcessSteps
            join year in database.SamYears on step.ProcessId equals year.ProcessId
            join process in database.Processes on step.ProcessId equals process.Id
            where step.State == StepState.Open && step.DueOn < today && process.Status != ProcessStatus.Suspended && year.Year == request.Year && here.Any(unit => unit.Id == year.UnitId)
            select year.UnitId;
        return new UnitsBehind(await here.CountAsync(cancellationToken), await behind.Distinct().CountAsync(cancellationToken));
    }
}
