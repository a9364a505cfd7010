using DigiSam.AnnualReports;
using DigiSam.AnnualReports.Checking;
using DigiSam.AnnualReports.Content;

namespace DigiSam.Tests.AnnualReports.Checking;

/// <summary>Answers against records, reports below and texts; tables against themselves and against what was decided before.</summary>
public sealed class AnswersAndTablesTests
{
    private static readonly DeviationContent Deviates = new("Socialnämnden", ReportAnswer.Partly, null);

    [Theory]
    [InlineData("Samtliga nämnder har genomfört arbetsmiljöronder och kartläggning av arbetsmiljön.", true)]
    [InlineData("Alla nämnder utom Socialnämnden har genomfört arbetsmiljöronder och kartläggning av arbetsmiljön.", false)]
    [InlineData("Samtliga nämnder har hållit arbetsplatsträffar.", false)]
    public void All_in_the_text_is_held_against_those_who_deviate(string text, bool found) =>
        Assert.Equal(found ? ["all-in-text-against-answers"] : [], CheckedText.In("safety-rounds", text, question => question.Key == "investigation-done" ? question with { Deviations = [Deviates] } : question).Select(finding => finding.Rule));

    [Theory]
    [InlineData("Skyddsombud har inte medverkat vid ronderna på våren.", true)]
    [InlineData("Skyddsombud har medverkat vid ronderna.", false)]
    [InlineData("Ronderna har inte behövt flyttas.", false)]
    public void A_yes_is_held_against_a_text_that_denies_it(string text, bool found) =>
        Assert.Equal(found ? ["answer-against-text"] : [], CheckedText.In("safety-rounds", text).Select(finding => finding.Rule));

    [Fact]
    public void A_yes_by_the_rule_lets_the_text_tell_of_those_who_deviate_and_an_override_does_not()
    {
        const string text = "Inom Socialnämnden har skyddsombud inte medverkat.";
        QuestionContent Given(QuestionContent question, bool isOverridden) => question.Key != "safety-rep-took-part" ? question
            : question with { Deviations = [Deviates], Override = isOverridden ? new OverrideContent(ReportAnswer.Yes, "Skäl.", ReportAnswer.Yes, default, null) : null };
        Assert.Empty(CheckedText.In("safety-rounds", text, question => Given(question, isOverridden: false)));
        Assert.Equal("answer-against-text", Assert.Single(CheckedText.In("safety-rounds", text, question => Given(question, isOverridden: true))).Rule);
    }

    [Fact]
    public void An_answer_against_the_records_needs_a_comment_and_an_override_its_old_ground()
    {
        IReadOnlyList<Finding> With(Func<QuestionContent, QuestionContent> change) => CheckedText.In("summary", "Text.", question => question.Key == "investigation-done" ? change(question) : question);
        var records = new DerivedContent(ReportAnswer.No, "Regel.", "0 av 2 ronder.");
        Assert.Equal("answer-against-records", Assert.Single(With(question => question with { Derived = records })).Rule);
        Assert.Empty(With(question => question with { Derived = records, Comment = "På papper." }));
        Assert.Equal("answer-against-records", Assert.Single(With(question => question with { Override = new OverrideContent(ReportAnswer.Yes, "Skäl.", ReportAnswer.Partly, default, null), Computed = ReportAnswer.No })).Rule);
        Assert.Empty(With(question => question with { Override = new OverrideContent(ReportAnswer.Yes, "Skäl.", ReportAnswer.No, default, null), Computed = ReportAnswer.No }));
    }

    [Theory]
    [InlineData("Tillbuden har ökat markant. En orsak till att tillbuden har ökat något är utbildningen.", 1)]
    [InlineData("Tillbuden har ökat markant. En orsak till att tillbuden har ökat kraftigt är utbildningen.", 0)]
    [InlineData("Arbetsskadorna har ökat. Det syns att arbetsskadorna har minskat jämfört med föregående år.", 1)]
    public void Two_sentences_that_differ_are_found_where_no_table_can_tell(string text, int found) =>
        Assert.Equal(found, CheckedText.In("incidents", text).Count(finding => finding.Rule == "text-against-itself"));

