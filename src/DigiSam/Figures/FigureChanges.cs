using DigiSam.Imports;
using DigiSam.Language;

namespace DigiSam.Figures;

/// <summary>Tells what corrections make of each period's sums. Pure.</summary>
internal static class FigureChanges
{
    public static IEnumerable<RowFault> Said(FigureTableForm form, IEnumerable<FigureRow> before, IEnumerable<FigureRow> replaced, IEnumerable<FigureRow> added)
    {
        var (old, gone, come) = (before.ToLookup(row => row.Key.Period), replaced.ToLookup(row => row.Key.Period), added.ToLookup(row => row.Key.Period));
        foreach (var period in gone.Select(rows => rows.Key).Order())
        {
            var sum = Sum(old[period]);
            var (less, more) = (Sum(gone[period]), Sum(come[period]));
            var rows = gone[period].Count(row => row.Headcount is not null || row.Key.Category.Length > 0);
            if (rows == 0)
                continue;
            var words = $"{When(form, period)}: {SwedishNumber.Show(rows, 0)} {(rows == 1 ? "rad" : "rader")} ändras";
            yield return new RowFault(0, form.Table == FigureTable.Survey
                ? words
                : $"{words}; {string.Join(", ", form.Measures.Select((measure, index) => $"{Plain(measure.Column)} {Show(measure, index, sum)} → {Show(measure, index, new FigureAmounts(sum.First - less.First + more.First, sum.Second - less.Second + more.Second))}"))}");
        }
    }

    /// <summary>"januari 2026" or "2026".</summary>
    public static string When(FigureTableForm form, DateOnly period) => form.IsYearly ? $"{period.Year}" : $"{SwedishDate.Month(period.Month)} {period.Year}";

    private static string Plain(string column) => column.Replace('_', ' ');

    private static string Show(FigureMeasure measure, int index, FigureAmounts amounts) => SwedishNumber.Show((index == 0 ? amounts.First : amounts.Second) / 100m, measure.Whole ? 0 : 1);

    private static FigureAmounts Sum(IEnumerable<FigureRow> rows) => rows.Aggregate(default(FigureAmounts), (sum, row) => sum + row.Amounts);
}
