using System.Globalization;
using System.Text;
using DigiSam.SickLeave;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Tests.SickLeave;

/// <summary>
/// A reader with the list of position groups and every page of sick leave takes each figure as an equation over the people of a position,
/// sex and board: no group of ten or fewer follows. With every row of both tables some do.
/// </summary>
public sealed class SmallPositionProofTests
{
    private static readonly DateOnly Last = new(2025, 12, 1);

    public static TheoryData<int> Towns => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Towns))]
    public async Task No_small_group_follows_from_positions_and_pages_together(int seed)
    {
        var town = new PositionTown(seed);
        await using var installed = await AbsenceSample.Ready();
        await installed.Take(town.PositionTable(Last), "befattningar.csv");
        await installed.Take(town.BoardTable(Last), "namnder.csv");
        var shown = new List<long[]>();
        var places = await installed.InDatabase(database => database.Places.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken));
        foreach (var place in places)
        {
            var view = await installed.Do(new ReadSickLeave(place.Id, Last));
            shown.AddRange(view.Groups.Where(group => group.Now is not null).Select(group => town.OfBoards(place.Name, group.Sex, group.Age)));
        }

        var ranking = await installed.Do(new RankPositions(places.First(place => place.Name == AbsenceSample.Boards[0]).Id, Last));
        shown.AddRange(ranking.Highest.Select(position => town.OfPosition(position.Name, position.Only)));
        Assert.NotEmpty(shown);
        Assert.DoesNotContain(town.SmallGroups, group => Elimination.Follows(shown, group));
    }

    [Fact]
    public void With_every_row_of_both_tables_small_groups_do_follow()
    {
        var found = Enumerable.Range(1, 40).Sum(seed =>
        {
            var town = new PositionTown(seed);
            return town.SmallGroups.Count(group => Elimination.Follows(town.EveryRow, group));
        });
        Assert.True(found > 0, "The reader finds nothing, whatever is shown.");
    }
}

/// <summary>People by position, sex and board, and the two tables that an extract makes of them: small groups merged where that helps, else left out.</summary>
internal sealed class PositionTown
{
    private const string Others = "Övriga";

    private const string Whole = "Exempelkommunen";

    private static readonly string[] Names = ["Kock", "Lärare", "Vaktmästare", "Undersköterska", "Barnskötare"];

    private static readonly AbsenceSex[] Sexes = [AbsenceSex.Women, AbsenceSex.Men];

    private readonly Random _dice;
    private readonly int[,,] _people = new int[Names.Length, 2, 2];
    private readonly List<(string Name, AbsenceSex Sex, long[] Cells)> _positions = [];
    private readonly List<(string Place, AbsenceSex Sex, long[] Cells)> _boards = [];

    public PositionTown(int seed)
    {
        _dice = new Random(seed);
        foreach (var (position, sex, board) in Cells)
            _people[position, sex, board] = _dice.Next(3) == 0 ? _dice.Next(0, 8) : _dice.Next(8, 40);
        for (var sex = 0; sex < 2; sex++)
        {
            Merge(_positions, Others, sex, Enumerable.Range(0, Names.Length).Select(position => (Names[position], Vector((p, s, _) => p == position && s == sex))));
            Merge(_boards, Whole, sex, Enumerable.Range(0, 2).Select(board => (AbsenceSample.Boards[board], Vector((_, s, b) => b == board && s == sex))));
        }
    }

    public IEnumerable<long[]> EveryRow => _positions.Select(row => row.Cells).Concat(_boards.Select(row => row.Cells));

    /// <summary>Positions, boards and both by sex, with one to ten people.</summary>
    public IEnumerable<long[]> SmallGroups =>
        (from position in Enumerable.Range(-1, Names.Length + 1)
         from sex in Enumerable.Range(-1, 3)
         from board in Enumerable.Range(-1, 3)
         select Vector((p, s, b) => (position < 0 || p == position) && (sex < 0 || s == sex) && (board < 0 || b == board)))
        .Where(group => People(group) is > 0 and <= 10);

    public string PositionTable(DateOnly last) => Table(AbsenceSample.PositionHeader, last, _positions.Select(row => (Group: $"{row.Name};{Word(row.Sex)}", People: People(row.Cells))));

    public string BoardTable(DateOnly last) => Table(AbsenceSample.BoardHeader, last, _boards.Select(row => (Group: $"{row.Place};{Word(row.Sex)};30-49", People: People(row.Cells))));

    /// <summary>What the rows of the boards say of a place.</summary>
    public long[] OfBoards(string place, AbsenceSex sex, AgeGroup age) => Sum(_boards.Where(row =>
        (place == Whole || row.Place == place) && (sex == AbsenceSex.All || row.Sex == sex) && age is AgeGroup.All or AgeGroup.From30To49).Select(row => row.Cells));

    public long[] OfPosition(string name, AbsenceSex only) => Sum(_positions.Where(row => row.Name == name && (only == AbsenceSex.All || row.Sex == only)).Select(row => row.Cells));

    private static IEnumerable<(int Position, int Sex, int Board)> Cells =>
        from position in Enumerable.Range(0, Names.Length) from sex in Enumerable.Range(0, 2) from board in Enumerable.Range(0, 2) select (position, sex, board);

    private static string Word(AbsenceSex sex) => sex == AbsenceSex.Women ? "kvinnor" : "män";

    private static long[] Sum(IEnumerable<long[]> vectors) => vectors.Aggregate(new long[Names.Length * 4], (sum, vector) => [.. sum.Zip(vector, (one, other) => one + other)]);

    // A cell without people is no unknown.
    private long[] Vector(Func<int, int, int, bool> holds) => [.. Cells.Select(cell => holds(cell.Position, cell.Sex, cell.Board) && _people[cell.Position, cell.Sex, cell.Board] > 0 ? 1L : 0)];

    private long People(long[] cells) => Cells.Zip(cells, (cell, part) => part * _people[cell.Position, cell.Sex, cell.Board]).Sum();

    private void Merge(List<(string Name, AbsenceSex Sex, long[] Cells)> table, string into, int sex, IEnumerable<(string Name, long[] Cells)> groups)
    {
        var known = groups.ToList();
        table.AddRange(known.Where(group => People(group.Cells) > 10).Select(group => (group.Name, Sexes[sex], group.Cells)));
        var rest = Sum(known.Where(group => People(group.Cells) <= 10).Select(group => group.Cells));
        if (People(rest) > 10)
            table.Add((into, Sexes[sex], rest));
    }

    private string Table(string header, DateOnly last, IEnumerable<(string Group, long People)> groups)
    {
        var (lines, rows) = (new StringBuilder(header).Append('\n'), groups.ToList());
        foreach (var month in Enumerable.Range(0, RollingYear.Months).Select(back => last.AddMonths(-back)))
        {
            foreach (var (group, people) in rows)
                lines.Append(CultureInfo.InvariantCulture, $"{month:yyyy-MM};{group};{people};{people * 150};{_dice.Next(50, 300)};{_dice.Next(100, 400)};{_dice.Next(0, 90)}\n");
        }

        return lines.ToString();
    }
}
