using System.Text;
using DigiSam.AnnualReports;
using DigiSam.Imports;
using DigiSam.Metrics;
using DigiSam.Tests.Support;

namespace DigiSam.Tests.Metrics;

/// <summary>Figures that contradict each other beyond what rounding explains are taken in, and pointed out with the rule.</summary>
public sealed class ConsistencyTests
{
    private const string PartsOfSickLeave = "kort och lång sjukfrånvaro ska tillsammans ge den totala";

    private const string PartsOfHours = "mertid och övertid ska tillsammans ge summan";

    private const string Sexes = "värdet för alla ska ligga mellan kvinnors och mäns";

    [Theory]
    [InlineData("span,group,r12_2023_12\ntotal,alla,7.7\nkort,alla,3.2\nlång,alla,4.7\n", 2, PartsOfSickLeave)]
    [InlineData("span,group,r12_2023_12\nkort,män,3.2\nlång,män,4.0\ntotal,män,7.4\n", 4, PartsOfSickLeave)]
    [InlineData("span,group,r12_2023_12,r12_2022_12\ntotal,alla,7.7,7.7\nkort,alla,3.2,3.2\nlång,alla,4.6,5.6\n", 2, PartsOfSickLeave)]
    [InlineData("measure,r12_2023_12\nmertid/fyllnadstid timmar,100\növertid timmar,200\nsumma timmar,302\n", 4, PartsOfHours)]
    [InlineData("span,group,r12_2023_12\ntotal,alla,9.0\ntotal,kvinnor,8.6\ntotal,män,5.0\n", 2, Sexes)]
    [InlineData("measure,group,r12_2023_12\npersonalomsättning (externa) procent,alla,4.8\npersonalomsättning (externa) procent,kvinnor,8.6\npersonalomsättning (externa) procent,män,5.0\n", 2, Sexes)]
    [InlineData("span,group,r12_2023_12,r12_2022_12,published_difference\ntotal,alla,7.7,8.5,-1.0\n", 2, "7,7 − 8,5 = −0,8")]
    [InlineData("span,group,r12_2023_12,r12_2022_12,published_difference\ntotal,alla,7.7,8.5,0.8\n", 2, "stämmer inte")]
    [InlineData("measure,r12_2023_12,r12_2022_12,skillnad\növertid timmar,29485,36191,-6708\n", 2, "stämmer inte")]
    [InlineData("measure,group,r12_2023_12,r12_2022_12,skillnad\navgångar (externa) antal,alla,626,660,-35\n", 2, "stämmer inte")]
    public async Task A_contradiction_is_a_warning_with_its_line_and_rule_and_the_values_are_taken_in(string text, int line, string rule)
    {
        var (report, values) = await Import(text);
        var warning = Assert.Single(report.Warnings);
        Assert.Equal(line, warning.Line);
        Assert.Contains(rule, warning.Reason, StringComparison.Ordinal);
        Assert.Equal(report.Added, values);
        Assert.True(values > 0);
    }

    [Theory]
    [InlineData("span,group,r12_2023_12\ntotal,alla,7.7\nkort,alla,3.2\nlång,alla,4.6\n")]
    [InlineData("span,group,r12_2023_12\ntotal,alla,7.7\nkort,alla,3.2\nlång,alla,4.4\n")]
    [InlineData("span,group,r12_2023_12\ntotal,alla,7.7\nkort,kvinnor,3.2\nlång,alla,1.0\n")]
    [InlineData("measure,r12_2023_12\nmertid/fyllnadstid timmar,100\növertid timmar,200\nsumma timmar,301\n")]
    [InlineData("span,group,r12_2023_12\ntotal,alla,8.7\ntotal,kvinnor,8.6\ntotal,män,5.0\n")]
    [InlineData("span,group,r12_2023_12,r12_2022_12,published_difference\ntotal,alla,7.7,8.5,-0.9\n")]
    [InlineData("span,group,r12_2023_12,r12_2022_12,published_difference\ntotal,alla,7.7,8.5,\n")]
    [InlineData("measure,r12_2023_12,r12_2022_12,skillnad\növertid timmar,29485,36191,-6707\n")]
    [InlineData("measure,group,r12_2023_12,r12_2022_12,skillnad\navgångar (externa) antal,alla,626,660,-34\n")]
    public async Task What_rounding_explains_is_no_warning(string text) => Assert.Empty((await Import(text)).Report.Warnings);

    [Fact]
    public async Task The_report_shows_its_own_difference_and_never_the_published_one()
    {
        await using var installed = await ImportSample.Ready();
        await installed.Do(new ImportPublishedValues(2024, "fil.csv", Encoding.UTF8.GetBytes(
            "span,group,r12_2023_12,r12_2022_12,published_difference\ntotal,alla,7.7,8.5,42.4\ntotal,män,7.7,,13.1\n"), null, DryRun: false));

        var report = await installed.Do(new BuildAnnualReport(2024, null));

        var rows = Assert.Single(report.Sections.SelectMany(section => section.Tables), table => table.Key == "sick-leave").Rows;
        Assert.Equal(["7,7", "8,5", "−0,8"], rows[0].Cells.Select(cell => cell.Text));
        Assert.Equal(["7,7", "uppgift saknas", "uppgift saknas"], rows[2].Cells.Select(cell => cell.Text));
        foreach (var published in new[] { "42.4", "42,4", "13.1", "13,1" })
            Assert.DoesNotContain(DatabaseContents.Read(installed).SelectMany(table => table.Value), row => row.Contains(published, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_first_column_not_being_the_later_one_is_pointed_out()
    {
        var (report, _) = await Import("span,group,r12_2022_12,r12_2023_12\ntotal,alla,8.5,7.7\n");
        Assert.Contains(report.Warnings, warning => warning is { Line: 1 } && warning.Reason.Contains("R12 2022-12) tas som aktuell", StringComparison.Ordinal));
        Assert.Contains(report.Warnings, warning => warning is { Line: 1 } && warning.Reason.Contains("Är året rätt?", StringComparison.Ordinal));
    }

    private static async Task<(ImportReport Report, int Values)> Import(string text)
    {
        await using var installed = await Installed.Create();
        var report = await installed.Do(new ImportPublishedValues(2024, "fil.csv", Encoding.UTF8.GetBytes(text), null, DryRun: false));
        return (report, await installed.Count<MetricValue>());
    }
}
