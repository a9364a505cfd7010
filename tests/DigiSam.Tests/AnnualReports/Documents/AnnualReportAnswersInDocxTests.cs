using DigiSam.AnnualReports;
using DigiSam.AnnualReports.Documents;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DigiSam.Tests.AnnualReports.Documents;

public sealed class AnnualReportAnswersInDocxTests : IDisposable
{
    private readonly OpenedDocx _report = new(AnnualReportDocx.Write(SampleReport.Create()));

    public void Dispose() => _report.Dispose();

    [Fact]
    public void An_override_shows_both_answers_and_the_reason()
    {
        Assert.Contains(
            "Beräknat svar: Delvis. Fastställt svar: Ja. Motivering: Kommunstyrelsens återstående rond hölls i november, "
            + "efter det att nämnden hade svarat. Inläst 20 februari 2024.",
            _report.InStyle("ListBullet"));
        Assert.Equal(
            ["Har kartläggning av arbetsmiljön (arbetsmiljöronder) genomförts?", "Ja(beräknat: Delvis)", "svar från 9 av 9 nämnder"],
            Row("Har kartläggning"));
    }

    [Fact]
    public void Those_who_deviate_or_have_not_answered_are_named()
    {
        var remarks = _report.InStyle("ListBullet");

        Assert.Contains("Svarade delvis: Kommunstyrelsen.", remarks);
        Assert.Contains("Kommentar från Kommunstyrelsen: Den fysiska ronden hölls i november.", remarks);
        Assert.Contains("Svarade ja: Grundskolenämnden och Miljönämnden.", remarks);
        Assert.Contains("Svarade nej: Socialnämnden.", remarks);
        Assert.Contains("Har inte svarat: Socialnämnden och Tekniska nämnden.", remarks);
    }

    [Fact]
    public void A_question_without_remarks_is_not_repeated_under_the_table() =>
        Assert.DoesNotContain("Har skyddsombud medverkat?", _report.InStyle("Remark"));

    [Fact]
    public void A_boards_report_counts_units()
    {
        using var report = new OpenedDocx(AnnualReportDocx.Write(SampleReport.Create() with { Level = ReportLevel.Board }));

        Assert.Contains("svar från 9 av 9 enheter", report.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("av 9 nämnder", report.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_board_that_is_asked_alone_answers_for_itself()
    {
        var sample = SampleReport.Create();
        var section = sample.Sections.Single(section => section.Key is "ronder");
        var alone = section.Questions[2] with { Answered = 1, Expected = 1 };
        var silent = section.Questions[3] with { Answered = 0, Expected = 1 };
        using var report = new OpenedDocx(AnnualReportDocx.Write(
            sample with { Level = ReportLevel.Board, Sections = [section with { Questions = [alone, silent] }] }));

        Assert.Contains("nämndens eget svar", report.InStyle("TableText"));
        Assert.Contains("nämnden har inte svarat", report.InStyle("TableText"));
    }

    private string[] Row(string start) =>
        [.. _report.Body.Descendants<TableRow>().First(row => row.InnerText.StartsWith(start, StringComparison.Ordinal))
            .Elements<TableCell>().Select(cell => cell.InnerText)];
}
