using DigiSam.Comparisons;
using DigiSam.Language;
using DigiSam.Metrics;

namespace DigiSam.SickLeave;

/// <summary>Figures of sick leave as they are shown: one decimal, rounded once.</summary>
public static class SickLeaveWords
{
    public const string Hidden = "–";

    /// <summary>"7,7 %", or a dash where nothing may be shown or nothing is known.</summary>
    public static string Percent(decimal? share) => share is { } known ? $"{SwedishNumber.Show(known, 1)} %" : Hidden;

    /// <summary>"+0,4" or "−0,8".</summary>
    public static string Points(decimal? difference)
    {
        if (difference is not { } known)
            return Hidden;
        var shown = SwedishNumber.Show(known, 1);
        return known > 0 && shown != SwedishNumber.Show(0, 1) ? $"+{shown}" : shown;
    }

    /// <summary>What the figure of a place means, and against what, in one sentence each; empty when nothing is shown.</summary>
    public static IEnumerable<string> Meaning(SickLeaveGroup all, IReadOnlyList<SickLeaveAbove> above)
    {
        if (all.Now is not { } now)
            yield break;
        yield return $"Av hundra timmar som skulle ha arbetats var {SwedishNumber.Show(now.Total, 1)} sjuktimmar: {SwedishNumber.Show(now.Short, 1)} korta (dag 1–14) och {SwedishNumber.Show(now.Long, 1)} långa (från dag 15).";
        if (all.Difference is { } difference)
            yield return $"Det är {Against(difference.Total)} ett år tidigare.";
        var known = above.Where(place => place.All.Now is not null).Select(place => $"{Against(now.Total - place.All.Now!.Value.Total)} i {place.Name} ({Percent(place.All.Now!.Value.Total)})").ToList();
        if (known.Count > 0)
            yield return $"Det är {string.Join(" och ", known)}.";
    }

    /// <summary>"0,3 procentenheter lägre än" or "lika mycket som".</summary>
    private static string Against(decimal difference) => SwedishNumber.Show(Math.Abs(difference), 1) is var points && points == SwedishNumber.Show(0, 1)
        ? "lika mycket som"
        : $"{points} {(points == SwedishNumber.Show(1, 1) ? "procentenhet" : "procentenheter")} {(difference < 0 ? "lägre" : "högre")} än";

    /// <summary>"februari 2026".</summary>
    public static string Month(DateOnly month) => $"{SwedishDate.Month(month.Month)} {month.Year}";

    public static string Group(SickLeaveGroup group) => (group.Sex, group.Age) switch
    {
        (AbsenceSex.Women, _) => "Kvinnor",
        (AbsenceSex.Men, _) => "Män",
        (_, AgeGroup.Under30) => "29 år och yngre",
        (_, AgeGroup.From30To49) => "30–49 år",
        (_, AgeGroup.From50) => "50 år och äldre",
        _ => "Alla",
    };

    /// <summary>"90 %", or a dash where one sex alone is counted.</summary>
    public static string Share(decimal? percent) => percent is { } known ? $"{SwedishNumber.Show(known, 0)} %" : Hidden;

    /// <summary>"Förskollärare", or "Förskollärare (bara kvinnor)" where the other sex is too small for a row.</summary>
    public static string Name(RankedPosition position) => position.Only switch
    {
        AbsenceSex.Women => $"{position.Name} (bara kvinnor)",
        AbsenceSex.Men => $"{position.Name} (bara män)",
        _ => position.Name,
    };

    /// <summary>What the list of position groups leaves out, and why.</summary>
    public static IEnumerable<string> Notes(PositionRanking ranking)
    {
        if (ranking.Highest.Any(position => position.Only != AbsenceSex.All))
            yield return "Där det står bara kvinnor eller bara män är de andra tio eller färre, eller inga, och räknas inte.";
        if (ranking.Incomplete > 0)
            yield return $"{SwedishNumber.Show(ranking.Incomplete, 0)} {(ranking.Incomplete == 1 ? "befattning saknar" : "befattningar saknar")} någon månad, eller kvinnor eller män i någon månad, och är inte med.";
        if (ranking.IsShortened)
            yield return "Befattningar fattas i listan, för att en grupp om tio personer eller färre inte ska gå att räkna ut.";
        yield return "Befattningar med tio personer eller färre visas inte. De räknas bara i summor.";
    }

