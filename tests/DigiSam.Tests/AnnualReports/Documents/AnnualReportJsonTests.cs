using System.Text;
using System.Text.Json.Nodes;
using DigiSam.AnnualReports.Content;
using DigiSam.AnnualReports.Documents;
using NJsonSchema;

namespace DigiSam.Tests.AnnualReports.Documents;

public sealed class AnnualReportJsonTests
{
    private static readonly string Json = Encoding.UTF8.GetString(AnnualReportJson.Write(SampleReport.Create()));

    [Fact]
    public async Task The_file_follows_the_published_schema() => Assert.Empty((await Schema()).Validate(Json));

    [Theory]
    [InlineData("")]
    [InlineData("sections.0")]
    [InlineData("sections.3.tables.0")]
    [InlineData("sections.3.tables.0.rows.0.cells.0")]
    [InlineData("sections.3.tables.0.rows.0.cells.0.provenance.sources.0")]
    [InlineData("sections.5.questions.0")]
    [InlineData("sections.5.questions.0.override")]
    [InlineData("sections.5.questions.0.deviations.0")]
    [InlineData("sections.0.narrative.blocks.0")]
    public async Task The_schema_refuses_a_planted_property(string place)
    {
        var report = JsonNode.Parse(Json)!;
        At(report, place).AsObject().Add("planted", 1);

        Assert.NotEmpty((await Schema()).Validate(report.ToJsonString()));
    }

    [Fact]
    public async Task The_schema_refuses_a_hidden_cell_that_carries_its_value()
    {
        var report = JsonNode.Parse(Json)!;
        var cell = At(report, "sections.2.tables.0.rows.2.cells.0");
        Assert.Equal("suppressed", (string?)cell["state"]);
        cell["value"] = 7;

        Assert.NotEmpty((await Schema()).Validate(report.ToJsonString()));
    }

    [Fact]
    public async Task The_schema_refuses_another_format_number()
    {
        var report = JsonNode.Parse(Json)!;
        report["format"] = 2;

        Assert.NotEmpty((await Schema()).Validate(report.ToJsonString()));
    }

    [Fact]
    public void The_file_is_plain_text_that_people_can_read_too()
    {
        Assert.StartsWith("{\n  \"format\": 1,\n  \"year\": 2024,\n", Json, StringComparison.Ordinal);
        Assert.EndsWith("}\n", Json, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', Json);
        Assert.Contains("\"Vård- och omsorgsnämnden\"", Json, StringComparison.Ordinal);
        Assert.Contains("\"level\": \"municipality\"", Json, StringComparison.Ordinal);
        Assert.Contains("\"computed\": \"partly\"", Json, StringComparison.Ordinal);
        Assert.Contains("\"answer\": \"notApplicable\"", Json, StringComparison.Ordinal);
        Assert.Contains("\"newestInput\": \"2024-03-14T23:30:00Z\"", Json, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_and_times_that_are_equal_are_written_alike()
    {
        static AnnualReportContent Report(decimal value, TimeSpan offset)
        {
            var row = new RowContent("Andel", 0, false, [SampleReport.Figure(value, "7,7")]);
            var report = SampleReport.With(new TableContent("tabell", "Tabell", "Rad", ["2023"], [row], []));
            return report with { NewestInput = SampleReport.NewestInput.ToOffset(offset) };
        }

        Assert.Equal(AnnualReportJson.Write(Report(7.7m, TimeSpan.Zero)), AnnualReportJson.Write(Report(7.700m, TimeSpan.FromHours(2))));
    }

    private static JsonNode At(JsonNode root, string place) => place.Split('.', StringSplitOptions.RemoveEmptyEntries)
        .Aggregate(root, (node, step) => int.TryParse(step, System.Globalization.CultureInfo.InvariantCulture, out var index) ? node[index]! : node[step]!);

    private static async Task<JsonSchema> Schema()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "docs", "schema", "annual-report-1.schema.json");
            if (File.Exists(file))
                return await JsonSchema.FromJsonAsync(await File.ReadAllTextAsync(file));
        }

        throw new FileNotFoundException("docs/schema/annual-report-1.schema.json is in no folder above the tests.");
    }
}
