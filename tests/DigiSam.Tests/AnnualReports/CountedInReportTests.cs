using System.Globalization;
using System.Text;
using DigiSam.AnnualReports;
using DigiSam.AnnualReports.Content;
using DigiSam.Figures;
using DigiSam.Metrics;
using DigiSam.Tests.Figures;
using DigiSam.Tests.SickLeave;
using DigiSam.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Tests.AnnualReports;

/// <summary>Turnover, overtime and events in the report, from monthly rows where they count everyone.</summary>
public sealed class CountedInReportTests
{
    private const int Year = 2026;

    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Exempelkommunen")]
    [InlineData("Omsorgsnämnden")]
    public async Task Overtime_is_the_sum_of_the_months_and_turnover_the_leavers_by_the_mean_of_those_employed(string place)
    {
        await using var installed = await AbsenceSample.Ready();
        var (overtime, turnover) = (FigureSample.OvertimeTable(), FigureSample.TurnoverTable());
        await installed.Take(FigureTable.Overtime, overtime);
        await installed.Take(FigureTable.Turnover, turnover);
        var report = await Build(installed, place);
        Assert.Contains($"{Sum(overtime, place, 2025, 3):0}", Cells(report, "Övertid", 0));
        Assert.Contains($"{Sum(overtime, place, 2024, 3):0}", Cells(report, "Övertid", 1));
        Assert.Contains($"{Sum(turnover, place, 2025, 4):0}", Cells(report, "omsättning", 0));
        Assert.Contains((100 * 12 * Sum(turnover, place, 2025, 4) / Sum(turnover, place, 2025, 3)).ToString("0.0", Swedish), Cells(report, "omsättning", 0));
        Assert.Contains((100 * 12 * Sum(turnover, place, 2025, 4, "kvinnor") / Sum(turnover, place, 2025, 3, "kvinnor")).ToString("0.0", Swedish), Cells(report, "omsättning", 0));
    }

    [Fact]
    public async Task A_board_with_a_group_that_has_no_row_shows_what_was_published()
    {
        await using var installed = await AbsenceSample.Ready();
        await installed.Take(FigureTable.Turnover, string.Join('\n', FigureSample.TurnoverTable().Split('\n').Where(line => !line.Contains(";Omsorgsnämnden;män", StringComparison.Ordinal))));
        await installed.Do(new ImportPublishedValues(
            Year, "omsattning.csv", Encoding.UTF8.GetBytes("board,headcount,measure,group,r12_2025_12\nOmsorgsnämnden,300,avgångar (externa) antal,alla,41\n"), null, DryRun: false));
        var report = await Build(installed, "Omsorgsnämnden");
        Assert.Contains("41", Cells(report, "omsättning", 0));
        Assert.DoesNotContain(Sections(report, "omsättning"), section => section.Tables.Any(table => table.Notes.Any(note => note.StartsWith("R12 2025-12 är beräknat", StringComparison.Ordinal))));
    }

    private static async Task<AnnualReportContent> Build(Installed installed, string place)
    {
        var id = await installed.InDatabase(database => database.Places.Where(known => known.Name == place).Select(known => known.Id).SingleAsync(Stop));
        return await installed.Do(new BuildAnnualReport(Year, place == "Exempelkommunen" ? null : id));
    }

    private static IEnumerable<SectionContent> Sections(AnnualReportContent report, string title) => report.Sections.Where(section => section.Title.Contains(title, StringComparison.OrdinalIgnoreCase));

    private static IReadOnlyList<string> Cells(AnnualReportContent report, string title, int column) =>
        [.. Sections(report, title).SelectMany(section => section.Tables).SelectMany(table => table.Rows).Where(row => row.Cells.Count > column).Select(row => row.Cells[column].Text.Replace("\u00a0", "", StringComparison.Ordinal))];

    // The municipality is all boards; columns after the group are counted from the start of the line.
    private static decimal Sum(string file, string place, int year, int column, string? sex = null) => file.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(';'))
        .Where(cells => cells[0].StartsWith($"{year}-", StringComparison.Ordinal) && (place == "Exempelkommunen" || cells[1] == place) && (sex is null || cells[2] == sex))
        .Sum(cells => decimal.Parse(cells[column], Swedish));
}
