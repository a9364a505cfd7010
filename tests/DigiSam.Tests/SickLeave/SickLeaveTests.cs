using System.Globalization;
using DigiSam.SickLeave;
using DigiSam.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Tests.SickLeave;

/// <summary>Every figure equals what plain loops over the lines of the files give.</summary>
public sealed class SickLeaveTests
{
    private static readonly DateOnly Last = new(2026, 2, 1);

    [Theory]
    [InlineData("Björkskolan", "Björkskolan")]
    [InlineData("Ängens äldreboende", "Ängens äldreboende")]
    [InlineData("Barn- och utbildningsförvaltningen", "Björkskolan|Ekskolan|Åkerns förskola|Centralköket")]
    [InlineData("Omsorgsförvaltningen", "Ängens äldreboende")]
    [InlineData("Omsorgsnämnden", "Ängens äldreboende|Centralköket")]
    [InlineData("Exempelkommunen", "Björkskolan|Ekskolan|Åkerns förskola|Centralköket|Ängens äldreboende")]
    public async Task Twelve_months_of_a_place_are_the_sum_of_its_units_lines(string place, string units)
    {
        await using var installed = await AbsenceSample.Ready();
        var table = AbsenceSample.UnitTable(Last, 30);
        await installed.Take(table);
        foreach (var end in new[] { Last, Last.AddMonths(-1), Last.AddMonths(-6) })
        {
            var view = await Read(installed, place, end);
            var all = Assert.Single(view.Groups);
            Assert.Equal(Slowly(table, units.Split('|'), end), all.Now);
            Assert.Equal(Slowly(table, units.Split('|'), end.AddYears(-1)), all.Before);
            Assert.Equal(all.Now!.Value.Total - all.Before!.Value.Total, all.Difference!.Value.Total);
        }
    }

    [Fact]
    public async Task Boards_and_the_municipality_are_computed_from_the_table_per_board_with_sexes_and_ages()
    {
        await using var installed = await AbsenceSample.Ready();
        var boards = AbsenceSample.BoardTable(Last, 24);
        await installed.Take(AbsenceSample.UnitTable(Last, 24));
        await installed.Take(boards);
        foreach (var (place, names) in new[] { ("Grundskolenämnden", new[] { "Grundskolenämnden;" }), ("Exempelkommunen", ["Grundskolenämnden;", "Omsorgsnämnden;"]) })
        {
            var view = await Read(installed, place, Last);
            Assert.Equal(AbsenceTable.Board, view.Table);
            Assert.Equal(Slowly(boards, names, Last), view.Groups[0].Now);
            Assert.Equal(Slowly(boards, [.. names.Select(name => $"{name}kvinnor;")], Last), view.Groups[1].Now);
            Assert.Equal(Slowly(boards, [.. names.Select(name => $"{name}män;")], Last), view.Groups[2].Now);
            foreach (var (index, age) in new[] { (3, "-29"), (4, "30-49"), (5, "50-") })
                Assert.Equal(Slowly(boards, [.. names.SelectMany(name => new[] { $"{name}kvinnor;{age}", $"{name}män;{age}" })], Last), view.Groups[index].Now);
        }

        Assert.Equal(AbsenceTable.Unit, (await Read(installed, "Barn- och utbildningsförvaltningen", Last)).Table);
    }

    [Fact]
    public async Task A_year_with_a_month_missing_is_not_shown_and_says_how_many_are()
    {
        await using var installed = await AbsenceSample.Ready();
        await installed.Take(AbsenceSample.UnitTable(Last, 10));
        var view = await Read(installed, "Ekskolan", Last);
        var all = Assert.Single(view.Groups);
        Assert.Equal((null, null, 2), ((decimal?)all.Now?.Total, all.Headcount, all.MissingMonths));
        Assert.Equal(10, view.Months.Count);
    }

