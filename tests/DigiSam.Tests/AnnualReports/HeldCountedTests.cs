using System.Text;
using DigiSam.AnnualReports;
using DigiSam.AnnualReports.Content;
using DigiSam.Figures;
using DigiSam.Imports;
using DigiSam.Installation;
using DigiSam.Metrics;
using DigiSam.SickLeave;
using DigiSam.Tests.Figures;
using DigiSam.Tests.SickLeave;
using DigiSam.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Tests.AnnualReports;

/// <summary>Turnover, overtime and events never stand beside published values or a locked report a small group apart.</summary>
public sealed class HeldCountedTests
{
    private const int Year = 2026;

    private const string Board = "Omsorgsnämnden";

    private const string Whole = "Exempelkommunen";

    private static readonly DateOnly Last = new(2025, 12, 1);

    private static readonly string[] Titles = ["omsättning", "Övertid", "Arbetsskador"];

    [Theory]
    [InlineData(FigureTable.Turnover, 5, true)]
    [InlineData(FigureTable.Turnover, 10, true)]
    [InlineData(FigureTable.Turnover, 11, false)]
    [InlineData(FigureTable.Overtime, 10, true)]
    [InlineData(FigureTable.Overtime, 11, false)]
    public async Task Rows_corrected_by_a_few_people_since_a_report_was_locked_are_not_shown(FigureTable table, int more, bool isHidden)
    {
        await using var installed = await AbsenceSample.Ready();
        await installed.Take(table, Rows(table));
        Assert.Equal(CellState.Shown, (await First(installed, table)).State);
        await Lock(installed);
        Assert.Equal((AbsenceHold?)null, (await Page(installed, table)).Hold);
        await installed.Take(table, Corrected(table, more));
        Assert.Equal(isHidden ? CellState.Suppressed : CellState.Shown, (await First(installed, table)).State);
        foreach (var place in new[] { Board, Whole })
        {
            var page = await Page(installed, table, place);
            Assert.Equal(isHidden ? AbsenceHold.Locked : null, page.Hold);
            Assert.Equal(!isHidden, page.Lines[0].Now is not null);
        }

        // The months of another year are not those of the report.
        Assert.Null((await Page(installed, table, Board, Last.AddMonths(2))).Hold);
    }

    [Theory]
    [InlineData(FigureTable.Turnover, "Omsorgsnämnden;män;", "measure,headcount,board,group,r12_2025_12\navgångar (externa) antal,300,Omsorgsnämnden,alla,41\n")]
    [InlineData(FigureTable.Overtime, "2025-06;Grundskolenämnden;", "measure,headcount,board,r12_2025_12\nsumma timmar,300,Omsorgsnämnden,41\n")]
    public async Task Published_values_that_count_a_group_without_a_row_stand_alone(FigureTable table, string lacking, string published)
    {
        await using var installed = await AbsenceSample.Ready();
        var rows = Rows(table);
        await installed.Take(table, Without(rows, lacking));
        Assert.Null((await Page(installed, table)).Hold);
        await Publish(installed, published);
        Assert.Contains((await Cells(installed, table)).Where(cell => cell.State == CellState.Shown), cell => cell.Text == "41");
        foreach (var place in new[] { Board, Whole })
        {
            Assert.Equal(AbsenceHold.Published, (await Page(installed, table, place)).Hold);
            Assert.All((await Page(installed, table, place)).Lines, line => Assert.Null(line.Now));
        }

        // Two months later the rows are of other months than what is published.
        Assert.Null((await Page(installed, table, "Grundskolenämnden", Last.AddMonths(2))).Hold);
    }

    [Fact]
    public async Task Rows_that_count_everyone_stand_beside_what_is_published()
    {
        await using var installed = await AbsenceSample.Ready();
        await installed.Take(FigureTable.Overtime, Rows(FigureTable.Overtime));
        await Publish(installed, "measure,headcount,board,r12_2025_12\nsumma timmar,300,Omsorgsnämnden,41\n");
        Assert.Null((await Page(installed, FigureTable.Overtime)).Hold);
        Assert.NotNull((await Page(installed, FigureTable.Overtime)).Lines[0].Now);
    }

