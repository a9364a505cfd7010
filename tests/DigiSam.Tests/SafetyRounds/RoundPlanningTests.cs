using DigiSam.Access;
using DigiSam.Organisation;
using DigiSam.Requests;
using DigiSam.SafetyRounds;
using DigiSam.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Tests.SafetyRounds;

/// <summary>A year's rounds as manager and safety representative plan them, and what waits for them then.</summary>
public sealed class RoundPlanningTests : IAsyncLifetime
{
    private static readonly DateOnly Day = new(2026, 3, 20);

    private Installed _installed = null!;
    private Guid _unit;
    private Guid _other;
    private Guid _manager;
    private Guid _safetyRep;

    public async ValueTask InitializeAsync()
    {
        _installed = await Installed.Create();
        await _installed.Do(new ImportOrganisation(
            "organisation.csv",
            "administration_code;administration;board;unit_code;unit\nBUF;Barn- och utbildningsförvaltningen;Grundskolenämnden;E1;Björkskolan\nBUF;Barn- och utbildningsförvaltningen;Grundskolenämnden;E2;Ekskolan\n"u8.ToArray(),
            null,
            DryRun: false));
        (_unit, _other) = (await UnitId("E1"), await UnitId("E2"));
        _manager = await _installed.PersonWith(Role.Manager, _unit);
        _safetyRep = await _installed.PersonWith(Role.SafetyRep, await PlaceId("Barn- och utbildningsförvaltningen"));
    }

    public ValueTask DisposeAsync() => _installed.DisposeAsync();

    [Fact]
    public async Task A_double_click_plans_one_round()
    {
        var plan = new PlanRound(_unit, "hot-och-vald", Day, Guid.CreateVersion7());
        await Task.WhenAll(As(_manager, plan), As(_manager, plan));
        Assert.Equal(plan.RoundId, Assert.Single((await Listed(_unit)).Rounds).Id);
    }

    [Fact]
    public async Task A_year_is_planned_at_once_and_again_adds_nothing()
    {
        var year = new PlanYearsRounds(_unit, [Round("hot-och-vald", 3), Round("hot-och-vald", 9), Round("fysisk-arbetsmiljo", 5)]);
        await As(_manager, year);
        await As(_manager, year);
        Assert.Equal([3, 5, 9], (await Listed(_unit)).Rounds.Select(round => round.PlannedFor.Month));
        var planning = await As(_manager, new ReadRoundPlanning(_unit, 2026));
        Assert.Equal(["hot-och-vald", "fysisk-arbetsmiljo", "hot-och-vald"], planning.Planned.Select(round => round.ChecklistKey));
        Assert.Equal(["Fysisk arbetsmiljö", "Hot och våld", "Organisatorisk och social arbetsmiljö"], planning.Checklists.Select(offered => offered.Checklist.Title));
    }

    [Fact]
    public async Task Of_several_rounds_all_are_planned_or_none()
    {
        var refused = Assert.IsType<Outcome<Nothing>.Broken>(await _installed.SendAs(
            _manager, new PlanYearsRounds(_unit, [Round("hot-och-vald", 4), Round("finns-inte", 5)])));
        Assert.Equal(nameof(ChecklistIsUnknown), refused.Rule);
        Assert.Equal(0, await _installed.Count<SafetyRound>());
    }

    [Fact]
    public async Task An_id_that_belongs_to_another_units_round_plans_nothing_and_tells_nothing()
    {
        var taken = Guid.CreateVersion7();
        await As(_manager, new PlanRound(_unit, "hot-och-vald", Day, taken));
        var stranger = await _installed.PersonWith(Role.Manager, _other);
        var refused = Assert.IsType<Outcome<Guid>.Broken>(await _installed.SendAs(stranger, new PlanRound(_other, "hot-och-vald", Day, taken)));
        Assert.Equal(nameof(RoundIsUnknown), refused.Rule);
    }

    [Theory]
    [InlineData(Role.SafetyRep)]
    [InlineData(Role.HrStrategist)]
    [InlineData(Role.Employee)]
    public async Task Only_a_manager_plans_rounds(Role role)
    {
        var person = await _installed.PersonWith(role, _unit);
        Assert.IsType<Outcome<Nothing>.Denied>(await _installed.SendAs(person, new PlanYearsRounds(_unit, [Round("hot-och-vald", 4)])));
        Assert.IsType<Outcome<Guid>.Denied>(await _installed.SendAs(_manager, new PlanRound(_other, "hot-och-vald", Day)));
    }

