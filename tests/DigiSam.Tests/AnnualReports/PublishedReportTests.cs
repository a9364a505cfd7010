using System.Globalization;
using DigiSam.AnnualReports;
using DigiSam.AnnualReports.Content;
using DigiSam.AnnualReports.Documents;
using DigiSam.Tests.Support;

namespace DigiSam.Tests.AnnualReports;

/// <summary>The report of a real municipality, from its published files, held against what it published.</summary>
public sealed class PublishedReportTests : IAsyncLifetime
{
    private Installed _installed = null!;
    private AnnualReportContent _report = null!;

    public async ValueTask InitializeAsync()
    {
        _installed = await Installed.WithHuddinge();
        _report = await _installed.Do(new BuildAnnualReport(2024, null));
    }

    public ValueTask DisposeAsync() => _installed.DisposeAsync();

    /// <summary>The published tables, typed off the published report itself and not off the files.</summary>
    public static TheoryData<string, string[], string[]> PublishedTables => new()
    {
        {
            "incidents", ["Föregående år"],
            ["Antal rapporterade arbetsskador|990", "Antal rapporterade tillbud|748", "Antal klarmarkerade händelser|1 563"]
        },
        {
            "sick-leave", ["R12 2023-12", "R12 2022-12", "Skillnad"],
            [
                "Total sjukfrånvaro|7,7|8,5|−0,8", "Kvinnor|8,6|9,3|−0,7", "Män|5,0|5,5|−0,5",
                "Kort sjukfrånvaro (0–14 dagar)", "Totalt|3,2|3,8|−0,6", "Kvinnor|3,3|3,9|−0,6", "Män|2,9|3,3|−0,4",
                "Lång sjukfrånvaro (15– dagar)", "Totalt|4,6|4,7|−0,1", "Kvinnor|5,3|5,4|−0,1", "Män|2,1|2,2|−0,1",
            ]
        },
        {
            "turnover", ["R12 2023-12", "R12 2022-12", "Skillnad"],
            ["Totalt (procent)|11,0|11,6|−0,6", "Kvinnor (procent)|10,8|11,7|−0,9", "Män (procent)|11,8|11,2|0,6", "Antal avgångar|626|660|−34"]
        },
        {
            "overtime", ["R12 2023-12", "R12 2022-12", "Skillnad"],
            ["Mertid/fyllnadstid|24 054|30 281|−6 227", "Övertid|29 485|36 191|−6 706", "Summa|53 539|66 472|−12 933"]
        },
        {
            "sick-leave-by-position", ["Antal", "Andel kvinnor", "Total", "Kort (1–14 dagar)", "Lång (15– dagar)"],
            [
                "Stödpedagog, funktionsnedsättning|20|75|16,9|4,8|12,2",
                "Vårdbiträde/Stödbiträde, funktionsnedsättning|16|38|15,0|5,9|9,2",
                "Personlig assistent|64|92|13,7|5,0|8,7",
                "Barnskötare|741|90|13,2|5,1|8,1",
                "Stödassistent/Vårdare, dagverksamhet, funktionsnedsättning|78|83|13,0|4,9|8,1",
                "Elevassistent|106|62|12,3|6,8|5,5",
                "Måltidspersonal|112|87|12,2|2,5|9,8",
                "Fältsekreterare|–|–|–|–|–",
            ]
        },
    };

    [Theory]
    [MemberData(nameof(PublishedTables))]
    public void The_published_table_comes_out_cell_for_cell(string key, string[] columns, string[] rows)
    {
        var table = Table(key);
        Assert.Equal(columns, table.Columns);
        Assert.Equal(rows, table.Rows.Select(row => string.Join('|', row.Cells.Select(cell => cell.Text).Prepend(row.Label)).Replace('\u00A0', ' ')));
    }

    /// <summary>Section by section as published; the two marked are overrides of another computed answer.</summary>
    public static TheoryData<string, ReportAnswer, ReportAnswer> PublishedAnswers => new()
    {
        { "reporting-works", ReportAnswer.Yes, ReportAnswer.Yes },
        { "incidents-reported-back", ReportAnswer.Yes, ReportAnswer.Yes },
        { "investigation-done", ReportAnswer.Yes, ReportAnswer.Partly },
        { "routines-followed", ReportAnswer.Partly, ReportAnswer.Partly },
        { "safety-rep-took-part", ReportAnswer.Yes, ReportAnswer.Partly },
        { "measures-reported-back", ReportAnswer.Partly, ReportAnswer.Partly },
        { "occupational-health-used", ReportAnswer.Yes, ReportAnswer.Yes },
        { "inspected", ReportAnswer.Yes, ReportAnswer.Yes },
        { "allocation-written", ReportAnswer.No, ReportAnswer.No },
        { "allocation-sufficient", ReportAnswer.Yes, ReportAnswer.Yes },
        { "managers-certified", ReportAnswer.No, ReportAnswer.No },
    };

    [Theory]
    [MemberData(nameof(PublishedAnswers))]
    public void The_published_answer_comes_out(string key, ReportAnswer published, ReportAnswer computed)
    {
        var question = Question(key);
        Assert.Equal(published, question.Answer);
        Assert.Equal(computed, question.Computed);
        Assert.Equal((9, 9), (question.Answered, question.Expected));
    }

    [Fact]
    public void All_eleven_questions_are_held_against_what_was_published() =>
        Assert.Equal(_report.Sections.SelectMany(section => section.Questions).Select(question => question.Key), PublishedAnswers.Select(row => row.Data.Item1));

