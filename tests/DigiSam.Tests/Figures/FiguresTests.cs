using System.Globalization;
using DigiSam.Figures;
using DigiSam.Tests.SickLeave;
using DigiSam.Tests.Support;

namespace DigiSam.Tests.Figures;

/// <summary>Every figure that is shown equals what plain loops over the lines of the files give.</summary>
public sealed class FiguresTests : IAsyncLifetime
{
    private static readonly (string Place, string[] Units)[] OfUnits =
    [
        ("Björkskolan", ["Björkskolan"]),
        ("Barn- och utbildningsförvaltningen", ["Björkskolan", "Ekskolan", "Åkerns förskola", "Centralköket"]),
        ("Omsorgsnämnden", ["Ängens äldreboende", "Centralköket"]),
        ("Exempelkommunen", AbsenceSample.Units),
    ];

    private static readonly (string Place, string[] Boards)[] OfBoards = [("Grundskolenämnden", ["Grundskolenämnden"]), ("Exempelkommunen", AbsenceSample.Boards)];

    private static readonly DateOnly[] Ends = [FigureSample.Last, FigureSample.Last.AddMonths(-2)];

    private Installed _installed = null!;

    public async ValueTask InitializeAsync() => _installed = await AbsenceSample.Ready();

    public ValueTask DisposeAsync() => _installed.DisposeAsync();

    [Fact]
    public async Task Employees_and_managers_are_those_of_the_last_month()
    {
        var table = FigureSample.HeadcountTable();
        await _installed.Take(FigureTable.Headcount, table);
        foreach (var (place, units) in OfUnits)
        {
            foreach (var end in Ends)
            {
                var view = await _installed.Figures(place, end);
                foreach (var (month, of) in new[] { (end, (Func<FigureLine, decimal?>)(line => line.Now)), (end.AddYears(-1), line => line.Before) })
                {
                    var (people, managers) = (Slowly(table, units, month, 1, 2), Slowly(table, units, month, 1, 3));
                    Assert.Equal(people, of(view.Line(FigureMetric.Employees)));
                    Assert.Equal(managers, of(view.Line(FigureMetric.Managers)));
                    Assert.Equal(managers == 0 ? null : people / managers, of(view.Line(FigureMetric.EmployeesPerManager)));
                }
            }
        }
    }

    [Fact]
    public async Task Turnover_is_the_leavers_of_twelve_months_by_the_mean_of_the_twelve_headcounts()
    {
        var table = FigureSample.TurnoverTable();
        await _installed.Take(FigureTable.Turnover, table);
        foreach (var (place, boards) in OfBoards)
        {
            foreach (var end in Ends)
            {
                var view = await _installed.Figures(place, end);
                foreach (var (sex, words) in new[] { (FigureSex.All, new[] { "kvinnor", "män" }), (FigureSex.Women, ["kvinnor"]), (FigureSex.Men, ["män"]) })
                {
                    string[] groups = [.. boards.SelectMany(board => words.Select(word => $"{board};{word}"))];
                    foreach (var (month, of) in new[] { (end, (Func<FigureLine, decimal?>)(line => line.Now)), (end.AddYears(-1), line => line.Before) })
                    {
                        var (people, leavers) = (Slowly(table, groups, month, 12, 3), Slowly(table, groups, month, 12, 4));
                        Assert.True(leavers > 0);
                        Assert.Equal(Math.Round(100 * leavers / (people / 12), 12), Math.Round(of(view.Line(FigureMetric.Turnover, sex))!.Value, 12));
                        Assert.Equal(leavers, of(view.Line(FigureMetric.Leavers, sex)));
                    }
                }

                Assert.Equal(view.Line(FigureMetric.Turnover).Now - view.Line(FigureMetric.Turnover).Before, view.Line(FigureMetric.Turnover).Difference);
            }
        }
    }

    [Fact]
    public async Task Overtime_is_the_hours_of_twelve_months()
    {
        var table = FigureSample.OvertimeTable();
        await _installed.Take(FigureTable.Overtime, table);
        foreach (var (place, boards) in OfBoards)
        {
            foreach (var end in Ends)
            {
                var view = await _installed.Figures(place, end);
                foreach (var (month, of) in new[] { (end, (Func<FigureLine, decimal?>)(line => line.Now)), (end.AddYears(-1), line => line.Before) })
                {
                    var (overtime, additional) = (Slowly(table, boards, month, 12, 3), Slowly(table, boards, month, 12, 4));
                    Assert.Equal(overtime, of(view.Line(FigureMetric.Overtime)));
                    Assert.Equal(additional, of(view.Line(FigureMetric.AdditionalTime)));
                    Assert.Equal(overtime + additional, of(view.Line(FigureMetric.OvertimeAndAdditional)));
                }
            }
        }
    }

