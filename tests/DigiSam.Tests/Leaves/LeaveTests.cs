using DigiSam.Access;
using DigiSam.Leaves;
using DigiSam.Organisation;
using DigiSam.Requests;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Tests.Leaves;

/// <summary>Stating, changing and ending leaves: whose, by whom, and which days.</summary>
public sealed class LeaveTests : IAsyncLifetime
{
    private static readonly DateOnly First = new(2027, 1, 25);
    private static readonly DateOnly Last = new(2027, 2, 5);

    private StaffRoom _room = null!;

    public async ValueTask InitializeAsync() => _room = await StaffRoom.Open();

    public ValueTask DisposeAsync() => _room.DisposeAsync();

    [Fact]
    public async Task A_person_states_their_own_leave_sees_it_and_sees_whom_they_may_choose()
    {
        await _room.Away(_room.School.Manager, First, Last, _room.Colleague);

        var mine = await _room.School.As(_room.School.Manager, new MyLeaves());
        var leave = Assert.Single(mine.Leaves);
        Assert.Equal((First, Last, (Guid?)_room.Colleague), (leave.From, leave.To, leave.StandInId));
        Assert.Equal(
            new[] { _room.Colleague, _room.School.Head, _room.School.Hr, _room.Director }.Order(),
            mine.StandIns.Select(person => person.Id).Order()); // neither themselves nor the safety representative or the administrator
        Assert.Empty((await _room.School.As(_room.Colleague, new MyLeaves())).Leaves);
    }

    [Fact]
    public async Task Another_persons_leave_is_for_hr_and_the_administrator_alone()
    {
        var theirs = await _room.Away(_room.School.Manager, First, Last, _room.Colleague, by: _room.School.Hr);
        await _room.Away(_room.School.SafetyRep, First, Last, by: _room.Administrator);
        foreach (var other in new[] { _room.Colleague, _room.School.Head, _room.School.SafetyRep, _room.Director })
        {
            Assert.IsType<Outcome<Nothing>.Denied>(await _room.School.Installed.SendAs(other, new StateLeave(Guid.CreateVersion7(), _room.School.Manager, Last.AddDays(10), Last.AddDays(12), null)));
            await _room.School.Refused(other, new ChangeLeave(theirs, 1, First, Last, null));
            await _room.School.Refused(other, new EndLeave(theirs, 1));
            Assert.IsType<Outcome<LeavesOfPerson>.Denied>(await _room.School.Installed.SendAs(other, new ReadLeaves(_room.School.Manager)));
            Assert.IsType<Outcome<LeavesOfAll>.Denied>(await _room.School.Installed.SendAs(other, new ListLeaves(null)));
        }

        var all = await _room.School.As(_room.School.Hr, new ListLeaves("a"));
        Assert.Equal(2, all.Total);
        Assert.NotEmpty(all.Found);
        await _room.School.As(_room.School.Manager, new EndLeave(theirs, 1)); // it is theirs, whoever stated it
        Assert.Empty((await _room.School.As(_room.School.Hr, new ReadLeaves(_room.School.Manager))).Leaves);
    }

    [Fact]
    public async Task Days_that_make_no_sense_are_refused_with_what_to_do()
    {
        await Refused<LeaveEndsBeforeItBegins>(Last, First);
        await Refused<LeaveIsOver>(new DateOnly(2026, 12, 1), new DateOnly(2027, 1, 6));
        await Refused<LeaveIsTooLong>(First, First.AddDays(366));
        await Refused<NobodyStandsInForThemselves>(First, Last, _room.School.Manager);
        await Refused<StandInHasNoRole>(First, Last, Guid.NewGuid());
        await Refused<StandInIsNotOffered>(First, Last, _room.School.SafetyRep);
        await Refused<StandInIsNotOffered>(First, Last, _room.Administrator);
        Assert.IsType<Outcome<Nothing>.Invalid>(await _room.School.Installed.SendAs(_room.School.Manager, new StateLeave(Guid.CreateVersion7(), _room.School.Manager, default, Last, null)));
        await _room.Away(_room.School.Manager, First, First.AddDays(365));

        async Task Refused<TRule>(DateOnly from, DateOnly to, Guid? standIn = null) =>
            Assert.Equal(typeof(TRule).Name, (await _room.School.Refused(_room.School.Manager, new StateLeave(Guid.CreateVersion7(), _room.School.Manager, from, to, standIn))).Rule);
    }

