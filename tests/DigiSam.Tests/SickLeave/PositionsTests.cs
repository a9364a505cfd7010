using System.Globalization;
using System.Text;
using DigiSam.Metrics;
using DigiSam.SickLeave;
using DigiSam.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Tests.SickLeave;

/// <summary>The list of position groups equals what plain loops over the lines give, and leaves no small group to be worked out.</summary>
public sealed class PositionsTests
{
    private static readonly DateOnly Last = new(2026, 2, 1);

    [Fact]
    public async Task The_groups_with_the_most_sick_leave_are_those_that_plain_loops_find()
    {
        await using var installed = await AbsenceSample.Ready();
        var groups = Enumerable.Range(1, 14).Select(number => $"Befattning {number}").ToList();
        var table = Table(groups.SelectMany(name => new[] { (name, "kvinnor", 20), (name, "män", 12) }));
        await installed.Take(table);
        var ranking = await Rank(installed);
        Assert.Equal((14, 0, false), (ranking.Whole, ranking.Incomplete, ranking.IsShortened));
        var slowly = groups.Select(name => (Name: name, Sums: Slowly(table, name))).OrderByDescending(group => group.Sums.Shares.Total).Take(10).ToList();
        Assert.Equal(slowly.Select(group => group.Name), ranking.Highest.Select(position => position.Name));
        Assert.Equal(slowly.Select(group => group.Sums.Shares), ranking.Highest.Select(position => position.Shares));
        Assert.Equal(slowly.Select(group => group.Sums.People), ranking.Highest.Select(position => position.Headcount));
        Assert.Equal(slowly.Select(group => (decimal?)group.Sums.Women), ranking.Highest.Select(position => position.WomenPercent));
    }

    [Fact]
    public async Task Others_are_no_position_and_a_group_with_a_month_missing_is_counted_and_not_ranked()
    {
        await using var installed = await AbsenceSample.Ready();
        var table = Table([("Övriga", "kvinnor", 30), ("Övriga", "män", 30), ("Kock", "kvinnor", 20), ("Kock", "män", 12), ("Lärare", "kvinnor", 40), ("Vaktmästare", "män", 15), ("Vaktmästare", "kvinnor", 15), ("Väktare", "män", 15)]);
        await installed.Take(string.Join('\n', table.Split('\n').Where(line => !line.StartsWith("2025-07;Vaktmästare;kvinnor", StringComparison.Ordinal) && !line.StartsWith("2025-07;Väktare", StringComparison.Ordinal))));
        var ranking = await Rank(installed);
        Assert.Equal(["Kock", "Lärare"], ranking.Highest.Select(position => position.Name).Order());
        Assert.Equal((2, 2), (ranking.Whole, ranking.Incomplete));
        var alone = ranking.Highest.Single(position => position.Name == "Lärare");
        Assert.Equal((AbsenceSex.Women, null), (alone.Only, alone.WomenPercent));
    }

    [Theory]
    [InlineData(0, 3, false)]
    [InlineData(1, 2, true)]
    [InlineData(10, 2, true)]
    [InlineData(11, 3, false)]
    [InlineData(-4, 2, true)]
    public async Task A_group_leaves_the_list_where_the_rest_of_the_municipality_would_be_ten_or_fewer(int rest, int shown, bool shortened)
    {
        await using var installed = await AbsenceSample.Ready();
        await installed.Take(Table([("Kock", "kvinnor", 20), ("Kock", "män", 30), ("Lärare", "kvinnor", 40), ("Lärare", "män", 20), ("Vaktmästare", "män", 25), ("Vaktmästare", "kvinnor", 25), ("Övriga", "kvinnor", 30), ("Övriga", "män", 30)]));
        await installed.Take(Lines(AbsenceSample.UnitHeader, [("Björkskolan", 80), ("Ekskolan", 80 + rest)]));
        var ranking = await Rank(installed);
        Assert.Equal((shown, shortened), (ranking.Highest.Count, ranking.IsShortened));
    }

