using System.Globalization;
using DigiSam.Imports;
using DigiSam.Language;
using DigiSam.Metrics;
using DigiSam.Organisation;
using DigiSam.SickLeave;

namespace DigiSam.Figures;

/// <summary>A file of a described table, checked row by row.</summary>
internal sealed class FigureFile
{
    private readonly Dictionary<FigureKey, int> _lines = [];
    private readonly FigureTableForm _form;
    private readonly TableStream _table;
    private readonly AbsencePlaces _places;
    private readonly DateOnly _latest;
    private readonly FaultList _faults;
    private readonly Dictionary<string, int> _columns;

    private FigureFile(FigureTableForm form, TableStream table, AbsencePlaces places, DateOnly today, FaultList faults)
    {
        (_form, _table, _places, _faults) = (form, table, places, faults);
        _latest = new DateOnly(today.Year, today.Month, 1);
        _columns = form.Columns.ToDictionary(name => name, name => table.Header.ToList().IndexOf(name));
    }

    /// <summary>Opens a file of the table, or fails with <see cref="FileRefused"/>.</summary>
    /// <param name="today">Periods after this day's are refused.</param>
    public static FigureFile Open(FigureTableForm form, ImportSource source, AbsencePlaces places, DateOnly today, FaultList faults)
    {
        var table = TableStream.Read(source, faults, form.IsExtract ? form.Columns.Contains : null);
        var missing = form.Columns.Except(table.Header).ToList();
        if (missing.Count > 0)
            faults.Add(1, $"rubriken känns inte igen: kolumnen {string.Join(" och ", missing.Select(name => $"\"{name}\""))} saknas. {form.Name} har {string.Join(";", form.Columns)}");
        foreach (var unknown in form.IsExtract ? [] : table.Header.Except(form.Columns))
            faults.Add(1, $"kolumnen \"{unknown}\" är okänd; ta bort den, så att inget om enskilda kommer med");
        faults.ThrowIfAny();
        return new FigureFile(form, table, places, today, faults);
    }

    /// <summary>The rows that are right; what is wrong with the others is added to the faults.</summary>
    public IEnumerable<FigureRow> Rows()
    {
        foreach (var row in _table.Rows)
        {
            var known = _faults.Count;
            var read = Read(row);
            if (_faults.Count > known)
                continue;

            // What is counted as "annat" may stand in several rows.
            if (_form.IsExtract || _lines.TryAdd(read.Key, row.Line))
                yield return read;
            else
                _faults.Add(row.Line, $"raden upprepar rad {_lines[read.Key]}");
        }
    }

    private FigureRow Read(TableRow row)
    {
        var known = _faults.Count;
        var period = Period(row.Line, Cell(row, _form.PeriodColumn));
        if (_faults.Count > known)
            return default;
        var place = Place(row.Line, Cell(row, _form.PlaceColumn), period);
        var sex = _form.BySex ? Sex(row.Line, Cell(row, "kön")) : FigureSex.All;
        var category = _form.CategoryColumn is { } column ? Category(row.Line, column, Cell(row, column)) : "";
        int? people = _form.PeopleColumn is { } counted ? People(row.Line, counted, Cell(row, counted)) : null;
        return new FigureRow(row.Line, new FigureKey(period, place, sex, category), "", people, Amounts(row, people));
    }

    private string Cell(TableRow row, string column) => row.Cells[_columns[column]];

    private DateOnly Period(int line, string text)
    {
        if (!DateOnly.TryParseExact(_form.IsYearly ? $"{text}-01-01" : $"{text}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var period) || period.Year < 2000)
            _faults.Add(line, _form.IsYearly ? "år skrivs med fyra siffror, till exempel 2025" : "månaden skrivs som år och månad, till exempel 2025-01");
        else if (period > _latest)
            _faults.Add(line, $"{(_form.IsYearly ? "året" : "månaden")} {text} har inte varit än");
        return period;
    }

    private Guid Place(int line, string text, DateOnly period)
    {
        var month = _form.IsYearly && period.AddMonths(11) < _latest ? period.AddMonths(11) : _form.IsYearly ? _latest : period;
        return _form.Level switch
        {
            FigureLevel.Units => _places.Unit(line, text, month, _faults),
            FigureLevel.Boards => _places.Board(line, text, month, _faults),
            FigureLevel.AboveUnits => Unquoted(line, faults => _places.Any(line, "", text, month, faults, place => place is Board or Administration)),
            _ => _places.Any(line, "platsen", text, month, _faults, _ => true),
        };
    }

    /// <summary>What stands in an extract may be a name that has got into the wrong column: it is not told again.</summary>
    private Guid Unquoted(int line, Func<FaultList, Guid> find)
    {
        var own = new FaultList("");
        var found = find(own);
        if (!own.None)
            _faults.Add(line, $"kolumnen {_form.PlaceColumn}: platsen är okänd i organisationen den månaden, eller så finns det flera med samma namn");
        return found;
    }

    private FigureSex Sex(int line, string text)
    {
        switch (SwedishText.Fold(text))
        {
            case PublishedGroups.Women: return FigureSex.Women;
            case PublishedGroups.Men: return FigureSex.Men;
            default:
                _faults.Add(line, $"kön ska vara kvinnor eller män, inte \"{text}\"");
                return FigureSex.All;
        }
    }

    private string Category(int line, string column, string text)
    {
        if (_form.Categories is { } known)
            return known.GetValueOrDefault(SwedishText.Fold(text), FigureCategories.Other);
        if (text.Length is 0 or > CountedFigure.LongestCategory)
            _faults.Add(line, $"{column} ska ha ett namn på högst {CountedFigure.LongestCategory} tecken");
        return text;
    }

    private int People(int line, string column, string text)
    {
        if (!SwedishNumber.TryRead(text, out var number, out _) || !decimal.IsInteger(number) || number is < 0 or > 1_000_000)
            _faults.Add(line, $"{column} ska vara ett heltal, inte \"{text}\"");
        else if (number <= MetricValue.LargestHiddenGroup)
            _faults.Add(line, $"gruppen har tio personer eller färre och tas inte in. {_form.Advice}");
        else
            return (int)number;
        return 0;
    }

    private FigureAmounts Amounts(TableRow row, int? people)
    {
        var known = _faults.Count;
        var read = _form.Measures.ToDictionary(measure => measure.Column, measure => Hundredths(row.Line, measure, Cell(row, measure.Column)));
        foreach (var measure in _faults.Count > known ? [] : _form.Measures.Where(measure => measure.IsPartOf is not null))
        {
            if (read[measure.Column] > (measure.IsPartOf == _form.PeopleColumn ? people * 100L : read[measure.IsPartOf!]))
                _faults.Add(row.Line, $"{measure.Column} är fler än {measure.IsPartOf}, fast de ska ingå i dem");
        }

        return new FigureAmounts(read[_form.Measures[0].Column], _form.Measures.Count > 1 ? read[_form.Measures[1].Column] : 0);
    }

    private long Hundredths(int line, FigureMeasure measure, string text)
    {
        if (!SwedishNumber.TryRead(text, out var number, out var reason))
            _faults.Add(line, $"{measure.Column}: {(_form.IsExtract ? "det är inte ett tal" : reason)}");
        else if (number < 0 || number > measure.Most)
            _faults.Add(line, $"{measure.Column}: {text} är inte rimligt");
        else if (measure.Whole && !decimal.IsInteger(number))
            _faults.Add(line, $"{measure.Column}: {text} är inte ett heltal");
        else if (number * 100 != decimal.Truncate(number * 100))
            _faults.Add(line, $"{measure.Column}: {text} har fler än två decimaler");
        else
            return (long)(number * 100);
        return 0;
    }
}
