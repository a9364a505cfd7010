using DigiSam.Access;
using DigiSam.Requests;
using DigiSam.SickLeave;
using DigiSam.SickLeave.Documents;
using DigiSam.Tests.Support;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using ExcelDataReader;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Tests.SickLeave.Documents;

/// <summary>The documents are read again, and say what the page says.</summary>
public sealed class BriefingTests
{
    private static readonly DateOnly Last = new(2026, 2, 1);

    [Theory]
    [InlineData("Omsorgsnämnden", BriefingKind.Board)]
    [InlineData("Exempelkommunen", BriefingKind.Board)]
    [InlineData("Ekskolan", BriefingKind.Tertial)]
    [InlineData("Omsorgsförvaltningen", BriefingKind.Tertial)]
    public async Task Figures_in_both_formats_are_those_of_the_page(string name, BriefingKind kind)
    {
        await using var installed = await Ready();
        var place = await Place(installed, name);
        var view = await installed.Do(new ReadSickLeave(place, Last));
        var above = await installed.Do(new ReadSickLeaveAbove(place, Last));
        var expected = new List<string[]>();
        expected.AddRange(above.Select(known => (known.Name, known.All)).Prepend((name, view.Groups[0])).Select(row => new[]
        {
            row.Item1, SickLeaveWords.Percent(row.Item2.Now?.Total), SickLeaveWords.Points(row.Item2.Difference?.Total), BriefingCell.People(row.Item2.Headcount).Text,
        }));
        expected.AddRange(view.Groups.Select(group => new[]
        {
            SickLeaveWords.Group(group), SickLeaveWords.Percent(group.Now?.Total), SickLeaveWords.Percent(group.Before?.Total), SickLeaveWords.Points(group.Difference?.Total),
            SickLeaveWords.Percent(group.Now?.Short), SickLeaveWords.Percent(group.Now?.Long), SickLeaveWords.Percent(group.Now?.FromDay60),
        }));
        expected.AddRange((await installed.Do(new ReadSickLeaveSeries(place))).Reverse().Select(point => new[]
        {
            SickLeaveWords.Month(point.End), SickLeaveWords.Percent(point.Shares?.Total), SickLeaveWords.Percent(point.Shares?.Short), SickLeaveWords.Percent(point.Shares?.Long),
        }));
        if (kind == BriefingKind.Board)
        {
            expected.AddRange((await installed.Do(new RankPositions(place, Last))).Highest.Select(position => new[]
            {
                SickLeaveWords.Name(position), BriefingCell.People(position.Headcount).Text, SickLeaveWords.Share(position.WomenPercent), SickLeaveWords.Percent(position.Shares.Total),
                SickLeaveWords.Percent(position.Shares.Short), SickLeaveWords.Percent(position.Shares.Long),
            }));
        }

        Assert.True(expected.Count > 5);
        var document = await Fetch(installed, place, kind, "docx");
        var rows = Word(document).Where(row => !row[0].EndsWith('?')).ToList();
        Assert.Equal(expected, rows);
        var sheets = Excel(await Fetch(installed, place, kind, "xlsx")).Where(row => !$"{row[0]}".EndsWith('?')).ToList();
        Assert.Equal(expected.Select(row => row.Select(Plain)), sheets.Select(row => row.Select(cell => Plain($"{cell}"))));
    }

    [Fact]
    public async Task A_manager_is_asked_and_has_room_to_answer_and_a_board_is_not()
    {
        await using var installed = await Ready();
        var unit = await Place(installed, "Ekskolan");
        Assert.Equal(6, Word(await Fetch(installed, unit, BriefingKind.Tertial, "docx")).Count(row => row[0].EndsWith('?') && row[1].Length == 0));
        Assert.Equal(6, Excel(await Fetch(installed, unit, BriefingKind.Tertial, "xlsx")).Count(row => $"{row[0]}".EndsWith('?')));
        Assert.DoesNotContain(Word(await Fetch(installed, await Place(installed, "Omsorgsnämnden"), BriefingKind.Board, "docx")), row => row[0].EndsWith('?'));
    }

