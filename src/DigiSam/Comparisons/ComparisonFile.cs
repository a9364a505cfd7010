using System.Globalization;
using DigiSam.Imports;
using DigiSam.Language;
using DigiSam.Metrics;

namespace DigiSam.Comparisons;

/// <summary>A row as it was read and found right.</summary>
internal sealed record ComparisonRow(int Line, ComparisonKey Key, string Area, decimal Value, string Source);

/// <summary>A file of published values of others, recognised by its header and checked row by row.</summary>
internal static class ComparisonFile
{
    public static readonly string[] Columns = ["mått", "grupp", "kommun_eller_område", "år_eller_period", "värde", "källa"];

    private static readonly Dictionary<string, ComparedMeasure> Measures = new()
    {
        ["sjukfrånvaro"] = ComparedMeasure.SickLeave,
        ["sjukfrånvaro dag 1-14"] = ComparedMeasure.ShortSickLeave,
        ["sjukfrånvaro från dag 15"] = ComparedMeasure.LongSickLeave,
    };

    /// <summary>The rows, or <see cref="FileRefused"/> with all that is wrong.</summary>
    /// <param name="today">Periods that have not begun are refused.</param>
    public static IReadOnlyList<ComparisonRow> Read(ImportSource source, DateOnly today)
    {
        var faults = new FaultList(source.Name);
        var table = TableStream.Read(source, faults);
        foreach (var missing in Columns.Except(table.Header))
            faults.Add(1, $"rubriken känns inte igen: kolumnen \"{missing}\" saknas. En fil med jämförelser har {string.Join(";", Columns)}");
        foreach (var unknown in table.Header.Except(Columns))
            faults.Add(1, $"kolumnen \"{unknown}\" är okänd; ta bort den");
        faults.ThrowIfAny();
        var header = table.Header.ToList();
        var (rows, lines) = (new List<ComparisonRow>(), new Dictionary<ComparisonKey, int>());
        foreach (var row in table.Rows)
        {
            var known = faults.Count;
            var read = Row(row, name => row.Cells[header.IndexOf(name)], today, faults);
            if (faults.Count > known)
                continue;
            if (!lines.TryAdd(read.Key, row.Line))
                faults.Add(row.Line, $"raden upprepar rad {lines[read.Key]}");
            rows.Add(read);
        }

        if (rows.Count == 0 && faults.None)
            faults.Add(1, "filen har en rubrik men inga rader");
        faults.ThrowIfAny();
        return rows;
    }

    private static ComparisonRow Row(TableRow row, Func<string, string> cell, DateOnly today, FaultList faults)
    {
        if (!Measures.TryGetValue(SwedishText.Fold(cell("mått")), out var measure))
            faults.Add(row.Line, $"måttet ska vara {string.Join(", ", Measures.Keys)}, inte \"{cell("mått")}\"");
        var group = SwedishText.Fold(cell("grupp"));
        if (group is not (PublishedGroups.All or PublishedGroups.Women or PublishedGroups.Men))
            faults.Add(row.Line, $"gruppen ska vara alla, kvinnor eller män, inte \"{cell("grupp")}\"");
        var area = cell("kommun_eller_område");
        if (area.Length is 0 or > ComparisonValue.LongestArea)
            faults.Add(row.Line, $"kommun_eller_område ska ha ett namn på högst {ComparisonValue.LongestArea} tecken");
        var period = cell("år_eller_period");
        if (EndOf(period) is not { } end)
            faults.Add(row.Line, $"år_eller_period skrivs som 2025 eller 2025-04, inte \"{period}\"");
        else if (end > today && end.Year > today.Year)
            faults.Add(row.Line, $"{period} har inte varit än");
        if (!SwedishNumber.TryRead(cell("värde"), out var value, out var reason))
            faults.Add(row.Line, $"värde: {reason}");
        else if (value is < 0 or > 100)
            faults.Add(row.Line, "värdet är en procentsats mellan 0 och 100");
        var source = cell("källa");
        if (source.Length is 0 or > ComparisonValue.LongestSource)
            faults.Add(row.Line, $"källan ska anges, med högst {ComparisonValue.LongestSource} tecken");
        return new ComparisonRow(row.Line, new ComparisonKey(measure, group, SwedishText.Fold(area), period), area, value, source);
    }

    /// <summary>The first day of the last month of "2025" or "2025-04"; null for anything else.</summary>
    public static DateOnly? EndOf(string period) => DateOnly.TryParseExact(
        period.Length == 4 ? $"{period}-12-01" : $"{period}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var end) && end.Year is >= 2000 and <= 2100 ? end : null;
}
