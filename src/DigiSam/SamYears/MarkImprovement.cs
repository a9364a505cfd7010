using DigiSam.Access;
using DigiSam.Language;
using DigiSam.Persistence;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.SamYears;

/// <summary>
/// Marks an improvement in the year's plan as done today, or takes that back. <paramref name="Year"/> is the year in whose plan
/// it stands.
/// </summary>
[Needs(Permission.RunSamYear)]
public sealed record MarkImprovement(Guid UnitId, int Year, Guid Id, bool Done) : ICommand<Nothing>, IYearRequest
{
    public ActsOn Place => new(UnitId);
}

/// <summary>Takes an improvement out of next year's plan, as long as its year's follow-up is not closed.</summary>
[Needs(Permission.RunSamYear)]
public sealed record RemoveImprovement(Guid UnitId, int Year, Guid Id) : ICommand<Nothing>, IYearRequest
{
    public ActsOn Place => new(UnitId);
}

internal sealed class MarkImprovementValidator : AbstractValidator<MarkImprovement>
{
    public MarkImprovementValidator()
    {
        this.HasYear();
        RuleFor(command => command.Id).NotEmpty().WithName("Förbättringen");
    }
}

internal sealed class RemoveImprovementValidator : AbstractValidator<RemoveImprovement>
{
    public RemoveImprovementValidator()
    {
        this.HasYear();
        RuleFor(command => command.Id).NotEmpty().WithName("Förbättringen");
    }
}

internal sealed class MarkImprovementHandler(DigiSamContext database, TimeProvider clock) : IRequestHandler<MarkImprovement, Nothing>
{
    public async Task<Nothing> Handle(MarkImprovement request, CancellationToken cancellationToken)
    {
        var improvement = await database.Improvements.SingleOrDefaultAsync(
            known => known.Id == request.Id && known.UnitId == request.UnitId && known.ForYear == request.Year, cancellationToken) ?? throw new ImprovementIsUnknown();
        if (improvement.DoneOn is null == request.Done)
            improvement.MarkDone(request.Done ? SwedishDate.Today(clock) : null);
        return Nothing.Value;
    }
}

internal sealed class RemoveImprovementHandler(DigiSamContext database, Years years) : IRequestHandler<RemoveImprovement, Nothing>
{
    public async Task<Nothing> Handle(RemoveImprovement request, CancellationToken cancellationToken)
    {
        var (year, step, state) = await years.FindFollowUp(request, cancellationToken);
        if (state == Workflows.Running.StepState.Closed)
            throw new FollowUpIsClosed(step.Title);
        if (await database.Improvements.SingleOrDefaultAsync(known => known.Id == request.Id && known.SamYearId == year.Id, cancellationToken) is { } improvement)
            database.Improvements.Remove(improvement);
        return Nothing.Value;
    }
}

/// <summary>There is no such improvement in the unit's plan.</summary>
public sealed class ImprovementIsUnknown() : BrokenRule("Förbättringen finns inte i enhetens plan för året. Ladda om sidan och försök igen.");