    [Fact]
    public void A_table_that_contradicts_itself_by_more_than_rounding_is_found()
    {
        AnnualReportContent With(string note) => CheckedText.Content(_ => "Text.") is var content ? content with
        {
            Sections = [.. content.Sections.Select(section => section.Key == "sick-leave" ? section with { Tables = [section.Tables[0] with { Notes = [note] }] } : section)],
        } : null!;
        IEnumerable<string> Rules(AnnualReportContent content) => ReportCheck.Of(ReportToCheck.Of(content, CheckedText.Form, Support.Installed.Definitions.Metrics, "Exempelkommunen", CheckedText.Names, [])).Findings.Select(finding => finding.Rule);
        Assert.Equal(["table-against-itself"], Rules(With("Motsägelse i underlaget. R12 2025-12. Kort och lång ska ge den totala.")));
        Assert.Empty(Rules(With("R12 2025-12. 2,5 + 3,9 stämmer med 6,4 inom avrundning.")));
    }

    [Theory]
    [InlineData(6.9, false)]
    [InlineData(7.0, true)]
    public void Another_value_than_a_decided_report_gave_for_the_same_months_is_found(double then, bool found)
    {
        var cell = new CellContent(CellState.Shown, (decimal)then, "då", new Provenance("", "", "R12 2024-12", [], null));
        var earlier = new EarlierReport("Arbetsmiljörapport 2025", 2025, new Dictionary<(string, string, string), CellContent> { [("sick-leave", "Total sjukfrånvaro", "R12 2024-12")] = cell });
        Assert.Equal(found ? ["earlier-report-says-otherwise"] : [], CheckedText.In("summary", "Text.", earlier: [earlier]).Select(finding => finding.Rule));
    }

    [Fact]
    public void What_tells_of_one_person_is_found_in_comments_and_reasons_too()
    {
        Finding? Found(Func<QuestionContent, QuestionContent> change) => CheckedText.In("summary", "Text.", question => question.Key == "investigation-done" ? change(question) : question).SingleOrDefault();
        const string text = "Ronden gjordes.\nDen gällde 811218-9876.";
        Func<QuestionContent, QuestionContent>[] ways =
        [
            question => question with { Comment = text },
            question => question with { Override = new OverrideContent(ReportAnswer.Yes, text, ReportAnswer.Yes, default, null) },
            question => question with { Deviations = [Deviates with { Comment = text }] },
        ];
        var found = ways.Select(way => Found(way)!).ToList();
        Assert.All(found, finding => Assert.Equal(("personal-data", FindingKind.Mend, "safety-rounds", "811218-9876", null), (finding.Rule, finding.Kind, finding.SectionKey, finding.Sentence.Substring(finding.Marks[0].Start, finding.Marks[0].Length), finding.Place)));
        Assert.Contains("Det står i kommentaren till frågan", found[0].Message, StringComparison.Ordinal);
        Assert.Contains("Det står i motiveringen till svaret", found[1].Message, StringComparison.Ordinal);
        Assert.Contains("Det står i kommentaren från Socialnämnden", found[2].Message, StringComparison.Ordinal);
        Assert.Null(Found(question => question with { Comment = "Ronden gjordes." }));
    }

    [Fact]
    public void A_required_analysis_that_is_empty_is_found_and_an_optional_one_is_not()
    {
        var empty = ReportCheck.Of(CheckedText.Of("summary", "Text.")).Findings.Where(finding => finding.Rule == "empty-analysis").Select(finding => finding.SectionKey).ToList();
        Assert.Equal(CheckedText.Form.Sections.Where(section => section.TextRequired && section.Key != "summary").Select(section => section.Key), empty);
    }

    [Fact]
    public void Every_rule_has_a_key_of_its_own() => Assert.Equal(ReportCheck.Rules.Count, ReportCheck.Rules.Select(rule => rule.Key).Distinct().Count());
}
