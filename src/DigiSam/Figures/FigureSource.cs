using DigiSam.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Figures;

/// <summary>Gives the annual report figures that are counted from imported rows.</summary>
internal interface IFigureSource
{
    /// <summary>Whether the metric, by its key among the definitions, is one that can be counted.</summary>
    bool Knows(string metric);

    /// <summary>
    /// The figure of a board or the municipality for the twelve months that end with a month; for a headcount, in that month. Null when
    /// a month is missing, the group must not be shown, or the metric is not known by sex.
    /// </summary>
    /// <param name="metric">A key of a metric, such as "turnover-external".</param>
    /// <param name="end">The first day of the last month.</param>
    Task<CountedMetric?> Of(string metric, Guid placeId, FigureSex sex, DateOnly end, CancellationToken stop);
}

/// <summary>A figure with where it comes from.</summary>
/// <param name="Value">Exact, to be rounded once: percent, hours or number as the metric says.</param>
/// <param name="Rule">How it was computed, in Swedish.</param>
/// <param name="Bases">How events were counted, as stored codes (see <see cref="EventBasis.Words"/>); empty for other figures.</param>
internal sealed record CountedMetric(decimal Value, string Rule, IReadOnlyList<string> Bases, IReadOnlyList<FigureImport> Imports);

/// <summary>Asks for the figures of a place once, however many of them are wanted.</summary>
internal sealed class FigureSource(DigiSamContext database, FigureReading reading) : IFigureSource
{
    private static readonly Dictionary<string, (FigureMetric Metric, string Category)> Keys = new()
    {
        ["headcount"] = (FigureMetric.Employees, ""),
        ["turnover-external"] = (FigureMetric.Turnover, ""),
        ["leavers-external"] = (FigureMetric.Leavers, ""),
        ["overtime-hours"] = (FigureMetric.Overtime, ""),
        ["additional-hours"] = (FigureMetric.AdditionalTime, ""),
        ["extra-hours"] = (FigureMetric.OvertimeAndAdditional, ""),
        ["work-injuries"] = (FigureMetric.Incidents, FigureCategories.Injury),
        ["near-misses"] = (FigureMetric.Incidents, FigureCategories.NearMiss),
        ["closed-incidents"] = (FigureMetric.ClosedIncidents, ""),
    };

    private readonly Dictionary<(Guid Place, DateOnly End), FiguresView> _read = [];

    public bool Knows(string metric) => Keys.ContainsKey(metric);

    public async Task<CountedMetric?> Of(string metric, Guid placeId, FigureSex sex, DateOnly end, CancellationToken stop)
    {
        if (!Keys.TryGetValue(metric, out var key))
            return null;
        if (!_read.TryGetValue((placeId, end), out var view))
            _read[(placeId, end)] = view = await reading.Read(await database.Places.AsNoTracking().SingleAsync(place => place.Id == placeId, stop), end, stop);
        return (from section in view.Sections
                from line in section.Lines
                where line.Metric == key.Metric && line.Category == key.Category && line.Sex == sex && line.Now is not null
                select new CountedMetric(line.Now!.Value, Rule(key.Metric), section.Bases, section.Imports)).SingleOrDefault();
    }

    private static string Rule(FigureMetric metric) => metric switch
    {
        FigureMetric.Employees => "antalet anställda i den sista månaden",
        FigureMetric.Turnover => "externa avgångar under tolv månader, pensionsavgångar medräknade, delat med medelvärdet av de tolv månadernas antal anställda",
        FigureMetric.Leavers => "externa avgångar under tolv månader, pensionsavgångar medräknade",
        FigureMetric.Incidents or FigureMetric.ClosedIncidents => "antalet händelser under tolv månader",
        _ => "timmarna under tolv månader",
    };
}
