using System.Globalization;
using System.Text;
using DigiSam.Figures;
using DigiSam.Imports;
using DigiSam.Metrics;

namespace DigiSam.Demo.Telling;

/// <summary>
/// Counted figures as other systems would give them, for the same people as <see cref="AbsenceTale"/>: employees and managers, turnover,
/// overtime, injuries and near misses, orders of occupational health services and a survey each autumn.
/// </summary>
internal sealed class CountedTale(DemoWorld world, OrganisationTale organisation, Guid importedBy)
{
    private static readonly string[] Areas = ["Arbetsbelastning", "Delaktighet", "Ledarskap", "Social gemenskap", "Tydliga mål"];

    private static readonly (string Kind, int PerThousand)[] Kinds = [(FigureCategories.Injury, 12), (FigureCategories.NearMiss, 9), (FigureCategories.Observation, 7)];

    private static readonly (string Service, int Hours)[] Services = [("ergonomi", 3), ("handledning", 12), ("rehabilitering", 6), ("samtalsstöd", 5)];

    private readonly Dice _dice = world.DiceFor("counted");

    /// <summary>What a unit answers in hundredths of an index, before the area and the year.</summary>
    private readonly Dictionary<Guid, int> _usual = [];

    private Guid Municipality => organisation.Municipality.Id;

    /// <summary>Imports and their rows, year by year up to the last month that has ended.</summary>
    public IEnumerable<object> Tell()
    {
        var now = new DateOnly(world.Now.Year, world.Now.Month, 1);
        var groups = Groups();
        for (var year = world.FirstYear; year <= now.Year; year++)
        {
            var months = Enumerable.Range(1, 12).Select(month => new DateOnly(year, month, 1)).Where(month => month < now).ToList();
            if (months.Count == 0)
                yield break;
            var at = EventCalendar.AtWork(months[^1].AddMonths(1).AddDays(9), _dice);
            at = at > world.Now ? world.Now : at;
            var first = year == world.FirstYear;
            var files = new List<(FigureTable Table, string Name, List<FigureRow> Rows)>
            {
                (FigureTable.Headcount, "anstallda", [.. months.SelectMany(month => Headcount(month, first))]),
                (FigureTable.Turnover, "personalomsattning", [.. months.SelectMany(Turnover)]),
                (FigureTable.Overtime, "overtid", [.. months.SelectMany(Overtime)]),
                (FigureTable.Incidents, "kia", [.. months.SelectMany(month => Events(month, groups))]),
                (FigureTable.OccupationalHealth, "foretagshalsovard", [.. months.SelectMany(Orders)]),
            };
            if (months.Count >= 11)
                files.Add((FigureTable.Survey, "medarbetarundersokning", [.. Survey(new DateOnly(year, 1, 1))]));
            foreach (var row in files.SelectMany(file => File(file.Table, file.Name, file.Rows, year, at)))
                yield return row;
        }
    }

    private IEnumerable<object> File(FigureTable table, string name, List<FigureRow> rows, int year, DateTimeOffset at)
    {
        var content = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{name} {year} {world.Seed}"));
        var source = ImportSource.FromBytes(string.Create(CultureInfo.InvariantCulture, $"{name}-{year}.csv"), content);
        var batch = world.Numbering.Give(new ImportBatch(FigureTables.Of(table).Kind, source, rows.Count, at, importedBy), at);
        if (rows.Count > 0)
            batch.Stating($"{table}", rows.Select(row => row.Key.Period));
        return rows.Select((row, index) => (object)world.Numbering.Give(new CountedFigure(table, row with { Line = index + 2 }, batch.Id), at)).Prepend(batch);
    }

    /// <summary>Where counts of small units lie: as an import lays them.</summary>
    private FigureGroups Groups()
    {
        var large = organisation.Units.Where(unit => unit.Texts.Staff > MetricValue.LargestHiddenGroup).ToList();
        var merged = organisation.Units.Except(large).GroupBy(unit => unit.AdministrationId).Where(small => small.Sum(unit => unit.Texts.Staff) > MetricValue.LargestHiddenGroup).Select(small => small.Key);
        var groups = new FigureGroups([.. large.Select(unit => unit.Id).Concat(merged)], organisation.Units.ToDictionary(unit => unit.Id, unit => unit.AdministrationId), Municipality);
        var smallest = large.MinBy(unit => unit.Texts.Staff);
        return groups.LeavesSome && smallest is not null ? groups with { Kept = [.. groups.Kept.Where(place => place != smallest.Id)] } : groups;
    }

    /// <summary>One manager for each thirty; in the first year a large unit has one fewer.</summary>
    private IEnumerable<FigureRow> Headcount(DateOnly month, bool first)
    {
        var small = organisation.Units.Where(unit => unit.Texts.Staff <= MetricValue.LargestHiddenGroup).ToList();
        var merged = small.GroupBy(unit => unit.AdministrationId).Select(same => (same.Key, same.Sum(unit => unit.Texts.Staff), same.Count()));
        return organisation.Units.Except(small).Select(unit => (unit.Id, unit.Texts.Staff, 1 + (unit.Texts.Staff / (first ? 40 : 30)))).Concat(merged)
            .Where(row => row.Item2 > MetricValue.LargestHiddenGroup)
            .Select(row => new FigureRow(0, new FigureKey(month, row.Item1, FigureSex.All, ""), "", row.Item2, new FigureAmounts(row.Item3 * 100L, 0)));
    }

