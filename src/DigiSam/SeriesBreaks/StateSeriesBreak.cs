using DigiSam.Access;
using DigiSam.Persistence;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.SeriesBreaks;

/// <summary>States that a measure is counted in another way from a month on. Stated twice with the same id it is stated once. Fails with <see cref="SeriesBreakIsStated"/>.</summary>
/// <param name="Month">The first day of the first month that is counted in the new way.</param>
[Needs(Permission.ImportFigures)]
public sealed record StateSeriesBreak(Guid BreakId, SeriesMeasure Measure, DateOnly Month, string Text) : ICommand<Unit>
{
    public ActsOn Place => ActsOn.Municipality;
}

/// <summary>Takes a break away; the audit log keeps that it was stated. Fails with <see cref="SeriesBreakIsUnknown"/>.</summary>
[Needs(Permission.ImportFigures)]
public sealed record RemoveSeriesBreak(Guid BreakId) : ICommand<Unit>
{
    public ActsOn Place => ActsOn.Municipality;
}

internal sealed class StateSeriesBreakValidator : AbstractValidator<StateSeriesBreak>
{
    public StateSeriesBreakValidator()
    {
        RuleFor(command => command.BreakId).NotEmpty().WithName("Brottet");
        RuleFor(command => command.Measure).IsInEnum().WithName("Måttet");
        RuleFor(command => command.Month).Must(day => day is { Day: 1, Year: >= 2000 and <= 2100 }).WithMessage("Välj den första månaden som räknas på det nya sättet.");
        RuleFor(command => command.Text).NotEmpty().WithMessage("Skriv vad som ändrades.").MaximumLength(SeriesBreak.LongestText).WithName("Texten");
    }
}

internal sealed class RemoveSeriesBreakValidator : AbstractValidator<RemoveSeriesBreak>
{
    public RemoveSeriesBreakValidator() => RuleFor(command => command.BreakId).NotEmpty().WithName("Brottet");
}

internal sealed class StateSeriesBreakHandler(DigiSamContext database) : IRequestHandler<StateSeriesBreak, Unit>
{
    public async Task<Unit> Handle(StateSeriesBreak request, CancellationToken cancellationToken)
    {
        var known = await database.Set<SeriesBreak>().FirstOrDefaultAsync(one => one.Id == request.BreakId || (one.Measure == request.Measure && one.Month == request.Month), cancellationToken);
        if (known is not null && (known.Id, known.Measure, known.Month) != (request.BreakId, request.Measure, request.Month))
            throw new SeriesBreakIsStated();
        if (known is null)
            database.Add(new SeriesBreak(request.BreakId, request.Measure, request.Month, request.Text));
        return Unit.Value;
    }
}

internal sealed class RemoveSeriesBreakHandler(DigiSamContext database) : IRequestHandler<RemoveSeriesBreak, Unit>
{
    public async Task<Unit> Handle(RemoveSeriesBreak request, CancellationToken cancellationToken)
    {
        database.Remove(await database.Set<SeriesBreak>().SingleOrDefaultAsync(one => one.Id == request.BreakId, cancellationToken) ?? throw new SeriesBreakIsUnknown());
        return Unit.Value;
    }
}
