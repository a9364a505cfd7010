using DigiSam.Access;
using DigiSam.AnnualReports;
using DigiSam.Demo;
using DigiSam.Measures;
using DigiSam.Observations;
using DigiSam.Organisation;
using DigiSam.Overview;
using DigiSam.Persistence;
using DigiSam.Requests;
using DigiSam.Risks;
using DigiSam.SafetyRounds;
using DigiSam.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Tests.Overview;

/// <summary>What the overview says waits, against a slow count over all rows of a small demo municipality.</summary>
public sealed class WaitingWorkTests : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2026, 3, 14);

    private Installed _installed = null!;

    public async ValueTask InitializeAsync()
    {
        _installed = await Installed.Create(municipality: DigiSam.Organisation.Municipality.Unnamed);
        await _installed.Do(new MakeDemo(Units: 12, Years: 1));
    }

    public ValueTask DisposeAsync() => _installed.DisposeAsync();

    [Fact]
    public async Task Every_kind_of_work_is_counted_as_a_slow_count_does_in_every_place()
    {
        var places = await _installed.InDatabase(database => database.Places.AsNoTracking().ToListAsync());
        var seen = new HashSet<WaitingKind>();
        foreach (var place in places.Where(place => place.ExistsOn(Today)))
        {
            var person = await _installed.PersonWith(Role.Manager, place.Id);
            var found = Assert.IsType<Outcome<IReadOnlyList<WaitingWork>>.Done>(await _installed.SendAs(person, new ReadWaitingWork(place.Id))).Result;
            Assert.Equal(await Slowly(place.Id, person), found.ToDictionary(work => work.Kind, work => work.Count));
            seen.UnionWith(found.Select(work => work.Kind));
        }

        Assert.True(seen.Count >= 4, string.Join(", ", seen));
    }

    [Fact]
    public async Task Events_are_the_newest_of_the_last_three_weeks_and_never_of_another_place()
    {
        var since = _installed.Clock.GetUtcNow().AddDays(-ReadRecentEvents.Days);
        var unit = await _installed.InDatabase(database => database.Risks.Where(risk => risk.CreatedAt >= since).Select(risk => risk.UnitId).FirstAsync());
        var events = await _installed.Do(new ReadRecentEvents(unit));
        Assert.NotEmpty(events);
        Assert.All(events, happened => Assert.True(happened.UnitId == unit && happened.At >= since));
        Assert.Equal(events.OrderByDescending(happened => happened.At).Select(happened => happened.At), events.Select(happened => happened.At));
    }

    [Fact]
    public async Task Reports_on_their_way_are_seen_by_those_above_them_and_by_nobody_else()
    {
        var open = await _installed.InDatabase(database => database.AnnualReports.AsNoTracking()
            .Where(report => report.Status != ReportStatus.Decided && report.ReportYear >= 2026).ToListAsync());
        var municipality = await _installed.InDatabase(database => database.Municipalities.Select(place => place.Id).SingleAsync());
        var all = await _installed.Do(new ReadWaitingReports(municipality));
        Assert.Equal(open.Select(report => report.Id).Order(), all.Select(report => report.Id).Order());
        var board = await _installed.InDatabase(database => database.Boards.OrderBy(place => place.SortKey).Select(place => place.Id).FirstAsync());
        var secretary = await _installed.PersonWith(Role.BoardSecretary, board);
        Assert.IsType<Outcome<IReadOnlyList<WaitingReport>>.Denied>(await _installed.SendAs(secretary, new ReadWaitingReports(municipality)));
        Assert.IsType<Outcome<IReadOnlyList<WaitingReport>>.Done>(await _installed.SendAs(secretary, new ReadWaitingReports(board)));
    }

    private Task<Dictionary<WaitingKind, int>> Slowly(Guid place, Guid person) => _installed.InDatabase(async database =>
    {
        var units = await UnitsOf(database, place);
        var rounds = (await database.SafetyRounds.AsNoTracking().Include(round => round.Participants).ToListAsync()).Where(round => units.Contains(round.UnitId)).ToList();
        var acted = await database.Risks.Where(risk => risk.Stage == RiskStage.Acted).Select(risk => risk.Id).ToListAsync();
        var measures = (await database.Measures.AsNoTracking().Include(measure => measure.Risks).ToListAsync()).Where(measure => units.Contains(measure.UnitId)).ToList();
        var counts = new Dictionary<WaitingKind, int>
        {
            [WaitingKind.RoundToHold] = rounds.Count(round => round.Status == RoundStatus.Planned && round.PlannedFor <= Today.AddDays(14)),
            [WaitingKind.RoundToComplete] = rounds.Count(round => round.Status == RoundStatus.Held),
            [WaitingKind.RoundToState] = rounds.Count(round => round.Status == RoundStatus.Completed && round.CompletedAt >= _installed.Clock.GetUtcNow().AddDays(-90)
                && !round.Participants.Any(joined => joined.PersonId == person && joined.TookPart is not null)),
            [WaitingKind.ObservationToAnswer] = (await database.Observations.AsNoTracking().ToListAsync()).Count(seen => units.Contains(seen.UnitId) && seen.Status == ObservationStatus.New),
            [WaitingKind.MeasureOverdue] = measures.Count(measure => measure.IsOverdue(Today)),
            [WaitingKind.MeasureToCheck] = measures.Count(measure => measure.Status == MeasureStatus.Done && (measure.NextCheckOn ?? Today) <= Today
                && !measure.Risks.Any(served => acted.Contains(served.RiskId))),
        };
        return counts.Where(pair => pair.Value > 0).ToDictionary();
    });

    /// <summary>The units below a place, by walking the links.</summary>
    private static async Task<HashSet<Guid>> UnitsOf(DigiSamContext database, Guid place)
    {
        var links = (await database.PlaceLinks.AsNoTracking().ToListAsync())
            .Where(link => link.Kind == PlaceLinkKind.Contains && link.ValidFrom <= Today && Today <= link.ValidTo).ToLookup(link => link.ParentId, link => link.ChildId);
        var found = new HashSet<Guid> { place };
        var next = new Queue<Guid>([place]);
        while (next.TryDequeue(out var at))
        {
            foreach (var child in links[at].Where(found.Add))
                next.Enqueue(child);
        }

        return found;
    }
}
