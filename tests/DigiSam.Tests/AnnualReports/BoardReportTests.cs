using System.Text;
using DigiSam.AnnualReports;
using DigiSam.AnnualReports.Content;
using DigiSam.Metrics;
using DigiSam.Tests.Support;

namespace DigiSam.Tests.AnnualReports;

public sealed class BoardReportTests : IAsyncLifetime
{
    private Installed _installed = null!;
    private Guid _board;

    public async ValueTask InitializeAsync()
    {
        _installed = await Installed.WithHuddinge();
        _board = await _installed.BoardId("Kommunstyrelsen");
    }

    public ValueTask DisposeAsync() => _installed.DisposeAsync();

    [Fact]
    public async Task A_boards_report_has_its_own_answers_and_covers_it_alone()
    {
        var report = await Build();
        Assert.Equal("Arbetsmiljörapport 2024 för Kommunstyrelsen", report.Title);
        Assert.Equal(["Kommunstyrelsen"], report.CoveredBoards);
        var questions = report.Sections.SelectMany(section => section.Questions).ToDictionary(question => question.Key);
        Assert.Equal(ReportAnswer.Partly, questions["investigation-done"].Answer);
        Assert.Equal(ReportAnswer.No, questions["allocation-written"].Answer);
        Assert.All(questions.Values, question => Assert.True(question is { Override: null, Deviations.Count: 0, Answered: 1, Expected: 1 }));
    }

    [Fact]
    public async Task A_board_without_figures_of_its_own_shows_that_they_are_missing_and_none_of_the_municipalitys()
    {
        var report = await Build();
        Assert.All(report.Sections.SelectMany(section => section.Tables).SelectMany(table => table.Rows).SelectMany(row => row.Cells),
            cell => Assert.Equal((CellState.Missing, "uppgift saknas"), (cell.State, cell.Text)));
        Assert.Contains("Alla värden saknas i tabellen Övertid och mertid, timmar.", report.Gaps);
    }

    [Fact]
    public async Task A_board_with_figures_shows_them_and_the_difference()
    {
        await Import("board;span;group;headcount;r12_2023_12;r12_2022_12\nKommunstyrelsen;total;alla;412;4,4;5,0\nKommunstyrelsen;total;kvinnor;300;4,9;5,4\nKommunstyrelsen;total;män;112;3,1;4,0\n");
        var rows = Table(await Build(), "sick-leave").Rows;
        Assert.Equal("4,4|5,0|−0,6", string.Join('|', rows[0].Cells.Select(cell => cell.Text)));
        Assert.Equal("3,1|4,0|−0,9", string.Join('|', rows[2].Cells.Select(cell => cell.Text)));
        Assert.Equal("7,7", Table(await _installed.Do(new BuildAnnualReport(2024, null)), "sick-leave").Rows[0].Cells[0].Text);
    }

    [Fact]
    public async Task When_one_sex_is_a_small_group_neither_is_shown()
    {
        await Import("board;span;group;headcount;r12_2023_12;r12_2022_12\nKommunstyrelsen;total;alla;60;4,4;5,0\nKommunstyrelsen;total;kvinnor;50;4,9;5,4\nKommunstyrelsen;total;män;10;3,1;4,0\n");
        var rows = Table(await Build(), "sick-leave").Rows;
        Assert.Equal("4,4|5,0|−0,6", string.Join('|', rows[0].Cells.Select(cell => cell.Text)));
        Assert.All(rows[1].Cells.Concat(rows[2].Cells), cell => Assert.Equal((CellState.Suppressed, "–", (decimal?)null), (cell.State, cell.Text, cell.Value)));
    }

    [Fact]
    public async Task Other_months_than_the_form_asks_for_are_told_under_the_table()
    {
        await Import("board;measure;headcount;r12_2024_03\nKommunstyrelsen;övertid timmar;412;1200\n");
        var table = Table(await Build(), "overtime");
        Assert.Equal(["R12 2024-03", "R12 2022-12", "Skillnad"], table.Columns);
        Assert.Contains("Värdena gäller R12 2024-03; formuläret för 2024 avser R12 2023-12.", table.Notes);
        Assert.Equal("1 200|uppgift saknas|uppgift saknas", string.Join('|', table.Rows[1].Cells.Select(cell => cell.Text)).Replace('\u00A0', ' '));
    }

