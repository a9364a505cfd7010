using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using DigiSam.Language;

namespace DigiSam.Imports;

/// <summary>
/// A table that is read row by row, from CSV or XLSX, and never held in memory as a whole. Reading ends at the first row beyond
/// <see cref="MostRows"/>, and when <see cref="FaultList.IsFull"/>.
/// </summary>
internal sealed class TableStream
{
    /// <summary>More rows than any municipality has months, units and groups for; a larger file is divided by year.</summary>
    public const int MostRows = 1_000_000;

    private const int MostColumns = 200;

    private const int LongestCell = 1000;

    private const string Unquoted = "citattecknen går inte ihop: ett värde som börjar med citattecken ska också sluta med ett, och citattecken inuti det skrivs dubbelt";

    private TableStream(IReadOnlyList<string> header, IEnumerable<TableRow> rows)
    {
        Header = header;
        Rows = rows;
    }

    /// <summary>The column names, folded as names are compared.</summary>
    public IReadOnlyList<string> Header { get; }

    /// <summary>The rows as wide as the header; can be read once.</summary>
    public IEnumerable<TableRow> Rows { get; }

    /// <summary>
    /// Reads the header, or fails with <see cref="FileRefused"/> when there is none; rows add their faults while they are read.
    /// With <paramref name="looksAt"/> only the columns that it names are looked at: what stands in the others, lines of free text for
    /// instance, is dropped as it is read.
    /// </summary>
    public static TableStream Read(ImportSource source, FaultList faults, Func<string, bool>? looksAt = null)
    {
        var freeText = looksAt is not null || source.Columns is not null;
        var header = Head(source, faults, freeText);
        var names = header.Select(name => source.Columns is { } columns ? columns.GetValueOrDefault(name) : name).ToList();
        var dropped = Enumerable.Range(0, header.Count).Where(column => names[column] is not { } name || looksAt?.Invoke(name) == false).ToHashSet();
        var rows = Shaped(Records(source, faults, freeText), header.Count, dropped, faults);
        if (source.Columns is null)
            return new TableStream(header, rows);
        var kept = Enumerable.Range(0, header.Count).Where(column => names[column] is not null).ToArray();
        return new TableStream([.. kept.Select(column => names[column]!)], rows.Select(row => row with { Cells = [.. kept.Select(column => row.Cells[column])] }));
    }

    /// <summary>The file's own column names, folded; fails with <see cref="FileRefused"/> when there are none.</summary>
    public static IReadOnlyList<string> HeaderOf(ImportSource source) => Head(source, new FaultList(source.Name), freeText: true);

    private static IEnumerable<TableRow> Records(ImportSource source, FaultList faults, bool freeText) => source.IsWorkbook ? WorkbookRows.Read(source, faults) : Csv(source, faults, freeText);

    /// <summary>Opens the file for its first line alone, and closes it.</summary>
    private static List<string> Head(ImportSource source, FaultList faults, bool freeText)
    {
        if (source.Size == 0)
            faults.Add(0, "filen är tom");
        faults.ThrowIfAny();
        var header = Records(source, faults, freeText).Take(1).SelectMany(record => record.Cells).Select(SwedishText.Fold).ToList();
        while (header.Count > 0 && header[^1].Length == 0)
            header.RemoveAt(header.Count - 1);
        if (header.Count == 0)
            faults.Add(0, "filen är tom");
        if (header.Count > MostColumns)
            faults.Add(1, $"rubriken har fler än {MostColumns} kolumner");
        foreach (var twice in header.GroupBy(name => name).Where(names => names.Count() > 1))
            faults.Add(1, $"kolumnen \"{twice.Key}\" finns {twice.Count()} gånger");
        faults.ThrowIfAny();
        return header;
    }

    // The file comes with its header, which is passed over.
    private static IEnumerable<TableRow> Shaped(IEnumerable<TableRow> file, int width, HashSet<int> dropped, FaultList faults)
    {
        using var records = file.GetEnumerator();
        records.MoveNext();
        var count = 0;
        while (!faults.IsFull && records.MoveNext())
        {
            var row = dropped.Count == 0 ? records.Current : records.Current with { Cells = [.. records.Current.Cells.Select((cell, column) => dropped.Contains(column) ? "" : cell)] };
            if (row.Cells.All(string.IsNullOrWhiteSpace))
                continue;
            if (++count > MostRows)
            {
                faults.Add(0, $"filen har fler än {SwedishNumber.Show(MostRows, 0)} rader; dela den, till exempel ett år i varje fil");
                yield break;
            }

            if (Faulty(row, width) is { } reason)
                faults.Add(row.Line, reason);
            else
                yield return row.Cells.Count == width ? row : row with { Cells = [.. row.Cells.Take(width)] };
        }

        if (count == 0)
            faults.Add(1, "filen har en rubrik men inga rader");
    }

    private static string? Faulty(TableRow row, int width)
    {
        if (row.Cells.Count < width || row.Cells.Skip(width).Any(cell => cell.Length > 0))
            return $"raden har {row.Cells.Count} fält men rubriken {width}; sätt citattecken runt värden som innehåller skiljetecknet, till exempel \"7,7\"";
        if (row.Cells.Any(cell => cell.Length > LongestCell))
            return $"ett fält är längre än {LongestCell} tecken; ett citattecken kanske inte stängs";
        return row.Cells.Any(cell => cell.Any(letter => char.IsControl(letter) || char.GetUnicodeCategory(letter) == UnicodeCategory.Format))
            ? "raden innehåller styrtecken eller osynliga tecken"
            : null;
    }

    private static IEnumerable<TableRow> Csv(ImportSource source, FaultList faults, bool freeText)
    {
        using var text = new StreamReader(source.Open(), FileText.EncodingOf(source, faults));
        faults.ThrowIfAny();
        var settings = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = DelimiterOf(source),
            IgnoreBlankLines = false,
            // In free text a quote that is not closed would swallow rows, and nobody would miss them.
            BadDataFound = freeText ? bad => faults.Add(bad.Context.Parser?.RawRow ?? 0, Unquoted) : null,
            HasHeaderRecord = false,
            MaxFieldSize = 1_000_000,
        };
        using var parser = new CsvParser(text, settings);
        var before = 0;
        while (Next(parser, faults))
        {
            var line = before + 1;
            before = parser.RawRow;
            yield return new TableRow(line, [.. (parser.Record ?? []).Select(cell => cell.Trim().Normalize())]);
        }
    }

    private static bool Next(CsvParser parser, FaultList faults)
    {
        try
        {
            return parser.Read();
        }
        catch (MaxFieldSizeException)
        {
            faults.Add(parser.RawRow + 1, "ett fält är orimligt långt; ett citattecken kanske inte stängs");
            return false;
        }
    }

    /// <summary>The separator that the header uses; a semicolon wins, since a column name may hold a comma but hardly a semicolon.</summary>
    private static string DelimiterOf(ImportSource source)
    {
        using var bytes = source.Open();
        for (int next; (next = bytes.ReadByte()) >= 0 && next is not ('\r' or '\n');)
        {
            if (next == ';')
                return ";";
        }

        return ",";
    }
}
