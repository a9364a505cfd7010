using DigiSam.Checklists;
using DigiSam.Risks;
using DigiSam.Tests.Support;

namespace DigiSam.Tests.Risks;

/// <summary>The rules that a risk keeps by itself.</summary>
public sealed class RiskTests
{
    private static readonly DateOnly Day = new(2026, 3, 14);
    private static readonly DateTimeOffset Now = new(2026, 3, 14, 9, 0, 0, TimeSpan.Zero);
    private static readonly Guid Someone = Guid.CreateVersion7();
    private static readonly RiskMatrix Matrix = Installed.Definitions.Matrix;

    [Fact]
    public void A_risk_without_assessment_is_not_assessed_and_neither_closed_nor_lifted()
    {
        var risk = New();
        Assert.Equal((null, null, null, null), (risk.Value, risk.Level, risk.Serious, risk.AssessedOn));
        Assert.Throws<UnassessedRiskStaysOpen>(() => risk.Close("Borta", Someone, Day, Now));
        Assert.Throws<OnlyAnAssessedRiskIsLifted>(() => risk.Lift("Kostar mycket", Someone, Day, Now));
    }

    [Fact]
    public void The_newest_assessment_holds_and_the_earlier_stay_as_they_were()
    {
        var risk = Assessed(4, 4, serious: true);
        risk.Assess(Guid.CreateVersion7(), Matrix, 1, 2, serious: false, "Mattan ligger där.", Someone, Day.AddDays(40), Now.AddDays(40));
        Assert.Equal((2, "low", false, Day.AddDays(40)), (risk.Value, risk.Level, risk.Serious, risk.AssessedOn));
        Assert.Equal([16, 2], risk.Assessments.Select(made => made.Value));
        Assert.Equal(("very-high", true, Day), (risk.Assessments[0].Level, risk.Assessments[0].Serious, risk.Assessments[0].AssessedOn));
    }

    [Fact]
    public void The_same_assessment_twice_counts_once_even_after_the_risk_is_closed()
    {
        var (risk, id) = (New(), Guid.CreateVersion7());
        risk.Assess(id, Matrix, 2, 2, serious: false, "Sällan", Someone, Day, Now);
        risk.Close("Åtgärdad", Someone, Day, Now);
        risk.Assess(id, Matrix, 2, 2, serious: false, "Sällan", Someone, Day, Now);
        Assert.Single(risk.Assessments);
        Assert.Throws<RiskIsClosed>(() => risk.Assess(Guid.CreateVersion7(), Matrix, 2, 2, serious: false, "Sällan", Someone, Day, Now));
    }

    [Fact]
    public void A_closed_risk_is_opened_before_it_is_changed_and_everything_stays_in_the_history()
    {
        var risk = Assessed(2, 3);
        risk.Close("Golvet är utbytt.", Someone, Day, Now);
        risk.Close("Golvet är utbytt. ", Someone, Day, Now);
        Assert.Throws<RiskIsClosed>(() => risk.Edit("Annat", "Annat", RiskCategory.Social, Someone, Now));
        Assert.Throws<RiskIsClosed>(() => risk.Close("Ett annat skäl", Someone, Day, Now));
        risk.Reopen(Someone, Now);
        risk.Reopen(Someone, Now);
        risk.Edit("Halt i entrén", risk.Description, risk.Category, Someone, Now);
        Assert.Equal((RiskStatus.Open, null, null), (risk.Status, risk.ClosedOn, risk.ClosedBecause));
        Assert.Equal(
            [RiskEventKind.Added, RiskEventKind.Assessed, RiskEventKind.Closed, RiskEventKind.Reopened, RiskEventKind.Edited], risk.Events.Select(happened => happened.Kind));
        Assert.Equal("Hala golv", risk.Events[^1].Text);
        Assert.Equal([1, 2, 3, 4, 5], risk.Events.Select(happened => happened.Number));
    }

    [Fact]
    public void An_edit_that_changes_nothing_leaves_no_trace()
    {
        var risk = New();
        risk.Edit(" Hala golv ", "Golvet blir vått.", RiskCategory.Premises, Someone, Now);
        Assert.Single(risk.Events);
    }

    [Fact]
    public void Title_and_description_are_searched_without_regard_to_case_and_accents()
    {
        var risk = New();
        risk.Edit("ÅNGEST  inför idén", "Hög Ljudnivå", RiskCategory.Social, Someone, Now);
        Assert.Equal("ångest inför iden hög ljudnivå", risk.SearchText);
    }

    [Theory]
    [InlineData(1, 1, "low")]
    [InlineData(1, 3, "low")]
    [InlineData(2, 2, "medium")]
    [InlineData(2, 3, "medium")]
    [InlineData(2, 4, "high")]
    [InlineData(3, 3, "high")]
    [InlineData(4, 3, "high")]
    [InlineData(4, 4, "very-high")]
    public void The_shipped_matrix_says_what_a_product_means(int likelihood, int consequence, string level)
    {
        Assert.Equal(level, Matrix.LevelOf(likelihood, consequence).Key);
        Assert.Equal(level, Matrix.LevelOf(consequence, likelihood).Key);
    }

    [Theory]
    [InlineData("Dörren går inte att låsa. Vaktmästaren vet.", "Dörren går inte att låsa")]
    [InlineData("Trasigt", "Trasigt")]
    [InlineData("...", "...")]
    [InlineData("ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton", "ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton …")]
    public void The_first_sentence_of_a_note_is_a_title(string note, string title) => Assert.Equal(title, AddRiskFromDeficiencyHandler.FirstSentence(note));

    private static Risk New() => new(
        Guid.CreateVersion7(), Guid.CreateVersion7(), "Hala golv", "Golvet blir vått.", RiskCategory.Premises, new RiskOrigin(RiskSource.Other), Day, Someone, Now);

    private static Risk Assessed(int likelihood, int consequence, bool serious = false)
    {
        var risk = New();
        risk.Assess(Guid.CreateVersion7(), Matrix, likelihood, consequence, serious, "Två har halkat.", Someone, Day, Now);
        return risk;
    }
}
