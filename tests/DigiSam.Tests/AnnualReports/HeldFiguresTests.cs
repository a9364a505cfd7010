using System.Globalization;
using DigiSam.AnnualReports;
using DigiSam.AnnualReports.Content;
using DigiSam.Installation;
using DigiSam.SickLeave;
using DigiSam.Tests.SickLeave;
using DigiSam.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Tests.AnnualReports;

/// <summary>What is computed, published, corrected and locked of the same months never stands side by side a small group apart.</summary>
public sealed class HeldFiguresTests
{
    private const string Board = "Omsorgsnämnden";

    private static readonly DateOnly Last = new(2023, 12, 1);

    private static readonly string Whole = ComputedFiguresTests.BoardTable();

    private static readonly string Lacking = string.Join('\n', Whole.Split('\n').Where(line => !line.Contains($"{Board};män;-29", StringComparison.Ordinal)));

    [Theory]
    [InlineData(5, CellState.Suppressed)]
    [InlineData(10, CellState.Suppressed)]
    [InlineData(11, CellState.Shown)]
    public async Task Rows_corrected_by_a_few_people_since_a_report_was_locked_are_not_shown(int more, CellState state)
    {
        await using var installed = await ComputedFiguresTests.Ready();
        await installed.Take(Whole);
        Assert.Equal(CellState.Shown, (await First(installed)).State);
        await Lock(installed);
        await installed.Take(Corrected(more));
        Assert.Equal(state, (await First(installed)).State);
        Assert.Equal(state == CellState.Suppressed ? AbsenceHold.Locked : null, (await Page(installed)).Hold);
        Assert.Equal(state == CellState.Shown, (await Page(installed)).Groups[0].Now is not null);
    }

    [Fact]
    public async Task After_an_undone_import_it_cannot_be_told_and_nothing_is_shown()
    {
        await using var installed = await ComputedFiguresTests.Ready();
        await installed.Take(Whole);
        installed.Clock.Advance(TimeSpan.FromDays(1));
        await installed.Take(Corrected(11), "rattad.csv");
        await Lock(installed);
        var import = await installed.InDatabase(database => database.ImportBatches.SingleAsync(batch => batch.FileName == "rattad.csv"));
        await installed.Do(new DigiSam.Imports.UndoImport(import.Id));
        Assert.Equal(CellState.Suppressed, (await First(installed)).State);
    }

    [Fact]
    public async Task What_is_published_after_a_report_showed_what_was_computed_without_a_small_group_is_hidden()
    {
        await using var installed = await ComputedFiguresTests.Ready();
        await installed.Take(Lacking);
        Assert.Equal(CellState.Shown, (await First(installed)).State);
        await Lock(installed);
        await Publish(installed, 500);
        Assert.Equal((CellState.Suppressed, "–"), ((await First(installed)).State, (await First(installed)).Text));
    }

    [Fact]
    public async Task Pages_and_lists_yield_to_published_values_that_count_a_group_without_a_row()
    {
        await using var installed = await ComputedFiguresTests.Ready();
        await installed.Take(Lacking);
        await installed.Take(AbsenceSample.UnitHeader + "\n" + string.Concat(Enumerable.Range(0, 12).Select(back => $"{Last.AddMonths(-back):yyyy-MM};Björkskolan;60;9000;1;1;0\n")), "enheter.csv");
        Assert.Equal((AbsenceHold?)null, (await Page(installed)).Hold);
        Assert.Equal(1, (await Lists(installed)).Ranked);
        await Publish(installed, 500);
        Assert.Equal(AbsenceHold.Published, (await Page(installed)).Hold);
        Assert.All((await Page(installed)).Groups, group => Assert.Null(group.Now));
        Assert.Equal(0, (await Lists(installed)).Ranked);
        Assert.Equal("7,7", (await First(installed)).Text);
    }

    [Theory]
    [InlineData(false, AbsenceHold.Published, true)]
    [InlineData(true, AbsenceHold.Published, false)]
    public async Task Positions_are_held_by_a_correction_since_a_report_was_locked_whatever_else_is_published(bool isCorrected, AbsenceHold hold, bool listed)
    {
        await using var installed = await ComputedFiguresTests.Ready();
        await installed.Take(Lacking);
        await installed.Take(Positions());
        await Lock(installed);
        await Publish(installed, 500);
        if (isCorrected)
            await installed.Take(Corrected(5, "Grundskolenämnden"));
        Assert.Equal(hold, (await Page(installed)).Hold);
        Assert.Equal(listed, (await installed.Do(new RankPositions(await installed.BoardId(Board), Last))).Highest.Count > 0);
    }

    [Theory]
    [InlineData(500, CellState.Shown)]
    [InlineData(495, CellState.Suppressed)]
    [InlineData(510, CellState.Suppressed)]
    [InlineData(511, CellState.Shown)]
    public async Task A_published_value_restated_for_a_few_more_or_fewer_since_a_report_was_locked_is_hidden(int people, CellState state)
    {
        await using var installed = await ComputedFiguresTests.Ready();
        await Publish(installed, 500);
        await Lock(installed);
        await Publish(installed, people, "7.9");
        Assert.Equal(state, (await First(installed)).State);
    }

    private static string Positions() => AbsenceSample.PositionHeader + "\n" + string.Concat(
        from back in Enumerable.Range(0, 12)
        from name in new[] { "Kock", "Lärare", "Vaktmästare", "Övriga" }
        from sex in new[] { "kvinnor", "män" }
        select $"{Last.AddMonths(-back):yyyy-MM};{name};{sex};2100;300000;30;40;0\n");

    private static string Corrected(int more, string board = Board)
    {
        var line = Whole.Split('\n').Single(line => line.StartsWith($"2023-05;{board};män;-29", StringComparison.Ordinal));
        var cells = line.Split(';');
        cells[4] = (int.Parse(cells[4], CultureInfo.InvariantCulture) + more).ToString(CultureInfo.InvariantCulture);
        return AbsenceSample.BoardHeader + "\n" + string.Join(';', cells);
    }

    private static Task Publish(Installed installed, int people, string value = "7.7") =>
        ComputedFiguresTests.Publish(installed, $"board,headcount,span,group,r12_2023_12\n{Board},{people},total,alla,{value}\n");

    private static async Task<CellContent> First(Installed installed) =>
        ComputedFiguresTests.Table(await ComputedFiguresTests.Build(installed, Board)).Rows[0].Cells[0];

    private static async Task<SickLeaveView> Page(Installed installed) => await installed.Do(new ReadSickLeave(await installed.BoardId(Board), Last));

    private static async Task<SickLeaveRanking> Lists(Installed installed) =>
        await installed.Do(new RankSickLeave(await installed.InDatabase(database => database.Municipalities.Select(whole => whole.Id).SingleAsync()), Last));

    /// <summary>A report of the year is locked now, and a day passes.</summary>
    private static async Task Lock(Installed installed)
    {
        installed.Clock.Advance(TimeSpan.FromDays(1));
        var board = await installed.BoardId(Board);
        await installed.InDatabase(async database =>
        {
            var now = installed.Clock.GetUtcNow();
            var report = new AnnualReport(Guid.CreateVersion7(), 2024, board, ReportLevel.Board, InstallationSetup.Operator, now);
            database.Add(report);
            database.Add(new AnnualReportDocument(report, "json", "rapport.json", "{}"u8.ToArray(), now));
            return await database.SaveChangesAsync();
        });
        installed.Clock.Advance(TimeSpan.FromDays(1));
    }
}
