using DigiSam.Figures;
using DigiSam.Metrics;
using DigiSam.Tests.SickLeave;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DigiSam.Tests.Figures;

/// <summary>What a table gives the report: figures of whole years only, and whether everyone is in them.</summary>
public sealed class CountedSourceTests
{
    [Theory]
    [InlineData(";Okänd;", 0, 3, true, "")]
    [InlineData(";Omsorgsnämnden;", 0, 3, false, "Övertid och mertid per nämnd: någon nämnd saknar rader")]
    [InlineData("2025-09;Omsorgsnämnden;", 0, 3, false, "Övertid och mertid per nämnd: någon nämnd saknar rader")]
    [InlineData("2025-09;", 0, 0, false, "Övertid och mertid per nämnd: 1 av de 12 månaderna saknas")]
    [InlineData("2025-09;", 12, 3, true, "")]
    public async Task A_table_says_whether_everyone_is_in_its_figures_and_gives_none_of_a_year_that_lacks_a_month(string lacking, int monthsBefore, int figures, bool isWhole, string remark)
    {
        await using var installed = await AbsenceSample.Ready();
        await installed.Take(FigureTable.Overtime, string.Join('\n', FigureSample.OvertimeTable(36).Split('\n').Where(line => !line.Contains(lacking, StringComparison.Ordinal))));
        var municipality = await installed.InDatabase(database => database.Municipalities.AsNoTracking().SingleAsync());
        await using var scope = installed.Services.CreateAsyncScope();
        var source = scope.ServiceProvider.GetServices<IFigureSource>().Single(source => source.Metrics.Contains("overtime-hours"));
        var year = await source.Compute(municipality, FigureSample.Last.AddMonths(-monthsBefore), TestContext.Current.CancellationToken);
        Assert.Equal((figures, isWhole), (year.Figures.Count, year.Whole));
        Assert.All(year.Figures, figure => Assert.NotNull(figure.Exact));
        Assert.Equal(figures > 0 ? 1 : 0, year.Sources.Count);
        if (remark.Length == 0)
            Assert.Empty(year.Remarks);
        else
            Assert.Contains(year.Remarks, said => said.StartsWith(remark, StringComparison.Ordinal));
    }
}
