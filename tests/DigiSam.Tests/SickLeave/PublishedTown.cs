using System.Globalization;
using System.Text;
using DigiSam.SickLeave;

namespace DigiSam.Tests.SickLeave;

internal enum TownStep
{
    Units,
    Boards,
    Publish,
    Lock,

    /// <summary>People come to light that the tables did not count.</summary>
    Correct,
}

/// <summary>
/// Five units whose people are known one cell (unit, sex, age) at a time; tables that leave out or merge small groups; published values
/// that count everybody; and a year in which reports are locked and tables corrected, in any order.
/// </summary>
internal sealed class PublishedTown
{
    public const string Whole = "Exempelkommunen";

    private const string Education = "Barn- och utbildningsförvaltningen";

    private const string NoUnit = "Ledningen";

    private static readonly Dictionary<string, (string Board, string Administration)> Belongs = new()
    {
        ["Björkskolan"] = ("Grundskolenämnden", Education),
        ["Ekskolan"] = ("Grundskolenämnden", Education),
        ["Åkerns förskola"] = ("Grundskolenämnden", Education),
        ["Centralköket"] = ("Omsorgsnämnden", Education),
        ["Ängens äldreboende"] = ("Omsorgsnämnden", "Omsorgsförvaltningen"),
        [NoUnit] = ("Grundskolenämnden", Education),
    };

    private static readonly (AbsenceSex Sex, AgeGroup Age, string Words)[] Groups =
    [
        (AbsenceSex.Women, AgeGroup.Under30, "kvinnor;-29"), (AbsenceSex.Women, AgeGroup.From30To49, "kvinnor;30-49"), (AbsenceSex.Women, AgeGroup.From50, "kvinnor;50-"),
        (AbsenceSex.Men, AgeGroup.Under30, "män;-29"), (AbsenceSex.Men, AgeGroup.From30To49, "män;30-49"), (AbsenceSex.Men, AgeGroup.From50, "män;50-"),
    ];

    private readonly List<(string Unit, AbsenceSex Sex, AgeGroup Age, int People, bool Late)> _cells = [];

    /// <summary>What the database holds: the cells that each row counts.</summary>
    private readonly Dictionary<(AbsenceTable Table, string Place, string Words), List<int>> _held = [];

    private readonly bool _merges;

    private readonly bool _byBoard;

    private bool _corrected;

    private bool _correctedWhenPublished;

    public PublishedTown(int seed)
    {
        var dice = new Random(seed);
        foreach (var unit in seed % 4 == 1 ? [.. AbsenceSample.Units, NoUnit] : AbsenceSample.Units)
        {
            foreach (var (sex, age, _) in Groups)
            {
                _cells.Add((unit, sex, age, (seed % 4, unit) switch
                {
                    (_, NoUnit) => dice.Next(0, 2),
                    (2, "Ekskolan" or "Åkerns förskola") => dice.Next(0, 2),
                    (3, _) when sex == AbsenceSex.Men && age == AgeGroup.Under30 && Belongs[unit].Board == "Grundskolenämnden" => dice.Next(1, 4),
                    _ => dice.Next(12, 60),
                }, false));
            }
        }

        (_merges, _byBoard) = (dice.Next(2) == 0, dice.Next(2) == 0);
        var late = dice.Next(3);
        foreach (var (sex, age, _) in Groups.Take(late))
            _cells.Add(("Björkskolan", sex, age, dice.Next(2) == 0 ? dice.Next(1, 6) : dice.Next(11, 20), true));
        IsPublished = dice.Next(3) > 0;
        IsLocked = late > 0 && dice.Next(3) > 0;
        var tables = dice.Next(4) switch { 0 => new[] { TownStep.Units }, 1 => [TownStep.Boards], _ => [TownStep.Units, TownStep.Boards] };
        Steps.AddRange(tables);
        if (IsPublished)
            Steps.Insert(dice.Next(tables.Length + 1), TownStep.Publish);
        if (IsLocked)
            Steps.Add(TownStep.Lock);
        if (late > 0)
            Steps.AddRange([TownStep.Correct, .. tables]);
        if (IsPublished && dice.Next(3) == 0)
        {
            if (dice.Next(2) == 0)
                Steps.Remove(TownStep.Publish);
            Steps.Add(TownStep.Publish);
        }

        SmallGroups.AddRange(_cells.Select(cell => cell.Unit).Distinct().Select(unit => Where(cell => cell.Unit == unit && !cell.Late)));
        SmallGroups.AddRange(from board in AbsenceSample.Boards from @group in Groups select Where(cell => Belongs[cell.Unit].Board == board && cell.Sex == @group.Sex && cell.Age == @group.Age && !cell.Late));
        SmallGroups.AddRange(new[] { Where(cell => cell.Late), Where(cell => cell.Late && cell.Sex == AbsenceSex.Women), Where(cell => cell.Late && cell.Age == AgeGroup.Under30) });
        SmallGroups.RemoveAll(group => People(group) is 0 or > 10);
    }

