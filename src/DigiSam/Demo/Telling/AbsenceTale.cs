using System.Globalization;
using System.Text;
using DigiSam.Imports;
using DigiSam.Metrics;
using DigiSam.SickLeave;

namespace DigiSam.Demo.Telling;

/// <summary>
/// Monthly absence as a payroll system would give it, per unit, per board, sex and age, and per position group: the same hours in all
/// tables. What is ten people or fewer is merged into the level above.
/// </summary>
internal sealed class AbsenceTale(DemoWorld world, OrganisationTale organisation, Guid importedBy)
{
    /// <summary>A person's scheduled hours in a month, in hundredths.</summary>
    private const int Scheduled = 14_500;

    /// <summary>How many of a hundred are of the age, and how ill they are against the usual, in percent.</summary>
    private static readonly (AgeGroup Age, int Share, int Ill)[] Ages = [(AgeGroup.Under30, 18, 80), (AgeGroup.From30To49, 46, 95), (AgeGroup.From50, 36, 115)];

    private readonly Dice _dice = world.DiceFor("absence");

    private readonly Dictionary<Guid, (int Short, int Long)> _usual = [];

    /// <summary>Units that stand together on the row of their administration.</summary>
    private readonly HashSet<DemoUnit> _together = [.. organisation.Units.GroupBy(unit => organisation.Boards[unit.Texts.Boards[0]].Id).SelectMany(board => SmallestTogether([.. board], unit => unit.Texts.Staff))];

    /// <summary>Imports and their rows, year by year up to the last month that has ended.</summary>
    public IEnumerable<object> Tell()
    {
        foreach (var unit in organisation.Units)
            _usual[unit.Id] = (_dice.Between(22, 44), _dice.Between(18, 70));
        var now = new DateOnly(world.Now.Year, world.Now.Month, 1);
        for (var year = world.FirstYear; year <= now.Year; year++)
        {
            var months = Enumerable.Range(1, 12).Select(month => new DateOnly(year, month, 1)).Where(month => month < now).ToList();
            if (months.Count == 0)
                yield break;
            var at = EventCalendar.AtWork(months[^1].AddMonths(1).AddDays(8), _dice);
            at = at > world.Now ? world.Now : at;
            var hours = months.ConvertAll(month => (Month: month, Of: organisation.Units.ToDictionary(unit => unit.Id, unit => Month(unit, month))));
            var units = hours.SelectMany(month => Units(month.Of).Select(row => (new AbsenceKey(month.Month, row.Place, AbsenceSex.All, AgeGroup.All, ""), row.People, row.Hours))).ToList();
            var boards = hours.SelectMany(month => Boards(month.Of).Select(row => (new AbsenceKey(month.Month, row.Key.Place, row.Key.Sex, row.Key.Age, ""), row.Value.People, row.Value.Hours))).ToList();
            var positions = hours.SelectMany(month => Positions(month.Of).Select(row => (new AbsenceKey(month.Month, organisation.Municipality.Id, row.Key.Sex, AgeGroup.All, row.Key.Position), row.Value.People, row.Value.Hours))).ToList();
            foreach (var row in File("franvaro-enhet", AbsenceTable.Unit, units, year, at)
                .Concat(File("franvaro-namnd", AbsenceTable.Board, boards, year, at))
                .Concat(File("franvaro-befattning", AbsenceTable.Position, positions, year, at)))
                yield return row;
        }
    }

    private IEnumerable<object> File(string name, AbsenceTable table, List<(AbsenceKey Key, int People, AbsenceHours Hours)> rows, int year, DateTimeOffset at)
    {
        var content = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{name} {year} {world.Seed}"));
        var source = ImportSource.FromBytes(string.Create(CultureInfo.InvariantCulture, $"{name}-{year}.csv"), content);
        var batch = world.Numbering.Give(new ImportBatch(ImportKind.Absence, source, rows.Count, at, importedBy), at);
        if (rows.Count > 0)
            batch.Stating($"{table}", rows.Select(row => row.Key.Month));
        return rows.Select((row, index) => (object)world.Numbering.Give(new AbsenceMonth(table, row.Key, row.People, row.Hours, batch.Id, index + 2), at)).Prepend(batch);
    }

    /// <summary>Colds come in winter; what lasts changes slowly.</summary>
    private AbsenceHours Month(DemoUnit unit, DateOnly month)
    {
        var (brief, lasting) = _usual[unit.Id];
        _usual[unit.Id] = (brief, Math.Clamp(lasting + _dice.Between(-2, 2), 8, 110));
        var season = month.Month switch { 1 or 2 or 3 or 11 or 12 => 125, 6 or 7 or 8 => 62, _ => 100 };
        long scheduled = (long)unit.Texts.Staff * Scheduled;
        var longest = scheduled * lasting / 1000;
        return new AbsenceHours(scheduled, scheduled * brief * season / 100_000, longest, longest * _dice.Between(45, 75) / 100);
    }

