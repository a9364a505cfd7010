using DigiSam.Access;
using DigiSam.Checklists;
using DigiSam.Language;
using DigiSam.Measures;
using DigiSam.Requests;
using DigiSam.Risks;
using DigiSam.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Tests.Risks;

/// <summary>Every list, count and sum against one computed slowly, in memory, over a register made at random.</summary>
public sealed class RandomRegisterTests : IAsyncLifetime
{
    private static readonly string[] Words = ["Halt", "Buller", "Ängslan", "ånga", "Trängsel", "IDÉ", "skada", "öppet", "Larm"];
    private readonly Random _random = new(20260314);
    private TwoSchools _schools = null!;
    private List<Risk> _risks = [];
    private List<Measure> _measures = [];
    private Guid _strategist;

    private IReadOnlyDictionary<Guid, Guid[]> Units => new Dictionary<Guid, Guid[]>
    {
        [_schools.Birch] = [_schools.Birch],
        [_schools.Education] = [_schools.Birch, _schools.Oak],
        [_schools.Municipality] = [_schools.Birch, _schools.Oak, _schools.Home],
    };

    public async ValueTask InitializeAsync()
    {
        _schools = await TwoSchools.Create();
        _strategist = await _schools.Installed.PersonWith(Role.HrStrategist, _schools.Municipality);
        await _schools.Installed.InDatabase(async database =>
        {
            for (var i = 0; i < 300; i++)
                database.Risks.Add(RandomRisk());
            await database.SaveChangesAsync();
            _risks = await database.Risks.AsNoTracking().ToListAsync();
            for (var i = 0; i < 300; i++)
                database.Measures.Add(RandomMeasure());
            await database.SaveChangesAsync();
            _measures = await database.Measures.AsNoTracking().Include(measure => measure.Risks).ToListAsync();
            return true;
        });
    }

    public ValueTask DisposeAsync() => _schools.DisposeAsync();

    [Fact]
    public async Task Lists_of_risks_hold_what_a_slow_search_finds_in_the_order_asked_for()
    {
        var found = 0;
        for (var i = 0; i < 150; i++)
        {
            var (place, units) = Pick([.. Units]);
            var (filter, sort) = (RandomFilter(), Pick(Enum.GetValues<RiskSort>()));
            var expected = _risks.Where(risk => units.Contains(risk.UnitId) && Fits(risk, filter)).ToList();
            var rows = new List<RiskRow>();
            string? mark = null;
            do
            {
                var read = await _schools.As(_strategist, new ListRisks(place, filter, sort, mark));
                Assert.Equal(new CappedCount(expected.Count, OrMore: false), read.Count);
                Assert.Equal(rows.Count + 1, read.First);
                Assert.Equal(mark is null, read.Previous is null);
                rows.AddRange(read.Rows);
                mark = read.Next;
            }
            while (mark is not null);

            Assert.Equal(expected.Select(risk => risk.Id).Order(), rows.Select(row => row.Id).Order());
            Assert.Equal(rows.Select(row => Rank(row, sort)), rows.Select(row => Rank(row, sort)).OrderDescending());
            Assert.All(rows, row => Assert.Equal(_measures.Count(measure => measure.Status == MeasureStatus.Planned && measure.Risks.Any(served => served.RiskId == row.Id)), row.OpenMeasures));
            found += rows.Count;
        }

        Assert.True(found > 500);
    }

    [Fact]
    public async Task The_heat_map_counts_as_a_slow_count_does()
    {
        foreach (var (place, units) in Units)
        {
            var map = await _schools.As(_strategist, new RiskHeatMap(place));
            var open = _risks.Where(risk => units.Contains(risk.UnitId) && risk.Status == RiskStatus.Open).ToList();
            Assert.Equal(16, map.Cells.Count);
            Assert.All(map.Cells, cell => Assert.Equal(
                (open.Count(risk => risk.Likelihood == cell.Likelihood && risk.Consequence == cell.Consequence),
                    open.Count(risk => risk.Likelihood == cell.Likelihood && risk.Consequence == cell.Consequence && risk.Serious == true)),
                (cell.Count, cell.Serious)));
            Assert.Equal((open.Count(risk => risk.Value is null), open.Count(risk => risk.Serious == true)), (map.Unassessed, map.Serious));
            Assert.Equal(open.Count, map.Unassessed + map.Cells.Sum(cell => cell.Count));
        }
    }

