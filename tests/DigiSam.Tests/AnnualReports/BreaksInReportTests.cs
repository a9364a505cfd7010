using System.Text;
using DigiSam.AnnualReports;
using DigiSam.AnnualReports.Content;
using DigiSam.AnnualReports.Documents;
using DigiSam.Metrics;
using DigiSam.SeriesBreaks;
using DigiSam.Tests.Figures;
using DigiSam.Tests.SickLeave;
using DigiSam.Tests.Support;
using DocumentFormat.OpenXml.Packaging;
using FigureTable = DigiSam.Figures.FigureTable;

namespace DigiSam.Tests.AnnualReports;

/// <summary>A break in a series stands under every table of the report that has months on both sides of it.</summary>
public sealed class BreaksInReportTests
{
    private const int Year = 2026;

    private static readonly DateOnly Last = new(2026, 2, 1);

    [Theory]
    [InlineData("Exempelkommunen")]
    [InlineData("Omsorgsnämnden")]
    public async Task A_break_stands_under_the_tables_of_its_measure_in_the_page_the_document_and_the_data(string place)
    {
        await using var installed = await AbsenceSample.Ready();
        await installed.Take(AbsenceSample.BoardTable(Last, 26));
        await installed.Take(FigureTable.Turnover, FigureSample.TurnoverTable());
        await installed.Take(FigureTable.Overtime, FigureSample.OvertimeTable());
        await installed.Take(FigureTable.Headcount, FigureSample.HeadcountTable());
        await installed.Take(FigureTable.Incidents, FigureSample.IncidentExtract());
        foreach (var measure in Enum.GetValues<SeriesMeasure>())
        {
            await State(installed, measure, new DateOnly(2025, 3, 1), $"{measure} räknas nytt.");
            await State(installed, measure, new DateOnly(2024, 1, 1), $"{measure} före tabellen.");
            await State(installed, measure, new DateOnly(2026, 1, 1), $"{measure} efter tabellen.");
        }

        var report = await Build(installed, place);
        foreach (var (title, measure) in new[] { ("Sjukfrånvaro", SeriesMeasure.SickLeave), ("omsättning", SeriesMeasure.Turnover), ("Övertid", SeriesMeasure.Overtime), ("Arbetsskador", SeriesMeasure.Incidents) })
        {
            var notes = report.Sections.Where(section => section.Title.Contains(title, StringComparison.OrdinalIgnoreCase)).SelectMany(section => section.Tables).SelectMany(table => table.Notes).Where(note => note.StartsWith("Brott", StringComparison.Ordinal));
            Assert.Equal([$"Brott i serien från och med mars 2025: {measure} räknas nytt."], notes);
            Assert.Contains($"{measure} räknas nytt.", Encoding.UTF8.GetString(AnnualReportJson.Write(report)), StringComparison.Ordinal);
            using var document = WordprocessingDocument.Open(new MemoryStream(AnnualReportDocx.Write(report)), isEditable: false);
            Assert.Contains($"{measure} räknas nytt.", document.MainDocumentPart!.Document!.InnerText, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("r12_2025_12,r12_2024_12", "2024-05", true)]
    [InlineData("r12_2025_12", "2024-05", false)]
    [InlineData("r12_2025_12", "2025-01", false)]
    [InlineData("r12_2025_12", "2025-02", true)]
    [InlineData("r12_2025_12", "2025-12", true)]
    [InlineData("r12_2024_12", "2024-12", true)]
    [InlineData("r12_2024_12", "2025-02", false)]
    public async Task The_months_of_what_is_shown_count_whoever_published_it(string columns, string month, bool crosses)
    {
        await using var installed = await AbsenceSample.Ready();
        await installed.Do(new ImportPublishedValues(
            Year, "omsattning.csv", Encoding.UTF8.GetBytes($"board,headcount,measure,group,{columns}\nOmsorgsnämnden,300,avgångar (externa) antal,alla,{string.Join(',', columns.Split(',').Select(_ => "41"))}\n"), null, DryRun: false));
        await State(installed, SeriesMeasure.Turnover, DateOnly.ParseExact($"{month}-01", "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), "Timavlönade räknas.");
        var tables = (await Build(installed, "Omsorgsnämnden")).Sections.SelectMany(section => section.Tables).ToList();
        Assert.Equal(crosses ? 1 : 0, tables.Count(table => table.Notes.Any(note => note.EndsWith("Timavlönade räknas.", StringComparison.Ordinal))));
    }

    [Fact]
    public void Every_metric_that_comes_with_the_program_belongs_to_a_measure() =>
        Assert.Empty(Installed.Definitions.Metrics.Metrics.Where(metric => SeriesMeasures.Of(metric.Key) is null).Select(metric => metric.Key));

    [Fact]
    public void Every_table_of_counted_figures_has_a_measure_of_its_own() =>
        Assert.Equal(Enum.GetValues<FigureTable>().Length, Enum.GetValues<FigureTable>().Select(SeriesMeasures.Of).Distinct().Count());

    private static Task<MediatR.Unit> State(Installed installed, SeriesMeasure measure, DateOnly month, string text) => installed.Do(new StateSeriesBreak(Guid.CreateVersion7(), measure, month, text));

    private static async Task<AnnualReportContent> Build(Installed installed, string place) =>
        await installed.Do(new BuildAnnualReport(Year, place == "Exempelkommunen" ? null : await installed.BoardId(place)));
}
