using System.Globalization;
using System.IO.Compression;
using System.Text;
using DigiSam.AnnualReports.Content;
using DigiSam.AnnualReports.Documents;

namespace DigiSam.Tests.AnnualReports.Documents;

public sealed class SameBytesTests
{
    [Fact]
    public void The_same_content_gives_the_same_bytes()
    {
        Assert.Equal(AnnualReportDocx.Write(SampleReport.Create()), AnnualReportDocx.Write(SampleReport.Create()));
        Assert.Equal(AnnualReportJson.Write(SampleReport.Create()), AnnualReportJson.Write(SampleReport.Create()));
    }

    [Fact]
    public void Other_content_gives_other_bytes()
    {
        var other = SampleReport.Create() with { Municipality = "Provköping" };

        Assert.NotEqual(AnnualReportDocx.Write(SampleReport.Create()), AnnualReportDocx.Write(other));
        Assert.NotEqual(AnnualReportJson.Write(SampleReport.Create()), AnnualReportJson.Write(other));
    }

    [Theory]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    [InlineData("en-US")]
    public void The_machines_language_makes_no_difference(string culture)
    {
        var docx = AnnualReportDocx.Write(SampleReport.Create());
        var json = AnnualReportJson.Write(SampleReport.Create());
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(docx, AnnualReportDocx.Write(SampleReport.Create()));
            Assert.Equal(json, AnnualReportJson.Write(SampleReport.Create()));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void No_entry_of_the_package_carries_the_time_of_writing()
    {
        using var zip = new ZipArchive(new MemoryStream(AnnualReportDocx.Write(SampleReport.Create())), ZipArchiveMode.Read);

        Assert.All(zip.Entries, entry => Assert.Equal(new DateTime(1980, 1, 1), entry.LastWriteTime.DateTime));
    }

    [Fact]
    public void Parts_stand_in_a_fixed_order_with_the_content_types_first()
    {
        var names = OpenedDocx.Parts(AnnualReportDocx.Write(SampleReport.Create())).Select(part => part.Name).ToList();

        Assert.Equal("[Content_Types].xml", names[0]);
        Assert.Equal(names.Skip(1).Order(StringComparer.Ordinal), names.Skip(1));
        Assert.Contains("word/document.xml", names);
    }

    [Fact]
    public void The_only_time_in_the_properties_is_that_of_the_newest_input()
    {
        Assert.Equal(["2024-03-14T23:30:00Z", "2024-03-14T23:30:00Z"], Times(SampleReport.Create()));
        Assert.Empty(Times(SampleReport.Create() with { NewestInput = null }));
    }

    [Fact]
    public void The_properties_tell_title_and_language()
    {
        var properties = Properties(SampleReport.Create());

        Assert.Contains("<dc:title>Arbetsmiljörapport 2024</dc:title>", properties, StringComparison.Ordinal);
        Assert.Contains("<dc:language>sv-SE</dc:language>", properties, StringComparison.Ordinal);
    }

    [Fact]
    public void Entries_added_in_another_order_at_another_time_give_the_same_zip()
    {
        string[] names = ["word/b.xml", "[Content_Types].xml", "word/a.xml", "_rels/.rels"];
        using var first = Zip(names, new DateTimeOffset(2024, 3, 14, 12, 0, 0, TimeSpan.Zero));
        using var second = Zip(names.Reverse(), new DateTimeOffset(2031, 1, 1, 12, 0, 0, TimeSpan.Zero));

        Assert.Equal(ReproducibleZip.Rebuild(first), ReproducibleZip.Rebuild(second));
    }

    private static MemoryStream Zip(IEnumerable<string> names, DateTimeOffset time)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in names)
            {
                var entry = zip.CreateEntry(name);
                entry.LastWriteTime = time;
                using var part = entry.Open();
                part.Write(Encoding.UTF8.GetBytes("<list/>"));
            }
        }

        stream.Position = 0;
        return stream;
    }

    private static string Properties(AnnualReportContent content) =>
        OpenedDocx.Parts(AnnualReportDocx.Write(content)).Single(part => part.Name is "docProps/core.xml").Text;

    private static IEnumerable<string> Times(AnnualReportContent content) =>
        System.Xml.Linq.XDocument.Parse(Properties(content)).Root!.Elements()
            .Where(property => property.Name.LocalName is "created" or "modified")
            .Select(property => property.Value);
}
