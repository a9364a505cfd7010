using System.Globalization;
using System.Text;
using DigiSam.AnnualReports;
using DigiSam.AnnualReports.Content;
using DigiSam.Metrics;
using DigiSam.SickLeave;
using DigiSam.Tests.SickLeave;

namespace DigiSam.Tests.AnnualReports;

/// <summary>The report's table of the position groups with the highest sick leave.</summary>
public sealed class PositionGroupsTests
{
    private static readonly DateOnly Last = new(2023, 12, 1);

    [Fact]
    public async Task The_table_is_what_plain_loops_over_the_position_rows_give()
    {
        await using var installed = await AbsenceSample.Ready();
        var file = PositionTable(14);
        await installed.Take(file);
        var table = Table(await installed.Do(new BuildAnnualReport(2024, null)));
        Assert.Equal(Slowly(file, 10), table.Rows.Select(row => string.Join('|', row.Cells.Select(cell => cell.Text).Prepend(row.Label))));
        Assert.Contains("R12 2023-12, beräknat ur inlästa månadsrader: 14 befattningsgrupper har rader för alla tolv månader, och här står de 10 som har högst sjukfrånvaro.", table.Notes);
        Assert.Contains("Där ett kön står efter befattningen är det andra könet tio personer eller färre och inte med.", table.Notes);
    }

    [Fact]
    public async Task A_published_table_stands_instead_of_the_computed_one()
    {
        await using var installed = await AbsenceSample.Ready();
        await installed.Take(PositionTable(14));
        await installed.Do(new ImportPublishedValues(2024, "befattningar.csv", "position,headcount,share_women_percent,total_percent,short_1_14_percent,long_15_percent\nKock,10,71,9,5,4\nVaktmästare,11,15,5,2,3\n"u8.ToArray(), null, DryRun: false));
        var table = Table(await installed.Do(new BuildAnnualReport(2024, null)));
        Assert.Equal(["Vaktmästare|11|15|5,0|2,0|3,0", "Kock|–|–|–|–|–"], table.Rows.Select(row => string.Join('|', row.Cells.Select(cell => cell.Text).Prepend(row.Label))));
    }

    [Theory]
    [InlineData(305, 40, 50, true)]
    [InlineData(310, 40, 50, true)]
    [InlineData(311, 40, 50, false)]
    [InlineData(300, 43, 50, true)]
    [InlineData(305, 20, 50, false)]
    [InlineData(300, 40, 205, true)]
    [InlineData(300, 40, 221, false)]
    public void A_group_that_may_be_all_but_a_few_of_a_board_is_hidden(int women, int men, int aged, bool hidden)
    {
        var groups = new[] { Group("A", AbsenceSex.All, 300, 40, 9), Group("B", AbsenceSex.All, 700, 610, 8), Group("C", AbsenceSex.All, 900, 800, 7) };
        var board = new BoardCount([.. Enumerable.Repeat(new SexCount(women, men), 12)], Sexes: true, [[.. Enumerable.Repeat(aged + 130, 12)]]);
        var (shown, kept) = PositionGroups.Highest(groups, [board]);
        Assert.Equal(hidden, kept.Any(group => group.Name == "A"));
        Assert.Equal(!hidden, shown.Any(group => group.Name == "A"));
    }

