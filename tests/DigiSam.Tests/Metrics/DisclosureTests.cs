using DigiSam.Metrics;
using DigiSam.Tests.Support;

namespace DigiSam.Tests.Metrics;

/// <summary>What is hidden cannot be worked out from what is shown, by whoever knows all relations and all weights.</summary>
public sealed class DisclosureTests
{
    /// <summary>The parts, their total if the catalogue has one, and whether they are percentages.</summary>
    public static TheoryData<string[], string?, bool> Families => new()
    {
        { ["leavers-external"], null, false },
        { ["additional-hours", "overtime-hours"], "extra-hours", false },
        { ["turnover-external"], null, true },
        { ["sick-leave-short", "sick-leave-long"], "sick-leave-total", true },
    };

    [Theory]
    [MemberData(nameof(Families))]
    public void No_hidden_figure_follows_from_those_shown(string[] parts, string? total, bool percent)
    {
        var (worlds, hiddenAtAll) = (0, 0);
        for (var seed = 1; seed <= 300; seed++)
        {
            var random = new Random(seed);
            var figures = SolvableFigures.Make(random, random.Next(2, 6), parts, total, percent);
            var left = random.Next(3) * 0.15;
            var published = figures.Published(_ => random.NextDouble() >= left);
            var boards = random.Next(2) == 0 ? [] : figures.Sizes.Keys.Select(group => group.Board).Distinct().ToList();
            var hidden = Hidden(figures, published, boards);

            var solved = figures.Solve(published.Select(value => value.Key).Where(key => !hidden.Contains(key)).ToHashSet());

            var leaks = published.Where(value => value.Suppressed && solved.ContainsKey(value.Key)).Select(value => value.Key).ToList();
            Assert.True(leaks.Count == 0, $"seed {seed}: {string.Join(", ", leaks)}\nshown: {string.Join("\n", published.Where(value => !hidden.Contains(value.Key)).Select(value => value.Key))}");
            worlds++;
            hiddenAtAll += hidden.Count > 0 ? 1 : 0;
        }

        Assert.True(hiddenAtAll > worlds / 4, $"{hiddenAtAll} of {worlds}");
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void The_reader_finds_a_hidden_figure_where_only_the_small_group_itself_is_hidden(string[] parts, string? total, bool percent)
    {
        var figures = SolvableFigures.Make(new Random(1), 3, parts, total, percent);
        foreach (var group in figures.Sizes.Keys.ToList())
            figures.Sizes[group] = 100;
        var secret = SolvableFigures.Key(total ?? parts[0], SolvableFigures.Board(2), PublishedGroups.Women);

        var solved = figures.Solve(figures.Truth.Keys.Where(key => key != secret).ToHashSet());

        Assert.Equal(figures.Truth[secret], solved[secret]);
    }

    [Fact]
    public void Nothing_is_hidden_where_no_group_is_small()
    {
        var figures = SolvableFigures.Make(new Random(1), 3, ["leavers-external"], null, percent: false);
        foreach (var group in figures.Sizes.Keys.ToList())
            figures.Sizes[group] = 11;
        Assert.Empty(Hidden(figures, figures.Published(_ => true), []));
    }

    [Fact]
    public void The_other_sex_and_the_smallest_other_board_are_hidden_with_a_small_group()
    {
        var figures = SolvableFigures.Make(new Random(1), 3, ["leavers-external"], null, percent: false);
        foreach (var group in figures.Sizes.Keys.ToList())
            figures.Sizes[group] = 100 * int.Parse($"{group.Board}"[^1..], System.Globalization.CultureInfo.InvariantCulture);
        figures.Sizes[(SolvableFigures.Board(3), PublishedGroups.Men)] = 10;

        var hidden = Hidden(figures, figures.Published(_ => true), []);

        Assert.Equal(
            new[] { 1, 3 }.SelectMany(board => new[] { PublishedGroups.Women, PublishedGroups.Men }.Select(sex => SolvableFigures.Key("leavers-external", SolvableFigures.Board(board), sex))).ToHashSet(),
            hidden);
    }

    [Fact]
    public void While_a_board_has_published_nothing_no_other_board_is_hidden_for_a_small_one()
    {
        var figures = SolvableFigures.Make(new Random(1), 4, ["leavers-external"], null, percent: false);
        foreach (var group in figures.Sizes.Keys.ToList())
            figures.Sizes[group] = 100;
        figures.Sizes[(SolvableFigures.Board(3), PublishedGroups.Men)] = 10;
        var published = figures.Published(key => key.PlaceId != SolvableFigures.Board(4));

        var hidden = Hidden(figures, published, [.. Enumerable.Range(1, 4).Select(SolvableFigures.Board)]);

        Assert.Equal([SolvableFigures.Board(3)], hidden.Select(key => key.PlaceId).Distinct());
        Assert.Equal(2, Hidden(figures, published, []).Select(key => key.PlaceId).Distinct().Count());
    }

    private static IReadOnlySet<MetricKey> Hidden(SolvableFigures figures, List<MetricValue> published, IReadOnlyCollection<Guid> boards) =>
        Disclosure.Hidden(published, Installed.Definitions.Metrics, figures.Municipality, boards, new HashSet<HiddenPeriod>());
}