    [Fact]
    public async Task A_sum_is_shown_only_when_no_month_is_missing()
    {
        await _installed.Take(FigureTable.Overtime, FigureSample.OvertimeTable(11));
        await _installed.Take(FigureTable.Turnover, FigureSample.TurnoverTable(23));
        var view = await _installed.Figures("Omsorgsnämnden");
        Assert.All(view.Sections.Single(section => section.Table == FigureTable.Overtime).Lines, line => Assert.Null(line.Now));
        Assert.Equal([0, 1], view.Sections.Select(section => section.MissingMonths));
        Assert.NotNull(view.Line(FigureMetric.Leavers).Now);
        Assert.All(view.Sections[0].Lines, line => Assert.Null(line.Before));
    }

    [Fact]
    public async Task Where_one_sex_lacks_a_month_neither_it_nor_the_other_nor_all_are_shown()
    {
        var lines = FigureSample.TurnoverTable(12).Split('\n').ToList();
        Assert.Equal(1, lines.RemoveAll(line => line.StartsWith("2025-07;Omsorgsnämnden;män", StringComparison.Ordinal)));
        await _installed.Take(FigureTable.Turnover, string.Join('\n', lines));
        var view = await _installed.Figures("Omsorgsnämnden");
        Assert.Equal(1, view.Sections[0].MissingMonths);
        Assert.All(view.Sections[0].Lines, line => Assert.Null(line.Now));
        Assert.All((await _installed.Figures("Grundskolenämnden")).Sections[0].Lines, line => Assert.NotNull(line.Now));
    }

    [Fact]
    public async Task Where_one_sex_has_no_row_at_all_the_other_is_all_who_are_counted()
    {
        var lines = FigureSample.TurnoverTable(12).Split('\n').Where(line => !line.Contains(";Omsorgsnämnden;män", StringComparison.Ordinal));
        await _installed.Take(FigureTable.Turnover, string.Join('\n', lines));
        var view = await _installed.Figures("Omsorgsnämnden");
        Assert.NotNull(view.Line(FigureMetric.Turnover).Now);
        Assert.Null(view.Line(FigureMetric.Turnover, FigureSex.Women).Now);
    }

    [Theory]
    [InlineData(FigureTable.Overtime, "2025-09;Omsorgsnämnden;", true, false)]
    [InlineData(FigureTable.Overtime, "2024-09;Omsorgsnämnden;", false, false)]
    [InlineData(FigureTable.Overtime, "-09;Omsorgsnämnden;", true, true)]
    [InlineData(FigureTable.Turnover, "2025-09;Omsorgsnämnden;män", true, false)]
    [InlineData(FigureTable.Overtime, ";Okänd;", false, true)]
    public async Task The_municipality_says_when_a_board_is_not_in_its_figure_and_years_of_other_boards_are_not_compared(FigureTable table, string lacking, bool lacks, bool isCompared)
    {
        var rows = table == FigureTable.Overtime ? FigureSample.OvertimeTable() : FigureSample.TurnoverTable();
        await _installed.Take(table, string.Join('\n', rows.Split('\n').Where(line => !line.Contains(lacking, StringComparison.Ordinal))));
        var section = Assert.Single((await _installed.Figures("Exempelkommunen")).Sections);
        Assert.Equal((lacks, isCompared), (section.LacksBoards, section.Lines.All(line => line.Difference is not null)));
        Assert.All((await _installed.Figures("Grundskolenämnden")).Sections, other => Assert.True(!other.LacksBoards && other.Lines.All(line => line.Difference is not null)));
    }

    [Fact]
    public async Task The_figures_say_which_files_they_are_built_on()
    {
        await _installed.Take(FigureTable.Overtime, FigureSample.OvertimeTable(24), "overtid.csv");
        var import = Assert.Single(Assert.Single((await _installed.Figures("Omsorgsnämnden")).Sections).Imports);
        Assert.Equal(("overtid.csv", 48), (import.FileName, import.Rows));
        Assert.Empty((await _installed.Figures("Ekskolan")).Sections);
    }

    /// <summary>Splits lines and adds the numbers of a column, and knows nothing else.</summary>
    private static decimal Slowly(string table, string[] groups, DateOnly end, int months, int column)
    {
        decimal sum = 0;
        for (var back = 0; back < months; back++)
        {
            var month = end.AddMonths(-back).ToString("yyyy-MM", CultureInfo.InvariantCulture);
            foreach (var line in table.Split('\n'))
            {
                foreach (var group in groups)
                {
                    if (line.StartsWith($"{month};{group};", StringComparison.Ordinal))
                        sum += decimal.Parse(line.Split(';')[column].Replace(',', '.'), CultureInfo.InvariantCulture);
                }
            }
        }

        return sum;
    }
}
