using DigiSam.Figures;
using DigiSam.SickLeave;

namespace DigiSam.SeriesBreaks;

/// <summary>Which measure a metric of the report belongs to, so that a break in the one stands under tables of the other.</summary>
public static class SeriesMeasures
{
    private static readonly Dictionary<string, SeriesMeasure> Measures = new(
    [
        .. SickLeaveFigures.Keys.Select(key => KeyValuePair.Create(key, SeriesMeasure.SickLeave)),
        .. CountedMetrics.Of(FigureTable.Turnover).Select(key => KeyValuePair.Create(key, SeriesMeasure.Turnover)),
        .. CountedMetrics.Of(FigureTable.Overtime).Select(key => KeyValuePair.Create(key, SeriesMeasure.Overtime)),
        .. CountedMetrics.Of(FigureTable.Incidents).Select(key => KeyValuePair.Create(key, SeriesMeasure.Incidents)),
        KeyValuePair.Create("headcount", SeriesMeasure.Headcount),
        KeyValuePair.Create("share-women", SeriesMeasure.Headcount),
    ]);

    /// <summary>The measure; null for a metric that breaks cannot be stated for.</summary>
    internal static SeriesMeasure? Of(string metric) => Measures.TryGetValue(metric, out var measure) ? measure : null;

    /// <summary>The measure of a table of counted figures.</summary>
    public static SeriesMeasure Of(FigureTable table) => table switch
    {
        FigureTable.Headcount => SeriesMeasure.Headcount,
        FigureTable.Turnover => SeriesMeasure.Turnover,
        FigureTable.Overtime => SeriesMeasure.Overtime,
        FigureTable.Incidents => SeriesMeasure.Incidents,
        FigureTable.OccupationalHealth => SeriesMeasure.OccupationalHealth,
        _ => SeriesMeasure.Survey,
    };
}
