using DigiSam.Requests;
using DigiSam.Risks;
using DigiSam.SafetyRounds;
using DigiSam.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Tests.Risks;

/// <summary>What a round found is a risk or dismissed with a reason, once.</summary>
public sealed class DeficiencyTests : IAsyncLifetime
{
    private TwoSchools _schools = null!;
    private Guid _round;
    private string _locked = "";
    private string _alarm = "";

    public async ValueTask InitializeAsync()
    {
        _schools = await TwoSchools.Create();
        (_round, var questions) = await _schools.Round((2, RoundAnswerValue.No, "Dörren går inte att låsa. Vaktmästaren vet."), (5, RoundAnswerValue.Partly, "Larmet provas ibland."));
        (_locked, _alarm) = (questions[2].Key, questions[5].Key);
    }

    public ValueTask DisposeAsync() => _schools.DisposeAsync();

    [Fact]
    public async Task A_deficiency_waits_until_it_is_a_risk_or_dismissed()
    {
        var list = await List();
        Assert.Equal((2, 0), (list.WaitingCount, list.Dismissed.Count));
        var waiting = list.Waiting.Single(deficiency => deficiency.QuestionKey == _locked);
        Assert.Equal(
            ("Björkskolan", "Hot och våld", TwoSchools.Today, RoundAnswerValue.No, "Dörren går inte att låsa. Vaktmästaren vet."),
            (waiting.Unit, waiting.Checklist, waiting.HeldOn, waiting.Answer, waiting.Note));
        Assert.EndsWith("?", waiting.Question, StringComparison.Ordinal);

        var risk = await _schools.AsManager(new AddRiskFromDeficiency(_schools.Birch, _round, _locked, Guid.CreateVersion7()));
        await _schools.AsManager(new DismissDeficiency(_schools.Birch, _round, _alarm, "Provas varje måndag sedan i mars."));
        list = await List();
        Assert.Equal((0, "Provas varje måndag sedan i mars."), (list.WaitingCount, Assert.Single(list.Dismissed).Dismissed));
        var read = await _schools.AsManager(new ReadRisk(_schools.Birch, risk));
        Assert.Equal(
            ("Dörren går inte att låsa", "Dörren går inte att låsa. Vaktmästaren vet.", waiting.Category, RiskSource.Round, waiting.Question, TwoSchools.Today),
            (read.Title, read.Description, read.Category, read.FoundIn.Source, read.FoundIn.Question, read.FoundOn));
    }