    [Fact]
    public async Task Texts_stand_in_the_report_they_were_written_for_as_plain_blocks()
    {
        var text = "# Sjukfrånvaro\n\nSjukfrånvaron har **minskat** &amp; mer.\n\n- Rond <script>alert(1)</script>\n- Stöd\n\n## Fortsatt arbete\n\nVi går vidare.\n";
        await _installed.Do(new ImportTexts(2024, _board, "texter.md", Encoding.UTF8.GetBytes(text), DryRun: false));
        var section = Assert.Single((await Build()).Sections, section => section.Key == "sick-leave");
        Assert.Equal(
            ["Paragraph: Sjukfrånvaron har minskat & mer.", "Bullet: Rond <script>alert(1)</script>", "Bullet: Stöd", "Heading: Fortsatt arbete", "Paragraph: Vi går vidare."],
            section.Narrative.Blocks.Select(block => $"{block.Kind}: {block.Text}"));
        Assert.All((await _installed.Do(new BuildAnnualReport(2024, null))).Sections, other => Assert.Empty(other.Narrative.Blocks));
    }

    [Fact]
    public async Task A_board_that_did_not_answer_is_named_and_leaves_the_answer_open_where_all_must_agree()
    {
        var lines = Encoding.UTF8.GetString(HuddingeFiles.Read("answers-by-board-2024.csv")).Split('\n')
            .Where(line => !line.StartsWith("Socialnämnden,\"Har alla som", StringComparison.Ordinal));
        await using var installed = await Installed.WithHuddinge();
        await installed.Do(new ImportAnswers(2024, "svar.csv", Encoding.UTF8.GetBytes(string.Join('\n', lines)), DryRun: false));
        var report = await installed.Do(new BuildAnnualReport(2024, null));
        var question = report.Sections.SelectMany(section => section.Questions).Single(question => question.Key == "allocation-sufficient");
        Assert.Equal((ReportAnswer.Undetermined, 8, 9), (question.Answer, question.Answered, question.Expected));
        Assert.Equal(["Socialnämnden"], question.NotAnswered);
        Assert.Contains("Socialnämnden har inte svarat på 1 av 11 frågor.", report.Gaps);
    }

    [Fact]
    public async Task A_group_that_was_small_last_year_stays_hidden_as_next_years_comparison()
    {
        await Import("board;span;group;headcount;r12_2023_12\nKommunstyrelsen;total;alla;9;33,3\n");
        await _installed.Do(new ImportPublishedValues(2025, "nästa.csv", Encoding.UTF8.GetBytes("board;span;group;headcount;r12_2024_12;r12_2023_12\nKommunstyrelsen;total;alla;14;7,1;33,3\n"), null, DryRun: false));
        var report = await _installed.Do(new BuildAnnualReport(2025, _board));
        Assert.Equal("7,1|–|–", string.Join('|', Table(report, "sick-leave").Rows[0].Cells.Select(cell => cell.Text)));
        Assert.Equal(["Total sjukfrånvaro är 7,1 procent (R12 2024-12). Jämförelsen visas inte."], report.Sections.Single(section => section.Key == "sick-leave").Facts);
        Assert.DoesNotContain(report.Gaps, gap => gap.Contains("inget formulär", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_boards_own_comment_stands_in_its_own_report()
    {
        var csv = "board;question;answer;comment\nKommunstyrelsen;Har skyddsombud medverkat?;Delvis;Ett ombud saknas.\n";
        await _installed.Do(new ImportAnswers(2024, "svar.csv", Encoding.UTF8.GetBytes(csv), DryRun: false));
        var question = (await Build()).Sections.SelectMany(section => section.Questions).Single(question => question.Key == "safety-rep-took-part");
        Assert.Equal("Ett ombud saknas.", question.Comment);
    }

    [Fact]
    public async Task An_override_that_was_made_against_another_computed_answer_is_pointed_out()
    {
        var changed = Encoding.UTF8.GetString(HuddingeFiles.Read("answers-by-board-2024.csv")).Split('\n')
            .Select(line => line.Contains("Har kartläggning", StringComparison.Ordinal) ? line.Replace(",Ja,", ",Nej,", StringComparison.Ordinal).Replace(",Delvis,", ",Nej,", StringComparison.Ordinal) : line);
        await _installed.Do(new ImportAnswers(2024, "svar.csv", Encoding.UTF8.GetBytes(string.Join('\n', changed)), DryRun: false));
        var report = await _installed.Do(new BuildAnnualReport(2024, null));
        Assert.Contains(report.Gaps, gap => gap.Contains("åsidosattes när det beräknade var Delvis; nu är det Nej", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_year_without_any_records_is_no_report()
    {
        var refused = await _installed.Refused(new BuildAnnualReport(2031, null));
        Assert.Equal(nameof(NothingToReport), refused.Rule);
    }

    private Task<AnnualReportContent> Build() => _installed.Do(new BuildAnnualReport(2024, _board));

    private Task Import(string text) => _installed.Do(new ImportPublishedValues(2024, "nämnd.csv", Encoding.UTF8.GetBytes(text), null, DryRun: false));

    private static TableContent Table(AnnualReportContent report, string key) => Assert.Single(report.Sections.SelectMany(section => section.Tables), table => table.Key == key);
}