    [Fact]
    public async Task Categories_and_levels_are_counted_as_a_slow_count_does()
    {
        foreach (var (place, units) in Units)
        {
            var counts = await _schools.As(_strategist, new CountByCategory(place));
            var open = _risks.Where(risk => units.Contains(risk.UnitId) && risk.Status == RiskStatus.Open).ToList();
            Assert.Equal(open.Select(risk => risk.Category).Distinct().Order(), counts.Select(count => count.Category).Order());
            Assert.All(counts, count => Assert.All(count.ByLevel, level => Assert.Equal(open.Count(risk => risk.Category == count.Category && (risk.Level ?? "") == level.Key), level.Value)));
            Assert.Equal(open.Count, counts.Sum(count => count.Total));
        }
    }

    [Fact]
    public async Task The_top_risks_are_the_highest_open_ones()
    {
        foreach (var (place, units) in Units)
        {
            var top = await _schools.As(_strategist, new TopRisks(place, 10));
            var expected = _risks.Where(risk => units.Contains(risk.UnitId) && risk.Status == RiskStatus.Open && risk.Value is not null)
                .OrderByDescending(risk => risk.Value).ThenByDescending(risk => risk.Serious).Take(10);
            Assert.Equal(expected.Select(risk => (risk.Value, risk.Serious)), top.Select(risk => (risk.Value, risk.Serious)));
        }
    }

    [Fact]
    public async Task Lists_of_measures_and_the_overdue_count_hold_what_a_slow_search_finds()
    {
        foreach (var (place, units) in Units)
        {
            var here = _measures.Where(measure => units.Contains(measure.UnitId)).ToList();
            foreach (var filter in Filters())
            {
                var list = await _schools.As(_strategist, new ListMeasures(place, filter));
                Assert.Equal(here.Count(measure => Fits(measure, filter)), list.Page.Count.Number);
                Assert.Equal(here.Count(measure => measure.IsOverdue(TwoSchools.Today)), list.Overdue);
                Assert.Equal(list.Page.Rows.Select(row => row.DueOn).Order(), list.Page.Rows.Select(row => row.DueOn));
                Assert.All(list.Page.Rows, row => Assert.Equal(
                    _risks.Where(risk => risk.Status == RiskStatus.Open && _measures.Single(measure => measure.Id == row.Id).Risks.Any(served => served.RiskId == risk.Id)).Max(risk => risk.Value),
                    row.HighestValue));
            }
        }
    }

    private static IEnumerable<MeasureFilter> Filters() =>
    [
        new(), new(Overdue: true), new(Mine: true), new(ToCheck: true), new(Year: 2025), new(Year: 2026), new(Search: "ÄNGSLAN"),
        .. Enum.GetValues<MeasureStatus>().Select(status => new MeasureFilter(status)),
    ];

    private bool Fits(Measure measure, MeasureFilter filter) =>
        (filter.Status is null || measure.Status == filter.Status)
        && (!filter.Overdue || measure.IsOverdue(TwoSchools.Today))
        && (!filter.Mine || measure.ResponsibleId == _strategist)
        && (!filter.ToCheck || (measure.Status == MeasureStatus.Done && !(measure.NextCheckOn > TwoSchools.Today)))
        && (filter.Year is null || measure.DueOn.Year == filter.Year || measure.DoneOn?.Year == filter.Year)
        && (filter.Search is null || SwedishText.Fold(measure.Title).Contains(SwedishText.Fold(filter.Search), StringComparison.Ordinal));

