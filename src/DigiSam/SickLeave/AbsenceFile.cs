using System.Globalization;
using System.Runtime.InteropServices;
using DigiSam.Imports;
using DigiSam.Language;
using DigiSam.Metrics;

namespace DigiSam.SickLeave;

/// <summary>A row as it was read and found right.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct AbsenceRow(int Line, AbsenceKey Key, int Headcount, AbsenceHours Hours);

/// <summary>A file of one of the three tables, recognised by its header and checked row by row.</summary>
internal sealed class AbsenceFile
{
    private const decimal MostHours = 100_000_000;

    // Of one person in a month. Where somebody chose the columns, hours taken for people would let single persons in as groups.
    private const int FewestHours = 20;

    private const int MostHoursOfOne = 260;

    private static readonly string[] HourColumns = ["ordinarie_timmar", "sjuk_timmar_1_14", "sjuk_timmar_15", "sjuk_timmar_60"];

    private readonly Dictionary<AbsenceKey, int> _lines = [];
    private readonly FaultList _faults;
    private readonly AbsencePlaces _places;
    private readonly DateOnly _latest;
    private readonly Dictionary<string, int> _columns;
    private readonly TableStream _table;
    private readonly bool _isMapped;

    private AbsenceFile(TableStream table, AbsenceTable kind, Dictionary<string, int> columns, bool isMapped, AbsencePlaces places, DateOnly latest, FaultList faults) =>
        (_table, Kind, _columns, _isMapped, _places, _latest, _faults) = (table, kind, columns, isMapped, places, latest, faults);

    public AbsenceTable Kind { get; }

    /// <summary>The columns of each table, in the order of its template.</summary>
    public static IReadOnlyList<string> ColumnsOf(AbsenceTable table) => table switch
    {
        AbsenceTable.Unit => ["månad", "enhet", "antal", .. HourColumns],
        AbsenceTable.Board => ["månad", "nämnd", "kön", "åldersgrupp", "antal", .. HourColumns],
        _ => ["månad", "befattning", "kön", "antal", .. HourColumns],
    };

