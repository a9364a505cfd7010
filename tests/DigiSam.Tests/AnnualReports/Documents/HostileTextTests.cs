using System.Text.Json.Nodes;
using System.Xml.Linq;
using DigiSam.AnnualReports.Documents;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Validation;

namespace DigiSam.Tests.AnnualReports.Documents;

public sealed class HostileTextTests
{
    private static readonly Dictionary<string, string> Texts = new(StringComparer.Ordinal)
    {
        ["markup"] = "<w:p>&amp;</w:p> ]]> <!-- --> \" '",
        ["control characters"] = "styrtecken \u0001\u0000\u001F\u000B\u007F\uFFFE i texten",
        ["emoji"] = "🦺 emoji 👩🏽‍🚒",
        ["half a character"] = "halvt tecken \uD83D mitt i",
        ["line ends"] = "rad\r\nrad\rrad\u2028rad\ttabb",
        ["one long word"] = new('å', 10_000),
        ["many words"] = string.Join(' ', Enumerable.Repeat("arbetsmiljö", 900)),
        ["a field instruction"] = "{ PAGE } \\* MERGEFORMAT",
        ["nothing"] = "",
        ["a space"] = " ",
    };

    public static TheoryData<string> Kinds() => [.. Texts.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Hostile_text_gives_a_sound_document(string kind)
    {
        var bytes = AnnualReportDocx.Write(SampleReport.Saying(Texts[kind]));
        using var report = new OpenedDocx(bytes);

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(report.Package).Select(fault => $"{fault.Path?.XPath}: {fault.Description}"));
        Assert.All(OpenedDocx.Parts(bytes), part => XDocument.Parse(part.Text));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Hostile_text_comes_back_from_the_json_as_it_was(string kind)
    {
        var json = JsonNode.Parse(AnnualReportJson.Write(SampleReport.Saying(Texts[kind])))!;

        // Half a surrogate pair is no character; JSON holds the replacement character in its place.
        Assert.Equal(string.Concat(Texts[kind].EnumerateRunes()), (string?)json["title"]);
    }

    [Fact]
    public void Markup_is_read_as_text()
    {
        using var report = new OpenedDocx(AnnualReportDocx.Write(SampleReport.Saying("<w:b/>&amp;")));

        Assert.Contains("<w:b/>&amp;", report.InStyle("GapText"));
    }

    [Fact]
    public void What_xml_cannot_hold_is_left_out_and_the_rest_stays()
    {
        Assert.Equal("ab", PlainText.Clean("a\u0001b"));
        Assert.Equal("a🦺b", PlainText.Clean("a🦺b\uD83D"));
        Assert.Equal("a\nb\nc\nd", PlainText.Clean("a\r\nb\rc\u2028d"));
    }

    [Fact]
    public void Titles_are_one_line_and_never_cut_in_the_middle_of_a_character()
    {
        Assert.Equal("a b", PlainText.OneLine(" a\n\tb "));
        Assert.Equal("aaaaaaaa…", PlainText.OneLine("aaaaaaaa🦺aaaa", 10));
    }
}