    [Fact]
    public async Task Two_leaves_of_a_person_do_not_overlap_not_by_a_day_and_not_by_a_change()
    {
        var one = await _room.Away(_room.School.Manager, First, Last);
        var two = await _room.Away(_room.School.Manager, Last.AddDays(1), Last.AddDays(7));
        Assert.Equal(nameof(LeaveOverlaps), (await _room.School.Refused(_room.School.Manager, new StateLeave(Guid.CreateVersion7(), _room.School.Manager, Last.AddDays(7), Last.AddDays(9), null))).Rule);
        Assert.Equal(nameof(LeaveOverlaps), (await _room.School.Refused(_room.School.Hr, new StateLeave(Guid.CreateVersion7(), _room.School.Manager, First.AddDays(-3), First, null))).Rule);
        Assert.Equal(nameof(LeaveOverlaps), (await _room.School.Refused(_room.School.Manager, new ChangeLeave(one, 1, First, Last.AddDays(1), null))).Rule);
        await _room.School.As(_room.School.Manager, new ChangeLeave(two, 1, Last.AddDays(2), Last.AddDays(8), null));
        await _room.Away(_room.Colleague, First, Last); // another's leave may
    }

    [Fact]
    public async Task A_double_click_states_it_once_and_of_two_editors_the_second_is_told()
    {
        var state = new StateLeave(Guid.CreateVersion7(), _room.School.Manager, First, Last, null);
        await _room.School.As(_room.School.Manager, state);
        await _room.School.As(_room.School.Manager, state);
        await _room.School.As(_room.School.Manager, new ChangeLeave(state.LeaveId, 1, First, Last.AddDays(1), null));
        Assert.IsType<Outcome<Nothing>.Conflict>(await _room.School.Installed.SendAs(_room.School.Hr, new ChangeLeave(state.LeaveId, 1, First, Last.AddDays(2), null)));
        Assert.Equal(Last.AddDays(1), Assert.Single((await _room.School.As(_room.School.Manager, new MyLeaves())).Leaves).To);
        // The id of somebody's leave does not make it another's.
        Assert.IsType<Outcome<Nothing>.Broken>(await _room.School.Installed.SendAs(_room.Colleague, state with { PersonId = _room.Colleague }));
    }

    [Fact]
    public async Task Nobody_makes_themselves_the_stand_in_of_another()
    {
        Assert.Equal(nameof(NobodyMakesThemselvesStandIn), (await _room.School.Refused(_room.School.Hr, new StateLeave(Guid.CreateVersion7(), _room.School.Manager, First, Last, _room.School.Hr))).Rule);
        var leave = await _room.Away(_room.School.Manager, First, Last, by: _room.School.Hr);
        Assert.Equal(nameof(NobodyMakesThemselvesStandIn), (await _room.School.Refused(_room.Administrator, new ChangeLeave(leave, 1, First, Last, _room.Administrator))).Rule);
    }

    [Fact]
    public async Task Only_those_whom_the_form_offers_can_be_made_stand_ins_and_one_who_stands_in_already_may_stay()
    {
        var elsewhere = await _room.School.Installed.PersonWith(Role.Manager, await Elsewhere());
        Assert.DoesNotContain((await _room.School.As(_room.School.Manager, new MyLeaves())).StandIns, person => person.Id == elsewhere);
        Assert.Equal(nameof(StandInIsNotOffered), (await _room.School.Refused(_room.School.Manager, new StateLeave(Guid.CreateVersion7(), _room.School.Manager, First, Last, elsewhere))).Rule);
        Assert.Equal(nameof(StandInIsNotOffered), (await _room.School.Refused(_room.School.Hr, new StateLeave(Guid.CreateVersion7(), _room.School.Manager, First, Last, elsewhere))).Rule);

        var leave = await _room.Away(_room.School.Manager, First, Last, _room.Colleague);
        Assert.Equal(nameof(StandInIsNotOffered), (await _room.School.Refused(_room.School.Manager, new ChangeLeave(leave, 1, First, Last, elsewhere))).Rule);
        await _room.School.Installed.InDatabase(database => database.Leaves.ExecuteUpdateAsync(change => change.SetProperty(one => one.StandInId, elsewhere)));
        await _room.School.As(_room.School.Manager, new ChangeLeave(leave, 1, First, Last.AddDays(1), elsewhere));
        Assert.Equal(elsewhere, Assert.Single((await _room.School.As(_room.School.Manager, new MyLeaves())).Leaves).StandInId);
    }

