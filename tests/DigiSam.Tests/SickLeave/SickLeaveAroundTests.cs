using DigiSam.SickLeave;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Tests.SickLeave;

/// <summary>What stands around a place's figure says the same as the pages of the places and months that it is about.</summary>
public sealed class SickLeaveAroundTests
{
    private static readonly DateOnly Last = new(2026, 2, 1);

    [Fact]
    public async Task A_series_says_of_each_month_what_the_page_of_that_month_says()
    {
        await using var installed = await AbsenceSample.Ready();
        await installed.Take(AbsenceSample.UnitTable(Last, 40));
        await installed.Take(AbsenceSample.BoardTable(Last, 20));
        foreach (var place in await installed.InDatabase(database => database.Places.Select(place => place.Id).ToListAsync()))
        {
            var series = await installed.Do(new ReadSickLeaveSeries(place));
            Assert.Equal(29, series.Count);
            foreach (var point in series)
            {
                var page = await installed.Do(new ReadSickLeave(place, point.End));
                Assert.Equal((page.Table, page.Groups[0].Now), (point.Table, point.Shares));
            }
        }
    }

    [Fact]
    public async Task A_month_that_is_missing_is_no_point_of_the_series()
    {
        await using var installed = await AbsenceSample.Ready();
        await installed.Take(string.Join('\n', AbsenceSample.UnitTable(Last, 30).Split('\n').Where(line => !line.StartsWith("2024-12", StringComparison.Ordinal))));
        var unit = await installed.InDatabase(database => database.Units.Where(unit => unit.Name == "Ekskolan").Select(unit => unit.Id).SingleAsync());
        Assert.Equal([new DateOnly(2025, 12, 1), new(2026, 1, 1), Last], (await installed.Do(new ReadSickLeaveSeries(unit))).Where(point => point.End > new DateOnly(2024, 11, 1)).Select(point => point.End));
    }

    [Fact]
    public async Task A_unit_stands_beside_what_the_pages_of_the_places_above_it_say_of_all()
    {
        await using var installed = await AbsenceSample.Ready();
        await installed.Take(AbsenceSample.UnitTable(Last, 24));
        await installed.Take(AbsenceSample.BoardTable(Last, 24));
        var unit = await installed.InDatabase(database => database.Units.Where(unit => unit.Name == "Centralköket").Select(unit => unit.Id).SingleAsync());
        var above = await installed.Do(new ReadSickLeaveAbove(unit, Last));
        Assert.Equal(["Barn- och utbildningsförvaltningen", "Omsorgsnämnden", "Exempelkommunen"], above.Select(place => place.Name));
        foreach (var place in above)
            Assert.Equal((await installed.Do(new ReadSickLeave(place.PlaceId, Last))).Groups[0], place.All);
    }

    [Fact]
    public async Task Lists_of_units_show_what_the_pages_of_the_units_show()
    {
        await using var installed = await AbsenceSample.Ready();
        await installed.Take(AbsenceSample.UnitTable(Last, 24));
        var whole = await installed.InDatabase(database => database.Municipalities.Select(place => place.Id).SingleAsync());
        var ranking = await installed.Do(new RankSickLeave(whole, Last));
        Assert.Equal(5, ranking.HighestTotal.Count);
        foreach (var unit in ranking.HighestTotal.Concat(ranking.HighestShort).Concat(ranking.LowestTotal))
        {
            var all = Assert.Single((await installed.Do(new ReadSickLeave(unit.UnitId, Last))).Groups);
            Assert.Equal((all.Now, all.Before, all.Headcount), (unit.Shares, unit.Before, unit.Headcount));
        }
    }
}