    /// <summary>"dag 1–14".</summary>
    public static string Measure(ComparedMeasure measure) => measure switch
    {
        ComparedMeasure.ShortSickLeave => "dag 1–14",
        ComparedMeasure.LongSickLeave => "från dag 15",
        _ => "total",
    };

    /// <summary>A percentage with the decimals that it was printed with, at least one.</summary>
    public static string Published(decimal value) => $"{SwedishNumber.Show(value, value == Math.Round(value, 1) ? 1 : 2)} %";

    /// <summary>The share of a view that a published value of that measure and group ("alla", "kvinnor", "män") is compared with; null when it is not shown.</summary>
    public static decimal? Own(SickLeaveView view, ComparedMeasure measure, string group)
    {
        var sex = group switch { PublishedGroups.Women => AbsenceSex.Women, PublishedGroups.Men => AbsenceSex.Men, _ => AbsenceSex.All };
        var now = view.Groups.FirstOrDefault(known => known.Sex == sex && known.Age == AgeGroup.All)?.Now;
        return measure switch { ComparedMeasure.ShortSickLeave => now?.Short, ComparedMeasure.LongSickLeave => now?.Long, _ => now?.Total };
    }

    /// <summary>How the figures come about, in sentences.</summary>
    public static IEnumerable<string> Rule(SickLeaveView view)
    {
        yield return "Sjuktimmarna i de tolv månaderna delas med de ordinarie timmarna i samma månader, och kvoten avrundas en gång. Skillnaden räknas på de exakta värdena och avrundas en gång.";
        yield return view.Table == AbsenceTable.Board ? "Timmarna kommer från tabellen per nämnd, kön och ålder." : "Timmarna är summan av enheternas.";
    }

    /// <summary>"franvaro-enhet-2025.csv, inläst 8 januari 2026, 720 rader".</summary>
    public static string Source(SickLeaveSource source) =>
        $"{source.FileName}, inläst {SwedishDate.Long(SwedishDate.DateIn(source.ImportedAt))}, {SwedishNumber.Show(source.Rows, 0)} {(source.Rows == 1 ? "rad" : "rader")}";

    /// <summary>Why something is not shown, and what is not counted here.</summary>
    public static IEnumerable<string> Notes(SickLeaveView view)
    {
        if (view.Groups is [{ MissingMonths: > 0 and var months }, ..])
            yield return $"{months} av de tolv månaderna saknas, och då visas ingen sjukfrånvaro. Välj en annan månad, eller läs in det som saknas.";
        else if (view.Hold == AbsenceHold.Published)
            yield return "För de här tolv månaderna finns publicerade värden, och de kan räkna en grupp om tio personer eller färre som saknar egen rad här. Bredvid varandra skulle de visa den gruppen. Därför visas bara de publicerade, i årsrapporten.";
        else if (view.Hold == AbsenceHold.Locked)
            yield return "En rapport om de här tolv månaderna är låst, och sedan dess har rader rättats med tio personer eller färre. Bredvid rapporten skulle siffrorna visa den gruppen. Därför visas de inte här.";
        else if (view.Groups.Any(group => group.Now is null))
            yield return "Ett streck betyder att gruppen är för liten att visa, eller att den skulle gå att räkna ut ur de andra. Grupper om tio personer eller färre räknas bara på nivån ovanför, och då är de inte heller med i summan för alla här.";
        if (view.BoardsAreHidden)
            yield return "Tabellerna per nämnd och per enhet skiljer sig åt med en grupp om tio personer eller färre. Därför visas bara summan av enheterna, utan kön och ålder. Rätta det genom att slå ihop den lilla gruppen i båda tabellerna.";
        if (view.Groups is [{ Now: not null, Before: null }, ..])
            yield return "För tolv månader ett år tidigare finns inga siffror, eller så visas de bara i årsrapporten.";
    }
}
