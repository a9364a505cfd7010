using System.Text.Json;
using DigiSam.AnnualReports;
using DigiSam.AnnualReports.Content;
using DigiSam.AnnualReports.Documents;
using DigiSam.Installation;
using DigiSam.Metrics;
using DigiSam.Organisation;
using DigiSam.Requests;
using DigiSam.SickLeave;
using DigiSam.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Tests.SickLeave;

/// <summary>
/// A reader with every statistics page, ranking list, report and locked report of a year before them takes each figure as an equation:
/// no group of ten or fewer follows, whatever is merged, left out, published or corrected. Without the hiding, groups do follow.
/// </summary>
public sealed class EverythingShownTests
{
    private const int Year = 2026;

    private static readonly DateOnly Last = new(2025, 12, 1);

    public static TheoryData<int> Towns => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Towns))]
    public async Task No_small_group_follows_from_all_pages_and_reports_together(int seed)
    {
        var town = new PublishedTown(seed);
        await using var installed = await AbsenceSample.Ready();
        var shown = await Tell(installed, town);
        Assert.NotEmpty(shown);
        Assert.DoesNotContain(town.SmallGroups, group => Elimination.Follows(shown, town.Equation(group)));
    }

    [Theory]
    [InlineData("published")]
    [InlineData("corrected")]
    public async Task One_figure_too_many_and_a_small_group_follows(string leak)
    {
        var found = 0;
        for (var seed = 1; seed <= 40 && found == 0; seed++)
        {
            var town = new PublishedTown(seed);
            if (leak == "corrected" ? !town.IsLocked || town.IsPublished : !town.IsPublished)
                continue;
            await using var installed = await AbsenceSample.Ready();
            var shown = await Tell(installed, town);
            foreach (var place in AbsenceSample.Boards.Append(PublishedTown.Whole))
                found += town.SmallGroups.Count(group => Elimination.Follows(shown.Append(town.Computed(place, AbsenceTable.Board, AbsenceSex.All, AgeGroup.All)), town.Equation(group)));
        }

        Assert.True(found > 0, "The reader finds nothing, whatever is shown.");
    }

    [Fact]
    public async Task In_some_towns_computed_figures_are_shown_in_some_published_ones_and_in_some_both_pages_and_reports()
    {
        var (computed, published, pages) = (0, 0, 0);
        foreach (var seed in Enumerable.Range(1, 40))
        {
            var town = new PublishedTown(seed);
            await using var installed = await AbsenceSample.Ready();
            await Tell(installed, town);
            var cells = (await Reports(installed)).SelectMany(report => Cells(report.Json)).ToList();
            computed += cells.Any(cell => cell.IsComputed) ? 1 : 0;
            published += cells.Any(cell => !cell.IsComputed) ? 1 : 0;
            pages += (await installed.Do(new ReadSickLeave((await Places(installed)).OfType<Municipality>().Single().Id, Last))).Hold is null ? 1 : 0;
        }

        Assert.True(computed >= 4 && published >= 4 && pages >= 4, $"{computed} {published} {pages}");
    }

    /// <summary>Takes in what the town has, in its order, and returns an equation for each figure that anyone may see, from first to last.</summary>
    private static async Task<List<long[]>> Tell(Installed installed, PublishedTown town)
    {
        var shown = new List<long[]>();
        foreach (var step in town.Steps)
        {
            installed.Clock.Advance(TimeSpan.FromDays(1));
            switch (step)
            {
                case TownStep.Units: await installed.Take(town.Write(AbsenceTable.Unit, Last), "enheter.csv"); break;
                case TownStep.Boards: await installed.Take(town.Write(AbsenceTable.Board, Last), "namnder.csv"); break;
                case TownStep.Publish: await installed.Do(new ImportPublishedValues(Year, "publicerat.csv", town.Publish(Last), null, DryRun: false)); break;
                case TownStep.Lock: shown.AddRange(await Lock(installed, town)); break;
                default: town.Correct(); break;
            }
        }

        foreach (var (place, json) in await Reports(installed))
            shown.AddRange(await Equations(installed, town, place, json));
        foreach (var place in await Places(installed))
        {
            var view = await installed.Do(new ReadSickLeave(place.Id, Last));
            shown.AddRange(view.Groups.Where(group => group.Now is not null).Select(group => town.Computed(place.Name, view.Table, group.Sex, group.Age)));
            var lists = await installed.Do(new RankSickLeave(place.Id, Last));
            shown.AddRange(lists.HighestTotal.Concat(lists.HighestShort).Concat(lists.LowestTotal).Select(unit => town.Computed(unit.Name, AbsenceTable.Unit, AbsenceSex.All, AgeGroup.All)));
        }

        return shown;
    }

    /// <summary>The reports of all places, locked as they are: their JSON stays.</summary>
    private static async Task<List<long[]>> Lock(Installed installed, PublishedTown town)
    {
        var shown = new List<long[]>();
        foreach (var (place, json) in (await Reports(installed)).Where(report => report.Place is Board or Municipality))
        {
            shown.AddRange(await Equations(installed, town, place, json));
            await installed.InDatabase(async database =>
            {
                var now = installed.Clock.GetUtcNow();
                var report = new AnnualReport(Guid.CreateVersion7(), Year, place.Id, place is Board ? ReportLevel.Board : ReportLevel.Municipality, InstallationSetup.Operator, now);
                database.Add(report);
                database.Add(new AnnualReportDocument(report, "json", "rapport.json", json, now));
                return await database.SaveChangesAsync();
            });
        }

        return shown;
    }

    private static async Task<List<(Place Place, byte[] Json)>> Reports(Installed installed)
    {
        var reports = new List<(Place, byte[])>();
        foreach (var place in (await Places(installed)).Where(place => place.Kind() != PlaceKind.Unit))
        {
            if (await installed.Send(new BuildAnnualReport(Year, place.Id)) is Outcome<AnnualReportContent>.Done(var report))
                reports.Add((place, AnnualReportJson.Write(report)));
        }

        return reports;
    }

    private static async Task<List<long[]>> Equations(Installed installed, PublishedTown town, Place place, byte[] json)
    {
        var cells = Cells(json).ToList();
        var table = place is Administration
            ? cells.Exists(cell => cell.Sex != AbsenceSex.All) ? AbsenceTable.Board : AbsenceTable.Unit
            : (await installed.Do(new ReadSickLeave(place.Id, Last))).Table;
        return cells.ConvertAll(cell => cell.IsComputed ? town.Computed(place.Name, table, cell.Sex, AgeGroup.All) : town.Published(place.Name, cell.Sex));
    }

    /// <summary>The shown cells of total sick leave in the year's own column.</summary>
    private static IEnumerable<(AbsenceSex Sex, bool IsComputed)> Cells(byte[] json)
    {
        using var report = JsonDocument.Parse(json);
        var tables = report.RootElement.GetProperty("sections").EnumerateArray().SelectMany(section => section.GetProperty("tables").EnumerateArray());
        foreach (var table in tables.Where(table => table.GetProperty("key").GetString() == "sick-leave"))
        {
            foreach (var (row, sex) in table.GetProperty("rows").EnumerateArray().Zip([AbsenceSex.All, AbsenceSex.Women, AbsenceSex.Men]))
            {
                var cell = row.GetProperty("cells")[0];
                if (cell.GetProperty("state").GetString() == "shown")
                    yield return (sex, cell.GetProperty("provenance").GetProperty("rule").GetString()!.StartsWith("Beräknat", StringComparison.Ordinal));
            }
        }
    }

    private static Task<List<Place>> Places(Installed installed) => installed.InDatabase(database => database.Places.AsNoTracking().OrderBy(place => place.Name).ToListAsync());
}
