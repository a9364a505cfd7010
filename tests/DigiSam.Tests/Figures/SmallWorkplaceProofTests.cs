using System.Globalization;
using System.Text;
using DigiSam.Figures;
using DigiSam.Tests.SickLeave;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Tests.Figures;

/// <summary>
/// Each unit has a number of events of its own, a power of two, so that a sum tells which units are in it. A reader who takes every sum
/// that is shown as a linear equation finds the events of no workplace of ten or fewer, nor of several that are ten together. With all
/// sums shown regardless they are found: the reader is able.
/// </summary>
public sealed class SmallWorkplaceProofTests
{
    private static readonly Dictionary<string, (string Board, string Administration)> Belongs = new()
    {
        ["Björkskolan"] = ("Grundskolenämnden", "Barn- och utbildningsförvaltningen"),
        ["Ekskolan"] = ("Grundskolenämnden", "Barn- och utbildningsförvaltningen"),
        ["Ängens äldreboende"] = ("Omsorgsnämnden", "Omsorgsförvaltningen"),
        ["Åkerns förskola"] = ("Grundskolenämnden", "Barn- och utbildningsförvaltningen"),
        ["Centralköket"] = ("Omsorgsnämnden", "Barn- och utbildningsförvaltningen"),
    };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(11)]
    [InlineData(12)]
    public async Task No_small_workplace_follows_from_all_that_is_shown(int seed)
    {
        var people = People(seed);
        await using var installed = await AbsenceSample.Ready();
        if (people.Any(number => number > 10))
            await installed.Take(FigureTable.Headcount, Headcounts(people, withMerged: seed % 2 == 0));
        await installed.Take(FigureTable.Incidents, Events());
        var shown = new List<long[]>();
        foreach (var place in await installed.InDatabase(database => database.Places.AsNoTracking().Select(place => place.Name).ToListAsync()))
        {
            var view = await installed.Figures(place, FigureSample.Last);
            if (view.Sections.SingleOrDefault(section => section.Table == FigureTable.Incidents)?.Lines.Single(line => line.Category == "tillbud").Now is { } sum)
                shown.Add(Equation((int)sum / 12));
        }

        Assert.Contains(shown, equation => equation.All(cell => cell == 1));
        Assert.All(Small(people), group => Assert.False(Elimination.Follows(shown, Equation(group)), $"{group:b} of {string.Join(",", people)}"));
        Assert.True(seed > 2 || shown.Count > 3, "Hardly anything is shown.");
    }

    [Fact]
    public void With_all_sums_shown_small_workplaces_do_follow()
    {
        var found = Enumerable.Range(1, 12).Sum(seed =>
        {
            var people = People(seed);
            var sums = AbsenceSample.Units.Select((unit, index) => people[index] > 10 ? 1 << index : 0).Append(31)
                .Concat(Belongs.Values.SelectMany(above => new[] { above.Board, above.Administration }).Distinct().Select(Below)).Where(sum => sum > 0).Select(Equation).ToList();
            return Small(people).Count(group => Elimination.Follows(sums, Equation(group)));
        });
        Assert.True(found > 0, "The reader finds nothing, whatever is shown.");
    }

    /// <summary>Units of which one, two or any are small.</summary>
    private static int[] People(int seed)
    {
        var dice = new Random(seed);
        return [.. AbsenceSample.Units.Select((_, index) => (seed % 4) switch
        {
            1 => index == seed % 5 ? 4 : 12 + dice.Next(40),
            2 => index == seed % 5 || index == 3 ? 3 + dice.Next(7) : 12 + dice.Next(40),
            _ => 2 + dice.Next(dice.Next(2) == 0 ? 8 : 40),
        })];
    }

    /// <summary>Every set of units with ten people or fewer.</summary>
    private static IEnumerable<int> Small(int[] people) => Enumerable.Range(1, 31).Where(group => people.Where((_, index) => (group >> index & 1) == 1).Sum() <= 10);

    private static int Below(string place) => AbsenceSample.Units.Select((unit, index) => Belongs[unit].Board == place || Belongs[unit].Administration == place ? 1 << index : 0).Sum();

    private static long[] Equation(int units) => [.. Enumerable.Range(0, 5).Select(index => (long)(units >> index & 1))];

    private static string Headcounts(int[] people, bool withMerged)
    {
        var lines = new StringBuilder(FigureSample.Headcount).Append('\n');
        var units = AbsenceSample.Units.Zip(people).ToList();
        var rows = units.Where(unit => unit.Second > 10)
            .Concat(withMerged ? units.Where(unit => unit.Second <= 10).GroupBy(unit => Belongs[unit.First].Administration).Select(same => (same.Key, same.Sum(unit => unit.Second))).Where(row => row.Item2 > 10) : []).ToList();
        foreach (var month in Enumerable.Range(0, 12).Select(back => FigureSample.Last.AddMonths(-back)))
        {
            foreach (var (place, number) in rows)
                lines.Append(CultureInfo.InvariantCulture, $"{month:yyyy-MM};{place};{number};1\n");
        }

        return lines.ToString();
    }

    private static string Events()
    {
        var lines = new StringBuilder(FigureSample.Incidents).Append('\n');
        foreach (var month in Enumerable.Range(0, 12).Select(back => FigureSample.Last.AddMonths(-back)))
        {
            foreach (var (unit, index) in AbsenceSample.Units.Select((unit, index) => (unit, index)))
                lines.Insert(lines.Length, string.Create(CultureInfo.InvariantCulture, $"{month:yyyy-MM}-01;;{unit};;Tillbud;Nej\n"), 1 << index);
        }

        return lines.ToString();
    }
}
