using DigiSam.Figures;
using DigiSam.Tests.SickLeave;
using DigiSam.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DigiSam.Tests.Figures;

/// <summary>What the annual report is given is what the page shows, by the keys of the metrics.</summary>
public sealed class FigureSourceTests
{
    [Fact]
    public async Task A_metric_has_the_value_that_is_shown_and_says_where_it_comes_from()
    {
        await using var installed = await AbsenceSample.Ready();
        await installed.Take(FigureTable.Headcount, FigureSample.HeadcountTable());
        await installed.Take(FigureTable.Turnover, FigureSample.TurnoverTable(), "omsattning.csv");
        await installed.Take(FigureTable.Overtime, FigureSample.OvertimeTable());
        await installed.Take(FigureTable.Incidents, FigureSample.IncidentExtract());
        var shown = await installed.Figures("Omsorgsnämnden");
        var board = await installed.InDatabase(database => database.Boards.Where(board => board.Name == "Omsorgsnämnden").Select(board => board.Id).SingleAsync());
        await using var scope = installed.Services.CreateAsyncScope();
        var source = scope.ServiceProvider.GetRequiredService<IFigureSource>();
        foreach (var (key, metric, sex, category) in new[]
        {
            ("headcount", FigureMetric.Employees, FigureSex.All, ""),
            ("turnover-external", FigureMetric.Turnover, FigureSex.All, ""),
            ("turnover-external", FigureMetric.Turnover, FigureSex.Women, ""),
            ("turnover-external", FigureMetric.Turnover, FigureSex.Men, ""),
            ("leavers-external", FigureMetric.Leavers, FigureSex.All, ""),
            ("overtime-hours", FigureMetric.Overtime, FigureSex.All, ""),
            ("additional-hours", FigureMetric.AdditionalTime, FigureSex.All, ""),
            ("extra-hours", FigureMetric.OvertimeAndAdditional, FigureSex.All, ""),
            ("work-injuries", FigureMetric.Incidents, FigureSex.All, "arbetsskada"),
            ("near-misses", FigureMetric.Incidents, FigureSex.All, "tillbud"),
            ("closed-incidents", FigureMetric.ClosedIncidents, FigureSex.All, ""),
        })
        {
            var given = await source.Of(key, board, sex, FigureSample.Last, TestContext.Current.CancellationToken);
            Assert.True(source.Knows(key));
            Assert.Contains(Installed.Definitions.Metrics.Metrics, known => known.Key == key);
            Assert.NotNull(given);
            Assert.Equal(shown.Line(metric, sex, category).Now, given.Value);
            Assert.NotEmpty(given.Imports);
            Assert.Equal(key is "work-injuries" or "near-misses" or "closed-incidents" ? ["Home/Event"] : [], given.Bases);
        }

        Assert.Equal("omsattning.csv", (await source.Of("leavers-external", board, FigureSex.All, FigureSample.Last, default))!.Imports[0].FileName);
        Assert.Null(await source.Of("overtime-hours", board, FigureSex.Women, FigureSample.Last, default));
        Assert.Null(await source.Of("overtime-hours", board, FigureSex.All, FigureSample.Last.AddYears(-2), default));
        Assert.Null(await source.Of("sick-leave-total", board, FigureSex.All, FigureSample.Last, default));
        Assert.False(source.Knows("sick-leave-total"));
    }
}
