using DigiSam.AnnualReports.Content;
using DigiSam.Language;
using DigiSam.Metrics;
using DigiSam.ReportForms;

namespace DigiSam.AnnualReports.Building;

/// <summary>Tells the marked rows of a table as sentences that cannot contradict it: they are made of its cells.</summary>
internal static class FactSentences
{
    public static IEnumerable<string> About(FormTable table, TableContent content, MetricCatalogue catalogue)
    {
        for (var index = 0; index < table.Rows.Count; index++)
        {
            if (table.Rows[index] is not { Fact: true, Metric: { } key })
                continue;
            var cells = table.Columns.Zip(content.Rows[index].Cells).ToDictionary(pair => pair.First.Shows, pair => pair.Second);
            if (!cells.TryGetValue(ColumnShows.Current, out var current) || current.State != CellState.Shown)
                continue;
            var metric = catalogue[key];
            var start = $"{metric.Name} är {Amount(current.Text, metric)}{Period(current)}";
            yield return cells.GetValueOrDefault(ColumnShows.Difference) is { State: CellState.Shown } difference
                && cells.GetValueOrDefault(ColumnShows.Comparison) is { State: CellState.Shown } before
                ? $"{start}, {(difference.Value == 0 && current.Value != before.Value ? "i stort sett " : "")}{Change(difference.Value!.Value, metric)} {Amount(before.Text, metric)}{Period(before)}."
                : $"{start}. {(cells.Values.Any(cell => cell.State == CellState.Suppressed) ? "Jämförelsen visas inte." : "Uppgift att jämföra med saknas.")}";
        }
    }

    private static string Change(decimal difference, Metric metric)
    {
        if (difference == 0)
            return "oförändrat från";
        var size = SwedishNumber.Show(Math.Abs(difference), metric.Decimals);
        return metric.Unit switch
        {
            MetricUnit.Percent => $"{size} procentenheter {(difference < 0 ? "lägre" : "högre")} än",
            MetricUnit.Hours => $"{size} timmar {(difference < 0 ? "färre" : "fler")} än",
            _ => $"{size} {(difference < 0 ? "färre" : "fler")} än",
        };
    }

    private static string Amount(string text, Metric metric) => metric.Unit switch
    {
        MetricUnit.Percent => $"{text} procent",
        MetricUnit.Hours => $"{text} timmar",
        _ => text,
    };

    private static string Period(CellContent cell) => cell.Provenance?.Period is { } period ? $" ({period})" : "";
}