    /// <summary>Recognises the file, or fails with <see cref="FileRefused"/>; rows are read by <see cref="Rows"/>.</summary>
    /// <param name="today">Months after this day's are refused.</param>
    public static AbsenceFile Open(ImportSource source, AbsencePlaces places, DateOnly today, FaultList faults)
    {
        var table = TableStream.Read(source, faults);
        var kind = Enum.GetValues<AbsenceTable>().OrderBy(kind => ColumnsOf(kind).Except(table.Header).Count() + table.Header.Except(ColumnsOf(kind)).Count()).First();
        var missing = ColumnsOf(kind).Except(table.Header).ToList();
        if (missing.Count > 0)
            faults.Add(1, $"rubriken känns inte igen: kolumnen {string.Join(" och ", missing.Select(name => $"\"{name}\""))} saknas. En fil {Words(kind)} har {string.Join(";", ColumnsOf(kind))}");
        foreach (var unknown in table.Header.Except(ColumnsOf(kind)))
            faults.Add(1, $"kolumnen \"{unknown}\" är okänd; ta bort den, så att inget om enskilda kommer med");
        faults.ThrowIfAny();
        return new AbsenceFile(table, kind, ColumnsOf(kind).ToDictionary(name => name, name => table.Header.ToList().IndexOf(name)), source.Columns is not null, places, new DateOnly(today.Year, today.Month, 1), faults);
    }

    /// <summary>"med frånvaro per enhet".</summary>
    public static string Words(AbsenceTable kind) => kind switch
    {
        AbsenceTable.Unit => "med frånvaro per enhet",
        AbsenceTable.Board => "med frånvaro per nämnd, kön och ålder",
        _ => "med frånvaro per befattning",
    };

    /// <summary>The rows that are right; what is wrong with the others is added to the faults.</summary>
    public IEnumerable<AbsenceRow> Rows()
    {
        foreach (var row in _table.Rows)
        {
            var known = _faults.Count;
            var read = Read(row);
            if (_faults.Count > known)
                continue;
            if (_lines.TryAdd(read.Key, row.Line))
                yield return read;
            else
                _faults.Add(row.Line, $"raden upprepar rad {_lines[read.Key]}");
        }
    }

    private AbsenceRow Read(TableRow row)
    {
        var known = _faults.Count;
        var month = Month(row.Line, Cell(row, "månad"));
        if (_faults.Count > known)
            return default;
        var (place, position) = Kind switch
        {
            AbsenceTable.Unit => (_places.Unit(row.Line, Cell(row, "enhet"), month, _faults), ""),
            AbsenceTable.Board => (_places.Board(row.Line, Cell(row, "nämnd"), month, _faults), ""),
            _ => (_places.Municipality, Position(row.Line, Cell(row, "befattning"))),
        };
        var sex = Kind == AbsenceTable.Unit ? AbsenceSex.All : Sex(row.Line, Cell(row, "kön"));
        var age = Kind == AbsenceTable.Board ? Age(row.Line, Cell(row, "åldersgrupp")) : AgeGroup.All;
        var (headcount, hours) = (Headcount(row), Hours(row));
        if (_isMapped && _faults.Count == known && hours.Scheduled / 100 / headcount is < FewestHours or > MostHoursOfOne)
            _faults.Add(row.Line, $"ordinarie_timmar är orimligt {(hours.Scheduled / 100 / headcount < FewestHours ? "få" : "många")} för så många anställda. Är antal verkligen antalet anställda i kolumnvalet?");
        return new AbsenceRow(row.Line, new AbsenceKey(month, place, sex, age, position), headcount, hours);
    }

    private string Cell(TableRow row, string column) => row.Cells[_columns[column]];

    private DateOnly Month(int line, string text)
    {
        if (!DateOnly.TryParseExact($"{text}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) || month.Year < 2000)
            _faults.Add(line, $"månaden skrivs som år och månad, till exempel 2025-01, inte \"{text}\"");
        else if (month > _latest)
            _faults.Add(line, $"månaden {text} har inte varit än");
        return month;
    }

    private string Position(int line, string text)
    {
        if (text.Length is 0 or > AbsenceMonth.LongestPosition)
            _faults.Add(line, $"befattningen ska ha ett namn på högst {AbsenceMonth.LongestPosition} tecken");
        return text;
    }

    private AbsenceSex Sex(int line, string text)
    {
        switch (SwedishText.Fold(text))
        {
            case PublishedGroups.Women: return AbsenceSex.Women;
            case PublishedGroups.Men: return AbsenceSex.Men;
            default:
                _faults.Add(line, $"kön ska vara kvinnor eller män, inte \"{text}\"");
                return AbsenceSex.All;
        }
    }

    private AgeGroup Age(int line, string text)
    {
        switch (text.Replace('–', '-'))
        {
            case "-29": return AgeGroup.Under30;
            case "30-49": return AgeGroup.From30To49;
            case "50-": return AgeGroup.From50;
            default:
                _faults.Add(line, $"åldersgruppen ska vara -29, 30-49 eller 50-, inte \"{text}\"");
                return AgeGroup.All;
        }
    }

    private int Headcount(TableRow row)
    {
        var text = Cell(row, "antal");
        if (!SwedishNumber.TryRead(text, out var number, out _) || !decimal.IsInteger(number) || number is < 0 or > 1_000_000)
            _faults.Add(row.Line, $"antal ska vara ett heltal, inte \"{text}\"");
        else if (number <= MetricValue.LargestHiddenGroup)
            _faults.Add(row.Line, $"gruppen har tio personer eller färre och tas inte in. {Advice}");
        else
            return (int)number;
        return 0;
    }

    private string Advice => Kind switch
    {
        AbsenceTable.Unit => "Slå ihop den med andra små enheter på en rad med förvaltningens namn i kolumnen enhet",
        AbsenceTable.Board => "Slå ihop den med andra nämnders grupp på en rad med kommunens namn i kolumnen nämnd",
        _ => "Slå ihop den med en närliggande befattning, eller på en rad som heter Övriga",
    };

    private AbsenceHours Hours(TableRow row)
    {
        var hours = HourColumns.Select(column => Hundredths(row.Line, column, Cell(row, column))).ToArray();
        var read = new AbsenceHours(hours[0], hours[1], hours[2], hours[3]);
        if (hours.Contains(-1))
            return read;
        if (read.Scheduled == 0)
            _faults.Add(row.Line, "ordinarie_timmar är noll: då finns inget att räkna frånvaro av");
        else if (read.Short + read.Long > read.Scheduled)
            _faults.Add(row.Line, "sjuktimmarna är fler än de ordinarie timmarna");
        if (read.FromDay60 > read.Long)
            _faults.Add(row.Line, "sjuk_timmar_60 är fler än sjuk_timmar_15, fast de ska ingå i dem");
        return read;
    }

    private long Hundredths(int line, string column, string text)
    {
        if (!SwedishNumber.TryRead(text, out var hours, out var reason))
            _faults.Add(line, $"{column}: {reason}");
        else if (hours is < 0 or > MostHours)
            _faults.Add(line, $"{column}: {text} timmar är inte rimligt");
        else if (hours * 100 != decimal.Truncate(hours * 100))
            _faults.Add(line, $"{column}: {text} har fler än två decimaler");
        else
            return (long)(hours * 100);
        return -1;
    }
}