    [Fact]
    public void Just_two_answers_are_overrides_and_both_say_why()
    {
        var overridden = _report.Sections.SelectMany(section => section.Questions).Where(question => question.Override is not null).ToList();
        Assert.Equal(["investigation-done", "safety-rep-took-part"], overridden.Select(question => question.Key));
        Assert.All(overridden, question => Assert.Equal("computed by share over boards: Delvis; published Ja: override", question.Override!.Reason));
    }

    [Fact]
    public void The_boards_that_deviate_are_named_with_their_answers()
    {
        Assert.Equal(["Kommunstyrelsen: No"], Deviating("allocation-written"));
        Assert.Equal(["Kommunstyrelsen: Partly"], Deviating("investigation-done"));
        Assert.Equal(["Förskolenämnden: Partly", "Grundskolenämnden: Partly"], Deviating("safety-rep-took-part"));
        Assert.Equal(["Förskolenämnden: Yes", "Grundskolenämnden: Yes"], Deviating("inspected"));
        Assert.Equal(
            ["Förskolenämnden: No", "Grundskolenämnden: No", "Kommunstyrelsen: No", "Kultur- och fritidsnämnden: No", "Socialnämnden: No"],
            Deviating("managers-certified"));
    }

    [Fact]
    public void Every_number_is_the_one_in_the_file_read_by_plain_loops()
    {
        var expected = new SortedDictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var file in new[] { "sick-leave-r12.csv", "turnover-r12.csv", "overtime-r12.csv", "incidents-2024.csv" })
        {
            var lines = File.ReadAllLines(HuddingeFiles.PathOf(file));
            for (var line = 1; line < lines.Length; line++)
            {
                var cells = lines[line].Split(',');
                var values = cells.Where(cell => decimal.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
                    .Select(cell => decimal.Parse(cell, NumberStyles.Float, CultureInfo.InvariantCulture)).ToList();
                for (var column = 0; column < values.Count; column++)
                    expected[$"{file} rad {line + 1} kolumn {column}"] = values[column];
            }
        }

        var shown = new SortedDictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var row in _report.Sections.SelectMany(section => section.Tables).Where(table => table.Key != "sick-leave-by-position").SelectMany(table => table.Rows))
        {
            for (var column = 0; column < row.Cells.Count; column++)
            {
                var source = Assert.Single(row.Cells[column].Provenance!.Sources);
                shown[$"{source.File} rad {Assert.Single(source.Lines)} kolumn {column}"] = row.Cells[column].Value!.Value;
            }
        }

        Assert.Equal(51, expected.Count);
        Assert.Equal(expected, shown);
    }

    [Fact]
    public void Every_figure_and_answer_says_where_it_comes_from()
    {
        var cells = _report.Sections.SelectMany(section => section.Tables).SelectMany(table => table.Rows).SelectMany(row => row.Cells).ToList();
        Assert.NotEmpty(cells);
        Assert.All(cells, cell => Assert.NotEmpty(cell.Provenance!.Sources));
        Assert.All(_report.Sections.SelectMany(section => section.Questions), question => Assert.Equal(9, question.Provenance.Sources.Sum(source => source.Lines.Count)));
    }

    [Fact]
    public async Task The_values_of_the_group_of_eight_are_nowhere_in_the_database_or_the_documents()
    {
        var rows = await _installed.InDatabase(database => Task.FromResult(database.MetricValues.Where(value => value.Group == "Fältsekreterare").ToList()));
        Assert.Equal(5, rows.Count);
        Assert.All(rows, row => Assert.True(row is { Suppressed: true, Value: null, Headcount: null }));
        Assert.DoesNotContain("14.3", System.Text.Encoding.UTF8.GetString(AnnualReportJson.Write(_report)), StringComparison.Ordinal);
        Assert.DoesNotContain("14,3", System.Text.Encoding.UTF8.GetString(AnnualReportJson.Write(_report)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_rounding_does_is_said_under_the_table() =>
        Assert.Contains(Table("sick-leave").Notes, note => note.Contains("3,2 + 4,6 = 7,8 men summan anges till 7,7; skillnaden beror på avrundning", StringComparison.Ordinal));

    [Fact]
    public void The_facts_are_told_as_sentences()
    {
        Assert.Equal(["Total sjukfrånvaro är 7,7 procent (R12 2023-12), 0,8 procentenheter lägre än 8,5 procent (R12 2022-12)."], Section("sick-leave").Facts);
        Assert.Equal(["Mertid och övertid är 53 539 timmar (R12 2023-12), 12 933 timmar färre än 66 472 timmar (R12 2022-12)."], Section("overtime").Facts.Select(fact => fact.Replace('\u00A0', ' ')));
    }

    [Fact]
    public async Task The_same_records_give_the_same_bytes_whenever_they_are_built()
    {
        var (docx, json) = (AnnualReportDocx.Write(_report), AnnualReportJson.Write(_report));
        _installed.Clock.Advance(TimeSpan.FromDays(400));
        var later = await _installed.Do(new BuildAnnualReport(2024, null));
        Assert.Equal(docx, AnnualReportDocx.Write(later));
        Assert.Equal(json, AnnualReportJson.Write(later));
    }

    private TableContent Table(string key) => Assert.Single(_report.Sections.SelectMany(section => section.Tables), table => table.Key == key);

    private QuestionContent Question(string key) => Assert.Single(_report.Sections.SelectMany(section => section.Questions), question => question.Key == key);

    private SectionContent Section(string key) => Assert.Single(_report.Sections, section => section.Key == key);

    private IEnumerable<string> Deviating(string key) => Question(key).Deviations.Select(deviation => $"{deviation.Place}: {deviation.Answer}");
}
