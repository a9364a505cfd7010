using System.Text.Json;
using DigiSam.AnnualReports.Records;
using DigiSam.Measures;
using DigiSam.Organisation;
using DigiSam.Persistence;
using DigiSam.Tests.Demo;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DigiSam.Tests.AnnualReports;

/// <summary>What the database counts is what one gets by reading every record and counting them.</summary>
public sealed class YearFiguresTests(MadeDemo demo) : IClassFixture<MadeDemo>
{
    [Theory]
    [InlineData(2024)]
    [InlineData(2025)]
    [InlineData(2026)]
    public async Task The_database_counts_what_the_records_sum_up_to(int year)
    {
        var places = await demo.Installed.InDatabase(database => database.Places.Where(place => place is Municipality || place is Administration || place is Board).Select(place => place.Id).ToListAsync());
        Assert.Equal(16, places.Count);
        foreach (var place in places)
        {
            await using var scope = demo.Installed.Services.CreateAsyncScope();
            var services = scope.ServiceProvider;
            var database = services.GetRequiredService<DigiSamContext>();
            var units = database.Units.Where(unit => database.PlaceScopes.Any(above => above.AncestorId == place && above.DescendantId == unit.Id)).Select(unit => unit.Id);
            var records = await services.GetRequiredService<ReadsRecords>().Of(units, year, TestContext.Current.CancellationToken);
            var counted = await services.GetRequiredService<CountsRecords>().Of(units, year, withHighest: true, TestContext.Current.CancellationToken);
            var summed = YearFigures.Of(records);
            Assert.True(summed.Risks.Open > 5 && summed.Measures.Done > 5 && summed.Risks.Highest.Count == RiskFigures.Most);
            Assert.Equal(Text(summed with { Plans = summed.Plans with { Goal = null } }), Text(counted));
        }
    }

    private static string Text(YearFigures figures) => JsonSerializer.Serialize(figures with
    {
        Measures = figures.Measures with { Effect = new SortedDictionary<MeasureEffect, int>(figures.Measures.Effect.ToDictionary()) },
        Risks = figures.Risks with { OpenByLevel = new SortedDictionary<string, int>(figures.Risks.OpenByLevel.ToDictionary(), StringComparer.Ordinal) },
    });
}
