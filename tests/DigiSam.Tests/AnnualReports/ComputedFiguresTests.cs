using System.Globalization;
using System.Text;
using DigiSam.AnnualReports;
using DigiSam.AnnualReports.Content;
using DigiSam.AnnualReports.Documents;
using DigiSam.Imports;
using DigiSam.Metrics;
using DigiSam.Organisation;
using DigiSam.Tests.SickLeave;
using DigiSam.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Tests.AnnualReports;

/// <summary>The report's sick leave from monthly rows: each cell is what plain loops over the file give, and published values win or lose by the rule.</summary>
public sealed class ComputedFiguresTests
{
    private static readonly DateOnly Last = new(2023, 12, 1);

    private static readonly string[] Boards = ["Grundskolenämnden", "Förskolenämnden", "Omsorgsnämnden"];

    [Theory]
    [InlineData("Exempelkommunen", "Grundskolenämnden|Förskolenämnden|Omsorgsnämnden")]
    [InlineData("Grundskolenämnden", "Grundskolenämnden")]
    [InlineData("Förskolenämnden", "Förskolenämnden")]
    [InlineData("Omsorgsnämnden", "Omsorgsnämnden")]
    [InlineData("Barn- och utbildningsförvaltningen", "Grundskolenämnden|Förskolenämnden")]
    public async Task Every_cell_of_the_table_is_what_plain_loops_give(string place, string boards)
    {
        await using var installed = await Ready();
        var file = BoardTable();
        await installed.Take(file);
        var table = Table(await Build(installed, place));
        Assert.Equal(["R12 2023-12", "R12 2022-12", "Skillnad"], table.Columns);
        Assert.Equal(Slowly(file, boards.Split('|')), table.Rows.Where(row => !row.IsHeading).Select(row => string.Join('|', row.Cells.Select(cell => cell.Text))));
        Assert.All(table.Rows.SelectMany(row => row.Cells), cell => Assert.Equal(decimal.Round(cell.Value!.Value, 1), cell.Value));
    }

    [Fact]
    public async Task Each_figure_says_which_rule_files_and_months_it_rests_on()
    {
        await using var installed = await Ready();
        var file = BoardTable();
        await installed.Take(file, "franvaro-namnd.csv");
        var report = await Build(installed, "Exempelkommunen");
        Assert.All(Table(report).Rows.Where(row => !row.IsHeading).SelectMany(row => row.Cells.Take(2)), cell =>
        {
            Assert.Contains("sjuktimmar delat med ordinarie timmar", cell.Provenance!.Rule, StringComparison.Ordinal);
            Assert.Equal("Exempelkommunen", cell.Provenance.Scope);
            Assert.NotNull(cell.Provenance.NewestInput);
            var source = Assert.Single(cell.Provenance.Sources);
            Assert.Equal(("franvaro-namnd.csv", AbsenceSample.Source(file).Sha256, 24 * 18), (source.File, source.Sha256, source.Rows));
        });
        Assert.Equal(["R12 2023-12", "R12 2022-12"], Table(report).Rows[0].Cells.Take(2).Select(cell => cell.Provenance!.Period));
        Assert.Contains("oavrundade tal och avrundad en gång", Table(report).Rows[0].Cells[2].Provenance!.Rule, StringComparison.Ordinal);
        Assert.Equal(report.NewestInput, Table(report).Rows[0].Cells[0].Provenance!.NewestInput);
        Assert.Contains("R12 2023-12 är beräknat ur inlästa månadsrader.", Table(report).Notes);
    }

    [Fact]
    public async Task The_same_rows_give_the_same_bytes_in_whatever_order_they_came()
    {
        var lines = BoardTable().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var (one, other) = (lines.Where((line, index) => index == 0 || line.Contains("Omsorg", StringComparison.Ordinal)), lines.Where((line, index) => index == 0 || !line.Contains("Omsorg", StringComparison.Ordinal)));
        var written = new List<(byte[] Docx, byte[] Json)>();
        foreach (var files in new[] { new[] { ("a.csv", one), ("b.csv", other) }, [("b.csv", other), ("a.csv", one)] })
        {
            await using var installed = await Ready();
            foreach (var (name, content) in files)
                await installed.Take(string.Join('\n', content), name);
            var report = await Build(installed, "Exempelkommunen");
            written.Add((AnnualReportDocx.Write(report), AnnualReportJson.Write(report)));
        }

        Assert.Equal(written[0].Docx, written[1].Docx);
        Assert.Equal(written[0].Json, written[1].Json);
    }