    [Fact]
    public async Task Where_one_sex_is_too_small_in_a_month_neither_is_shown()
    {
        await using var installed = await AbsenceSample.Ready();
        var lines = AbsenceSample.BoardTable(Last, 12).Split('\n').ToList();
        lines.RemoveAll(line => line.StartsWith("2025-07;Omsorgsnämnden;män", StringComparison.Ordinal));
        await installed.Take(string.Join('\n', lines));
        var view = await Read(installed, "Omsorgsnämnden", Last);
        Assert.NotNull(view.Groups[0].Now);
        Assert.All(view.Groups.Where(group => group.Sex != AbsenceSex.All), group => Assert.Null(group.Now));
    }

    [Fact]
    public async Task A_table_per_board_that_has_only_begun_to_come_in_does_not_hide_what_the_units_say()
    {
        await using var installed = await AbsenceSample.Ready();
        var units = AbsenceSample.UnitTable(Last, 24);
        await installed.Take(units);
        await installed.Take(string.Join('\n', AbsenceSample.BoardTable(Last, 1).Split('\n').Where(line => !line.Contains(";Omsorgsnämnden;", StringComparison.Ordinal))));
        foreach (var (place, below) in new[] { ("Grundskolenämnden", new[] { "Björkskolan", "Ekskolan", "Åkerns förskola" }), ("Omsorgsnämnden", ["Ängens äldreboende", "Centralköket"]), ("Exempelkommunen", AbsenceSample.Units) })
        {
            var view = await Read(installed, place, Last);
            Assert.Equal((AbsenceTable.Unit, 24), (view.Table, view.Months.Count));
            Assert.Equal(Slowly(units, below, Last), Assert.Single(view.Groups).Now);
        }
    }

    [Fact]
    public async Task A_group_that_lacks_a_part_is_not_called_by_its_name()
    {
        await using var installed = await AbsenceSample.Ready();
        var boards = string.Join('\n', AbsenceSample.BoardTable(Last, 12).Split('\n').Where(line => !line.Contains("Omsorgsnämnden;män;-29", StringComparison.Ordinal)));
        await installed.Take(boards);
        var view = await Read(installed, "Omsorgsnämnden", Last);
        Assert.Equal(Slowly(boards, ["Omsorgsnämnden;"], Last), view.Groups[0].Now);
        Assert.All(view.Groups.Where(group => group.Sex == AbsenceSex.Men || group.Age == AgeGroup.Under30), group => Assert.Null(group.Now));
    }

    /// <summary>Splits lines and adds numbers, and knows nothing else.</summary>
    private static SickLeaveShares Slowly(string table, string[] groups, DateOnly end)
    {
        decimal scheduled = 0, brief = 0, lasting = 0, from60 = 0;
        for (var back = 0; back < 12; back++)
        {
            var month = end.AddMonths(-back).ToString("yyyy-MM", CultureInfo.InvariantCulture);
            foreach (var line in table.Split('\n'))
            {
                foreach (var group in groups)
                {
                    if (!line.StartsWith($"{month};{group}", StringComparison.Ordinal))
                        continue;
                    var cells = line.Split(';');
                    scheduled += Number(cells[^4]);
                    brief += Number(cells[^3]);
                    lasting += Number(cells[^2]);
                    from60 += Number(cells[^1]);
                }
            }
        }

        return new SickLeaveShares(100 * (brief + lasting) / scheduled, 100 * brief / scheduled, 100 * lasting / scheduled, 100 * from60 / scheduled);

        static decimal Number(string cell) => decimal.Parse(cell.Replace(',', '.'), CultureInfo.InvariantCulture);
    }

    private static async Task<SickLeaveView> Read(Installed installed, string place, DateOnly end)
    {
        var id = await installed.InDatabase(database => database.Places.Where(known => known.Name == place).Select(known => known.Id).SingleAsync());
        return await installed.Do(new ReadSickLeave(id, end));
    }
}
