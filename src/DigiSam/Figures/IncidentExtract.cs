using System.Globalization;
using DigiSam.Imports;
using DigiSam.Language;
using DigiSam.Organisation;
using DigiSam.SickLeave;

namespace DigiSam.Figures;

/// <summary>
/// An extract of work injuries and near misses with one row for each event. Four columns are looked at: unit, day, kind and whether the
/// event is marked ready. Everything else is dropped unread, and no fault repeats what stands in a row.
/// </summary>
internal sealed class IncidentExtract
{
    private static readonly string[] Home = ["hemenhet", "hemmaenhet", "hemenhet namn"];

    private static readonly string[] Event = ["händelseenhet", "enhet för händelsen", "händelseenhet namn"];

    private static readonly string[] EventDay = ["händelsedatum", "datum för händelsen", "skadedatum"];

    private static readonly string[] ReportDay = ["rapportdatum", "anmälningsdatum", "rapporteringsdatum", "registreringsdatum"];

    private static readonly string[] Kind = ["slag", "händelsetyp", "ärendetyp", "typ av händelse"];

    private static readonly string[] Ready = ["klarmarkerad", "klar"];

    private static readonly HashSet<string> Yes = ["ja", "j", "x", "1", "sant", "true", "klar", "klarmarkerad", "avslutad"];

    private static readonly HashSet<string> No = ["", "nej", "n", "0", "falskt", "false", "ej klar", "ej klarmarkerad", "pågår", "pågående", "öppen"];

    private static readonly string[] Forms = ["yyyy-MM-dd", "yyyy-MM", "yyyyMMdd", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss"];

    private readonly AbsencePlaces _places;
    private readonly FaultList _faults;

    private IncidentExtract(AbsencePlaces places, FaultList faults) => (_places, _faults) = (places, faults);

    public static IReadOnlyList<string> Template { get; } = [EventDay[0], ReportDay[0], Home[0], Event[0], Kind[0], Ready[0]];

    /// <summary>Columns of the template of which at least one each is needed.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Needed { get; } = [[EventDay[0], ReportDay[0]], [Home[0], Event[0]], [Kind[0]], [Ready[0]]];

    /// <summary>The first and the last month that the extract covers.</summary>
    public DateOnly First { get; private set; } = DateOnly.MaxValue;

    public DateOnly Last { get; private set; } = DateOnly.MinValue;

    /// <summary>Events, each a line of the file.</summary>
    public int Events { get; private set; }

    /// <summary>Events whose kind is none of those that are known.</summary>
    public int OfOtherKind { get; private set; }

    /// <summary>Whether a header is that of an extract: it has a kind of event, and a unit or a day of one.</summary>
    public static bool Recognises(IReadOnlyCollection<string> header) =>
        header.Any(Kind.Contains) && header.Any(name => Home.Contains(name) || Event.Contains(name) || EventDay.Contains(name) || ReportDay.Contains(name));

    /// <summary>Counts the events by month, unit and kind; fails with <see cref="FileRefused"/> when the header lacks what the basis asks for.</summary>
    /// <param name="today">Events of months after this day's are faults.</param>
    public static (IncidentExtract Extract, IReadOnlyList<FigureRow> Counts) Read(ImportSource source, EventBasis basis, AbsencePlaces places, DateOnly today, FaultList faults)
    {
        var names = new[] { basis.Date == EventDate.Event ? EventDay : ReportDay, basis.Unit == EventUnit.Home ? Home : Event, Kind, Ready };
        var table = TableStream.Read(source, faults, header => names.Any(known => known.Contains(header)));
        var columns = names.Select(known => table.Header.ToList().FindIndex(known.Contains)).ToArray();
        foreach (var (known, _) in names.Zip(columns).Where(pair => pair.Second < 0))
            faults.Add(1, $"kolumnen \"{known[0]}\" saknas. Den behövs när händelserna räknas på {(basis.Unit == EventUnit.Home ? "hemenhet" : "händelseenhet")} och {names[0][0]}");
        faults.ThrowIfAny();
        var extract = new IncidentExtract(places, faults);
        var counts = new Dictionary<FigureKey, FigureAmounts>();
        foreach (var row in table.Rows)
        {
            if (extract.Read(row, columns, basis, new DateOnly(today.Year, today.Month, 1)) is not { } found)
                continue;
            counts[found.Key] = counts.GetValueOrDefault(found.Key) + new FigureAmounts(100, found.IsReady ? 100 : 0);
            extract.Events++;
        }

        (extract.First, extract.Last) = (basis.From is { } from ? MonthOf(from) : extract.First, basis.To is { } to ? MonthOf(to) : extract.Last);
        return (extract, [.. counts.Select(count => new FigureRow(0, count.Key, basis.Code, null, count.Value))]);
    }

    private (FigureKey Key, bool IsReady)? Read(TableRow row, int[] columns, EventBasis basis, DateOnly latest)
    {
        var known = _faults.Count;
        if (!DateTime.TryParseExact(row.Cells[columns[0]], Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day.Year < 2000)
        {
            _faults.Add(row.Line, "datumet skrivs som 2025-01-31");
            return null;
        }

        var month = MonthOf(DateOnly.FromDateTime(day));
        if (month > latest)
            _faults.Add(row.Line, "händelsens månad har inte varit än");
        else if ((basis.From is { } from && month < MonthOf(from)) || (basis.To is { } to && month > MonthOf(to)))
            _faults.Add(row.Line, "händelsen ligger utanför de månader som utdraget ska gälla");
        var own = new FaultList("");
        var place = _places.Any(row.Line, "", row.Cells[columns[1]], month, own, place => place is Unit or Administration);
        if (!own.None)
            _faults.Add(row.Line, "enheten är okänd i organisationen den månaden, eller så finns det flera med samma namn; ange enhetens kod");
        var ready = SwedishText.Fold(row.Cells[columns[3]]);
        if (!Yes.Contains(ready) && !No.Contains(ready))
            _faults.Add(row.Line, "klarmarkerad ska vara ja eller nej");
        if (_faults.Count > known)
            return null;
        var kind = FigureCategories.Incidents.GetValueOrDefault(SwedishText.Fold(row.Cells[columns[2]]), FigureCategories.Other);
        OfOtherKind += kind == FigureCategories.Other ? 1 : 0;
        (First, Last) = (month < First ? month : First, month > Last ? month : Last);
        return (new FigureKey(month, place, FigureSex.All, kind), Yes.Contains(ready));
    }

    private static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);
}
