using DigiSam.Access;
using DigiSam.Checklists;
using DigiSam.Organisation;
using DigiSam.Requests;
using DigiSam.Risks;
using DigiSam.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Tests.Access;

/// <summary>The queries of one page share a reading of roles (ADR 0020), and nothing else does.</summary>
public sealed class RolesOfOneViewTests : IAsyncLifetime
{
    private TwoSchools _schools = null!;

    public async ValueTask InitializeAsync() => _schools = await TwoSchools.Create();

    public ValueTask DisposeAsync() => _schools.DisposeAsync();

    [Fact]
    public async Task The_queries_of_a_view_read_the_roles_in_a_place_once()
    {
        using var log = SqlLog.Start();
        using (RolesOfOneView.Begin())
        {
            for (var again = 0; again < 3; again++)
            {
                Assert.True(await Sees(_schools.Manager, _schools.Birch));
                Assert.IsType<Outcome<PlaceView>.Done>(await _schools.Installed.SendAs(_schools.Manager, new ReadPlace(_schools.Birch)));
            }
        }

        Assert.Equal(1, Readings(log));
    }

    [Fact]
    public async Task Without_a_view_each_query_reads_the_roles_anew()
    {
        using var log = SqlLog.Start();
        Assert.True(await Sees(_schools.Manager, _schools.Birch));
        Assert.True(await Sees(_schools.Manager, _schools.Birch));
        Assert.Equal(2, Readings(log));
    }

    [Fact]
    public async Task A_role_that_is_withdrawn_between_two_views_is_gone_in_the_second()
    {
        using (RolesOfOneView.Begin())
            Assert.True(await Sees(_schools.Manager, _schools.Birch));
        await Withdraw(_schools.Manager);
        using (RolesOfOneView.Begin())
            Assert.False(await Sees(_schools.Manager, _schools.Birch));
    }

    [Fact]
    public async Task What_outlives_its_view_reads_anew()
    {
        var made = new TaskCompletionSource();
        Task<bool> later;
        using (RolesOfOneView.Begin())
        {
            Assert.True(await Sees(_schools.Manager, _schools.Birch));
            later = Later();
        }

        await Withdraw(_schools.Manager);
        made.SetResult();
        Assert.False(await later);

        async Task<bool> Later()
        {
            await made.Task;
            return await Sees(_schools.Manager, _schools.Birch);
        }
    }

    [Fact]
    public async Task A_command_in_a_view_never_trusts_what_the_view_has_read()
    {
        using var view = RolesOfOneView.Begin();
        Assert.True(await Sees(_schools.Manager, _schools.Birch));
        Assert.IsType<Outcome<Guid>.Done>(await _schools.Installed.SendAs(_schools.Manager, Add()));
        await Withdraw(_schools.Manager);
        Assert.True(await Sees(_schools.Manager, _schools.Birch));
        Assert.IsType<Outcome<Guid>.Denied>(await _schools.Installed.SendAs(_schools.Manager, Add()));
    }

    [Fact]
    public async Task A_role_in_one_place_says_nothing_about_another_place_or_person()
    {
        using var view = RolesOfOneView.Begin();
        Assert.True(await Sees(_schools.Manager, _schools.Birch));
        Assert.False(await Sees(_schools.Manager, _schools.Oak));
        Assert.False(await Sees(_schools.Stranger, _schools.Birch));
        Assert.True(await Sees(_schools.Stranger, _schools.Oak));
        Assert.False(await Sees(Guid.CreateVersion7(), _schools.Birch));
        Assert.False(await Sees(_schools.Employee, _schools.Birch));
    }

    [Fact]
    public async Task Two_views_at_once_have_each_their_own_reading()
    {
        using var log = SqlLog.Start();
        await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ =>
        {
            using var view = RolesOfOneView.Begin();
            Assert.True(await Sees(_schools.Manager, _schools.Birch));
            Assert.True(await Sees(_schools.Manager, _schools.Birch));
        }));
        Assert.Equal(2, Readings(log));
    }

    private static int Readings(SqlLog log) => log.Sent.Count(command => command.Text.Contains("RoleAssignments", StringComparison.Ordinal));

    private async Task<bool> Sees(Guid person, Guid place) =>
        await _schools.Installed.SendAs(person, new ListRisks(place, new RiskFilter())) is Outcome<PageByKey<RiskRow>>.Done;

    private Task<int> Withdraw(Guid person) => _schools.Installed.InDatabase(database =>
        database.RoleAssignments.Where(assignment => assignment.PersonId == person).ExecuteUpdateAsync(ended => ended.SetProperty(assignment => assignment.ValidTo, TwoSchools.Today.AddDays(-1))));

    private AddRisk Add() => new(_schools.Birch, Guid.CreateVersion7(), "Halt golv", "Golvet i matsalen är halt när det har torkats.", RiskCategory.Premises, RiskSource.Other, TwoSchools.Today);
}