    private IEnumerable<FigureRow> Turnover(DateOnly month) => BySex().Select(group =>
    {
        var leavers = Some(group.People * 9);
        return new FigureRow(0, new FigureKey(month, group.Place, group.Sex, ""), "", group.People, new FigureAmounts(leavers * 100L, Math.Min(leavers, Some(group.People * 2)) * 100L));
    });

    private IEnumerable<FigureRow> Overtime(DateOnly month) => BySex().GroupBy(group => group.Place).Select(board =>
    {
        var people = board.Sum(group => group.People);
        return new FigureRow(0, new FigureKey(month, board.Key, FigureSex.All, ""), "", people, new FigureAmounts(people * (long)_dice.Between(28, 52), people * (long)_dice.Between(22, 41)));
    });

    private IEnumerable<FigureRow> Events(DateOnly month, FigureGroups groups)
    {
        var sums = organisation.Units.Select(unit => groups.Of(unit.Id)).Append(Municipality).Distinct().ToDictionary(place => new FigureKey(month, place, FigureSex.All, ""), _ => default(FigureAmounts));
        foreach (var unit in organisation.Units)
        {
            foreach (var (kind, rate) in Kinds)
            {
                var events = Some(unit.Texts.Staff * rate);
                var key = new FigureKey(month, groups.Of(unit.Id), FigureSex.All, kind);
                if (events > 0)
                    sums[key] = sums.GetValueOrDefault(key) + new FigureAmounts(events * 100L, Enumerable.Range(0, events).Count(_ => _dice.Chance(84)) * 100L);
            }
        }

        return sums.Select(sum => new FigureRow(0, sum.Key, new EventBasis(EventUnit.Home, EventDate.Event).Code, null, sum.Value));
    }

    private IEnumerable<FigureRow> Orders(DateOnly month)
    {
        yield return new FigureRow(0, new FigureKey(month, Municipality, FigureSex.All, ""), "", null, default);
        foreach (var administration in organisation.Units.GroupBy(unit => unit.AdministrationId))
        {
            var people = administration.Sum(unit => unit.Texts.Staff);
            if (people <= MetricValue.LargestHiddenGroup)
                continue;
            yield return new FigureRow(0, new FigureKey(month, administration.Key, FigureSex.All, ""), "", null, default);
            foreach (var (service, hours) in Services)
            {
                if (Some(people * 3) is > 0 and var orders)
                    yield return new FigureRow(0, new FigureKey(month, administration.Key, FigureSex.All, service), "", null, new FigureAmounts(orders * 100L, orders * hours * (long)_dice.Between(70, 130)));
            }
        }
    }

    private IEnumerable<FigureRow> Survey(DateOnly year)
    {
        foreach (var area in Areas)
        {
            var answers = organisation.Units.Select(unit => (Unit: unit, People: unit.Texts.Staff * 4 / 5, Index: Index(unit.Id))).Where(unit => unit.People > MetricValue.LargestHiddenGroup).ToList();
            foreach (var (unit, people, index) in answers)
                yield return new FigureRow(0, new FigureKey(year, unit.Id, FigureSex.All, area), "", people, new FigureAmounts(index, 0));
            var boards = organisation.Boards.Values.Select(board => (board.Id, Of: answers.Where(unit => unit.Unit.Texts.Boards.Contains(board.Name)).ToList()));
            foreach (var (place, of) in boards.Append((Municipality, answers)).Where(place => place.Item2.Count > 0))
            {
                var people = of.Sum(unit => unit.People);
                yield return new FigureRow(0, new FigureKey(year, place, FigureSex.All, area), "", people, new FigureAmounts(of.Sum(unit => unit.People * unit.Index) / people, 0));
            }
        }
    }

    private long Index(Guid unit)
    {
        if (!_usual.TryGetValue(unit, out var usual))
            _usual[unit] = usual = _dice.Between(6600, 8200);
        return usual + _dice.Between(-350, 350);
    }

    /// <summary>People by board and sex; small groups of boards together in the municipality.</summary>
    private IEnumerable<(Guid Place, FigureSex Sex, int People)> BySex() => organisation.Units
        .GroupBy(unit => organisation.Boards[unit.Texts.Boards[0]].Id)
        .SelectMany(board => new (Guid Place, FigureSex Sex, int People)[] { (board.Key, FigureSex.Women, board.Sum(unit => unit.Texts.Staff - FigureTale.MenIn(unit))), (board.Key, FigureSex.Men, board.Sum(FigureTale.MenIn)) })
        .GroupBy(group => (Place: group.People > MetricValue.LargestHiddenGroup ? group.Place : Municipality, group.Sex))
        .Select(same => (same.Key.Place, same.Key.Sex, same.Sum(group => group.People))).Where(group => group.Item3 > MetricValue.LargestHiddenGroup);

    /// <summary>How many of so many thousandths it became: the whole, and by chance one more.</summary>
    private int Some(int thousandths) => (thousandths / 1000) + (_dice.Below(1000) < thousandths % 1000 ? 1 : 0);
}
