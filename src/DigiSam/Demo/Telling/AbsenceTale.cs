using System.Globalization;
using System.Text;
using DigiSam.Imports;
using DigiSam.Metrics;
using DigiSam.SickLeave;

namespace DigiSam.Demo.Telling;

/// <summary>
/// Monthly absence as a payroll system would give it, per unit, per board, sex and age, and per
/// position and sex: the same hours in all tables. What is ten
/// people or fewer is merged into the level above.
/// </summary>
internal sealed class AbsenceTale(DemoWorld world, OrganisationTale organisation, Guid importedBy)
{
    /// <summary>A person's scheduled hours in a month, in hundredths.</summary>
    private const int Scheduled = 14_500;

    /// <summary>How many of a hundred are of the age, and how ill they are against the usual, in percent.</summary>
    private static readonly (AgeGroup Age, int Share, int Ill)[] Ages = [(AgeGroup.Under30, 18, 80), (AgeGroup.From30To49, 46, 95), (AgeGroup.From50, 36, 115)];

    private readonly Dice _dice = world.DiceFor("absence");

    private readonly Dictionary<Guid, (int Short, int Long)> _usual = [];

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
            var positions = hours.SelectMany(month => PositionTale.Rows(organisation.Units, month.Of)
                .Select(row => (new AbsenceKey(month.Month, organisation.Municipality.Id, row.Sex, AgeGroup.All, row.Position), row.People, row.Hours))).ToList();
            foreach (var row in File("franvaro-enhet", AbsenceTable.Unit, units, year, at).Concat(File("franvaro-namnd", AbsenceTable.Board, boards, year, at))
                .Concat(File("franvaro-befattning", AbsenceTable.Position, positions, year, at)))
            {
                yield return row;
            }
        }
    }

    private IEnumerable<object> File(string name, AbsenceTable table, List<(AbsenceKey Key, int People, AbsenceHours Hours)> rows, int year, DateTimeOffset at)
    {
        var content = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{name} {year} {world.Seed}"));
        var source = ImportSource.FromBytes(string.Create(CultureInfo.InvariantCulture, $"{name}-{year}.csv"), content);
        var batch = world.Numbering.Give(new ImportBatch(ImportKind.Absence, source, rows.Count, at, importedBy), at);
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
        var small = organisation.Units.Where(unit => unit.Texts.Staff <= MetricValue.LargestHiddenGroup).ToList();
        var merged = small.GroupBy(unit => unit.AdministrationId)
            .Select(same => (same.Key, same.Sum(unit => unit.Texts.Staff), same.Aggregate(default(AbsenceHours), (sum, unit) => sum + hours[unit.Id])));
        return organisation.Units.Except(small).Select(unit => (unit.Id, unit.Texts.Staff, hours[unit.Id])).Concat(merged).Where(row => row.Item2 > MetricValue.LargestHiddenGroup);
    }

    private IEnumerable<KeyValuePair<(Guid Place, AbsenceSex Sex, AgeGroup Age), (int People, AbsenceHours Hours)>> Boards(Dictionary<Guid, AbsenceHours> hours)
    {
        var groups = new Dictionary<(Guid, AbsenceSex, AgeGroup), (int People, AbsenceHours Hours)>();
        foreach (var board in organisation.Units.GroupBy(unit => organisation.Boards[unit.Texts.Boards[0]].Id))
        {
            var all = board.Aggregate(default(AbsenceHours), (sum, unit) => sum + hours[unit.Id]);
            foreach (var (sex, age, people, part) in Divide(board.Sum(unit => unit.Texts.Staff), board.Sum(FigureTale.MenIn), all))
            {
                var place = people > MetricValue.LargestHiddenGroup ? board.Key : organisation.Municipality.Id;
                var known = groups.GetValueOrDefault((place, sex, age));
                groups[(place, sex, age)] = (known.People + people, known.Hours + part);
            }
        }

        return groups.Where(group => group.Value.People > MetricValue.LargestHiddenGroup);
    }

    /// <summary>Divides hours among sexes and ages so that their sum is what was divided, but for rounding.</summary>
    private static IEnumerable<(AbsenceSex Sex, AgeGroup Age, int People, AbsenceHours Hours)> Divide(int staff, int men, AbsenceHours all)
    {
        var groups = (from sex in new[] { (Sex: AbsenceSex.Women, People: staff - men, Ill: 106), (Sex: AbsenceSex.Men, People: men, Ill: 74) }
                      from age in Ages
                      select (sex.Sex, age.Age, Weight: (long)sex.People * age.Share, Ill: (long)sex.People * age.Share * sex.Ill * age.Ill)).ToList();
        var (weights, ills) = (Math.Max(1, groups.Sum(group => group.Weight)), Math.Max(1, groups.Sum(group => group.Ill)));
        return groups.Select(group => (group.Sex, group.Age, (int)(group.Weight / 100), new AbsenceHours(
            all.Scheduled * group.Weight / weights, all.Short * group.Ill / ills, all.Long * group.Ill / ills, all.FromDay60 * group.Ill / ills)));
    }
}
