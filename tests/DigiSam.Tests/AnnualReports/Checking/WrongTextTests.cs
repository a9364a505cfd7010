using DigiSam.AnnualReports.Checking;
using DigiSam.AnnualReports.Checking.Rules;

namespace DigiSam.Tests.AnnualReports.Checking;

/// <summary>One invented sentence for each way of being wrong, with the words that the finding marks.</summary>
public sealed class WrongTextTests
{
    [Theory]
    [InlineData("number-against-table", "sick-leave", "Sjukfrånvaron är 6,8 procent.", "6,8 procent")]
    [InlineData("number-against-table", "sick-leave", "Sjukfrånvaron är 6,9 procent.", "6,9 procent")]
    [InlineData("number-against-table", "sick-leave", "Sjukfrånvaron ligger på åtta procent.", "åtta procent")]
    [InlineData("number-against-table", "sick-leave", "Kvinnornas sjukfrånvaro är 7,2 procent och männens 5,1 procent.", "5,1 procent")]
    [InlineData("number-against-table", "sick-leave", "Sjukfrånvaron har minskat med 0,7 procentenheter.", "minskat med 0,7 procentenheter")]
    [InlineData("number-against-table", "sick-leave", "Sjukfrånvaron har minskat med 0,5 procent.", "minskat med 0,5 procent")]
    [InlineData("number-against-table", "sick-leave", "Sjukfrånvaron har minskat från 7,1 till 6,4 procent.", "7,1")]
    [InlineData("number-against-table", "summary", "Den långa sjukfrånvaron är 4,9 %.", "4,9 %")]
    [InlineData("number-against-table", "overtime", "Övertiden uppgick till 9 509 timmar.", "9 509 timmar")]
    [InlineData("number-against-table", "overtime", "Mertid och övertid uppgick till 29 000 timmar.", "29 000 timmar")]
    [InlineData("number-against-table", "incidents", "Under året rapporterades 313 arbetsskador.", "313 arbetsskador")]
    [InlineData("number-against-table", "sick-leave", "Den korta sjukfrånvaron är 2,5 procent och den långa 3,2 procent.", "3,2 procent")]
    [InlineData("number-against-table", "overtime", "Mertiden ökade med drygt 4 000 timmar.", "ökade med drygt 4 000 timmar")]
    [InlineData("trend-against-table", "overtime", "Uttaget av övertid har ökat.", "ökat")]
    [InlineData("trend-against-table", "sick-leave", "Sjukfrånvaron har ökat något jämfört med föregående år.", "ökat")]
    [InlineData("trend-against-table", "sick-leave", "Sjukfrånvaron är oförändrad.", "oförändrad")]
    [InlineData("trend-against-table", "sick-leave", "Sjukfrånvaron är högre än föregående år.", "högre")]
    [InlineData("trend-against-table", "sick-leave", "Sjukfrånvaron har inte minskat.", "minskat")]
    [InlineData("trend-against-table", "sick-leave", "Korttidsfrånvaron har minskat.", "minskat")]
    [InlineData("trend-against-table", "sick-leave", "Mäns sjukfrånvaro har ökat.", "ökat")]
    [InlineData("trend-against-table", "sick-leave", "Trots en ökning av sjukfrånvaron har arbetet fortsatt.", "ökning")]
    [InlineData("trend-against-table", "overtime", "Både mertid och övertid har ökat.", "ökat")]
    [InlineData("trend-against-table", "turnover", "Personalomsättningen sjönk jämfört med året innan.", "sjönk")]
    [InlineData("strength-against-table", "turnover", "Personalomsättningen har ökat något.", "ökat")]
    [InlineData("strength-against-table", "overtime", "Sammantaget har mertid och övertid ökat kraftigt.", "ökat")]
    [InlineData("comparison-is-missing", "incidents", "Antalet rapporterade tillbud har minskat jämfört med föregående år.", "minskat")]
    [InlineData("hidden-figure-in-text", "sick-leave", "Mäns korta sjukfrånvaro är 1,9 procent.", "1,9 procent")]
    [InlineData("small-group-in-text", "sick-leave", "Två av våra fyra lärare har varit sjukskrivna.", "Två av våra fyra lärare")]
    [InlineData("small-group-in-text", "sick-leave", "Under hösten var 1 av 6 medarbetare frånvarande på grund av stress.", "1 av 6 medarbetare")]
    [InlineData("unknown-place", "summary", "Barn- och familjenämnden har haft en bra höst.", "Barn- och familjenämnden")]
    [InlineData("unknown-place", "summary", "Ronder hölls också på Granskolan.", "Granskolan")]
    [InlineData("personal-data", "summary", "Kontakta anna.berg@exempel.se om rapporten.", "anna.berg@exempel.se")]
    [InlineData("personal-data", "summary", "Skyddsombudet nås på 070-123 45 67.", "070-123 45 67")]
    [InlineData("personal-data", "summary", "Anna Berg har varit sjukskriven under hösten.", "Berg har varit sjukskriven")]
    [InlineData("personal-data", "summary", "Under hösten var rektorn långtidssjukskriven.", "rektorn långtidssjukskriven")]
    public void It_is_pointed_at(string rule, string section, string text, string marked)
    {
        var finding = Assert.Single(CheckedText.In(section, text));
        Assert.Equal((rule, FindingKind.MendOrAccept, section), (finding.Rule, finding.Kind, finding.SectionKey));
        Assert.Equal(marked, finding.Sentence.Substring(Assert.Single(finding.Marks).Start, finding.Marks[0].Length));
        Assert.Equal(finding.Sentence, text.Substring(finding.Place!.Value.Start, finding.Place.Value.Length));
        Assert.NotEmpty(finding.Advice);
    }

