using DigiSam.AnnualReports.Content;
using DigiSam.AnnualReports.Documents;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DigiSam.Tests.AnnualReports.Documents;

public sealed class AnnualReportOriginsInDocxTests
{
    [Fact]
    public void The_appendix_tells_how_each_table_came_about()
    {
        using var report = new OpenedDocx(AnnualReportDocx.Write(SampleReport.Create()));

        Assert.Equal(report.InStyle("Caption"), report.InStyle("Heading2").Where(heading => heading.StartsWith("Tabell ", StringComparison.Ordinal)));
        Assert.Contains("Omfattning: Hela kommunen. Inläst 15 mars 2024. Källa: sjukfranvaro-r12.csv.", report.InStyle("Intro"));
    }

    [Fact]
    public void Periods_that_follow_one_rule_share_a_row()
    {
        var origin = new Provenance("Regel", "Hela kommunen", null, [Source("fil.csv", 'a', 2, 5, 6, 7)], null);
        var rows = Appendix(
            [new RowContent("Totalt", 0, false, [SampleReport.Figure(1, "1", origin), SampleReport.Figure(2, "2", origin)])]);

        Assert.Equal(["Totalt", "20232022", "Regel.", "rad 2, 5–7"], Assert.Single(rows));
    }

    [Fact]
    public void Sources_that_differ_between_periods_are_told_apart()
    {
        var now = new Provenance("Regel", "Hela kommunen", null, [Source("fil.csv", 'a', 2)], null);
        var rows = Appendix(
            [new RowContent("Totalt", 0, false, [SampleReport.Figure(1, "1", now), SampleReport.Figure(2, "2", now with { Sources = [Source("fil.csv", 'a', 9)] })])]);

        Assert.Equal("2023: rad 22022: rad 9", Assert.Single(rows)[3]);
    }

    [Fact]
    public void Rows_are_named_by_what_they_stand_under()
    {
        CellContent Cell(int line) =>
            SampleReport.Figure(1, "1", new Provenance("Regel", "Hela kommunen", null, [Source("fil.csv", 'a', line)], null));
        var rows = Appendix(
        [
            new RowContent("Kort", 0, true, []),
            new RowContent("Totalt", 0, false, [Cell(2), Cell(2)]),
            new RowContent("Kvinnor", 1, false, [Cell(3), Cell(3)]),
        ]);

        Assert.Equal(["Kort – Totalt", "Kort – Totalt – Kvinnor"], rows.Select(row => row[0]));
        Assert.Equal(["Regel.", "Samma som ovan."], rows.Select(row => row[2]));
    }

    [Fact]
    public void Files_that_share_a_name_are_told_apart_by_checksum()
    {
        var origin = new Provenance("Regel", "Hela kommunen", null, [Source("fil.csv", 'a', 2), Source("fil.csv", 'b', 3)], null);
        var rows = Appendix(
            [new RowContent("Totalt", 0, false, [SampleReport.Figure(1, "1", origin), SampleReport.Figure(2, "2", origin)])]);

        Assert.Equal("fil.csv (a1e2d3c4b5a6), rad 2fil.csv (b1e2d3c4b5a6), rad 3", Assert.Single(rows)[3]);
    }

    [Fact]
    public void Many_lines_are_counted_instead_of_listed()
    {
        Assert.Equal("2, 4, 5, 7–9", PlainText.Lines([9, 8, 7, 5, 4, 2, 2]));
        Assert.Equal(
            "2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24 … (sammanlagt 50 rader)",
            PlainText.Lines([.. Enumerable.Range(1, 50).Select(line => line * 2)]));
    }

    private static ProvenanceSource Source(string file, char hash, params int[] lines) =>
        new(file, SampleReport.Hash(hash), 40, lines);

    /// <summary>The texts of the appendix's rows for a table with two columns.</summary>
    private static List<string[]> Appendix(IReadOnlyList<RowContent> rows)
    {
        var table = new TableContent("tabell", "Tabell", "Rad", ["2023", "2022"], rows, []);
        using var report = new OpenedDocx(AnnualReportDocx.Write(SampleReport.With(table)));
        return [.. report.Tables[1].Elements<TableRow>().Skip(1)
            .Select(row => row.Elements<TableCell>().Select(cell => cell.InnerText).ToArray())];
    }
}
