using System.Text;
using DigiSam.AnnualReports;
using DigiSam.AnnualReports.Content;
using DigiSam.AnnualReports.Documents;
using DigiSam.Metrics;
using DigiSam.Tests.AnnualReports.Documents;
using DigiSam.Tests.Support;

namespace DigiSam.Tests.AnnualReports;

/// <summary>A form that asks for a comparison which no file brings.</summary>
public sealed class MissingFigureTests
{
    private const string Columns = "          - { show: current, label: Föregående år }\n";

    [Fact]
    public async Task A_comparison_without_a_value_is_said_to_be_missing_and_is_never_zero_or_empty()
    {
        using var definitions = new DefinitionsFolder();
        definitions.Replace(DefinitionsFolder.Form, Columns, $"{Columns}          - {{ show: comparison, label: Året dessförinnan }}\n          - {{ show: difference, label: Skillnad }}\n");
        await using var installed = await Installed.WithHuddinge(definitions.Read());

        var report = await installed.Do(new BuildAnnualReport(2024, null));

        var table = Assert.Single(report.Sections.SelectMany(section => section.Tables), table => table.Key == "incidents");
        Assert.Equal(["Föregående år", "Året dessförinnan", "Skillnad"], table.Columns);
        Assert.Equal(
            ["990|uppgift saknas|uppgift saknas", "748|uppgift saknas|uppgift saknas", "1\u00A0563|uppgift saknas|uppgift saknas"],
            table.Rows.Select(row => string.Join('|', row.Cells.Select(cell => cell.Text))));
        Assert.All(table.Rows.SelectMany(row => row.Cells.Skip(1)), cell => Assert.True(cell is { State: CellState.Missing, Value: null, Provenance: null }));
        Assert.Contains("6 av 9 värden saknas i tabellen Arbetsskador och tillbud.", report.Gaps);
        Assert.Contains(OpenedDocx.Parts(AnnualReportDocx.Write(report)), part => part.Text.Contains("uppgift saknas", StringComparison.Ordinal));
        Assert.Contains("uppgift saknas", Encoding.UTF8.GetString(AnnualReportJson.Write(report)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_zero_that_was_published_is_a_zero_and_so_is_a_difference_of_none()
    {
        using var definitions = new DefinitionsFolder();
        await using var installed = await Installed.Create(definitions.Read());
        await installed.Do(new ImportPublishedValues(2024, "fil.csv", "measure;r12_2023_12;r12_2022_12\növertid timmar;0;0\nmertid/fyllnadstid timmar;5;\n"u8.ToArray(), null, DryRun: false));

        var report = await installed.Do(new BuildAnnualReport(2024, null));

        var rows = Assert.Single(report.Sections.SelectMany(section => section.Tables), table => table.Key == "overtime").Rows;
        Assert.Equal(["5|uppgift saknas|uppgift saknas", "0|0|0", "uppgift saknas|uppgift saknas|uppgift saknas"], rows.Select(row => string.Join('|', row.Cells.Select(cell => cell.Text))));
    }
}