    [Fact]
    public async Task What_is_published_after_a_report_showed_what_was_counted_without_a_small_group_is_hidden_too()
    {
        await using var installed = await AbsenceSample.Ready();
        await installed.Take(FigureTable.Turnover, Without(Rows(FigureTable.Turnover), "Omsorgsnämnden;män;"));
        await Lock(installed);
        await Publish(installed, "measure,headcount,board,group,r12_2025_12\navgångar (externa) antal,300,Omsorgsnämnden,alla,41\n");
        Assert.DoesNotContain(await Cells(installed, FigureTable.Turnover), cell => cell.State == CellState.Shown && cell.Text == "41");
    }

    [Theory]
    [InlineData(300, false)]
    [InlineData(295, true)]
    [InlineData(311, false)]
    public async Task A_published_turnover_restated_for_a_few_more_or_fewer_since_a_report_was_locked_is_hidden(int people, bool isHidden)
    {
        await using var installed = await AbsenceSample.Ready();
        await Publish(installed, "measure,headcount,board,group,r12_2025_12\navgångar (externa) antal,300,Omsorgsnämnden,alla,41\n");
        await Lock(installed);
        await Publish(installed, $"measure,headcount,board,group,r12_2025_12\navgångar (externa) antal,{people},Omsorgsnämnden,alla,42\n");
        Assert.Equal(!isHidden, (await Cells(installed, FigureTable.Turnover)).Any(cell => cell.Text == "42"));
    }