    private IEnumerable<(Guid Place, int People, AbsenceHours Hours)> Units(Dictionary<Guid, AbsenceHours> hours)
    {
        var merged = _together.GroupBy(unit => unit.AdministrationId)
            .Select(same => (same.Key, same.Sum(unit => unit.Texts.Staff), same.Aggregate(default(AbsenceHours), (sum, unit) => sum + hours[unit.Id])));
        return organisation.Units.Except(_together).Select(unit => (unit.Id, unit.Texts.Staff, hours[unit.Id])).Concat(merged);
    }

    private IEnumerable<KeyValuePair<(Guid Place, AbsenceSex Sex, AgeGroup Age), (int People, AbsenceHours Hours)>> Boards(Dictionary<Guid, AbsenceHours> hours)
    {
        var groups = new Dictionary<(Guid Place, AbsenceSex Sex, AgeGroup Age), (int People, AbsenceHours Hours)>();
        foreach (var board in organisation.Units.GroupBy(BoardOf))
        {
            var all = board.Aggregate(default(AbsenceHours), (sum, unit) => sum + hours[unit.Id]);
            var parts = Divide(board.Sum(unit => unit.Texts.Staff), board.Sum(FigureTale.MenIn), all).Where(part => part.People > 0).ToList();
            var merged = SmallestTogether(parts, part => part.People);
            foreach (var part in parts)
            {
                var key = (merged.Contains(part) ? organisation.Municipality.Id : board.Key, part.Sex, part.Age);
                var known = groups.GetValueOrDefault(key);
                groups[key] = (known.People + part.People, known.Hours + part.Hours);
            }
        }

        var left = SmallestTogether([.. groups.Where(group => group.Key.Place == organisation.Municipality.Id)], group => group.Value.People);
        return groups.Where(group => !left.Contains(group));
    }

    private Guid BoardOf(DemoUnit unit) => organisation.Boards[unit.Texts.Boards[0]].Id;

    /// <summary>
    /// Those too small for a row of their own, with the next smallest where they are too few together: one table less the other must not be
    /// a small group either.
    /// </summary>
    private static HashSet<T> SmallestTogether<T>(IReadOnlyList<T> groups, Func<T, int> people)
    {
        var ordered = groups.OrderBy(people).ToList();
        var (count, sum) = (0, 0);
        while (count < ordered.Count && (people(ordered[count]) <= MetricValue.LargestHiddenGroup || sum is > 0 and <= MetricValue.LargestHiddenGroup))
            sum += people(ordered[count++]);
        return [.. ordered.Take(count)];
    }

    private IEnumerable<KeyValuePair<(string Position, AbsenceSex Sex), (int People, AbsenceHours Hours)>> Positions(Dictionary<Guid, AbsenceHours> hours)
    {
        var groups = new Dictionary<(string, AbsenceSex), (int People, AbsenceHours Hours)>();
        foreach (var unit in organisation.Units)
        {
            var (staff, men) = (unit.Texts.Staff, FigureTale.MenIn(unit));
            foreach (var (position, sex, people, part) in PositionTexts.Divide(unit.Texts.Kind, staff - men, men, hours[unit.Id]))
            {
                var known = groups.GetValueOrDefault((position, sex));
                groups[(position, sex)] = (known.People + people, known.Hours + part);
            }
        }

        return groups.Where(group => group.Value.People > MetricValue.LargestHiddenGroup);
    }

    /// <summary>Divides hours among sexes and ages so that their sum is what was divided, but for rounding.</summary>
    private static List<(AbsenceSex Sex, AgeGroup Age, int People, AbsenceHours Hours)> Divide(int staff, int men, AbsenceHours all)
    {
        var groups = (from sex in new[] { (Sex: AbsenceSex.Women, People: staff - men, Ill: 106), (Sex: AbsenceSex.Men, People: men, Ill: 74) }
                      from age in Ages
                      select (sex.Sex, age.Age, Weight: (long)sex.People * age.Share, Ill: (long)sex.People * age.Share * sex.Ill * age.Ill)).ToList();
        var (weights, ills) = (Math.Max(1, groups.Sum(group => group.Weight)), Math.Max(1, groups.Sum(group => group.Ill)));
        var counted = 0L;
        return groups.ConvertAll(group => (group.Sex, group.Age, People(group.Weight), new AbsenceHours(
            all.Scheduled * group.Weight / weights, all.Short * group.Ill / ills, all.Long * group.Ill / ills, all.FromDay60 * group.Ill / ills)));

        // So many hundredths have been counted before: what is cut off one group is the next one's.
        int People(long hundredths)
        {
            var before = counted / 100;
            counted += hundredths;
            return (int)(counted / 100 - before);
        }
    }
}