    [Fact]
    public async Task A_round_keeps_how_many_of_its_deficiencies_wait()
    {
        Assert.Equal(2, await Unjudged());
        await _schools.AsManager(new DismissDeficiency(_schools.Birch, _round, _alarm, "Provas."));
        await _schools.AsManager(new DismissDeficiency(_schools.Birch, _round, _alarm, "Provas."));
        Assert.Equal(1, await Unjudged());
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _schools.AsManager(new AddRiskFromDeficiency(_schools.Birch, _round, _locked, Guid.CreateVersion7(), "Dörren"))));
        Assert.Equal(0, await Unjudged());
        await _schools.AsManager(new UndoDismissal(_schools.Birch, _round, _alarm));
        await _schools.AsManager(new UndoDismissal(_schools.Birch, _round, _alarm));
        Assert.Equal(1, await Unjudged());
        Assert.Equal(_alarm, Assert.Single((await List()).Waiting).QuestionKey);
    }

    [Fact]
    public async Task A_dismissal_is_taken_back_and_the_deficiency_waits_again()
    {
        await _schools.AsManager(new DismissDeficiency(_schools.Birch, _round, _alarm, "Provas."));
        await _schools.AsManager(new DismissDeficiency(_schools.Birch, _round, _alarm, "Provas."));
        Assert.Equal(nameof(DeficiencyIsDismissed), await _schools.Refused(new DismissDeficiency(_schools.Birch, _round, _alarm, "Ett annat skäl")));
        Assert.Equal(nameof(DeficiencyIsDismissed), await _schools.Refused(new AddRiskFromDeficiency(_schools.Birch, _round, _alarm, Guid.CreateVersion7())));
        await _schools.AsManager(new UndoDismissal(_schools.Birch, _round, _alarm));
        await _schools.AsManager(new UndoDismissal(_schools.Birch, _round, _alarm));
        Assert.Equal(2, (await List()).WaitingCount);
    }

    [Fact]
    public async Task A_deficiency_becomes_one_risk_however_many_ask()
    {
        var risks = await Task.WhenAll(Enumerable.Range(0, 4)
            .Select(_ => _schools.AsManager(new AddRiskFromDeficiency(_schools.Birch, _round, _locked, Guid.CreateVersion7(), "Dörren"))));
        Assert.Single(risks.Distinct());
        Assert.Equal(nameof(DeficiencyIsARisk), await _schools.Refused(new DismissDeficiency(_schools.Birch, _round, _locked, "Nej")));
    }

    [Fact]
    public async Task What_no_completed_round_of_the_unit_found_is_unknown()
    {
        Assert.Equal(nameof(DeficiencyIsUnknown), await _schools.Refused(new AddRiskFromDeficiency(_schools.Birch, _round, "risk-bedomd", Guid.CreateVersion7())));
        Assert.Equal(nameof(DeficiencyIsUnknown), await _schools.Refused(new DismissDeficiency(_schools.Birch, Guid.CreateVersion7(), _locked, "Nej")));
        var strange = await _schools.Installed.SendAs(_schools.Stranger, new AddRiskFromDeficiency(_schools.Oak, _round, _locked, Guid.CreateVersion7()));
        Assert.Equal(nameof(DeficiencyIsUnknown), Assert.IsType<Outcome<Guid>.Broken>(strange).Rule);
        Assert.Equal(nameof(DeficiencyIsUnknown), Assert.IsType<Outcome<DeficiencyRead>.Broken>(await _schools.Installed.SendAs(_schools.Stranger, new ReadDeficiency(_round, _locked))).Rule);
        Assert.Equal(nameof(DeficiencyIsUnknown), await _schools.Refused(new ReadDeficiency(_round, "risk-bedomd")));
        Assert.Equal("Dörren går inte att låsa", (await _schools.As(_schools.SafetyRep, new ReadDeficiency(_round, _locked))).SuggestedTitle);
        await _schools.Denied(_schools.SafetyRep, new DismissDeficiency(_schools.Birch, _round, _locked, "Nej"));
        await _schools.Denied(_schools.Stranger, new ListDeficiencies(_schools.Birch, 2026));
        Assert.Equal(["Skriv varför bristen inte är en risk."], await _schools.Invalid(new DismissDeficiency(_schools.Birch, _round, _locked, " ")));
        Assert.Equal(0, (await _schools.AsManager(new ListDeficiencies(_schools.Birch, 2025))).WaitingCount);
    }

    [Fact]
    public async Task Only_the_answer_that_holds_counts_and_only_in_a_completed_round()
    {
        var open = await _schools.AsManager(new PlanRound(_schools.Birch, "hot-och-vald", TwoSchools.Today));
        await _schools.AsManager(new AnswerRoundQuestion(_schools.Birch, open, Guid.CreateVersion7(), _locked, RoundAnswerValue.No, "Trasig"));
        Assert.Equal(2, (await List()).WaitingCount);
        foreach (var question in (await _schools.AsManager(new ReadRound(_schools.Birch, open))).Checklist.Questions)
        {
            _schools.Installed.Clock.Advance(TimeSpan.FromSeconds(1));
            await _schools.AsManager(new AnswerRoundQuestion(_schools.Birch, open, Guid.CreateVersion7(), question.Key, RoundAnswerValue.Yes, null));
        }

        await _schools.AsManager(new CompleteRound(_schools.Birch, open));
        Assert.Equal(2, (await List()).WaitingCount);
    }

    private Task<int> Unjudged() => _schools.Installed.InDatabase(database => database.SafetyRounds.Where(round => round.Id == _round).Select(round => round.Unjudged).SingleAsync());

    private Task<DeficiencyList> List() => _schools.AsManager(new ListDeficiencies(_schools.Birch, 2026));
}