    [Fact]
    public async Task Computed_figures_replace_published_ones_that_they_cover_and_what_differs_is_pointed_out()
    {
        await using var installed = await Ready();
        var file = BoardTable();
        await installed.Take(file);
        var computed = Table(await Build(installed, "Exempelkommunen"));
        await Publish(installed, "span,group,r12_2023_12,r12_2022_12\ntotal,alla,55.5," + Shown(computed, 0, 1) + "\n");
        var report = await Build(installed, "Exempelkommunen");
        Assert.Equal(computed.Rows.SelectMany(row => row.Cells).Select(cell => cell.Text), Table(report).Rows.SelectMany(row => row.Cells).Select(cell => cell.Text));
        Assert.Equal(
            [$"Beräknade och publicerade värden för R12 2023-12 skiljer sig mer än avrundning: total sjukfrånvaro (alla) beräknat {computed.Rows[0].Cells[0].Text}, publicerat 55,5."],
            report.Gaps.Where(gap => gap.StartsWith("Beräknade", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_published_column_stands_whole_where_a_small_group_has_no_row()
    {
        await using var installed = await Ready();
        await installed.Take(string.Join('\n', BoardTable().Split('\n').Where(line => !line.StartsWith("2023-07;Omsorgsnämnden;män;-29", StringComparison.Ordinal))));
        await Publish(installed, "board,headcount,span,group,r12_2023_12\nOmsorgsnämnden,500,total,alla,7.7\n");
        var report = await Build(installed, "Omsorgsnämnden");
        Assert.Equal(["7,7", "uppgift saknas", "uppgift saknas"], Table(report).Rows.Where(row => row.Cells.Count > 0).Take(3).Select(row => row.Cells[0].Text));
        Assert.DoesNotContain(Table(report).Rows.SelectMany(row => row.Cells.Take(1)), cell => cell.Provenance?.Rule.StartsWith("Beräknat", StringComparison.Ordinal) == true);
        Assert.Contains("R12 2023-12 återger publicerade värden: månadsraderna räcker inte till alla dem.", Table(report).Notes);
        Assert.DoesNotContain(report.Gaps, gap => gap.StartsWith("Beräknade", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_difference_with_a_published_percentage_is_that_of_the_shown_values()
    {
        await using var installed = await Ready();
        await installed.Take(string.Join('\n', BoardTable().Split('\n').Where(line => !line.StartsWith("2022-", StringComparison.Ordinal))));
        var now = decimal.Parse(Shown(Table(await Build(installed, "Exempelkommunen")), 0, 0), CultureInfo.InvariantCulture);
        await Publish(installed, "span,group,r12_2023_12,r12_2022_12\ntotal,alla,55.5,1.3\n");
        var cells = Table(await Build(installed, "Exempelkommunen")).Rows[0].Cells;
        Assert.Equal((now, 1.3m, now - 1.3m), (cells[0].Value, cells[1].Value, cells[2].Value));
        Assert.Contains("de två visade procenttalen", cells[2].Provenance!.Rule, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_with_a_month_missing_is_not_computed_and_says_so()
    {
        await using var installed = await Ready();
        await installed.Take(string.Join('\n', BoardTable().Split('\n').Where(line => !line.StartsWith("2023-07", StringComparison.Ordinal))));
        var table = Table(await Build(installed, "Exempelkommunen"));
        Assert.All(table.Rows.Where(row => !row.IsHeading), row => Assert.Equal((CellState.Missing, CellState.Shown), (row.Cells[0].State, row.Cells[1].State)));
        Assert.Contains("Sjukfrånvaron R12 2023-12 kan inte räknas ur månadsrader: 1 av 12 månader saknas.", table.Notes);
    }

    /// <summary>Splits lines and adds numbers: nine rows of now, before and their difference.</summary>
    private static List<string> Slowly(string file, string[] boards)
    {
        var swedish = CultureInfo.GetCultureInfo("sv-SE");
        var rows = new List<string>();
        foreach (var measure in new[] { "total", "kort", "lång" })
        {
            foreach (var sex in new[] { "", "kvinnor", "män" })
            {
                var exact = new decimal[2];
                for (var back = 0; back < 2; back++)
                {
                    decimal scheduled = 0, ill = 0;
                    foreach (var line in file.Split('\n'))
                    {
                        var cells = line.Split(';');
                        if (!line.StartsWith($"{2023 - back}-", StringComparison.Ordinal) || !boards.Contains(cells[1]) || (sex.Length > 0 && cells[2] != sex))
                            continue;
                        scheduled += Number(cells[5]);
                        ill += (measure != "lång" ? Number(cells[6]) : 0) + (measure != "kort" ? Number(cells[7]) : 0);
                    }

                    exact[back] = 100 * ill / scheduled;
                }

                rows.Add(string.Join('|', new[] { exact[0], exact[1], exact[0] - exact[1] }.Select(number => Math.Round(number, 1, MidpointRounding.AwayFromZero).ToString("0.0", swedish).Replace('-', '−'))));
            }
        }

        return rows;

        static decimal Number(string cell) => decimal.Parse(cell, CultureInfo.InvariantCulture);
    }

    /// <summary>Hours that make several differences of exact values another than those of the shown ones.</summary>
    internal static string BoardTable()
    {
        var dice = new Random(7);
        var lines = new StringBuilder(AbsenceSample.BoardHeader).Append('\n');
        foreach (var month in Enumerable.Range(0, 24).Select(back => Last.AddMonths(-back)))
        {
            foreach (var (board, index) in Boards.Select((board, index) => (board, index)))
            {
                foreach (var group in from sex in new[] { "kvinnor", "män" } from age in new[] { "-29", "30-49", "50-" } select $"{sex};{age}")
                {
                    var people = (20 * (index + 1)) + dice.Next(30);
                    lines.Append(CultureInfo.InvariantCulture, $"{month:yyyy-MM};{board};{group};{people};{people * 145}.25;{people * dice.Next(2, 8)}.5;{people * dice.Next(3, 14)}.75;{people}\n");
                }
            }
        }

        return lines.ToString();
    }

    internal static async Task<Installed> Ready()
    {
        var installed = await Installed.Create(municipality: "Exempelkommunen");
        await installed.Do(new ImportOrganisation(
            "organisation.csv",
            """
            administration_code;administration;board;unit_code;unit
            BUF;Barn- och utbildningsförvaltningen;Grundskolenämnden;E1;Björkskolan
            BUF;Barn- och utbildningsförvaltningen;Förskolenämnden;E3;Åkerns förskola
            OMS;Omsorgsförvaltningen;Omsorgsnämnden;H1;Ängens äldreboende

            """u8.ToArray(),
            new DateOnly(2020, 1, 1),
            DryRun: false));
        return installed;
    }

    internal static Task<ImportReport> Publish(Installed installed, string text) => installed.Do(new ImportPublishedValues(2024, "publicerat.csv", Encoding.UTF8.GetBytes(text), null, DryRun: false));

    internal static async Task<AnnualReportContent> Build(Installed installed, string place)
    {
        var id = await installed.InDatabase(database => database.Places.Where(known => known.Name == place).Select(known => known.Id).SingleAsync());
        return await installed.Do(new BuildAnnualReport(2024, id));
    }

    internal static TableContent Table(AnnualReportContent report) => Assert.Single(report.Sections.SelectMany(section => section.Tables), table => table.Key == "sick-leave");

    private static string Shown(TableContent table, int row, int column) => table.Rows[row].Cells[column].Value!.Value.ToString(CultureInfo.InvariantCulture);
}
