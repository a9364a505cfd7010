using DigiSam.Figures;
using DigiSam.Imports;
using DigiSam.Tests.SickLeave;
using DigiSam.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Tests.Figures;

/// <summary>Events are counted where more than ten work, also when the headcounts of their months come later.</summary>
public sealed class EventRegroupingTests
{
    private const string Small = "Centralköket";

    [Fact]
    public async Task Headcounts_that_lack_a_place_move_its_events_to_the_level_above_and_an_undo_moves_them_back()
    {
        await using var installed = await AbsenceSample.Ready();
        var headcounts = FigureSample.HeadcountTable().Split('\n');
        await installed.Take(FigureTable.Headcount, string.Join('\n', headcounts.Where(line => !line.StartsWith("2026-02", StringComparison.Ordinal))));
        await installed.Take(FigureTable.Incidents, FigureSample.IncidentExtract());
        var (before, whole) = (await Rows(installed), (await installed.Figures("Exempelkommunen")).Line(FigureMetric.ClosedIncidents).Now);
        Assert.Contains(before, row => row is { Place: Small, Month: { Year: 2026, Month: 2 } });

        installed.Clock.Advance(TimeSpan.FromMinutes(5));
        var report = await installed.Take(FigureTable.Headcount, string.Join('\n', headcounts.Where(line => line == headcounts[0] || (line.StartsWith("2026-02", StringComparison.Ordinal) && !line.Contains(Small, StringComparison.Ordinal)))), "februari.csv");
        Assert.Contains(report.Warnings, warning => warning.Reason.Contains("räknas på nivån ovanför", StringComparison.Ordinal));
        var after = await Rows(installed);
        Assert.DoesNotContain(after, row => row is { Place: Small, Month: { Year: 2026, Month: 2 } });
        Assert.Equal(before.Where(row => row.Month < FigureSample.Last), after.Where(row => row.Month < FigureSample.Last));
        Assert.Equal(before.Where(row => row.Month == FigureSample.Last).Sum(row => row.First), after.Where(row => row.Month == FigureSample.Last).Sum(row => row.First));
        Assert.Equal(whole, (await installed.Figures("Exempelkommunen")).Line(FigureMetric.ClosedIncidents).Now);

        // The small place alone would be what the others leave of the whole.
        Assert.Equal(3, after.Where(row => row.Month == FigureSample.Last && AbsenceSample.Units.Contains(row.Place)).Select(row => row.Place).Distinct().Count());

        await installed.Do(new UndoImport(await installed.InDatabase(database => database.ImportBatches.Where(batch => batch.FileName == "februari.csv").Select(batch => batch.Id).SingleAsync())));
        Assert.Equal(before, await Rows(installed));
    }

    [Fact]
    public async Task Headcounts_of_the_same_places_move_nothing()
    {
        await using var installed = await AbsenceSample.Ready();
        var headcounts = FigureSample.HeadcountTable().Split('\n');
        await installed.Take(FigureTable.Headcount, string.Join('\n', headcounts.Where(line => !line.StartsWith("2026-02", StringComparison.Ordinal) && !line.Contains(Small, StringComparison.Ordinal))));
        await installed.Take(FigureTable.Incidents, FigureSample.IncidentExtract());
        var before = await Rows(installed);
        var report = await installed.Take(FigureTable.Headcount, string.Join('\n', headcounts.Where(line => line == headcounts[0] || (line.StartsWith("2026-02", StringComparison.Ordinal) && !line.Contains(Small, StringComparison.Ordinal)))));
        Assert.DoesNotContain(report.Warnings, warning => warning.Reason.Contains("räknas på nivån ovanför", StringComparison.Ordinal));
        Assert.Equal(before, await Rows(installed));
    }

    [Theory]
    [InlineData(FigureTable.Incidents, "2025-03", true)]
    [InlineData(FigureTable.Incidents, "2025-02", false)]
    [InlineData(FigureTable.OccupationalHealth, "2025-03", true)]
    public async Task Headcounts_are_not_undone_while_events_lie_by_them(FigureTable table, string month, bool isRefused)
    {
        await using var installed = await AbsenceSample.Ready();
        await installed.Take(FigureTable.Headcount, $"{FigureSample.Headcount}\n{month};Ekskolan;40;1\n{month};Björkskolan;40;1\n", "antal.csv");
        installed.Clock.Advance(TimeSpan.FromMinutes(5));
        await installed.Take(table, OneMonth(table), "handelser.csv");
        await Undone(installed, "antal.csv", isRefused);
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task Absence_is_not_undone_while_events_lie_by_it_for_want_of_headcounts(bool hasHeadcounts, bool isRefused)
    {
        await using var installed = await AbsenceSample.Ready();
        if (hasHeadcounts)
            await installed.Take(FigureTable.Headcount, $"{FigureSample.Headcount}\n2025-12;Ekskolan;40;1\n");
        await installed.Take(AbsenceSample.UnitTable(FigureSample.Last, 3), "franvaro.csv");
        await installed.Take(AbsenceSample.BoardTable(FigureSample.Last, 3), "namnder.csv");
        installed.Clock.Advance(TimeSpan.FromMinutes(5));
        await installed.Take(FigureTable.Incidents, OneMonth(FigureTable.Incidents), "handelser.csv");
        await Undone(installed, "franvaro.csv", isRefused);
        await Undone(installed, "namnder.csv", isRefused: false);
    }

    private static string OneMonth(FigureTable table) => table == FigureTable.Incidents
        ? $"{FigureSample.Incidents}\n2026-02-03;;Ekskolan;;Tillbud;Ja\n"
        : $"{FigureSample.Orders}\n2026-02;Grundskolenämnden;ergonomi;2;3\n";

    /// <summary>Undoes the file, at once or only after the events.</summary>
    private static async Task Undone(Installed installed, string file, bool isRefused)
    {
        var ids = await installed.InDatabase(database => database.ImportBatches.Where(batch => batch.FileName == file || batch.FileName == "handelser.csv").ToDictionaryAsync(batch => batch.FileName, batch => batch.Id));
        if (isRefused)
        {
            var refused = await installed.Refused(new UndoImport(ids[file]));
            Assert.Equal((nameof(LaterImportBuildsOnIt), true), (refused.Rule, refused.Message.Contains("handelser.csv", StringComparison.Ordinal)));
            await installed.Do(new UndoImport(ids["handelser.csv"]));
        }

        Assert.True((await installed.Do(new UndoImport(ids[file]))).Removed > 0);
    }

    private static Task<List<Held>> Rows(Installed installed) => installed.InDatabase(async database => (await database.Set<CountedFigure>()
        .Where(row => row.ReplacedById == null && row.Table == FigureTable.Incidents)
        .Join(database.Places, row => row.PlaceId, place => place.Id, (row, place) => new Held(row.Period, place.Name, row.Category, row.First, row.Second)).ToListAsync())
        .OrderBy(row => row.Month).ThenBy(row => row.Place, StringComparer.Ordinal).ThenBy(row => row.Category, StringComparer.Ordinal).ToList());

    private sealed record Held(DateOnly Month, string Place, string Category, long First, long Second);
}
