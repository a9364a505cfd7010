using System.Text;
using System.Text.Json.Nodes;
using DigiSam.AnnualReports.Content;
using DigiSam.AnnualReports.Documents;

namespace DigiSam.Tests.AnnualReports.Documents;

public sealed class HiddenFigureTests
{
    private static readonly Provenance Origin = new(
        "Regel", "Hela kommunen", null, [new ProvenanceSource("fil.csv", SampleReport.Hash('a'), 40, [4711, 4713])], null);

    private static readonly string[] Traces = ["8.123", "8,123", "4711", "4713"];

    /// <summary>Hidden in state, but with its number left in every field that could carry it.</summary>
    private static readonly CellContent Careless = SampleReport.Hidden(Origin) with { Text = "8,123" };

    [Fact]
    public void A_hidden_value_is_in_no_part_of_the_document()
    {
        var parts = OpenedDocx.Parts(AnnualReportDocx.Write(Report(Careless)));

        Assert.Contains(parts, part => part.Text.Contains("Antal", StringComparison.Ordinal));
        Assert.All(parts, part => Assert.DoesNotContain(Traces, trace => part.Text.Contains(trace, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_hidden_value_is_nowhere_in_the_json()
    {
        var json = Encoding.UTF8.GetString(AnnualReportJson.Write(Report(Careless)));

        Assert.DoesNotContain(Traces, trace => json.Contains(trace, StringComparison.Ordinal));
        var cell = JsonNode.Parse(json)!["sections"]![0]!["tables"]![0]!["rows"]![0]!["cells"]![0]!;
        Assert.Equal("suppressed", (string?)cell["state"]);
        Assert.Null(cell["value"]);
        Assert.Equal("–", (string?)cell["text"]);
    }

    [Fact]
    public void The_same_value_would_be_found_if_it_were_shown()
    {
        var shown = Careless with { State = CellState.Shown };

        Assert.Contains(OpenedDocx.Parts(AnnualReportDocx.Write(Report(shown))), part => part.Text.Contains("8,123", StringComparison.Ordinal));
        Assert.Contains("8.123", Encoding.UTF8.GetString(AnnualReportJson.Write(Report(shown))), StringComparison.Ordinal);
    }

    [Fact]
    public void Hidden_cells_are_explained_once_under_the_table()
    {
        using var report = new OpenedDocx(AnnualReportDocx.Write(Report(Careless)));
        var note = Assert.Single(report.InStyle("TableNote"), note => note.Contains("redovisas inte", StringComparison.Ordinal));

        Assert.StartsWith("– betyder att uppgiften inte visas.", note, StringComparison.Ordinal);
    }

    private static AnnualReportContent Report(CellContent cell) => SampleReport.With(Table(cell));

    private static TableContent Table(CellContent cell) => new(
        "tabell", "Tabell", "Rad", ["2023", "2022"],
        [
            new RowContent("Antal", 0, false, [cell, cell]),
            new RowContent("Andel", 0, false, [cell, new CellContent(CellState.Missing, null, "uppgift saknas", null)]),
        ],
        []);
}
