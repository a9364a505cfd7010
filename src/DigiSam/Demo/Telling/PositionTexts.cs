using DigiSam.SickLeave;

namespace DigiSam.Demo.Telling;

/// <summary>Which positions there are at a kind of workplace, how many of a hundred have them, and how ill they are against the others.</summary>
internal static class PositionTexts
{
    private const string Office = "Handläggare";

    private static readonly Dictionary<string, (string Name, int Share, int Ill)[]> Kinds = new()
    {
        ["forskola"] = [("Barnskötare", 48, 122), ("Förskollärare", 46, 84), ("Måltidspersonal", 6, 118)],
        ["skola"] = [("Lärare, grundskola", 62, 82), ("Elevassistent", 20, 130), ("Fritidspedagog", 18, 108)],
        ["gymnasium"] = [("Lärare, gymnasium", 80, 90), ("Elevassistent", 8, 130), (Office, 12, 92)],
        ["hemtjanst"] = [("Undersköterska, hemtjänst", 68, 104), ("Vårdbiträde", 32, 116)],
        ["boende"] = [("Undersköterska, äldreboende", 66, 102), ("Vårdbiträde", 26, 118), ("Sjuksköterska", 8, 82)],
        ["lss"] = [("Stödassistent", 58, 106), ("Stödpedagog", 22, 96), ("Personlig assistent", 20, 114)],
        ["kok"] = [("Måltidspersonal", 86, 106), ("Kock", 14, 92)],
        ["socialkontor"] = [("Socialsekreterare", 74, 108), (Office, 26, 88)],
        ["gata"] = [("Gatuarbetare", 78, 104), (Office, 22, 86)],
        ["va"] = [("Drifttekniker", 74, 98), (Office, 26, 90)],
        ["bibliotek"] = [("Bibliotekarie", 76, 94), (Office, 24, 96)],
        ["fritid"] = [("Fritidsledare", 72, 102), (Office, 28, 92)],
        ["service"] = [("Lokalvårdare", 70, 116), ("Vaktmästare", 30, 90)],
    };

    /// <summary>The people and hours of a workplace by position and sex; together they are what was divided, but for rounding.</summary>
    public static IEnumerable<(string Position, AbsenceSex Sex, int People, AbsenceHours Hours)> Divide(string kind, int women, int men, AbsenceHours all)
    {
        var groups = (from position in Kinds.GetValueOrDefault(kind, [(Office, 88, 100), ("Administratör", 12, 104)])
                      from sex in new[] { (Sex: AbsenceSex.Women, People: women, Ill: 106), (Sex: AbsenceSex.Men, People: men, Ill: 74) }
                      select (position.Name, sex.Sex, Weight: (long)sex.People * position.Share, Ill: (long)sex.People * position.Share * sex.Ill * position.Ill)).ToList();
        var (weights, ills) = (Math.Max(1, groups.Sum(group => group.Weight)), Math.Max(1, groups.Sum(group => group.Ill)));
        return groups.Select(group => (group.Name, group.Sex, (int)Math.Round(group.Weight / 100m, MidpointRounding.AwayFromZero), new AbsenceHours(
            all.Scheduled * group.Weight / weights, all.Short * group.Ill / ills, all.Long * group.Ill / ills, all.FromDay60 * group.Ill / ills)));
    }
}
