using DigiSam.Figures;
using DigiSam.Language;
using DigiSam.SickLeave;

namespace DigiSam.Web.Figures;

/// <summary>Counted figures as they are shown, rounded once.</summary>
internal static class FigureWords
{
    private const string Hidden = "–";

    public static string Title(FigureTable table) => table switch
    {
        FigureTable.Headcount => "Anställda och chefer",
        FigureTable.Turnover => "Personalomsättning",
        FigureTable.Overtime => "Övertid och mertid",
        FigureTable.Incidents => "Arbetsskador och tillbud",
        FigureTable.OccupationalHealth => "Företagshälsovård",
        _ => "Medarbetarundersökningen",
    };

    /// <summary>What the figures of a section are of: "I februari 2026", "Tolv månader till och med februari 2026".</summary>
    public static string When(FigureSection section, RollingYear period) => section.Table switch
    {
        FigureTable.Headcount => $"I {Month(period.End)}",
        FigureTable.Survey => $"Undersökningen {section.Year}",
        _ => $"Tolv månader till och med {Month(period.End)}",
    };

    public static string Name(FigureLine line)
    {
        var name = line.Metric switch
        {
            FigureMetric.Employees => "Anställda",
            FigureMetric.Managers => "Chefer",
            FigureMetric.EmployeesPerManager => "Anställda per chef",
            FigureMetric.Turnover => "Personalomsättning",
            FigureMetric.Leavers => "Slutade, externt",
            FigureMetric.Retirements => "Av dem gick i pension",
            FigureMetric.Overtime => "Övertid",
            FigureMetric.AdditionalTime => "Mertid/fyllnadstid",
            FigureMetric.OvertimeAndAdditional => "Övertid och mertid",
            FigureMetric.Incidents => line.Category switch { "arbetsskada" => "Arbetsskador", "tillbud" => "Tillbud", "riskobservation" => "Riskobservationer", _ => "Annat" },
            FigureMetric.ClosedIncidents => "Klarmarkerade",
            FigureMetric.Orders => line.Category.Length == 0 ? "Beställningar" : Upper(line.Category),
            FigureMetric.OrderedHours => "Beställda timmar",
            _ => line.Category,
        };
        return line.Sex switch { FigureSex.Women => $"{name}, kvinnor", FigureSex.Men => $"{name}, män", _ => name };
    }

    /// <summary>A part of the line above it.</summary>
    public static bool IsPart(FigureLine line) => line.Sex != FigureSex.All || line.Metric == FigureMetric.Retirements || (line.Metric == FigureMetric.Orders && line.Category.Length > 0);

    /// <summary>"11,0 %", "24 054 tim" or "990"; a dash where nothing may be shown or nothing is known.</summary>
    public static string Value(FigureLine line, decimal? value) => value is { } known ? $"{SwedishNumber.Show(known, Decimals(line))}{Unit(line)}" : Hidden;

    /// <summary>"+0,4" or "−6 227".</summary>
    public static string Difference(FigureLine line)
    {
        if (line.Difference is not { } known)
            return Hidden;
        var shown = SwedishNumber.Show(known, Decimals(line));
        return known > 0 && shown != SwedishNumber.Show(0, Decimals(line)) ? $"+{shown}" : shown;
    }

    public static IEnumerable<string> Notes(FigureSection section)
    {
        if (section.Hold == AbsenceHold.Published)
            yield return "För de här tolv månaderna finns publicerade värden, och de kan räkna en grupp om tio personer eller färre som saknar egen rad här. Bredvid varandra skulle de visa den gruppen. Därför visas bara de publicerade, i årsrapporten.";
        else if (section.Hold == AbsenceHold.Locked)
            yield return "En rapport om de här tolv månaderna är låst, och sedan dess har rader rättats med tio personer eller färre, eller räknas på andra platser. Bredvid rapporten skulle siffrorna visa en liten grupp. Därför visas de inte här.";
        else if (section.MissingMonths > 0)
            yield return $"{section.MissingMonths} av de tolv månaderna saknas, och då visas ingen summa.";
        else if (section.Lines.Any(line => line.Now is null && line.Sex != FigureSex.All))
            yield return "Ett streck betyder att gruppen är för liten att visa, eller att den skulle gå att räkna ut ur den andra.";
        if (section.Table == FigureTable.Survey && section.Lines.Any(line => line.Now is null))
            yield return "Ett streck betyder att platsen och platserna under den skiljer sig åt med tio svar eller färre sedan organisationen ändrades. Läs in undersökningen på nytt för den nya organisationen.";
        if (section.LacksBoards)
            yield return "Någon nämnd saknar rader för en del av månaderna och är inte med i kommunens siffra.";
        if (section.Table == FigureTable.Incidents)
            yield return $"Antalen är {string.Join(" i några månader, i andra ", section.Bases.Select(EventBasis.Words))}. Enheter med tio anställda eller färre räknas bara på nivån ovanför.";
        if (section.Bases.Count > 1)
            yield return "Månaderna är alltså räknade på olika sätt, och summan ska läsas med försiktighet. Läs in utdraget på nytt för hela tiden.";
        if (section.Lines.Any(line => line is { IsComparable: false, Now: not null, Before: not null }))
            yield return section.Table == FigureTable.Incidents ? "Åren är räknade på olika sätt. Därför visas ingen skillnad." : "Åren räknar inte samma nämnder. Därför visas ingen skillnad.";
    }

    /// <summary>The rule of a section's figures.</summary>
    public static string Rule(FigureTable table) => table switch
    {
        FigureTable.Headcount => "Antalet gäller den sista månaden. Anställda per chef är alla anställda delat med alla chefer, avrundat en gång. Chefer räknas bland de anställda.",
        FigureTable.Turnover => "De som har slutat externt under tolv månader, pensionsavgångar medräknade, delas med medelvärdet av de tolv månadernas antal tillsvidareanställda. Kvoten avrundas en gång.",
        FigureTable.Overtime => "Timmarna i de tolv månaderna läggs ihop.",
        FigureTable.Incidents => "Händelserna i de tolv månaderna räknas. Klarmarkerade är alla slag tillsammans.",
        FigureTable.OccupationalHealth => "Beställningarna i de tolv månaderna läggs ihop.",
        _ => "Index från 0 till 100, som det kommer ur undersökningen. Index läggs aldrig ihop: varje plats har sitt eget.",
    };

    private static int Decimals(FigureLine line) => line.Metric is FigureMetric.EmployeesPerManager or FigureMetric.Turnover or FigureMetric.SurveyIndex ? 1 : 0;

    private static string Unit(FigureLine line) => line.Metric switch
    {
        FigureMetric.Turnover => " %",
        FigureMetric.Overtime or FigureMetric.AdditionalTime or FigureMetric.OvertimeAndAdditional or FigureMetric.OrderedHours => " tim",
        _ => "",
    };

    private static string Month(DateOnly month) => $"{SwedishDate.Month(month.Month)} {month.Year}";

    private static string Upper(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..]}";
}