    [Theory]
    [InlineData(2025)]
    [InlineData(2028)]
    public async Task A_round_is_planned_for_this_year_or_next(int year) =>
        Assert.Equal(
            ["Ronden ska planeras till en dag i år eller nästa år."],
            Assert.IsType<Outcome<Nothing>.Invalid>(await _installed.SendAs(
                _manager, new PlanYearsRounds(_unit, [new PlannedRound(Guid.CreateVersion7(), "hot-och-vald", new DateOnly(year, 5, 5))]))).Messages);

    [Fact]
    public async Task Those_who_walk_are_chosen_when_the_round_is_planned_and_the_safety_reps_word_is_their_own_line()
    {
        Assert.Equal([(_manager, RoundPart.Manager), (_safetyRep, RoundPart.SafetyRep)], (await As(_manager, new ReadRoundPlanning(_unit, 2026))).People.Select(person => (person.PersonId, person.Part)));
        var round = await As(_manager, new PlanRound(
            _unit, "hot-och-vald", Day, Guid.CreateVersion7(),
            [new(RoundPart.SafetyRep, _safetyRep), new(RoundPart.PupilSafetyRep, null, "Elevskyddsombud åk 8")]));
        await As(_manager, new AnswerRoundQuestion(_unit, round, Guid.CreateVersion7(), "larm-provas", RoundAnswerValue.Yes, null));
        await As(_safetyRep, new StateInvolvement(_unit, round, TookPart: true, DifferingView: null));
        Assert.Equal(
            [("SafetyRep", true), ("Elevskyddsombud åk 8", null)],
            (await As(_manager, new ReadRound(_unit, round))).Participants.OrderBy(participant => participant.Part).Select(participant => (participant.Name, participant.TookPart)));
    }

    [Fact]
    public async Task Someone_who_has_no_part_in_the_unit_is_not_asked_along_by_id() =>
        Assert.Equal(
            nameof(PersonIsNotOfTheUnit),
            Assert.IsType<Outcome<Guid>.Broken>(await _installed.SendAs(
                _manager, new PlanRound(_unit, "hot-och-vald", Day, null, [new(RoundPart.SafetyRep, await _installed.PersonWith(Role.SafetyRep, _other))]))).Rule);

    [Fact]
    public async Task A_cancelled_round_is_taken_back_on_the_same_day_only()
    {
        var round = await As(_manager, new PlanRound(_unit, "hot-och-vald", Day));
        await As(_manager, new CancelRound(_unit, round, "Skolan byggs om."));
        await As(_manager, new UndoCancelRound(_unit, round));
        Assert.Equal((RoundStatus.Planned, null), (await As(_manager, new ReadRound(_unit, round))) is var detail ? (detail.Status, detail.CancelledBecause) : default);

        await As(_manager, new CancelRound(_unit, round, "Skolan byggs om."));
        _installed.Clock.Advance(TimeSpan.FromDays(1));
        Assert.False((await As(_manager, new ReadRound(_unit, round))).MayUndoCancel);
        Assert.Equal(nameof(CancellationStands), Assert.IsType<Outcome<Nothing>.Broken>(await _installed.SendAs(_manager, new UndoCancelRound(_unit, round))).Rule);
    }

    [Fact]
    public async Task A_round_is_found_by_its_id_alone_from_a_place_above_it_and_from_nowhere_else()
    {
        var round = await As(_manager, new PlanRound(_unit, "hot-och-vald", Day));
        Assert.Equal(_unit, await As(_safetyRep, new FindRound(await PlaceId("Barn- och utbildningsförvaltningen"), round)));
        var stranger = await _installed.PersonWith(Role.Manager, _other);
        Assert.Equal(nameof(RoundIsUnknown), Assert.IsType<Outcome<Guid>.Broken>(await _installed.SendAs(stranger, new FindRound(_other, round))).Rule);
        Assert.IsType<Outcome<Guid>.Denied>(await _installed.SendAs(stranger, new FindRound(_unit, round)));
    }

    private static PlannedRound Round(string checklist, int month) => new(Guid.CreateVersion7(), checklist, new DateOnly(2026, month, 16));

    private Task<Guid> UnitId(string code) => _installed.InDatabase(database => database.Units.Where(unit => unit.Code == code).Select(unit => unit.Id).SingleAsync());

    private Task<Guid> PlaceId(string name) => _installed.InDatabase(database => database.Places.Where(place => place.Name == name).Select(place => place.Id).SingleAsync());

    private Task<RoundList> Listed(Guid place) => As(_manager, new ListRounds(place, 2026));

    private async Task<T> As<T>(Guid person, MediatR.IRequest<T> request) => await _installed.SendAs(person, request) switch
    {
        Outcome<T>.Done done => done.Result,
        var other => throw new InvalidOperationException($"{other}"),
    };
}
