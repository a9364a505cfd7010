using DigiSam.Access;
using DigiSam.Persistence;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Figures;

/// <summary>
/// What has been counted of a place over twelve months, beside the twelve that ended a year before: employees and managers, turnover,
/// overtime, injuries and near misses, orders of occupational health services, and the survey.
/// </summary>
/// <param name="End">Any day of the last month; the latest month there is when null.</param>
[Needs(Permission.ReadReport)]
public sealed record ReadFigures(Guid PlaceId, DateOnly? End = null) : IQuery<FiguresView>
{
    public ActsOn Place => new(PlaceId);
}

internal sealed class ReadFiguresValidator : AbstractValidator<ReadFigures>
{
    public ReadFiguresValidator()
    {
        RuleFor(query => query.PlaceId).NotEmpty().WithName("Platsen");
        RuleFor(query => query.End!.Value.Year).InclusiveBetween(2000, 2100).When(query => query.End is not null).WithMessage("Månaden finns inte.");
    }
}

internal sealed class ReadFiguresHandler(DigiSamContext database, FigureReading figures) : IRequestHandler<ReadFigures, FiguresView>
{
    public async Task<FiguresView> Handle(ReadFigures request, CancellationToken cancellationToken) => await figures.Read(
        await database.Places.AsNoTracking().SingleAsync(place => place.Id == request.PlaceId, cancellationToken),
        request.End is { } end ? new DateOnly(end.Year, end.Month, 1) : null, cancellationToken);
}
