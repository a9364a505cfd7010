using DigiSam.Access;
using DigiSam.Risks;
using DigiSam.Risks.Life;
using DigiSam.Web.Overview;

namespace DigiSam.Tests.Overview;

/// <summary>What risks wait for, as the overview says it.</summary>
public sealed class RiskSentenceTests
{
    private static readonly DateOnly Today = new(2026, 3, 16);

    private static readonly Guid Birch = new("00000000-0000-0000-0000-00000000000b");

    private static readonly Guid Above = new("00000000-0000-0000-0000-00000000000a");

    [Theory]
    [InlineData(RiskStage.Identified, false, "Bedöm 3 risker på Björkskolan, senast 4 december 2026.", "upptackta")]
    [InlineData(RiskStage.Assessed, false, "Bestäm vad ni gör åt 3 risker på Björkskolan, senast 4 december 2026.", "bedomda")]
    [InlineData(RiskStage.Planned, false, "Genomför åtgärderna mot 3 risker på Björkskolan, senast 4 december 2026.", "planerade")]
    [InlineData(RiskStage.Acted, false, "Kontrollera effekten av åtgärderna mot 3 risker på Björkskolan, senast 4 december 2026.", "atgardade")]
    [InlineData(RiskStage.FollowedUp, false, "Stäng 3 risker på Björkskolan som är uppföljda, eller planera mer, senast 4 december 2026.", "uppfoljda")]
    [InlineData(RiskStage.Identified, true, "Var med och bedöm 3 risker på Björkskolan, senast 4 december 2026.", "upptackta")]
    [InlineData(RiskStage.Assessed, true, "Var med och bestäm vad ni gör åt 3 risker på Björkskolan, senast 4 december 2026.", "bedomda")]
    [InlineData(RiskStage.Acted, true, "Var med och kontrollera effekten av åtgärderna mot 3 risker på Björkskolan, senast 4 december 2026.", "atgardade")]
    [InlineData(RiskStage.FollowedUp, true, "Var med och säg om åtgärderna mot 3 risker på Björkskolan räcker, senast 4 december 2026.", "uppfoljda")]
    public void Many_in_a_stage_are_one_sentence_that_leads_to_them(RiskStage stage, bool isPart, string text, string state)
    {
        var sentence = Said(Work(stage, isPart: isPart));
        Assert.Equal((text, "Visa riskerna", $"/risker?lage={state}&plats={Birch}&tid=vantar", false), (sentence.Text, sentence.Button, sentence.Address, sentence.Late));
    }

    [Fact]
    public void One_is_told_by_name_and_leads_to_itself()
    {
        var id = Guid.NewGuid();
        var sentence = Said(Work(RiskStage.Identified) with { Count = 1, Only = new OneRisk(id, "Hala golv") });
        Assert.Equal(("Bedöm risken ”Hala golv” på Björkskolan, senast 4 december 2026.", "Öppna risken", $"/risker/{id}"), (sentence.Text, sentence.Button, sentence.Address));
    }

    [Fact]
    public void Different_days_a_reminder_and_what_is_late_are_said()
    {
        var sentence = Said(Work(RiskStage.Identified) with { First = new DateOnly(2026, 3, 2), IsReminded = true });
        Assert.Equal(("Bedöm 3 risker på Björkskolan, den första senast 2 mars 2026. Det här är en påminnelse.", true), (sentence.Text, sentence.Late));
        Assert.Equal("Bedöm 3 risker på Björkskolan.", Said(Work(RiskStage.Identified) with { First = null, Last = null }).Text);
        Assert.DoesNotContain("påminnelse", Said(Work(RiskStage.Identified, isPart: true) with { IsReminded = true }).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "Björkskolan är försenad: en risk skulle ha bedömts 2 mars 2026. Prata med den ansvariga om vad som hindrar.")]
    [InlineData(4, "Björkskolan är försenad: 4 risker skulle ha bedömts, den första 2 mars 2026. Prata med den ansvariga om vad som hindrar.")]
    public void What_is_late_in_one_unit_and_stage_says_so(int count, string text)
    {
        var sentence = Assert.Single(RiskSentence.About(new RiskWork([], [Late(Birch, RiskStage.Identified, count)]), Today));
        Assert.Equal((text, $"/risker?lage=upptackta&plats={Birch}&tid=forsenade&berattat={Above}", true), (sentence.Text, sentence.Address, sentence.Late));
    }

    [Fact]
    public void A_reminder_that_lies_above_is_told_apart_from_what_is_late()
    {
        var sentence = Assert.Single(RiskSentence.About(new RiskWork([], [Late(Birch, RiskStage.Identified, 2) with { IsAway = true }]), Today));
        Assert.StartsWith("2 risker på Björkskolan ska ha bedömts", sentence.Text, StringComparison.Ordinal);
        Assert.EndsWith("Den som skulle ha påmints är ledig, och du är närmast ovanför.", sentence.Text, StringComparison.Ordinal);
        Assert.Equal(($"/risker?lage=upptackta&plats={Birch}&berattat={Above}", false), (sentence.Address, sentence.Late));
    }

    [Fact]
    public void A_stand_in_reads_in_whose_stead()
    {
        const string Said = "Du gör det i stället för Karin Lindahl.";
        var work = new RiskWork(
            [Work(RiskStage.Planned) with { InsteadOf = "Karin Lindahl", ButForLateMeasures = true }],
            [Late(Birch, RiskStage.Identified, 2) with { InsteadOf = "Karin Lindahl" }, Late(Birch, RiskStage.Assessed, 2) with { InsteadOf = "Karin Lindahl", IsAway = true }]);
        var sentences = RiskSentence.About(work, Today).ToList();
        Assert.Equal(3, sentences.Count);
        Assert.All(sentences, sentence => Assert.EndsWith(Said, sentence.Text, StringComparison.Ordinal));
        Assert.EndsWith("&tid=vantar-utan-sena-atgarder", sentences[0].Address, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_late_in_many_units_is_one_sentence()
    {
        var late = Enumerable.Range(0, 40).Select(_ => Late(Guid.NewGuid(), RiskStage.Identified, 3)).Append(Late(Birch, RiskStage.Planned, 2)).Append(Late(Birch, RiskStage.Acted, 1));
        var sentence = Assert.Single(RiskSentence.About(new RiskWork([], [.. late]), Today));
        Assert.Equal(
            "123 risker på 41 enheter är försenade, den äldsta sedan 2 mars 2026: 120 skulle ha bedömts, 2 skulle ha åtgärdats och 1 skulle ha följts upp. Prata med de ansvariga om vad som hindrar.",
            sentence.Text);
        Assert.Equal($"/risker?tid=forsenade&plats={Above}&berattat={Above}", sentence.Address);
        Assert.StartsWith("3 risker på Björkskolan är försenade", Assert.Single(RiskSentence.About(new RiskWork([], [Late(Birch, RiskStage.Planned, 2), Late(Birch, RiskStage.Acted, 1)]), Today)).Text, StringComparison.Ordinal);
    }

    private static WaitingSentence Said(StageWork work) => Assert.Single(RiskSentence.About(new RiskWork([work], []), Today));

    private static StageWork Work(RiskStage stage, bool isPart = false) =>
        new(Birch, "Björkskolan", stage, isPart ? Role.SafetyRep : Role.Manager, isPart, 3, new DateOnly(2026, 12, 4), new DateOnly(2026, 12, 4), false, null);

    private static LateRisks Late(Guid unit, RiskStage stage, int count) => new(Above, unit, "Björkskolan", stage, count, new DateOnly(2026, 3, 2));
}
