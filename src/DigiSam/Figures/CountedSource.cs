using DigiSam.Metrics;
using DigiSam.Organisation;

namespace DigiSam.Figures;

/// <summary>The figures of one counted table as the annual report asks for them.</summary>
internal sealed class CountedSource(FigureTable table, CountedMetrics metrics) : IFigureSource
{
    /// <summary>The tables that the report has figures of by sex or for all.</summary>
    public static IReadOnlyList<FigureTable> Tables { get; } = [FigureTable.Turnover, FigureTable.Overtime, FigureTable.Incidents];

    public IReadOnlySet<string> Metrics { get; } = CountedMetrics.Of(table);

    public async Task<ComputedYear> Compute(Place place, DateOnly end, CancellationToken stop)
    {
        var counted = await metrics.Of(table, place, end, stop);

        // A year with a month missing says only that it is missing.
        var figures = counted.IsHeld || counted.Figures.Any(figure => figure.Exact is not null) ? counted.Figures : [];
        return new ComputedYear(
            [.. figures.Select(figure => new ComputedFigure(figure.Key, MetricGroupKind.Sex, Group(figure.Sex), figure.Exact, figure.Rule))],
            figures.Count == 0 ? [] : [.. counted.Imports.Select(import => import.Id)],
            [.. counted.Remarks.Select(remark => $"{FigureTables.Of(table).Name}: {char.ToLowerInvariant(remark[0])}{remark[1..]}")],
            counted.Whole,
            counted.HidesPublished);
    }

    private static string Group(FigureSex sex) => sex switch
    {
        FigureSex.Women => PublishedGroups.Women,
        FigureSex.Men => PublishedGroups.Men,
        _ => PublishedGroups.All,
    };
}