    public List<TownStep> Steps { get; } = [];

    public bool IsPublished { get; }

    public bool IsLocked { get; }

    public List<List<int>> SmallGroups { get; } = [];

    public void Correct() => _corrected = true;

    public long[] Equation(IEnumerable<int> cells)
    {
        var equation = new long[_cells.Count];
        foreach (var cell in cells)
            equation[cell]++;
        return equation;
    }

    /// <summary>The cells of the rows of the place and below it, as the database holds them now.</summary>
    public long[] Computed(string place, AbsenceTable table, AbsenceSex sex, AgeGroup age) => Equation(_held
        .Where(row => row.Key.Table == table && (row.Key.Place == place || place == Whole
            || (Belongs.TryGetValue(row.Key.Place, out var above) && (above.Board == place || above.Administration == place))))
        .SelectMany(row => row.Value).Where(cell => (sex == AbsenceSex.All || _cells[cell].Sex == sex) && (age == AgeGroup.All || _cells[cell].Age == age)));

    /// <summary>Everybody.</summary>
    public long[] Published(string place, AbsenceSex sex) => Equation(Everybody(place, sex, _correctedWhenPublished));

    public string Write(AbsenceTable table, DateOnly last)
    {
        var groups = table == AbsenceTable.Unit
            ? AbsenceSample.Units.Select(unit => (Place: unit, Words: "", Above: Belongs[unit].Administration, Cells: Where(cell => cell.Unit == unit && (_corrected || !cell.Late)))).ToList()
            : (from board in AbsenceSample.Boards
               from @group in Groups
               select (Place: board, @group.Words, Above: Whole, Cells: Where(cell => Belongs[cell.Unit].Board == board && cell.Sex == @group.Sex && cell.Age == @group.Age && (_corrected || !cell.Late)))).ToList();
        var rows = groups.Where(group => People(group.Cells) > 10).Select(group => (group.Place, group.Words, group.Cells)).ToList();
        if (_merges)
            rows.AddRange(groups.Where(group => People(group.Cells) is > 0 and <= 10).GroupBy(group => (group.Above, group.Words)).Select(same => (same.Key.Above, same.Key.Words, same.SelectMany(group => group.Cells).ToList())).Where(row => People(row.Item3) > 10));
        var lines = new StringBuilder(table == AbsenceTable.Unit ? AbsenceSample.UnitHeader : AbsenceSample.BoardHeader).Append('\n');
        foreach (var (place, words, cells) in rows)
        {
            _held[(table, place, words)] = cells;
            foreach (var month in Enumerable.Range(0, 12).Select(back => last.AddMonths(-back)))
                lines.Append(CultureInfo.InvariantCulture, $"{month:yyyy-MM};{place}{(words.Length > 0 ? ";" : "")}{words};{People(cells)};{People(cells) * 145};{cells.Count};{cells.Count};0\n");
        }

        return lines.ToString();
    }

    public byte[] Publish(DateOnly last)
    {
        _correctedWhenPublished = _corrected;
        var lines = new StringBuilder().Append(CultureInfo.InvariantCulture, $"board,headcount,span,group,r12_{last:yyyy_MM}\n");
        foreach (var place in _byBoard ? [.. AbsenceSample.Boards, Whole] : new[] { Whole })
        {
            foreach (var (sex, words) in new[] { (AbsenceSex.All, "alla"), (AbsenceSex.Women, "kvinnor"), (AbsenceSex.Men, "män") })
                lines.Append(CultureInfo.InvariantCulture, $"{place},{People(Everybody(place, sex, _corrected))},total,{words},5.5\n");
        }

        return Encoding.UTF8.GetBytes(lines.ToString());
    }

    private List<int> Everybody(string place, AbsenceSex sex, bool late) =>
        Where(cell => (place == Whole || Belongs[cell.Unit].Board == place) && (sex == AbsenceSex.All || cell.Sex == sex) && (late || !cell.Late));

    private List<int> Where(Func<(string Unit, AbsenceSex Sex, AgeGroup Age, int People, bool Late), bool> those) =>
        [.. Enumerable.Range(0, _cells.Count).Where(index => those(_cells[index]) && _cells[index].People > 0)];

    private int People(IEnumerable<int> cells) => cells.Sum(cell => _cells[cell].People);
}
