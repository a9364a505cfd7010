using DigiSam.Checklists;
using DigiSam.Requests;
using DigiSam.Risks;
using DigiSam.Tests.Support;

namespace DigiSam.Tests.Risks;

/// <summary>Pages of the register by key, over many risks that are equal in what they are sorted by.</summary>
public sealed class RegisterPagingTests : IAsyncLifetime
{
    private const int Risks = 170;

    private TwoSchools _schools = null!;

    public async ValueTask InitializeAsync()
    {
        _schools = await TwoSchools.Create();
        await _schools.Installed.InDatabase(async database =>
        {
            for (var i = 0; i < Risks; i++)
                database.Risks.Add(Risk(i));
            return await database.SaveChangesAsync();
        });
    }

    public ValueTask DisposeAsync() => _schools.DisposeAsync();

    [Fact]
    public async Task A_long_list_is_walked_forwards_and_back_again_by_the_same_pages()
    {
        foreach (var sort in Enum.GetValues<RiskSort>())
        {
            var forwards = new List<PageByKey<RiskRow>> { await Page(sort, null) };
            while (forwards[^1].Next is { } next)
                forwards.Add(await Page(sort, next));
            Assert.Equal(4, forwards.Count);
            var back = forwards[^1];
            foreach (var page in Enumerable.Reverse(forwards).Skip(1))
            {
                back = await Page(sort, back.Previous);
                Assert.Equal(page.First, back.First);
                Assert.Equal(page.Rows.Select(row => row.Id), back.Rows.Select(row => row.Id));
                Assert.NotNull(back.Next);
            }

            Assert.Null(back.Previous);
        }
    }

    [Theory]
    [InlineData("x")]
    [InlineData("eyJLIjpbXSwiQiI6ZmFsc2UsIk4iOjF9")]
    [InlineData("eyJLIjpbImEiLCJiIl0sIkIiOmZhbHNlLCJOIjoxfQ")]
    [InlineData("bnVsbA")]
    [InlineData("eyJLIjpbbnVsbCxudWxsXSwiQiI6ZmFsc2UsIk4iOjF9")]
    [InlineData("eyJLIjpbOSwiMDAwMDAwMDAtMDAwMC0wMDAwLTAwMDAtMDAwMDAwMDAwMDAwIl0sIkIiOmZhbHNlLCJOIjoyMTQ3NDgzNjQ3fQ")]
    public async Task An_address_that_no_list_made_shows_the_first_page(string mark) =>
        Assert.Equal(1, (await Page(RiskSort.Value, mark)).First);

    [Fact]
    public async Task Behind_the_last_row_there_is_the_first_page_again_and_no_dead_end()
    {
        var last = await Page(RiskSort.Found, null);
        while (last.Next is not null)
            last = await Page(RiskSort.Found, last.Next);
        var beyond = new PageMark([new DateOnly(2000, 1, 1), Guid.Empty], Backwards: false, 171).Write();
        var page = await Page(RiskSort.Found, beyond);
        Assert.Equal((1, 50), (page.First, page.Rows.Count));
    }

    [Fact]
    public async Task Back_on_the_first_page_stands_what_has_come_first_meanwhile()
    {
        var second = await Page(RiskSort.Value, (await Page(RiskSort.Value, null)).Next);
        var highest = await _schools.Risk("Högst", likelihood: 4, consequence: 4, serious: true);
        var first = await Page(RiskSort.Value, second.Previous);
        Assert.Equal(highest, first.Rows[0].Id);
        Assert.Equal((1, null), (first.First, first.Previous));
    }

    private Task<PageByKey<RiskRow>> Page(RiskSort sort, string? mark) =>
        _schools.Installed.Do(new ListRisks(_schools.Municipality, new RiskFilter(Status: null), sort, mark));

    [Fact]
    public async Task More_than_a_thousand_are_not_counted()
    {
        await _schools.Installed.InDatabase(async database =>
        {
            for (var i = 0; i < CappedCount.Cap; i++)
                database.Risks.Add(Risk(i));
            return await database.SaveChangesAsync();
        });
        Assert.Equal(new CappedCount(CappedCount.Cap, OrMore: true), (await Page(RiskSort.Value, null)).Count);
    }

    private Risk Risk(int number)
    {
        var at = _schools.Installed.Clock.GetUtcNow();
        var risk = new Risk(
            Guid.CreateVersion7(), number % 2 == 0 ? _schools.Birch : _schools.Oak, $"Risk {number % 7}", "", RiskCategory.Premises, new RiskOrigin(RiskSource.Other),
            TwoSchools.Today.AddDays(-number % 5), _schools.Manager, at);
        if (number % 3 > 0)
            risk.Assess(Guid.CreateVersion7(), Installed.Definitions.Matrix, 1 + (number % 4), 2, number % 4 == 0, "Skäl", _schools.Manager, TwoSchools.Today, at);
        return risk;
    }
}
