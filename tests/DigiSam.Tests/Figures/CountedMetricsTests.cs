using DigiSam.Figures;
using DigiSam.Tests.SickLeave;
using DigiSam.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DigiSam.Tests.Figures;

/// <summary>What the annual report is given is what the page shows, by the keys of the metrics.</summary>
public sealed class CountedMetricsTests
{
    [Fact]
    public async Task A_metric_has_the_value_that_is_shown_and_says_where_it_comes_from()
    {
        await using var installed = await AbsenceSample.Ready();
        await installed.Take(FigureTable.Headcount, FigureSample.HeadcountTable());
        await installed.Take(FigureTable.Turnover, FigureSample.TurnoverTable());
        await installed.Take(FigureTable.Overtime, FigureSample.OvertimeTable());
        await installed.Take(FigureTable.Incidents, FigureSample.IncidentExtract());
        var shown = await installed.Figures("Omsorgsnämnden");
        var board = await installed.InDatabase(database => database.Boards.AsNoTracking().SingleAsync(board => board.Name == "Omsorgsnämnden"));
        await using var scope = installed.Services.CreateAsyncScope();
        var counted = scope.ServiceProvider.GetRequiredService<CountedMetrics>();
        foreach (var (table, key, metric, sex, category) in new[]
        {
            (FigureTable.Turnover, "turnover-external", FigureMetric.Turnover, FigureSex.All, ""),
            (FigureTable.Turnover, "turnover-external", FigureMetric.Turnover, FigureSex.Women, ""),
            (FigureTable.Turnover, "turnover-external", FigureMetric.Turnover, FigureSex.Men, ""),
            (FigureTable.Turnover, "leavers-external", FigureMetric.Leavers, FigureSex.All, ""),
            (FigureTable.Overtime, "overtime-hours", FigureMetric.Overtime, FigureSex.All, ""),
            (FigureTable.Overtime, "additional-hours", FigureMetric.AdditionalTime, FigureSex.All, ""),
            (FigureTable.Overtime, "extra-hours", FigureMetric.OvertimeAndAdditional, FigureSex.All, ""),
            (FigureTable.Incidents, "work-injuries", FigureMetric.Incidents, FigureSex.All, "arbetsskada"),
            (FigureTable.Incidents, "near-misses", FigureMetric.Incidents, FigureSex.All, "tillbud"),
            (FigureTable.Incidents, "closed-incidents", FigureMetric.ClosedIncidents, FigureSex.All, ""),
        })
        {
            var year = await counted.Of(table, board, FigureSample.Last, TestContext.Current.CancellationToken);
            Assert.Contains(key, CountedMetrics.Of(table));
            Assert.Contains(Installed.Definitions.Metrics.Metrics, known => known.Key == key);
            Assert.Equal(shown.Line(metric, sex, category).Now!.Value, year.Figures.Single(figure => (figure.Key, figure.Sex) == (key, sex)).Exact);
            Assert.Equal($"{table}.csv", Assert.Single(year.Imports).FileName);
            Assert.Equal(table == FigureTable.Incidents ? ["Händelserna är räknade på hemenhet och händelsedatum."] : [], year.Remarks);
            Assert.True(year.Whole, $"{table}");
        }

        var early = await counted.Of(FigureTable.Overtime, board, FigureSample.Last.AddMonths(-20), TestContext.Current.CancellationToken);
        Assert.All(early.Figures, figure => Assert.Null(figure.Exact));
        Assert.Contains("6 av de 12 månaderna saknas", Assert.Single(early.Remarks), StringComparison.Ordinal);
        Assert.Empty((await counted.Of(FigureTable.Survey, board, FigureSample.Last, TestContext.Current.CancellationToken)).Figures);
    }

    [Fact]
    public async Task A_board_whose_small_groups_lie_in_the_municipality_is_not_whole()
    {
        await using var installed = await AbsenceSample.Ready();
        await installed.Take(FigureTable.Headcount, string.Join('\n', FigureSample.HeadcountTable().Split('\n').Where(line => !line.Contains(";Centralköket;", StringComparison.Ordinal))));
        await installed.Take(FigureTable.Turnover, string.Join('\n', FigureSample.TurnoverTable().Split('\n').Where(line => !line.Contains(";Omsorgsnämnden;män", StringComparison.Ordinal))));
        await installed.Take(FigureTable.Incidents, FigureSample.IncidentExtract());
        await using var scope = installed.Services.CreateAsyncScope();
        var counted = scope.ServiceProvider.GetRequiredService<CountedMetrics>();
        foreach (var place in await installed.InDatabase(database => database.Places.AsNoTracking().Where(place => place.Name == "Omsorgsnämnden" || place.Name == "Exempelkommunen").ToListAsync()))
        {
            foreach (var table in new[] { FigureTable.Turnover, FigureTable.Incidents })
                Assert.Equal((table, place.Name == "Exempelkommunen" && table != FigureTable.Turnover), (table, (await counted.Of(table, place, FigureSample.Last, TestContext.Current.CancellationToken)).Whole));
        }
    }

    [Theory]
    [InlineData(";Omsorgsnämnden;", false)]
    [InlineData("2025-09;Omsorgsnämnden;", false)]
    [InlineData("2024-09;Omsorgsnämnden;", true)]
    [InlineData(";Okänd;", true)]
    public async Task The_municipality_is_whole_when_every_board_has_rows_for_every_month(string lacking, bool whole)
    {
        await using var installed = await AbsenceSample.Ready();
        await installed.Take(FigureTable.Overtime, string.Join('\n', FigureSample.OvertimeTable().Split('\n').Where(line => !line.Contains(lacking, StringComparison.Ordinal))));
        await using var scope = installed.Services.CreateAsyncScope();
        var municipality = await installed.InDatabase(database => database.Municipalities.AsNoTracking().SingleAsync());
        var year = await scope.ServiceProvider.GetRequiredService<CountedMetrics>().Of(FigureTable.Overtime, municipality, FigureSample.Last, TestContext.Current.CancellationToken);
        Assert.Equal((whole, whole ? 0 : 1), (year.Whole, year.Remarks.Count(remark => remark.StartsWith("Någon nämnd saknar", StringComparison.Ordinal))));
    }
}
