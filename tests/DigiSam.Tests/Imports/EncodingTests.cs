using System.Text;
using DigiSam.Imports;
using DigiSam.Tests.Support;

namespace DigiSam.Tests.Imports;

/// <summary>One file as different systems write it says the same; what cannot be told for certain is refused with its line.</summary>
public sealed class EncodingTests
{
    private const string Text = "name;value\nFörskolan Åkern;1\nÄngsskolan;2\n";

    public static TheoryData<string, string> KindsAndEncodings => new MatrixTheoryData<string, string>(ImportSample.All.Select(sample => sample.Kind), TableForm.Encodings);

    [Theory]
    [MemberData(nameof(KindsAndEncodings))]
    public async Task A_file_says_the_same_in_every_encoding_with_every_separator(string kind, string encoding)
    {
        var sample = ImportSample.Of(kind);
        await using var installed = await ImportSample.Ready();
        await installed.Do(sample.Import(TableForm.Plain));
        var before = DatabaseContents.ReadWithoutRecords(installed);

        foreach (var delimiter in new[] { ';', ',' })
        {
            foreach (var (sign, lineEnd) in new[] { ('.', "\r\n"), (',', "\n"), (',', "\r") })
            {
                var again = await installed.Do(sample.Import(new TableForm(encoding, delimiter, sign, lineEnd, "\u00A0", BlankLines: 2)));
                Assert.True(kind == "published answers" || again.AlreadyImported, $"{again}");
                Assert.Equal((0, 0), (again.Added, again.Replaced));
            }
        }

        Assert.Equal(before, DatabaseContents.ReadWithoutRecords(installed));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-8 bom")]
    [InlineData("iso-8859-1")]
    [InlineData("windows-1252")]
    public void Swedish_letters_come_out_of_every_encoding(string encoding) =>
        Assert.Equal(Text, FileText.Decode("fil.csv", TableForm.Bytes(encoding, Text)));

    [Fact]
    public void Letters_written_as_two_signs_become_one() =>
        Assert.Equal(Text, FileText.Decode("fil.csv", Encoding.UTF8.GetBytes(Text.Normalize(NormalizationForm.FormD))));

    /// <summary>The lines are 1 header, 2 with å and ö, 3 with Ä alone: the first that shows it is named.</summary>
    [Theory]
    [InlineData("ibm437", "name\nabc\nFörskolan\n", 3)]
    [InlineData("ibm850", "name\nabc\nFörskolan\n", 3)]
    [InlineData("ibm850", "name\nÅkern\n", 2)]
    [InlineData("ibm850", "name\rabc\rÄngen\r", 3)]
    [InlineData("ibm850", "name\r\nabc\r\nÖstra\r\n", 3)]
    [InlineData("macintosh", "name\nabc\nFörskolan\n", 3)]
    [InlineData("macintosh", "name\nÅkern\n", 2)]
    [InlineData("macintosh", "name\nabc\nÄngen\n", 3)]
    [InlineData("macintosh", "name\nÖstra skolan\n", 2)]
    [InlineData("macintosh", "name\nSJÖ\n", 2)]
    [InlineData("macintosh", "name\nGUSTAFSNÄS\n", 2)]
    public void Bytes_of_an_old_code_page_are_refused_with_the_line(string encoding, string text, int line) =>
        Refused(TableForm.Bytes(encoding, text), line);

    [Theory]
    [InlineData("utf-8", "iso-8859-1")]
    [InlineData("utf-8", "windows-1252")]
    [InlineData("utf-8", "macintosh")]
    [InlineData("utf-8", "ibm850")]
    [InlineData("utf-8", "ibm437")]
    public void A_file_saved_twice_in_the_wrong_encoding_is_refused_with_the_line(string written, string read)
    {
        foreach (var letter in "åäöÖé")
            Refused(Encoding.UTF8.GetBytes("name\nabc\n" + TableForm.Misread($"x{letter}x", written, read)), 3);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void A_file_that_mixes_encodings_is_refused_with_the_line_that_is_not_utf_8(string end)
    {
        byte[] mixed = [.. Encoding.UTF8.GetBytes($"name{end}Förskolan{end}abc{end}"), .. Encoding.Latin1.GetBytes($"Ängsskolan{end}")];
        Refused(mixed, 4);
        Refused([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes($"name{end}abc{end}"), .. Encoding.Latin1.GetBytes($"Åkern{end}")], 3);
    }

    [Fact]
    public void Bytes_that_two_encodings_explain_equally_well_are_refused()
    {
        Refused(TableForm.Bytes("windows-1252", "name\nSJÖ\u00A0STAD\n"), 2);
        Assert.Contains("SJÖ\u00A0STAD", FileText.Decode("fil.csv", TableForm.Bytes("utf-8", "name\nSJÖ\u00A0STAD\n")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_lost_letter_is_refused_with_the_line() => Refused(Encoding.UTF8.GetBytes("name\nabc\nF\uFFFDrskolan\n"), 3);

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void Two_and_four_byte_encodings_are_refused(string encoding)
    {
        Refused(TableForm.Bytes(encoding, Text), 0);
        Refused([.. Encoding.GetEncoding(encoding).GetPreamble(), .. TableForm.Bytes(encoding, Text)], 0);
    }

    [Fact]
    public void Nul_bytes_and_nothing_at_all_are_refused()
    {
        Refused("name\nF\0rskolan\n"u8.ToArray(), 0);
        Refused([], 0);
    }

    private static void Refused(byte[] content, int line)
    {
        var refused = Assert.Throws<FileRefused>(() => FileText.Decode("fil.csv", content));
        var fault = Assert.Single(refused.Faults);
        Assert.Equal(line, fault.Line);
        Assert.NotEmpty(fault.Reason);
    }
}
