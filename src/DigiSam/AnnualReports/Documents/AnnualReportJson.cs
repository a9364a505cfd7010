using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using DigiSam.AnnualReports.Content;

namespace DigiSam.AnnualReports.Documents;

/// <summary>
/// The annual report for machines, as docs/schema/annual-report-1.schema.json describes it. The names of the content's
/// properties are the names in the file: renaming one means a new format number.
/// </summary>
public static class AnnualReportJson
{
    /// <summary>The number of the format; a change that an existing reader would misread raises it.</summary>
    public const int Format = 1;

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new UtcTime(), new PlainNumber() },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        IndentSize = 2,
        NewLine = "\n",
    };

    /// <summary>UTF-8 without a byte order mark, indented, ending with a line feed. The same content gives the same bytes.</summary>
    public static byte[] Write(AnnualReportContent content)
    {
        var report = JsonSerializer.SerializeToNode(Public(content), Options)!.AsObject();
        report.Insert(0, "format", JsonValue.Create(Format));
        return [.. JsonSerializer.SerializeToUtf8Bytes<JsonNode>(report, Options), (byte)'\n'];
    }

    /// <summary>A report that was written so; null for one of another format.</summary>
    internal static AnnualReportContent? Read(byte[] json)
    {
        try
        {
            return JsonSerializer.Deserialize<AnnualReportContent>(json, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The content without what stands behind hidden values.</summary>
    private static AnnualReportContent Public(AnnualReportContent content) => content with
    {
        Sections = [.. content.Sections.Select(section => section with
        {
            Tables = [.. section.Tables.Select(table => table with
            {
                Rows = [.. table.Rows.Select(row => row with { Cells = [.. row.Cells.Select(Public)] })],
            })],
        })],
    };

    private static CellContent Public(CellContent cell) => cell.State switch
    {
        CellState.Shown => cell,
        CellState.Missing => cell with { Value = null },
        _ => cell with { Value = null, Text = FigureTable.Hidden, Provenance = WithoutLines(cell.Provenance) },
    };

    /// <summary>The number of lines behind a hidden value could be the value.</summary>
    private static Provenance? WithoutLines(Provenance? origin) => origin is null
        ? null
        : origin with { Sources = [.. origin.Sources.Select(source => source with { Lines = [] })] };

    /// <summary>Times in UTC with a Z, whatever offset they were given with.</summary>
    private sealed class UtcTime : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetDateTimeOffset();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));
    }

    /// <summary>Numbers without trailing zeros: databases keep them differently, and 7.70 is 7.7.</summary>
    private sealed class PlainNumber : JsonConverter<decimal>
    {
        private const decimal One = 1.0000000000000000000000000000m;

        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetDecimal();

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(value / One);
    }
}
