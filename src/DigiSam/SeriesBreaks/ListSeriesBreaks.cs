using DigiSam.Access;
using DigiSam.Persistence;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.SeriesBreaks;

/// <summary>The breaks that are stated, the latest month first: of one measure, or of all when null.</summary>
[Needs(Permission.ReadReport)]
public sealed record ListSeriesBreaks(Guid PlaceId, SeriesMeasure? Measure = null) : IQuery<IReadOnlyList<SeriesBreakView>>
{
    public ActsOn Place => new(PlaceId);
}

internal sealed class ListSeriesBreaksValidator : AbstractValidator<ListSeriesBreaks>
{
    public ListSeriesBreaksValidator() => RuleFor(query => query.PlaceId).NotEmpty().WithName("Platsen");
}

internal sealed class ListSeriesBreaksHandler(StatedBreaks breaks) : IRequestHandler<ListSeriesBreaks, IReadOnlyList<SeriesBreakView>>
{
    public Task<IReadOnlyList<SeriesBreakView>> Handle(ListSeriesBreaks request, CancellationToken cancellationToken) => breaks.Of(request.Measure, cancellationToken);
}

/// <summary>Reads breaks, for pages and documents alike.</summary>
internal sealed class StatedBreaks(DigiSamContext database)
{
    public async Task<IReadOnlyList<SeriesBreakView>> Of(SeriesMeasure? measure, CancellationToken stop) => await database.Set<SeriesBreak>().AsNoTracking()
        .Where(one => measure == null || one.Measure == measure).OrderByDescending(one => one.Month).ThenBy(one => one.Measure)
        .Select(one => new SeriesBreakView(one.Id, one.Measure, one.Month, one.Text)).ToListAsync(stop);
}
