using System.Globalization;
using System.Text;
using DigiSam.SickLeave;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Tests.SickLeave;

/// <summary>
/// A reader who knows everybody's scheduled hours and takes every figure of every place that is shown as a linear equation: no
/// group of ten or fewer follows from them, however small groups have been merged or left out. With the tables shown side by side
/// regardless, groups do follow: the reader is able.
/// </summary>
public sealed class SmallGroupProofTests
{
    private static readonly DateOnly Last = new(2026, 2, 1);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(12)]
    [InlineData(15)]
    [InlineData(18)]
    [InlineData(21)]
    public async Task No_small_group_follows_from_all_that_is_shown(int seed)
    {
        var town = new SmallTown(seed);
        await using var installed = await AbsenceSample.Ready();
        await installed.Take(town.UnitTable(Last));
        await installed.Take(town.BoardTable(Last));
        var shown = new List<long[]>();
        foreach (var place in await installed.InDatabase(database => database.Places.AsNoTracking().ToListAsync()))
        {
            var view = await installed.Do(new ReadSickLeave(place.Id, Last));
            shown.AddRange(view.Groups.Where(group => group.Now is not null).Select(group => town.Equation(place.Name, view.Table, group.Sex, group.Age)));
        }

        Assert.NotEmpty(shown);
        Assert.DoesNotContain(town.SmallGroups, group => Elimination.Follows(shown, town.Equation(group)));
    }

    [Fact]
    public void With_both_tables_side_by_side_small_groups_do_follow()
    {
        var found = Enumerable.Range(1, 9).Sum(seed =>
        {
            var town = new SmallTown(seed);
            var all = AbsenceSample.Boards.Append(SmallTown.Whole).SelectMany(place => new[] { AbsenceTable.Board, AbsenceTable.Unit }.Select(table => town.Equation(place, table, AbsenceSex.All, AgeGroup.All)))
                .Concat(AbsenceSample.Units.Select(unit => town.Equation(unit, AbsenceTable.Unit, AbsenceSex.All, AgeGroup.All))).ToList();
            return town.SmallGroups.Count(group => Elimination.Follows(all, town.Equation(group)));
        });
        Assert.True(found > 0, "The reader finds nothing, whatever is shown.");
    }
}

/// <summary>Five units whose people are known one cell (unit, sex, age) at a time, and the two tables an extract makes of them.</summary>
internal sealed class SmallTown
{
    public const string Whole = "Exempelkommunen";

    private const string Education = "Barn- och utbildningsförvaltningen";

    /// <summary>People of a board who work in no unit.</summary>
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

    private readonly List<(string Unit, AbsenceSex Sex, AgeGroup Age, int People)> _cells = [];

    /// <summary>The rows of each table: the place that stands in the row, and the cells that it counts.</summary>
    private readonly List<(AbsenceTable Table, string Place, string Words, List<int> Cells)> _rows = [];

    public SmallTown(int seed)
    {
        var dice = new Random(seed);
        foreach (var unit in seed % 2 == 0 ? AbsenceSample.Units : [.. AbsenceSample.Units, NoUnit])
        {
            foreach (var (sex, age, _) in Groups)
            {
                _cells.Add((unit, sex, age, (seed % 3, unit) switch
                {
                    // One small unit; one small group of a board; or small ones anywhere.
                    (_, NoUnit) => dice.Next(0, 2),
                    (0, "Ekskolan" or "Åkerns förskola") => dice.Next(0, 2),
                    (1, _) when sex == AbsenceSex.Men && age == AgeGroup.Under30 && Belongs[unit].Board == "Grundskolenämnden" => dice.Next(1, 4),
                    (0 or 1, _) => dice.Next(12, 60),
                    _ => dice.Next(0, dice.Next(2) == 0 ? 6 : 40),
                }));
            }
        }

        Table(AbsenceTable.Unit, AbsenceSample.Units.Select(unit => (unit, "", Belongs[unit].Administration, Where(cell => cell.Unit == unit))), dice);
        SmallGroups.AddRange(new[] { Where(cell => cell.Unit == NoUnit) }.Where(group => group.Count > 0));
        Table(AbsenceTable.Board, from board in AbsenceSample.Boards
                                  from @group in Groups
                                  select (board, @group.Words, Whole, Where(cell => Belongs[cell.Unit].Board == board && cell.Sex == @group.Sex && cell.Age == @group.Age)), dice);
    }

