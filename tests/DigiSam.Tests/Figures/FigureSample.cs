using System.Globalization;
using System.Text;
using DigiSam.Figures;
using DigiSam.Imports;
using DigiSam.Tests.SickLeave;
using DigiSam.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Tests.Figures;

/// <summary>Tables of counted figures in the invented organisation of <see cref="AbsenceSample"/>.</summary>
internal static class FigureSample
{
    public const string Headcount = "månad;enhet;antal;chefer";

    public const string Turnover = "månad;nämnd;kön;antal;avgångar;pensionsavgångar";

    public const string Overtime = "månad;nämnd;antal;övertid_timmar;mertid_timmar";

    public const string Orders = "månad;nämnd_eller_förvaltning;tjänst;beställningar;timmar";

    public const string Survey = "år;enhet_eller_nämnd;område;antal_svar;index";

    public const string Incidents = "händelsedatum;rapportdatum;hemenhet;händelseenhet;slag;klarmarkerad";

    public static readonly EventBasis ByHome = new(EventUnit.Home, EventDate.Event);

    public static readonly DateOnly Last = new(2026, 2, 1);

    public static Task<ImportReport> Take(this Installed installed, FigureTable table, string content, string? name = null, bool dryRun = false, EventBasis? basis = null) =>
        installed.Do(Import(table, content, name, dryRun, basis));

    public static ImportFigures Import(FigureTable table, string content, string? name = null, bool dryRun = false, EventBasis? basis = null) =>
        new(table, ImportSource.FromBytes(name ?? $"{table}.csv", Encoding.UTF8.GetBytes(content)), basis ?? (table == FigureTable.Incidents ? ByHome : null), dryRun);

    public static async Task<FiguresView> Figures(this Installed installed, string place, DateOnly? end = null)
    {
        var id = await installed.InDatabase(database => database.Places.Where(known => known.Name == place).Select(known => known.Id).SingleAsync());
        return await installed.Do(new ReadFigures(id, end));
    }

    public static FigureLine Line(this FiguresView view, FigureMetric metric, FigureSex sex = FigureSex.All, string category = "") =>
        view.Sections.SelectMany(section => section.Lines).Single(line => (line.Metric, line.Sex, line.Category) == (metric, sex, category));

    /// <summary>A row for each group and month up to and with the last; each number is between nothing and its most, different every time.</summary>
    public static string Table(string header, IEnumerable<string> groups, int months, int seed, int people, params int[] most)
    {
        var dice = new Random(seed);
        var known = groups.ToList();
        var lines = new StringBuilder(header).Append('\n');
        foreach (var month in Enumerable.Range(0, months).Select(back => Last.AddMonths(-back)))
        {
            foreach (var group in known)
            {
                lines.Append(CultureInfo.InvariantCulture, $"{month:yyyy-MM};{group};");
                if (people > 0)
                    lines.Append(CultureInfo.InvariantCulture, $"{people + dice.Next(40)};");
                lines.AppendJoin(';', most.Select(top => top < 100 ? $"{dice.Next(top)}" : (dice.Next(top * 100) / 100m).ToString("0.##", CultureInfo.InvariantCulture).Replace('.', ','))).Append('\n');
            }
        }

        return lines.ToString();
    }

    public static string HeadcountTable(int months = 26, int people = 12) => Table(Headcount, AbsenceSample.Units, months, 3, people, 4);

    public static string TurnoverTable(int months = 26)
    {
        var table = Table(Turnover, from board in AbsenceSample.Boards from sex in new[] { "kvinnor", "män" } select $"{board};{sex}", months, 4, 60, 6, 1);
        return table;
    }

    public static string OvertimeTable(int months = 26) => Table(Overtime, AbsenceSample.Boards, months, 5, 120, 900, 700);

    public static string OrdersTable(int months = 26) => Table(Orders, from board in AbsenceSample.Boards from service in new[] { "ergonomi", "krisstöd", "något alldeles eget" } select $"{board};{service}", months, 6, 0, 9, 200);

    /// <summary>Events with names and free text in columns that nobody asked for.</summary>
    public static string IncidentExtract(int months = 26, int seed = 7, string? only = null)
    {
        var dice = new Random(seed);
        var lines = new StringBuilder($"ärendenummer;{Incidents};namn;beskrivning\n");
        for (var day = Last.AddMonths(1 - months); day < Last.AddMonths(1); day = day.AddDays(1 + dice.Next(5)))
        {
            var home = only ?? AbsenceSample.Units[dice.Next(5)];
            var kind = new[] { "Arbetsskada", "Tillbud", "Riskobservation", "Olycksfall", "Viktor snubblade" }[dice.Next(5)];
            lines.Append(CultureInfo.InvariantCulture,
                $"{dice.Next(9999)};{day:yyyy-MM-dd};{day.AddDays(dice.Next(20)):yyyy-MM-dd};{home};{AbsenceSample.Units[dice.Next(5)]};{kind};{(dice.Next(3) > 0 ? "Ja" : "Nej")};Viktoria Silverstolpe;\"Hon halkade vid trappan,\nslog i huvudet; ambulans\"\n");
        }

        return lines.ToString();
    }
}