    [Fact]
    public void Two_groups_that_are_all_but_a_few_of_a_board_together_are_not_both_shown()
    {
        var groups = new[] { Group("A", AbsenceSex.All, 300, 40, 9), Group("B", AbsenceSex.All, 100, 60, 8), Group("C", AbsenceSex.All, 900, 800, 7) };
        var board = new BoardCount([.. Enumerable.Repeat(new SexCount(404, 103), 12)], Sexes: true, []);
        var (shown, hidden) = PositionGroups.Highest(groups, [board]);
        Assert.Equal(["A", "C"], shown.Select(group => group.Name));
        Assert.Equal("B", Assert.Single(hidden).Name);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void The_women_of_a_position_are_held_against_those_of_a_board_where_these_are_shown(bool sexes, bool hidden)
    {
        var groups = new[] { Group("A, kvinnor", AbsenceSex.Women, 300, 0, 9), Group("B", AbsenceSex.All, 700, 610, 8), Group("C", AbsenceSex.All, 900, 800, 7) };
        var board = new BoardCount([.. Enumerable.Repeat(new SexCount(304, 60), 12)], sexes, []);
        Assert.Equal(hidden, PositionGroups.Highest(groups, [board]).Hidden.Count == 1);
    }

    [Fact]
    public void Someone_of_each_sex_is_always_left_out_of_the_list()
    {
        var both = new[] { Group("A", AbsenceSex.All, 300, 40, 9), Group("B", AbsenceSex.All, 200, 60, 8), Group("C", AbsenceSex.Women, 900, 0, 7) };
        Assert.Equal("A", Assert.Single(PositionGroups.Highest(both, []).Shown).Name);
        Assert.Empty(PositionGroups.Highest([both[0], both[2]], []).Shown);
    }

    private static PositionGroup Group(string name, AbsenceSex sex, int women, int men, int percent) =>
        new(name, sex, [.. Enumerable.Repeat(new SexCount(women, men), 12)], new AbsenceHours(1000, percent * 10, 0, 0));

    /// <summary>Splits lines and adds numbers; a group whose men lack rows is its women.</summary>
    private static List<string> Slowly(string file, int most)
    {
        var swedish = CultureInfo.GetCultureInfo("sv-SE");
        var found = new List<(decimal Total, string Row)>();
        foreach (var name in file.Split('\n').Skip(1).Where(line => line.Length > 0).Select(line => line.Split(';')[1]).Distinct())
        {
            decimal people = 0, women = 0, scheduled = 0, brief = 0, lasting = 0;
            var men = false;
            foreach (var line in file.Split('\n'))
            {
                var cells = line.Split(';');
                if (cells.Length < 8 || cells[1] != name || !line.StartsWith("2023-", StringComparison.Ordinal))
                    continue;
                men |= cells[2] == "män";
                women += cells[2] == "kvinnor" ? Number(cells[3]) : 0;
                people += Number(cells[3]);
                scheduled += Number(cells[4]);
                brief += Number(cells[5]);
                lasting += Number(cells[6]);
            }

            var cellsOf = new[] { Math.Round(people / 12, MidpointRounding.AwayFromZero).ToString("0", swedish), Math.Round(100 * women / people, MidpointRounding.AwayFromZero).ToString("0", swedish) }
                .Concat(new[] { brief + lasting, brief, lasting }.Select(part => Math.Round(100 * part / scheduled, 1, MidpointRounding.AwayFromZero).ToString("0.0", swedish)));
            found.Add(((brief + lasting) / scheduled, $"{name}{(men ? "" : ", kvinnor")}|{string.Join('|', cellsOf)}"));
        }

        return [.. found.OrderByDescending(row => row.Total).Take(most).Select(row => row.Row)];

        static decimal Number(string cell) => decimal.Parse(cell, CultureInfo.InvariantCulture);
    }

    private static string PositionTable(int positions)
    {
        var dice = new Random(3);
        var lines = new StringBuilder(AbsenceSample.PositionHeader).Append('\n');
        for (var position = 0; position < positions; position++)
        {
            foreach (var month in Enumerable.Range(0, 12).Select(back => Last.AddMonths(-back)))
            {
                foreach (var sex in position % 4 == 1 ? new[] { "kvinnor" } : ["kvinnor", "män"])
                {
                    var people = 11 + dice.Next(200);
                    lines.Append(CultureInfo.InvariantCulture, $"{month:yyyy-MM};Befattning {(char)('A' + position)};{sex};{people};{people * 145}.25;{people * dice.Next(2, 8)}.5;{people * dice.Next(3, 14)}.75;{people}\n");
                }
            }
        }

        return lines.ToString();
    }

    private static TableContent Table(AnnualReportContent report) => Assert.Single(report.Sections.SelectMany(section => section.Tables), table => table.Key == "sick-leave-by-position");
}
