using DigiSam.Access;
using DigiSam.Audit;
using DigiSam.Checklists;
using DigiSam.Leaves;
using DigiSam.Requests;
using DigiSam.Risks;
using DigiSam.SamYears;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Tests.Leaves;

/// <summary>What a stand-in may do: what the one who is away may, in the same places, on those days, and nothing more.</summary>
public sealed class StandInTests : IAsyncLifetime
{
    private static readonly DateOnly First = new(2027, 1, 25);
    private static readonly DateOnly Last = new(2027, 2, 5);

    private StaffRoom _room = null!;

    public async ValueTask InitializeAsync() => _room = await StaffRoom.Open();

    public ValueTask DisposeAsync() => _room.DisposeAsync();

    [Fact]
    public async Task The_stand_in_has_the_tasks_and_the_role_within_the_days_and_the_one_who_is_away_keeps_them()
    {
        var name = await Name(_room.School.Manager);
        await _room.Away(_room.School.Manager, First, Last, _room.Colleague);
        foreach (var (day, standsIn) in new[] { (First.AddDays(-1), false), (First, true), (Last, true), (Last.AddDays(1), false) })
        {
            _room.School.GoTo(day);
            Assert.Equal(standsIn ? [name] : [], (await _room.School.Tasks(_room.Colleague)).Where(task => task.PlaceId == _room.School.Unit).Select(task => task.InsteadOf));
            Assert.Equal(standsIn, await MayRead(_room.Colleague));
            Assert.Single(await _room.School.Tasks(_room.School.Manager));
            var roles = (await _room.School.As(_room.Colleague, new MyRoles())).Roles.Select(role => (role.PlaceId, role.InsteadOf, role.LastDay));
            Assert.Equal(standsIn ? [(_room.School.OtherUnit, null, null), (_room.School.Unit, name, Last)] : [(_room.School.OtherUnit, null, null)], roles);
        }
    }

    [Fact]
    public async Task What_the_stand_in_does_is_logged_as_done_in_the_others_stead_and_their_own_as_their_own()
    {
        await _room.Away(_room.School.Manager, First, Last, _room.School.Head);
        await _room.Away(_room.Director, First, Last, _room.School.Hr);
        _room.School.GoTo(First);
        await _room.School.As(_room.School.Hr, Risk());
        await _room.School.As(_room.School.Head, Risk());

        var logged = await _room.School.Installed.InDatabase(database => (
            from entry in database.AuditEntries
            join standIn in database.Set<AuditEntryStandIn>() on entry.Id equals standIn.EntryId into standIns
            from standIn in standIns.DefaultIfEmpty()
            where entry.PlaceId == _room.School.Unit && entry.Request == nameof(AddRisk)
            select new { entry.PersonId, entry.Role, InsteadOf = (Guid?)standIn.InsteadOf }).ToListAsync());
        // The head reaches the unit in a role of their own, which goes first.
        Assert.Equal([(_room.School.Hr, (Guid?)_room.Director), (_room.School.Head, null)], logged.Select(entry => (entry.PersonId, entry.InsteadOf)).OrderBy(entry => entry.InsteadOf is null));
        Assert.All(logged, entry => Assert.Equal(nameof(Role.Manager), entry.Role));
    }

    [Fact]
    public async Task When_the_one_away_loses_a_role_so_does_the_stand_in_and_no_more_than_theirs_is_given()
    {
        await _room.Away(_room.School.Manager, First, Last, _room.Colleague);
        _room.School.GoTo(First);
        Assert.True(await MayRead(_room.Colleague));
        Assert.False(await _room.School.Installed.SendAs(_room.Colleague, new ReadSamYear(_room.School.Administration, 2027)) is Outcome<SamYearReading>.Done);
        await _room.School.Installed.InDatabase(async database =>
        {
            foreach (var held in await database.RoleAssignments.Where(held => held.PersonId == _room.School.Manager).ToListAsync())
                held.End(First.AddDays(1));
            return await database.SaveChangesAsync();
        });
        Assert.True(await MayRead(_room.Colleague));
        _room.School.GoTo(First.AddDays(2));
        Assert.False(await MayRead(_room.Colleague));
    }