    [Fact]
    public async Task What_goes_to_a_board_names_no_unit()
    {
        await using var installed = await Ready();
        Assert.Equal(nameof(UnitsAreNotTold), (await installed.Refused(new DownloadBriefing(await Place(installed, "Ekskolan"), Last, BriefingKind.Board, "docx"))).Rule);
        foreach (var name in new[] { "Omsorgsnämnden", "Exempelkommunen", "Barn- och utbildningsförvaltningen" })
        {
            using var document = WordprocessingDocument.Open(new MemoryStream(await Fetch(installed, await Place(installed, name), BriefingKind.Board, "docx")), isEditable: false);
            var text = document.MainDocumentPart!.Document!.InnerText;
            Assert.All(AbsenceSample.Units, unit => Assert.DoesNotContain(unit, text, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("docx")]
    [InlineData("xlsx")]
    public async Task The_same_data_gives_the_same_bytes_and_a_valid_document(string format)
    {
        await using var installed = await Ready();
        var place = await Place(installed, "Exempelkommunen");
        var once = await Fetch(installed, place, BriefingKind.Board, format);
        Assert.Equal(once, await Fetch(installed, place, BriefingKind.Board, format));
        using OpenXmlPackage package = format == "docx" ? WordprocessingDocument.Open(new MemoryStream(once), isEditable: false) : SpreadsheetDocument.Open(new MemoryStream(once), isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(package).Select(fault => $"{fault.Path?.XPath}: {fault.Description}"));
        Assert.Equal("sv-SE", package.PackageProperties.Language);
        if (package is WordprocessingDocument word)
        {
            Assert.Contains(word.MainDocumentPart!.Document!.Descendants<ParagraphStyleId>(), style => style.Val == "Heading1");
            Assert.All(word.MainDocumentPart.Document.Descendants<Table>(), table => Assert.NotNull(table.Elements<TableRow>().First().TableRowProperties!.GetFirstChild<TableHeader>()));
        }
    }

    [Fact]
    public async Task A_month_before_every_point_of_the_series_has_no_chapter_of_it()
    {
        await using var installed = await AbsenceSample.Ready();
        await installed.Take(AbsenceSample.UnitTable(Last, 13));
        var place = await Place(installed, "Exempelkommunen");
        foreach (var (end, told) in new[] { (Last.AddMonths(-1), true), (Last.AddMonths(-3), false) })
        {
            using var document = WordprocessingDocument.Open(new MemoryStream((await installed.Do(new DownloadBriefing(place, end, BriefingKind.Board, "docx"))).Content), isEditable: false);
            Assert.Equal(told, document.MainDocumentPart!.Document!.InnerText.Contains("Utvecklingen", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Only_those_who_may_read_the_place_get_its_documents()
    {
        await using var installed = await Ready();
        var place = await Place(installed, "Omsorgsnämnden");
        var request = new DownloadBriefing(place, Last, BriefingKind.Board, "docx");
        Assert.IsType<Outcome<BriefingFile>.Denied>(await installed.SendAs(await installed.PersonWith(Role.Employee, place), request));
        Assert.IsType<Outcome<BriefingFile>.Denied>(await installed.SendAs(await installed.PersonWith(Role.BoardSecretary, await Place(installed, "Grundskolenämnden")), request));
        Assert.IsType<Outcome<BriefingFile>.Done>(await installed.SendAs(await installed.PersonWith(Role.BoardSecretary, place), request));
    }

    private static async Task<Installed> Ready()
    {
        var installed = await AbsenceSample.Ready();
        await installed.Take(AbsenceSample.UnitTable(Last, 26));
        await installed.Take(AbsenceSample.BoardTable(Last, 26));
        await installed.Take(PositionsTests.Table(Enumerable.Range(1, 12).SelectMany(number => new[] { ($"Befattning {number}", "kvinnor", 20 + number), ($"Befattning {number}", "män", 12) })));
        return installed;
    }

    private static Task<Guid> Place(Installed installed, string name) => installed.InDatabase(database => database.Places.Where(place => place.Name == name).Select(place => place.Id).SingleAsync());

    private static async Task<byte[]> Fetch(Installed installed, Guid place, BriefingKind kind, string format) => (await installed.Do(new DownloadBriefing(place, Last, kind, format))).Content;

    private static List<string[]> Word(byte[] content)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(content), isEditable: false);
        return [.. document.MainDocumentPart!.Document!.Descendants<Table>().SelectMany(table => table.Elements<TableRow>().Skip(1)).Select(row => row.Elements<TableCell>().Select(cell => cell.InnerText).ToArray())];
    }

    private static List<object?[]> Excel(byte[] content)
    {
        var rows = new List<object?[]>();
        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(content));
        while (reader.NextResult())
        {
            reader.Read();
            while (reader.Read())
                rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)]);
        }

        return rows;
    }

    /// <summary>A cell without its unit, as a number in either form.</summary>
    private static string Plain(string cell) => cell.Replace(" %", "", StringComparison.Ordinal).Replace("+", "", StringComparison.Ordinal) is var text && DigiSam.Language.SwedishNumber.TryRead(text, out var number, out _)
        ? DigiSam.Language.SwedishNumber.Show(number, 1) : text;
}
