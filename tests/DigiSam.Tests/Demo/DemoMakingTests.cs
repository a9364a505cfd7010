using DigiSam.Access;
using DigiSam.Demo;
using DigiSam.Requests;
using DigiSam.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DigiSam.Tests.Demo;

public sealed class DemoMakingTests
{
    [Fact]
    public async Task The_same_seed_makes_the_same_rows_and_another_seed_others()
    {
        var (one, same, other) = (await Rows(seed: 5), await Rows(seed: 5), await Rows(seed: 6));
        Assert.Equal(one.Keys, same.Keys);
        Assert.All(one, table => Assert.Equal(table.Value, same[table.Key]));
        Assert.NotEqual(one["Risks"], other["Risks"]);
        Assert.NotEqual(one["People"], other["People"]);
    }

    [Fact]
    public async Task A_demo_over_existing_data_is_refused_and_changes_nothing()
    {
        await using var installed = await MadeDemo.Empty();
        await installed.Do(new AddUser("Anna Berg", "anna.berg", new Secret("ett langt losenord"), Role.Administrator));
        var before = DatabaseContents.Read(installed);
        Assert.Equal(nameof(DatabaseHoldsData), (await installed.Refused(new MakeDemo(12, 1))).Rule);
        Assert.Equal(before, DatabaseContents.Read(installed));
    }

    [Fact]
    public async Task A_municipality_that_someone_has_named_keeps_its_name()
    {
        await using var installed = await Installed.Create(municipality: "Huddinge kommun");
        Assert.False(await IsEmpty(installed));
        Assert.Equal(nameof(DatabaseHoldsData), (await installed.Refused(new MakeDemo(12, 1))).Rule);
        Assert.Equal("Huddinge kommun", await installed.InDatabase(database => database.Municipalities.Select(whole => whole.Name).SingleAsync()));
        await using var unnamed = await MadeDemo.Empty();
        Assert.True(await IsEmpty(unnamed));
    }

    [Fact]
    public async Task A_demo_that_is_broken_off_leaves_nothing()
    {
        await using var installed = await MadeDemo.Empty();
        var before = DatabaseContents.Read(installed);
        await Assert.ThrowsAsync<InvalidOperationException>(() => installed.Send(new MakeDemo(14, 1) { Progress = new BreaksOff(at: 7) }));
        Assert.Equal(before, DatabaseContents.Read(installed));
    }

    [Fact]
    public async Task More_units_than_are_written_down_have_invented_places_and_names_of_their_own()
    {
        await using var installed = await MadeDemo.Empty();
        Assert.Equal(95, (await installed.Do(new MakeDemo(95, 1))).Units);
        var names = await installed.InDatabase(database => database.Units.Select(unit => unit.Name).ToListAsync());
        Assert.Equal(95, names.Distinct().Count());
        Assert.DoesNotContain(names, name => name.Contains('{', StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_log_has_one_entry_for_the_whole_demo()
    {
        await using var installed = await MadeDemo.Empty();
        await installed.Do(new MakeDemo(12, 1));
        Assert.Equal([nameof(MakeDemo)], await installed.InDatabase(database => database.AuditEntries.Select(entry => entry.Request).ToListAsync()));
    }

    [Fact]
    public async Task Only_listed_people_are_let_in_without_a_password_and_only_in_a_demo()
    {
        await using var installed = await MadeDemo.Empty();
        Assert.Empty(await People(installed));
        await installed.Do(new MakeDemo(12, 1));
        var people = await People(installed);
        Assert.Equal(9, people.Count);
        Assert.Equal("Karin Lindahl", people[0].Name);
        Assert.All(people, person => Assert.EndsWith(".", person.Does, StringComparison.Ordinal));
        Assert.NotNull(await Enter(installed, people[0].PersonId));
        var other = await installed.InDatabase(database => database.Accounts.Where(account => !database.DemoPeople.Any(listed => listed.PersonId == account.PersonId)).Select(account => account.PersonId).FirstAsync());
        Assert.Null(await Enter(installed, other));
        await installed.InDatabase(database => database.DemoMarks.ExecuteDeleteAsync());
        Assert.Null(await Enter(installed, people[0].PersonId));
        Assert.Empty(await People(installed));
    }

    [Theory]
    [InlineData(11, 2)]
    [InlineData(60, 0)]
    public async Task A_demo_of_an_impossible_size_is_refused(int units, int years)
    {
        await using var installed = await MadeDemo.Empty();
        Assert.IsType<Outcome<DemoMade>.Invalid>(await installed.Send(new MakeDemo(units, years)));
    }

    [Theory]
    [InlineData(2027, 1, 3)]
    [InlineData(2026, 7, 15)]
    public async Task A_demo_can_be_made_on_any_day_of_the_year(int year, int month, int day)
    {
        await using var installed = await MadeDemo.Empty(new DateTimeOffset(year, month, day, 9, 0, 0, TimeSpan.Zero));
        Assert.Equal(12, (await installed.Do(new MakeDemo(12, 1))).Units);
    }

    /// <summary>All tables but the log, whose salt is chance on purpose.</summary>
    private static async Task<SortedDictionary<string, IReadOnlyList<string>>> Rows(int seed)
    {
        await using var installed = await MadeDemo.Empty();
        await installed.Do(new MakeDemo(13, 1, seed));
        var tables = DatabaseContents.Read(installed);
        Assert.Single(tables["AuditEntries"]);
        tables.Remove("AuditEntries");
        return tables;
    }

    private static Task<IReadOnlyList<DemoVisitor>> People(Installed installed) => InScope(installed, demo => demo.People());

    private static Task<Account?> Enter(Installed installed, Guid person) => InScope(installed, demo => demo.Enter(person));

    private static async Task<bool> IsEmpty(Installed installed)
    {
        await using var scope = installed.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DemoState>().IsEmpty();
    }

    private static async Task<T> InScope<T>(Installed installed, Func<DemoSignIn, Task<T>> work)
    {
        await using var scope = installed.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<DemoSignIn>());
    }

    private sealed class BreaksOff(int at) : IProgress<int>
    {
        public void Report(int value)
        {
            if (value == at)
                throw new InvalidOperationException("Broken off.");
        }
    }
}