    [Fact]
    public async Task Whoever_has_a_role_for_the_whole_municipality_may_choose_heads_of_administrations_and_nobody_is_offered_themselves()
    {
        var offered = (await _room.School.As(_room.Director, new MyLeaves())).StandIns.Select(person => person.Id).ToList();
        Assert.Equal(new[] { _room.School.Hr, _room.School.Head }.Order(), offered.Order());
        await _room.Away(_room.Director, First, Last, _room.School.Head);
        Assert.DoesNotContain((await _room.School.As(_room.School.Hr, new ReadLeaves(_room.School.Manager))).StandIns, person => person.Id == _room.School.Hr);
    }

    [Fact]
    public async Task Of_two_who_end_or_change_a_leave_the_second_is_told_and_changes_nothing()
    {
        var begun = await _room.Away(_room.School.Manager, First, Last);
        var coming = await _room.Away(_room.Colleague, Last, Last.AddDays(5));
        await _room.School.As(_room.School.Manager, new ChangeLeave(begun, 1, First, Last.AddDays(1), null));
        await _room.School.As(_room.School.Hr, new ChangeLeave(coming, 1, Last, Last.AddDays(6), null));
        await _room.GoTo(First.AddDays(3));
        foreach (var leave in new[] { begun, coming })
            Assert.IsType<Outcome<Nothing>.Conflict>(await _room.School.Installed.SendAs(_room.School.Hr, new EndLeave(leave, 1)));
        Assert.Equal([Last.AddDays(1), Last.AddDays(6)], (await _room.School.As(_room.School.Hr, new ListLeaves(null))).Leaves.Select(leave => leave.To));
        await _room.School.As(_room.School.Hr, new EndLeave(begun, 2));
        await _room.School.As(_room.School.Hr, new EndLeave(coming, 2));
        Assert.Empty((await _room.School.As(_room.School.Hr, new ListLeaves(null))).Leaves);
    }

    [Fact]
    public async Task A_leave_that_begins_today_or_later_is_taken_away()
    {
        var leave = await _room.Away(_room.School.Manager, First, Last);
        await _room.GoTo(First);
        await _room.School.As(_room.School.Manager, new EndLeave(leave, 1));
        Assert.Equal(0, await _room.School.Installed.Count<Leave>());
    }

    [Fact]
    public async Task A_leave_that_has_begun_ends_yesterday_and_what_is_over_stays()
    {
        var leave = await _room.Away(_room.School.Manager, First, Last);
        await _room.GoTo(new DateOnly(2027, 1, 28));
        await _room.School.As(_room.School.Manager, new EndLeave(leave, 1));
        Assert.Equal(new DateOnly(2027, 1, 27), await _room.School.Installed.InDatabase(database => database.Leaves.Select(one => one.To).SingleAsync()));
        Assert.Equal(nameof(LeaveIsOver), (await _room.School.Refused(_room.School.Manager, new EndLeave(leave, 2))).Rule);
        Assert.Equal(nameof(LeaveIsOver), (await _room.School.Refused(_room.School.Manager, new ChangeLeave(leave, 2, First, Last, null))).Rule);
    }

    [Fact]
    public async Task All_of_it_stands_in_the_audit_log()
    {
        var leave = await _room.Away(_room.School.Manager, First, Last, _room.Colleague, by: _room.School.Hr);
        await _room.School.As(_room.School.Manager, new EndLeave(leave, 1));
        var logged = await _room.School.Installed.InDatabase(database => database.AuditEntries.Where(entry => entry.Request.EndsWith("Leave")).OrderByDescending(entry => entry.Request).ToListAsync());
        Assert.Equal([("StateLeave", _room.School.Hr), ("EndLeave", _room.School.Manager)], logged.Select(entry => (entry.Request, entry.PersonId)));
        Assert.Contains($"{_room.Colleague}", logged[0].Values, StringComparison.Ordinal);
    }

    // A unit of another administration and another board.
    private async Task<Guid> Elsewhere()
    {
        await _room.School.Installed.Do(new ImportOrganisation("elsewhere.csv", "administration_code;administration;board;unit_code;unit\nSOC;Omsorg;Socialnämnden;S1;Solgården\n"u8.ToArray(), new DateOnly(2027, 1, 2), DryRun: false));
        return await _room.School.Installed.InDatabase(database => database.Units.Where(unit => unit.Code == "S1").Select(unit => unit.Id).SingleAsync());
    }
}
