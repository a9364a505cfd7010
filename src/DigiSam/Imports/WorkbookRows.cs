using System.Globalization;
using System.IO.Compression;
using System.Xml;
using ExcelDataReader;

namespace DigiSam.Imports;

/// <summary>The rows of the first sheet of an XLSX file. What it would unpack to is looked at before anything is unpacked.</summary>
internal static class WorkbookRows
{
    private const long MostUnpacked = 400L * 1024 * 1024;

    private const int MostParts = 2000;

    public static IEnumerable<TableRow> Read(ImportSource source, FaultList faults)
    {
        Check(source, faults);
        faults.ThrowIfAny();
        using var file = source.Open();
        using var reader = Guarded(() => ExcelReaderFactory.CreateOpenXmlReader(file), faults);
        faults.ThrowIfAny();
        for (var line = 1; Guarded(reader!.Read, faults); line++)
            yield return new TableRow(line, [.. Enumerable.Range(0, reader.FieldCount).Select(column => Text(reader.GetValue(column)))]);
    }

    private static void Check(ImportSource source, FaultList faults)
    {
        try
        {
            using var zip = new ZipArchive(source.Open(), ZipArchiveMode.Read);
            if (zip.Entries.Count > MostParts || zip.Entries.Sum(part => part.Length) > MostUnpacked)
                faults.Add(0, "filen packar upp till mer än en arbetsbok rimligen innehåller; spara den som CSV och dela den per år");
            else if (zip.GetEntry("xl/workbook.xml") is null)
                faults.Add(0, "filen är inte en arbetsbok (xlsx)");
        }
        catch (InvalidDataException)
        {
            faults.Add(0, "filen är inte en arbetsbok (xlsx), eller så är den avkortad");
        }
    }

    /// <summary>What a damaged file makes the reader throw becomes a fault of the file.</summary>
    private static T? Guarded<T>(Func<T> read, FaultList faults)
    {
        try
        {
            return read();
        }
        catch (Exception damaged) when (damaged is ExcelDataReader.Exceptions.ExcelReaderException or XmlException or InvalidDataException or IOException
            or FormatException or ArgumentException or InvalidOperationException or OverflowException or IndexOutOfRangeException or KeyNotFoundException or NullReferenceException)
        {
            faults.Add(0, "arbetsboken är skadad och kan inte läsas; öppna den, spara den på nytt och försök igen");
            return default;
        }
    }

    /// <summary>A cell as it would stand in a CSV file; a day becomes its month.</summary>
    private static string Text(object? cell) => cell switch
    {
        null => "",
        DateTime day => day.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        double number => Math.Round((decimal)Math.Clamp(number, -1e15, 1e15), 6).ToString("0.######", CultureInfo.InvariantCulture),
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString()!.Trim().Normalize(),
    };
}