    private static bool Fits(Risk risk, RiskFilter filter) =>
        (filter.Status is null || risk.Status == filter.Status)
        && (filter.Category is null || risk.Category == filter.Category)
        && (filter.Level is null || risk.Level == filter.Level)
        && (filter.Serious is null || risk.Serious == filter.Serious)
        && (!filter.Unassessed || risk.Assessments.Count == 0 && risk.Value is null)
        && (!filter.Lifted || risk.LiftedBecause is not null)
        && (filter.Likelihood is null || risk.Likelihood == filter.Likelihood)
        && (filter.Consequence is null || risk.Consequence == filter.Consequence)
        && (filter.Search ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .All(word => SwedishText.Fold($"{risk.Title} {risk.Description}").Contains(SwedishText.Fold(word), StringComparison.Ordinal));

    /// <summary>A number that falls, or stays, from row to row.</summary>
    private static int Rank(RiskRow row, RiskSort sort) => sort switch
    {
        RiskSort.Value => (2 * (row.Value ?? 0)) + (row.Serious == true ? 1 : 0),
        RiskSort.Found => row.FoundOn.DayNumber,
        RiskSort.Title => -Array.IndexOf([.. Words.Order(Comparer<string>.Create((one, other) => string.CompareOrdinal(SwedishText.SortKey(one), SwedishText.SortKey(other))))], row.Title.Split(' ')[0]),
        _ => row.Unit switch { "Björkskolan" => 3, "Ekskolan" => 2, _ => 1 },
    };

    private RiskFilter RandomFilter() => new(
        _random.Next(3) == 0 ? null : Pick(Enum.GetValues<RiskStatus>()),
        _random.Next(3) == 0 ? Pick(Enum.GetValues<RiskCategory>()) : null,
        _random.Next(4) == 0 ? Pick(["low", "medium", "high", "very-high"]) : null,
        _random.Next(4) == 0 ? _random.Next(2) == 0 : null,
        _random.Next(6) == 0,
        _random.Next(6) == 0,
        _random.Next(6) == 0 ? _random.Next(1, 5) : null,
        _random.Next(6) == 0 ? _random.Next(1, 5) : null,
        _random.Next(4) == 0 ? string.Join(' ', Enumerable.Range(0, _random.Next(1, 3)).Select(_ => Pick(Words).ToUpperInvariant())) : null);

    private Risk RandomRisk()
    {
        var (at, day) = (_schools.Installed.Clock.GetUtcNow().AddDays(-_random.Next(700)), TwoSchools.Today.AddDays(-_random.Next(700)));
        var risk = new Risk(
            Guid.CreateVersion7(), Pick([_schools.Birch, _schools.Oak, _schools.Home]), $"{Pick(Words)} {Pick(Words)}", Pick(Words), Pick(Enum.GetValues<RiskCategory>()),
            new RiskOrigin(RiskSource.Other), day, _schools.Manager, at);
        for (var i = _random.Next(4); i > 0; i--)
            risk.Assess(Guid.CreateVersion7(), Installed.Definitions.Matrix, _random.Next(1, 5), _random.Next(1, 5), _random.Next(4) == 0, "Skäl", _schools.Manager, day, at);
        if (risk.Value is not null && _random.Next(5) == 0)
            risk.Lift("Motiv", _schools.Manager, day, at);
        if (risk.Value is not null && _random.Next(3) == 0)
            risk.Close("Borta", _schools.Manager, day, at);
        return risk;
    }

    private Measure RandomMeasure()
    {
        var unit = Pick([_schools.Birch, _schools.Oak, _schools.Home]);
        var risks = _risks.Where(risk => risk.UnitId == unit).OrderBy(_ => _random.Next()).Take(_random.Next(1, 4)).Select(risk => risk.Id);
        var (at, today) = (_schools.Installed.Clock.GetUtcNow(), TwoSchools.Today);
        var measure = new Measure(
            Guid.CreateVersion7(), unit, new MeasurePlan(Pick(Words), Pick(Enum.GetValues<MeasureKind>()), Pick([_schools.Manager, _strategist]), null),
            today.AddDays(_random.Next(-500, 200)), risks, _schools.Manager, at);
        if (_random.Next(3) == 0)
            measure.MarkDone(today.AddDays(-_random.Next(500)), today, _schools.Manager, at);
        else if (_random.Next(5) == 0)
            measure.Cancel("Behövs inte", _schools.Manager, at);
        if (measure.Status == MeasureStatus.Done && _random.Next(2) == 0)
            measure.CheckEffect(Guid.CreateVersion7(), Pick(Enum.GetValues<MeasureEffect>()), today.AddDays(_random.Next(1, 90)), null, _schools.Manager, today, at);
        return measure;
    }

    private T Pick<T>(IReadOnlyList<T> of) => of[_random.Next(of.Count)];
}
