using System.Text;
using DigiSam.Imports;

namespace DigiSam.Tests.Imports;

public sealed class TableFileTests
{
    [Theory]
    [InlineData("a,b\n1,2\n3,4\n")]
    [InlineData("a,b\r\n1,2\r\n3,4\r\n")]
    [InlineData("a,b\r1,2\r3,4\r")]
    [InlineData("a,b\n1,2\n3,4")]
    [InlineData("a,b\n1,2\n3,4\n\n\n")]
    [InlineData("a,b\r\n1,2\r\n3,4\r\n\r\n")]
    [InlineData("a;b\n1;2\n3;4\n;\n \n")]
    [InlineData("\"a\",\"b\"\n\"1\" , 2\n3,\"4\"\n")]
    public void A_table_is_read_whatever_its_line_ends_and_separators(string text)
    {
        var table = Read(text);
        Assert.Equal(["a", "b"], table.Header);
        Assert.Equal(["2: 1 2", "3: 3 4"], table.Rows.Select(row => $"{row.Line}: {string.Join(' ', row.Cells)}"));
    }

    [Fact]
    public void Blank_lines_between_rows_are_counted() =>
        Assert.Equal([2, 5], Read("a,b\n1,2\n\n\n3,4\n").Rows.Select(row => row.Line));

    [Theory]
    [InlineData("a,b\n\"Enhet \"\"Solen\"\"\",2\n", "Enhet \"Solen\"")]
    [InlineData("a,b\nEnhet \"Solen\",2\n", "Enhet \"Solen\"")]
    [InlineData("a,b\n\"Drift, vård\",2\n", "Drift, vård")]
    [InlineData("a;b\nDrift, vård;2\n", "Drift, vård")]
    [InlineData("a;b\n\"Drift; vård\";2\n", "Drift; vård")]
    public void Quotes_keep_separators_and_quotes_in_a_cell(string text, string cell) => Assert.Equal(cell, Read(text).Rows[0].Cells[0]);

    [Theory]
    [InlineData("a,b\n1,2\n\"3,4\n5,6\n", 3)]
    [InlineData("a,b\n1,\"2", 2)]
    [InlineData("a,b\n1,2\n3,\"Vård- och omsorgs", 3)]
    [InlineData("a,b\n\"Solen\" skola,2\n", 2)]
    [InlineData("a,b\n1,2\n \"Solen\",2\n", 3)]
    [InlineData("a,b\n1,\"2\"\"\n", 2)]
    [InlineData("a;b\n\"\"Solen\"\";3\n", 2)]
    public void A_quote_that_does_not_close_is_refused_with_the_line(string text, int line) => Refused(text, (line, "citattecken"));

    [Fact]
    public void Every_row_with_too_few_or_too_many_cells_is_named() =>
        Refused("a,b\n1\n1,2\n1,2,3\n7,7,8,5\n", (2, "1 fält"), (4, "3 fält"), (5, "4 fält"));

    [Fact]
    public void A_decimal_comma_without_quotes_in_a_comma_file_is_refused() => Refused("span,value\ntotal,7,7\n", (2, "\"7,7\""));

    [Theory]
    [InlineData("a,b,A\n1,2,3\n", 1, "\"a\" finns 2 gånger")]
    [InlineData("a,b\n", 1, "inga rader")]
    [InlineData("a,b\n\n,\n", 1, "inga rader")]
    [InlineData("\n\n", 0, "tom")]
    [InlineData("a,b\n1,2\u0007\n", 2, "styrtecken")]
    [InlineData("\n\na\u0007,b\n1,2\n", 3, "styrtecken")]
    [InlineData("a\tb\n1\t2\n", 1, "styrtecken")]
    [InlineData("a,b\nSocial\u00ADnämnden,2\n", 2, "osynliga")]
    [InlineData("a,b\nSocial\u200Bnämnden,2\n", 2, "osynliga")]
    [InlineData("a,b\n\uFEFFSocialnämnden,2\n", 2, "osynliga")]
    [InlineData("a,b\n\u202Enednmän,2\n", 2, "osynliga")]
    public void A_table_that_is_none_is_refused(string text, int line, string reason) =>
        Assert.Contains(Assert.Throws<FileRefused>(() => Read(text)).Faults, fault => fault.Line == line && fault.Reason.Contains(reason, StringComparison.Ordinal));

    [Fact]
    public void A_file_too_large_is_refused_before_it_is_read() =>
        Assert.Contains("50 MB", Assert.Throws<FileRefused>(() => TableFile.Read("fil.csv", new byte[TableFile.MaxBytes + 1])).Details[0], StringComparison.Ordinal);

    [Fact]
    public void The_faults_are_told_in_the_order_of_the_file()
    {
        var refused = Assert.Throws<FileRefused>(() => Read("a,b\n1\n2\n"));
        Assert.Equal(["rad 2", "rad 3"], refused.Details.Select(detail => detail[..5]));
        Assert.Equal("fil.csv: inget importerades. Rätta de 2 felen och importera filen igen.", refused.Message);
    }

    private static TableFile Read(string text)
    {
        var table = TableFile.Read("fil.csv", Encoding.UTF8.GetBytes(text));
        table.Faults.ThrowIfAny();
        return table;
    }

    private static void Refused(string text, params (int Line, string Reason)[] expected)
    {
        var faults = Assert.Throws<FileRefused>(() => Read(text)).Faults;
        Assert.Equal(expected.Select(fault => fault.Line), faults.Select(fault => fault.Line));
        Assert.All(expected.Zip(faults), pair => Assert.Contains(pair.First.Reason, pair.Second.Reason, StringComparison.Ordinal));
    }
}
