using DigiSam.Access;
using DigiSam.Persistence;
using DigiSam.Requests;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Comparisons;

/// <summary>The published values of others, the latest period first, each as it was printed.</summary>
[Needs(Permission.ReadReport)]
public sealed record ListComparisons(Guid PlaceId) : IQuery<IReadOnlyList<ComparisonView>>
{
    public ActsOn Place => new(PlaceId);
}

/// <summary>A published value.</summary>
/// <param name="End">The first day of the last of the twelve months that it is about.</param>
public sealed record ComparisonView(ComparedMeasure Measure, string Group, string Area, string Period, DateOnly End, decimal Value, string Source);

internal sealed class ListComparisonsValidator : AbstractValidator<ListComparisons>
{
    public ListComparisonsValidator() => RuleFor(query => query.PlaceId).NotEmpty().WithName("Platsen");
}

internal sealed class ListComparisonsHandler(DigiSamContext database) : IRequestHandler<ListComparisons, IReadOnlyList<ComparisonView>>
{
    public async Task<IReadOnlyList<ComparisonView>> Handle(ListComparisons request, CancellationToken cancellationToken)
    {
        var rows = await database.Set<ComparisonValue>().AsNoTracking().Where(row => row.ReplacedById == null).ToListAsync(cancellationToken);
        return [.. rows.Select(row => (Row: row, End: ComparisonFile.EndOf(row.Period)!.Value))
            .OrderByDescending(row => row.End).ThenBy(row => row.Row.Measure).ThenBy(row => row.Row.Group, StringComparer.Ordinal).ThenBy(row => row.Row.FoldedArea, StringComparer.Ordinal)
            .Select(row => new ComparisonView(row.Row.Measure, row.Row.Group, row.Row.Area, row.Row.Period, row.End, row.Row.Value, row.Row.Source))];
    }
}