    [Theory]
    [InlineData("2025-05", true)]
    [InlineData("2024-05", false)]
    public async Task After_an_undone_import_of_the_months_it_cannot_be_told_and_nothing_is_shown(string month, bool isHidden)
    {
        await using var installed = await AbsenceSample.Ready();
        await installed.Take(FigureTable.Overtime, Rows(FigureTable.Overtime));
        installed.Clock.Advance(TimeSpan.FromDays(1));
        await installed.Take(FigureTable.Overtime, $"{FigureSample.Overtime}\n{month};{Board};900;10;0\n", "rattad.csv");
        await Lock(installed);
        await installed.Do(new UndoImport(await installed.InDatabase(database => database.ImportBatches.Where(batch => batch.FileName == "rattad.csv").Select(batch => batch.Id).SingleAsync())));
        Assert.Equal(isHidden ? AbsenceHold.Locked : null, (await Page(installed, FigureTable.Overtime)).Hold);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Events_of_boards_yield_to_published_ones_when_a_small_workplace_is_counted_in_the_whole_alone(bool isSmall)
    {
        await using var installed = await AbsenceSample.Ready();
        await installed.Take(FigureTable.Headcount, isSmall ? Without(Headcounts(), ";Centralköket;") : Headcounts());
        await installed.Take(FigureTable.Incidents, FigureSample.IncidentExtract());
        Assert.Null((await Page(installed, FigureTable.Incidents)).Hold);
        await Publish(installed, "measure,headcount,board,published_value\nAntal rapporterade tillbud,300,Omsorgsnämnden,41\n");
        Assert.Equal(isSmall ? AbsenceHold.Published : null, (await Page(installed, FigureTable.Incidents)).Hold);
        Assert.NotNull((await Page(installed, FigureTable.Incidents, Whole)).Lines[0].Now);
        if (isSmall)
            Assert.Contains(await Cells(installed, FigureTable.Incidents), cell => cell.Text == "41");
    }

    [Fact]
    public async Task Events_counted_at_other_places_than_when_a_report_was_locked_are_shown_for_the_whole_alone()
    {
        await using var installed = await AbsenceSample.Ready();
        await installed.Take(FigureTable.Headcount, Headcounts());
        await installed.Take(FigureTable.Incidents, FigureSample.IncidentExtract());
        await Lock(installed);
        await installed.Take(FigureTable.Incidents, FigureSample.IncidentExtract(seed: 8));
        Assert.Null((await Page(installed, FigureTable.Incidents)).Hold);
        await installed.InDatabase(database => database.Set<CountedFigure>().Where(row => row.Table == FigureTable.Headcount && database.Units.Any(unit => unit.Id == row.PlaceId && unit.Name == "Centralköket")).ExecuteDeleteAsync());
        await installed.Take(FigureTable.Incidents, FigureSample.IncidentExtract(seed: 9));
        Assert.Equal(AbsenceHold.Locked, (await Page(installed, FigureTable.Incidents)).Hold);
        Assert.Equal(CellState.Suppressed, (await First(installed, FigureTable.Incidents)).State);
        Assert.NotNull((await Page(installed, FigureTable.Incidents, Whole)).Lines[0].Now);
    }

    [Theory]
    [InlineData("2025-05", true)]
    [InlineData("2024-01", false)]
    public async Task Events_that_lay_elsewhere_when_a_report_was_locked_by_headcounts_since_undone_are_shown_for_the_whole_alone(string month, bool isHidden)
    {
        await using var installed = await AbsenceSample.Ready();
        var headcounts = Headcounts();
        await installed.Take(FigureTable.Headcount, Without(headcounts, $"{month};"));
        await installed.Take(FigureTable.Incidents, FigureSample.IncidentExtract());
        installed.Clock.Advance(TimeSpan.FromDays(1));
        var lines = Without(headcounts, ";Centralköket;").Split('\n');
        await installed.Take(FigureTable.Headcount, string.Join('\n', lines.Where(line => line == lines[0] || line.StartsWith(month, StringComparison.Ordinal))), "rattad.csv");
        await Lock(installed);
        Assert.Null((await Page(installed, FigureTable.Incidents)).Hold);
        await installed.Do(new UndoImport(await installed.InDatabase(database => database.ImportBatches.Where(batch => batch.FileName == "rattad.csv").Select(batch => batch.Id).SingleAsync())));
        Assert.Equal(isHidden ? AbsenceHold.Locked : null, (await Page(installed, FigureTable.Incidents)).Hold);
        Assert.NotNull((await Page(installed, FigureTable.Incidents, Whole)).Lines[0].Now);
    }

    /// <summary>A place of the other board is the smallest that is known: this board keeps one of its own.</summary>
    private static string Headcounts() => string.Join('\n', FigureSample.HeadcountTable().Split('\n').Select(line => line.StartsWith("2025-01;Ängens", StringComparison.Ordinal) ? "2025-01;Ängens äldreboende;90;1" : line));

    private static string Rows(FigureTable table) => table == FigureTable.Overtime ? FigureSample.OvertimeTable() : FigureSample.TurnoverTable();

    private static string Without(string rows, string lacking) => string.Join('\n', rows.Split('\n').Where(line => !line.Contains(lacking, StringComparison.Ordinal)));

    private static string Corrected(FigureTable table, int more)
    {
        var lines = Rows(table).Split('\n');
        var cells = lines.First(line => line.StartsWith($"2025-01;{Board};", StringComparison.Ordinal)).Split(';');
        var people = table == FigureTable.Overtime ? 2 : 3;
        cells[people] = FormattableString.Invariant($"{int.Parse(cells[people], System.Globalization.CultureInfo.InvariantCulture) + more}");
        return $"{lines[0]}\n{string.Join(';', cells)}\n";
    }

    private static Task<ImportReport> Publish(Installed installed, string content) => installed.Do(new ImportPublishedValues(Year, "publicerat.csv", Encoding.UTF8.GetBytes(content), null, DryRun: false));

    private static async Task<FigureSection> Page(Installed installed, FigureTable table, string place = Board, DateOnly? end = null) =>
        (await installed.Figures(place, end ?? Last)).Sections.Single(section => section.Table == table);

    private static async Task<CellContent> First(Installed installed, FigureTable table) => (await Cells(installed, table)).First(cell => cell.State != CellState.Missing);

    private static async Task<IReadOnlyList<CellContent>> Cells(Installed installed, FigureTable table)
    {
        var report = await installed.Do(new BuildAnnualReport(Year, await installed.BoardId(Board)));
        var title = Titles[(int)table - (int)FigureTable.Turnover];
        return [.. report.Sections.Where(section => section.Title.Contains(title, StringComparison.OrdinalIgnoreCase)).SelectMany(section => section.Tables).SelectMany(known => known.Rows).Where(row => row.Cells.Count > 0).Select(row => row.Cells[0])];
    }

    private static async Task Lock(Installed installed)
    {
        installed.Clock.Advance(TimeSpan.FromDays(1));
        var board = await installed.BoardId(Board);
        await installed.InDatabase(async database =>
        {
            var now = installed.Clock.GetUtcNow();
            var report = new AnnualReport(Guid.CreateVersion7(), Year, board, ReportLevel.Board, InstallationSetup.Operator, now);
            database.Add(report);
            database.Add(new AnnualReportDocument(report, "json", "rapport.json", "{}"u8.ToArray(), now));
            return await database.SaveChangesAsync();
        });
        installed.Clock.Advance(TimeSpan.FromDays(1));
    }
}
