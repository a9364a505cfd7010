using DigiSam.Metrics;
using DigiSam.SickLeave;

namespace DigiSam.Demo.Telling;

/// <summary>
/// Divides the hours of units among positions and sexes, so that their sum over the municipality is what was divided, but for
/// rounding. What is ten people or fewer is merged into a row for others of its sex.
/// </summary>
internal static class PositionTale
{
    private const string Others = "Övriga";

    /// <summary>How many of a hundred have the position, and how ill they are against the usual, in percent.</summary>
    private static readonly Dictionary<string, (string Position, int Share, int Ill)[]> ByKind = new()
    {
        ["forskola"] = [("Barnskötare", 55, 125), ("Förskollärare", 40, 90), ("Kock", 5, 105)],
        ["skola"] = [("Lärare", 60, 80), ("Elevassistent", 16, 135), ("Fritidspedagog", 17, 100), ("Skoladministratör", 7, 85)],
        ["gymnasium"] = [("Lärare", 80, 80), ("Elevassistent", 8, 135), ("Skoladministratör", 12, 85)],
        ["hemtjanst"] = [("Undersköterska", 60, 115), ("Vårdbiträde", 34, 140), ("Samordnare", 6, 80)],
        ["boende"] = [("Undersköterska", 62, 115), ("Vårdbiträde", 23, 140), ("Sjuksköterska", 15, 85)],
        ["lss"] = [("Stödassistent", 52, 120), ("Personlig assistent", 33, 145), ("Stödpedagog", 15, 130)],
        ["kok"] = [("Måltidsbiträde", 60, 130), ("Kock", 40, 105)],
        ["socialkontor"] = [("Socialsekreterare", 80, 110), ("Administratör", 20, 75)],
        ["bibliotek"] = [("Bibliotekarie", 70, 65), ("Biblioteksassistent", 30, 90)],
        ["fritid"] = [("Fritidsledare", 75, 90), ("Vaktmästare", 25, 100)],
        ["gata"] = [("Anläggningsarbetare", 70, 100), ("Ingenjör", 30, 55)],
        ["va"] = [("Drifttekniker", 70, 95), ("Ingenjör", 30, 55)],
    };

    private static readonly (string Position, int Share, int Ill)[] Office = [("Handläggare", 70, 65), ("Administratör", 30, 75)];

    /// <summary>The rows of a month.</summary>
    /// <param name="hours">The hours of a month, by unit.</param>
    public static IEnumerable<(string Position, AbsenceSex Sex, int People, AbsenceHours Hours)> Rows(IEnumerable<DemoUnit> units, IReadOnlyDictionary<Guid, AbsenceHours> hours)
    {
        var groups = units.SelectMany(unit => Divide(unit, hours[unit.Id])).GroupBy(part => (part.Position, part.Sex)).Select(same => Sum(same.Key.Position, same)).ToList();
        var small = groups.FindAll(group => group.People <= MetricValue.LargestHiddenGroup);
        return groups.Except(small).Concat(small.GroupBy(group => group.Sex).Select(same => Sum(Others, same)).Where(group => group.People > MetricValue.LargestHiddenGroup));
    }

    private static IEnumerable<(string Position, AbsenceSex Sex, int People, AbsenceHours Hours)> Divide(DemoUnit unit, AbsenceHours all)
    {
        var (staff, men) = (unit.Texts.Staff, FigureTale.MenIn(unit));
        var kinds = ByKind.GetValueOrDefault(unit.Texts.Kind, Office);
        var parts = kinds.Select(kind => (kind.Position, kind.Ill, People: staff * kind.Share / 100)).ToList();
        parts[0] = parts[0] with { People = staff - parts.Skip(1).Sum(part => part.People) };
        var groups = parts.SelectMany(part => part.People * men / staff is var some
            ? new[] { (part.Position, Sex: AbsenceSex.Women, People: part.People - some, Ill: part.Ill * 106), (part.Position, Sex: AbsenceSex.Men, People: some, Ill: part.Ill * 74) }
            : []).Where(group => group.People > 0).ToList();
        var ills = groups.Sum(group => (long)group.People * group.Ill);
        return groups.Select(group => (group.Position, group.Sex, group.People, new AbsenceHours(
            all.Scheduled * group.People / staff, all.Short * group.People * group.Ill / ills, all.Long * group.People * group.Ill / ills, all.FromDay60 * group.People * group.Ill / ills)));
    }

    private static (string Position, AbsenceSex Sex, int People, AbsenceHours Hours) Sum(string position, IEnumerable<(string Position, AbsenceSex Sex, int People, AbsenceHours Hours)> parts) =>
        parts.Aggregate((Position: position, Sex: AbsenceSex.All, People: 0, Hours: default(AbsenceHours)), (sum, part) => (position, part.Sex, sum.People + part.People, sum.Hours + part.Hours));
}
