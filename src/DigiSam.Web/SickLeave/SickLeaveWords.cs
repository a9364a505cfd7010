using DigiSam.Language;
using DigiSam.SickLeave;

namespace DigiSam.Web.SickLeave;

/// <summary>Figures of sick leave as they are shown: one decimal, rounded once.</summary>
internal static class SickLeaveWords
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