    /// <summary>Units, and groups of boards, that are too small for a row of their own.</summary>
    public List<List<int>> SmallGroups { get; } = [];

    public string UnitTable(DateOnly last) => Written(AbsenceTable.Unit, AbsenceSample.UnitHeader, last);

    public string BoardTable(DateOnly last) => Written(AbsenceTable.Board, AbsenceSample.BoardHeader, last);

    public long[] Equation(IEnumerable<int> cells)
    {
        var equation = new long[_cells.Count];
        foreach (var cell in cells)
            equation[cell] = 1;
        return equation;
    }

    /// <summary>The cells that a figure sums: those of the rows of the place and below it in the table.</summary>
    public long[] Equation(string place, AbsenceTable table, AbsenceSex sex, AgeGroup age) => Equation(_rows
        .Where(row => row.Table == table && (row.Place == place || place == Whole
            || (table == AbsenceTable.Unit && Belongs.TryGetValue(row.Place, out var above) && (above.Board == place || above.Administration == place))))
        .SelectMany(row => row.Cells).Where(cell => (sex == AbsenceSex.All || _cells[cell].Sex == sex) && (age == AgeGroup.All || _cells[cell].Age == age)));

    private List<int> Where(Func<(string Unit, AbsenceSex Sex, AgeGroup Age, int People), bool> those) =>
        [.. Enumerable.Range(0, _cells.Count).Where(index => those(_cells[index]) && _cells[index].People > 0)];

    private int People(IEnumerable<int> cells) => cells.Sum(cell => _cells[cell].People);

    private void Table(AbsenceTable table, IEnumerable<(string Place, string Words, string Above, List<int> Cells)> groups, Random dice)
    {
        var all = groups.Where(group => group.Cells.Count > 0).ToList();
        _rows.AddRange(all.Where(group => People(group.Cells) > 10).Select(group => (table, group.Place, group.Words, group.Cells)));
        var small = all.FindAll(group => People(group.Cells) <= 10);
        SmallGroups.AddRange(small.Select(group => group.Cells));
        if (dice.Next(3) > 0)
            _rows.AddRange(small.Where(_ => dice.Next(3) > 0).GroupBy(group => (group.Above, group.Words)).Select(same => (table, same.Key.Above, same.Key.Words, same.SelectMany(group => group.Cells).ToList())).Where(row => People(row.Item4) > 10));
    }

    private string Written(AbsenceTable table, string header, DateOnly last)
    {
        var lines = new StringBuilder(header).Append('\n');
        foreach (var month in Enumerable.Range(0, 12).Select(back => last.AddMonths(-back)))
        {
            foreach (var row in _rows.Where(row => row.Table == table))
                lines.Append(CultureInfo.InvariantCulture, $"{month:yyyy-MM};{row.Place}{(row.Words.Length > 0 ? ";" : "")}{row.Words};{People(row.Cells)};{People(row.Cells) * 145};{row.Cells.Count};{row.Cells.Count};0\n");
        }

        return lines.ToString();
    }
}

/// <summary>Solves linear equations among the residues of a prime, so that nothing is lost to rounding.</summary>
internal static class Elimination
{
    private const long Prime = 2147483647;

    /// <summary>Whether the target is a combination of the equations.</summary>
    public static bool Follows(IEnumerable<long[]> equations, long[] target)
    {
        var steps = new List<(int Pivot, long[] Row)>();
        foreach (var equation in equations)
            Reduce(steps, equation, keep: true);
        return Reduce(steps, target, keep: false);
    }

    private static bool Reduce(List<(int Pivot, long[] Row)> steps, long[] equation, bool keep)
    {
        var row = (long[])equation.Clone();
        foreach (var (pivot, step) in steps)
        {
            var factor = row[pivot];
            for (var column = 0; factor != 0 && column < row.Length; column++)
                row[column] = (((row[column] - (factor * step[column])) % Prime) + Prime) % Prime;
        }

        var first = Array.FindIndex(row, value => value != 0);
        if (first < 0)
            return true;
        if (keep)
        {
            var inverse = (long)System.Numerics.BigInteger.ModPow(row[first], Prime - 2, Prime);
            steps.Add((first, [.. row.Select(value => value * inverse % Prime)]));
        }

        return false;
    }
}
