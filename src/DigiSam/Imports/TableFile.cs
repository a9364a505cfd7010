using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using DigiSam.Language;

namespace DigiSam.Imports;

/// <summary>A row of an imported table: its line in the file (1 is the header) and its cells, trimmed.</summary>
internal sealed record TableRow(int Line, IReadOnlyList<string> Cells);

/// <summary>
/// A table read from a CSV file separated by semicolon or comma. Every row has as many cells as the header;
/// rows that do not are faults, since a decimal comma in a comma-separated file would otherwise move the figures.
/// </summary>
internal sealed class TableFile
{
    /// <summary>Files larger than this are refused before they are read.</summary>
    public const int MaxBytes = 50 * 1024 * 1024;

    private TableFile(FaultList faults, IReadOnlyList<string> header, IReadOnlyList<TableRow> rows)
    {
        Faults = faults;
        Header = header;
        Rows = rows;
    }

    /// <summary>The rows that have the wrong shape, and are not among <see cref="Rows"/>; who reads the table adds what is wrong with the others.</summary>
    public FaultList Faults { get; }

    /// <summary>The column names, folded as names are compared.</summary>
    public IReadOnlyList<string> Header { get; }

    public IReadOnlyList<TableRow> Rows { get; }

    /// <summary>The index of the first column that has one of these names, or −1.</summary>
    public int Column(params string[] names)
    {
        for (var index = 0; index < Header.Count; index++)
        {
            if (Array.Exists(names, name => Header[index] == name))
                return index;
        }

        return -1;
    }

    /// <summary>Reads the table or fails with <see cref="FileRefused"/> when it is none; see <see cref="Faults"/> for its rows.</summary>
    public static TableFile Read(string file, byte[] content)
    {
        var faults = new FaultList(file);
        if (content.Length > MaxBytes)
            faults.Add(0, $"filen är större än {MaxBytes / 1024 / 1024} MB");
        faults.ThrowIfAny();

        var text = FileText.Decode(file, content);
        var records = Records(text, Delimiter(text), faults);
        if (records.Count == 0)
            faults.Add(0, "filen är tom");
        else if (records.Count == 1 && faults.None)
            faults.Add(1, "filen har en rubrik men inga rader");
        faults.ThrowIfHeader();

        var header = records[0].Cells.Select(SwedishText.Fold).ToList();
        foreach (var twice in header.GroupBy(name => name).Where(names => names.Count() > 1))
            faults.Add(1, $"kolumnen \"{twice.Key}\" finns {twice.Count()} gånger");
        foreach (var row in records.Skip(1).Where(row => row.Cells.Count != header.Count))
            faults.Add(row.Line, $"raden har {row.Cells.Count} fält men rubriken {header.Count}; sätt citattecken runt värden som innehåller skiljetecknet, till exempel \"7,7\"");
        faults.ThrowIfHeader();
        return new TableFile(faults, header, [.. records.Skip(1).Where(row => row.Cells.Count == header.Count)]);
    }

    /// <summary>The separator that the header uses; a semicolon wins, since a column name may hold a comma but hardly a semicolon.</summary>
    private static string Delimiter(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        return (end < 0 ? text : text[..end]).Contains(';', StringComparison.Ordinal) ? ";" : ",";
    }

    private static List<TableRow> Records(string text, string delimiter, FaultList faults)
    {
        var settings = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter,
            IgnoreBlankLines = false,
            BadDataFound = null,
            HasHeaderRecord = false,
        };
        using var parser = new CsvParser(new StringReader(text), settings);
        var records = new List<TableRow>();
        var before = 0;
        while (parser.Read())
        {
            var line = before + 1;
            before = parser.RawRow;
            var cells = parser.Record ?? [];
            if (Array.TrueForAll(cells, string.IsNullOrWhiteSpace))
                continue;
            if (Array.Exists(cells, cell => cell.Contains('\n', StringComparison.Ordinal) || cell.Contains('\r', StringComparison.Ordinal)))
                faults.Add(line, "ett citattecken öppnas men stängs inte på samma rad");
            else if (!WellQuoted(parser.RawRecord, delimiter))
                faults.Add(line, "citattecknen går inte ihop: ett värde som börjar med citattecken ska också sluta med ett, och citattecken inuti det skrivs dubbelt");
            else if (Array.Exists(cells, cell => cell.Any(IsInvisible)))
                faults.Add(line, "raden innehåller styrtecken eller osynliga tecken");
            else
                records.Add(new TableRow(line, [.. cells.Select(cell => cell.Trim())]));
            if (records.Count == 0)
                faults.ThrowIfAny();
        }

        return records;
    }

    private static bool IsInvisible(char letter) => char.IsControl(letter) || char.GetUnicodeCategory(letter) == UnicodeCategory.Format;

    /// <summary>Quotes that open a cell close it. The parser would drop the marks of <c>"Solen" skola</c> and take a cut-off cell as whole.</summary>
    private static bool WellQuoted(string record, string delimiter)
    {
        var rest = record.AsSpan().TrimEnd("\r\n");
        while (true)
        {
            var start = rest.TrimStart(' ');
            if (start.Length > 0 && start[0] == '"')
            {
                if (start.Length < rest.Length)
                    return false;
                var end = 1;
                while (end < rest.Length && (rest[end] != '"' || (end + 1 < rest.Length && rest[end + 1] == '"')))
                    end += rest[end] == '"' ? 2 : 1;
                if (end >= rest.Length)
                    return false;
                rest = rest[(end + 1)..].TrimStart(' ');
                if (rest.Length > 0 && rest[0] != delimiter[0])
                    return false;
            }

            var next = rest.IndexOf(delimiter[0]);
            if (next < 0)
                return true;
            rest = rest[(next + 1)..];
        }
    }
}