    [Fact]
    public async Task Groups_that_are_published_for_the_same_months_are_not_listed_beside_that()
    {
        await using var installed = await AbsenceSample.Ready();
        await installed.Take(Table(Enumerable.Range(1, 6).SelectMany(number => new[] { ($"Befattning {number}", "kvinnor", 20), ($"Befattning {number}", "män", 12) })));
        Assert.NotEmpty((await Rank(installed)).Highest);
        var published = "position,headcount,share_women_percent,total_percent,short_1_14_percent,long_15_percent\nBefattning 1,33,61,9,5,4\n"u8.ToArray();
        await installed.Do(new ImportPublishedValues(2026, "annan.csv", published, "2025-02", DryRun: false));
        Assert.NotEmpty((await Rank(installed)).Highest);
        await installed.Do(new ImportPublishedValues(2027, "befattningar.csv", published, "2026-02", DryRun: false));
        Assert.Empty((await Rank(installed)).Highest);
    }

    [Theory]
    [InlineData(150, 90, 60, 3)]
    [InlineData(150, 65, 85, 2)]
    [InlineData(150, 115, 35, 1)]
    [InlineData(98, 78, 19, 2)]
    public void A_sex_of_the_whole_less_the_groups_that_have_it_alone_is_not_left_few(int all, int women, int men, int shown)
    {
        PositionGroup[] groups = [Group("Lärare", AbsenceSex.Women, 40), Group("Kock", AbsenceSex.Women, 20), Group("Vaktmästare", AbsenceSex.Men, 30), Group("Övriga", AbsenceSex.Women, 20), Group("Övriga", AbsenceSex.Men, 20)];
        var whole = Enumerable.Repeat(new CountedWhole(all, women, men), 12).ToList();
        Assert.Equal(shown, PositionGroups.Highest(groups, [], whole).Shown.Count);
    }

    private static PositionGroup Group(string position, AbsenceSex sex, int people) => new(
        position, sex, [.. Enumerable.Repeat(new SexCount(sex == AbsenceSex.Women ? people : 0, sex == AbsenceSex.Men ? people : 0), 12)], new AbsenceHours(1000, people, 10, 0));

    internal static string Table(IEnumerable<(string Position, string Sex, int People)> groups) =>
        Lines(AbsenceSample.PositionHeader, [.. groups.Select(group => ($"{group.Position};{group.Sex}", group.People))]);

    private static string Lines(string header, IReadOnlyList<(string Group, int People)> groups)
    {
        var dice = new Random(7);
        var lines = new StringBuilder(header).Append('\n');
        foreach (var month in Enumerable.Range(0, 12).Select(back => Last.AddMonths(-back)))
        {
            foreach (var (group, people) in groups)
                lines.Append(CultureInfo.InvariantCulture, $"{month:yyyy-MM};{group};{people};{people * 145};{dice.Next(people * 9)};{dice.Next(people * 6)};0\n");
        }

        return lines.ToString();
    }

    /// <summary>Splits lines and adds numbers, and knows nothing else.</summary>
    private static (int People, decimal Women, SickLeaveShares Shares) Slowly(string table, string position)
    {
        decimal people = 0, women = 0, scheduled = 0, brief = 0, lasting = 0;
        foreach (var line in table.Split('\n'))
        {
            var cells = line.Split(';');
            if (cells.Length < 8 || cells[1] != position)
                continue;
            var count = decimal.Parse(cells[3], CultureInfo.InvariantCulture);
            people += count;
            women += cells[2] == "kvinnor" ? count : 0;
            scheduled += decimal.Parse(cells[4], CultureInfo.InvariantCulture);
            brief += decimal.Parse(cells[5], CultureInfo.InvariantCulture);
            lasting += decimal.Parse(cells[6], CultureInfo.InvariantCulture);
        }

        return ((int)(people / 12), 100 * women / people, new SickLeaveShares(100 * (brief + lasting) / scheduled, 100 * brief / scheduled, 100 * lasting / scheduled, 0));
    }

    private static async Task<PositionRanking> Rank(Installed installed)
    {
        var id = await installed.InDatabase(database => database.Municipalities.Select(whole => whole.Id).SingleAsync());
        return await installed.Do(new RankPositions(id, Last));
    }
}