    [Fact]
    public void A_name_that_resembles_a_known_one_is_a_remark() =>
        Assert.Equal((FindingKind.Remark, true), Assert.Single(CheckedText.In("summary", "Byggs- och miljönämnden har två enheter.")) is var found ? (found.Kind, found.Message.Contains("Menas Bygg- och miljönämnden?", StringComparison.Ordinal)) : default);

    [Fact]
    public void A_valid_identity_number_must_go_and_one_that_only_looks_so_can_be_accepted()
    {
        Assert.Equal(FindingKind.Mend, Assert.Single(CheckedText.In("summary", "Ärendet gäller 811218-9876.")).Kind);
        Assert.Equal(FindingKind.MendOrAccept, Assert.Single(CheckedText.In("summary", "Ärendet gäller 811218-9875.")).Kind);
        Assert.Empty(CheckedText.In("summary", "Ärendet har nummer 991399-9876."));
    }

    [Theory]
    [InlineData("8112189876", FindingKind.Mend)]
    [InlineData("811218 9876", FindingKind.Mend)]
    [InlineData("811218\u20139876", FindingKind.Mend)]
    [InlineData("811218 - 9876", FindingKind.Mend)]
    [InlineData("811278-9873", FindingKind.Mend)]
    [InlineData("198112189876", FindingKind.Mend)]
    [InlineData("19811218\u20139876", FindingKind.Mend)]
    [InlineData("811218\u20139875", FindingKind.MendOrAccept)]
    [InlineData("8112189875", null)]
    [InlineData("811218 9875", null)]
    [InlineData("9913999876", null)]
    public void An_identity_number_is_found_however_it_is_written(string number, FindingKind? kind) =>
        Assert.Equal(kind, CheckedText.In("summary", $"Ärendet gäller {number}.").SingleOrDefault()?.Kind);

    [Theory]
    [InlineData("Ärendet ٨٠٠١٠١-١٢٣٤ är avslutat.")]
    [InlineData("Sjukfrånvaron är 6,40000000000000000000000000000000001 procent.")]
    [InlineData("Sjukfrånvaron är 6,4000001 procent.")]
    [InlineData("Övertiden uppgick till 79000000000000000000000000000 timmar.")]
    [InlineData("Övertiden uppgick till 79 111 222 333 444 555 666 777 888 999 timmar.")]
    public void Digits_that_are_no_figure_are_passed_over(string text)
    {
        var checkedReport = ReportCheck.Of(CheckedText.Of("summary", text));
        Assert.Empty(checkedReport.Failed);
        Assert.DoesNotContain(checkedReport.Findings, finding => finding.Rule != FindingRules.EmptyAnalysis);
    }

    [Fact]
    public void A_rule_that_fails_is_named_and_the_others_still_look()
    {
        var checkedReport = ReportCheck.Of(CheckedText.Of("summary", "Ärendet gäller 811218-9876."), [new Failing(), .. ReportCheck.Rules]);
        Assert.Equal("failing", Assert.Single(checkedReport.Failed).Rule);
        Assert.Contains(checkedReport.Findings, finding => finding.Rule == "personal-data");
        Assert.Throws<ReportIsNotChecked>(() => new CheckedReport([], 0) { Failed = ["failing"] }.MustLetThrough());
    }

    private sealed class Failing : IReportRule
    {
        public string Key => "failing";

        public IEnumerable<Finding> Look(ReportToCheck report)
        {
            yield return new PersonalData().Look(report).First();
            throw new OverflowException();
        }
    }

    [Fact]
    public void Percent_that_should_be_percentage_points_is_said_to_be_so() =>
        Assert.Contains("procentenheter", Assert.Single(CheckedText.In("sick-leave", "Sjukfrånvaron har minskat med 0,5 procent.")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_last_years_value_told_as_this_years_is_told_to_be_that() =>
        Assert.Contains("R12 2024-12", Assert.Single(CheckedText.In("sick-leave", "Sjukfrånvaron är 6,9 procent.")).Message, StringComparison.Ordinal);

    [Fact]
    public void The_same_finding_has_the_same_key_and_another_sentence_or_figure_another()
    {
        string KeyOf(string text) => Assert.Single(CheckedText.In("sick-leave", text)).Key;
        Assert.Equal(KeyOf("Sjukfrånvaron är 6,8 procent."), KeyOf("Inledning. Sjukfrånvaron är 6,8 procent. Slut."));
        Assert.NotEqual(KeyOf("Sjukfrånvaron är 6,8 procent."), KeyOf("Sjukfrånvaron är 6,7 procent."));
    }
}