    [Fact]
    public async Task A_stand_in_whose_own_roles_have_ended_acts_for_nobody()
    {
        await _room.Away(_room.School.Manager, First, Last, _room.Colleague);
        await _room.School.Installed.InDatabase(async database =>
        {
            foreach (var held in await database.RoleAssignments.Where(held => held.PersonId == _room.Colleague).ToListAsync())
                held.End(First);
            return await database.SaveChangesAsync();
        });
        _room.School.GoTo(First);
        Assert.True(await MayRead(_room.Colleague));
        _room.School.GoTo(First.AddDays(1));
        Assert.False(await MayRead(_room.Colleague));
    }

    [Fact]
    public async Task Whoever_ends_anothers_leave_in_hrs_stead_is_logged_so()
    {
        await _room.Away(_room.School.Hr, First, Last, _room.Director);
        var leave = await _room.Away(_room.School.Manager, First, Last);
        _room.School.GoTo(First);
        await _room.School.As(_room.Director, new EndLeave(leave, 1));
        var logged = await _room.School.Installed.InDatabase(database => (
            from entry in database.AuditEntries
            join standIn in database.Set<AuditEntryStandIn>() on entry.Id equals standIn.EntryId
            where entry.Request == nameof(EndLeave)
            select new { entry.Role, standIn.InsteadOf }).SingleAsync());
        Assert.Equal((nameof(Role.HrStrategist), _room.School.Hr), (logged.Role, logged.InsteadOf));
    }

    [Fact]
    public async Task Nobody_becomes_anothers_stand_in_through_one_who_is_away()
    {
        await _room.Away(_room.Colleague, First, Last, _room.School.Hr);
        Assert.Equal(nameof(NobodyMakesThemselvesStandIn), (await _room.School.Refused(_room.School.Hr, new StateLeave(Guid.CreateVersion7(), _room.School.Manager, First, Last, _room.Colleague))).Rule);
    }

    [Fact]
    public async Task Neither_a_safety_representative_nor_an_administrator_is_stood_in_for()
    {
        await _room.Away(_room.School.SafetyRep, First, Last, _room.Colleague);
        await _room.Away(_room.Administrator, First, Last, _room.Director);
        _room.School.GoTo(First);
        Assert.Single((await _room.School.As(_room.Colleague, new MyRoles())).Roles);
        Assert.Single((await _room.School.As(_room.Director, new MyRoles())).Roles);
        Assert.False(await MayRead(_room.Colleague));
    }

    [Fact]
    public async Task A_stand_in_who_is_away_passes_it_on_once_and_no_further()
    {
        await _room.Away(_room.School.Manager, First, Last, _room.Colleague);
        await _room.Away(_room.Colleague, First.AddDays(2), Last, _room.School.Hr);
        _room.School.GoTo(First.AddDays(1));
        Assert.Equal((true, false), (await MayRun(_room.Colleague), await MayRun(_room.School.Hr)));
        _room.School.GoTo(First.AddDays(2));
        Assert.Equal((false, true), (await MayRun(_room.Colleague), await MayRun(_room.School.Hr)));

        await _room.Away(_room.School.Hr, First.AddDays(3), Last, _room.Director);
        _room.School.GoTo(First.AddDays(3));
        Assert.Equal((false, false), (await MayRun(_room.School.Hr), await MayRun(_room.Director)));
    }

    [Fact]
    public async Task Two_who_stand_in_for_each_other_and_are_both_away_act_for_nobody()
    {
        await _room.Away(_room.School.Manager, First, Last, _room.Colleague);
        await _room.Away(_room.Colleague, First, Last, _room.School.Manager);
        _room.School.GoTo(First);
        Assert.False(await MayRead(_room.Colleague));
        Assert.Null(Assert.Single((await _room.School.As(_room.School.Manager, new MyRoles())).Roles).InsteadOf);
    }

    private AddRisk Risk() => new(_room.School.Unit, Guid.CreateVersion7(), "Halt golv", "Golvet i entrén blir halt när det regnar.", RiskCategory.Premises, RiskSource.Other, First);

    private async Task<bool> MayRead(Guid person) => await _room.School.Installed.SendAs(person, new ReadSamYear(_room.School.Unit, 2027)) is Outcome<SamYearReading>.Done;

    // HR may read a unit's year anyhow; only its manager runs it.
    private async Task<bool> MayRun(Guid person) => (await _room.School.As(person, new MyRoles())).Roles.Any(role => role.PlaceId == _room.School.Unit && role.Role == Role.Manager);

    private Task<string> Name(Guid person) => _room.School.Installed.InDatabase(database => database.People.Where(one => one.Id == person).Select(one => one.Name).SingleAsync());
}
