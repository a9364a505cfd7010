using DigiSam.Access;
using DigiSam.Checklists;
using DigiSam.Requests;
using DigiSam.Risks;
using DigiSam.Tests.Support;
using MediatR;

namespace DigiSam.Tests.Risks;

/// <summary>Risks through the pipeline, as the people who work with them.</summary>
public sealed class RiskUseCaseTests : IAsyncLifetime
{
    private TwoSchools _schools = null!;

    public async ValueTask InitializeAsync() => _schools = await TwoSchools.Create();

    public ValueTask DisposeAsync() => _schools.DisposeAsync();

    [Fact]
    public async Task A_risk_is_added_assessed_lifted_closed_and_opened_and_the_history_tells_it()
    {
        var risk = await _schools.Risk(likelihood: 4, consequence: 4, serious: true);
        await _schools.AsManager(new LiftRisk(_schools.Birch, risk, "Kräver ombyggnad."));
        await _schools.AsManager(new UndoLift(_schools.Birch, risk));
        await _schools.AsManager(new CloseRisk(_schools.Birch, risk, "Golvet är utbytt."));
        await _schools.AsManager(new ReopenRisk(_schools.Birch, risk));
        var read = await _schools.As(_schools.SafetyRep, new ReadRisk(_schools.Birch, risk));
        Assert.Equal(
            ["Tillagd", "Bedömd till 16 Mycket hög, allvarlig", "Lyft till nämnden", "Inte längre lyft till nämnden", "Stängd", "Öppnad igen"], read.History.Select(entry => entry.What));
        Assert.Equal(["Två har halkat.", "Kräver ombyggnad.", "Golvet är utbytt."], read.History.Select(entry => entry.Text).OfType<string>());
        Assert.Equal((16, "Mycket hög", "4 Mycket sannolik", "4 Mycket stor", true), (read.Now!.Value, read.Now.Level, read.Now.Likelihood, read.Now.Consequence, read.Now.Serious));
        Assert.False(read.MayWrite);
        Assert.True((await _schools.AsManager(new ReadRisk(_schools.Birch, risk))).MayWrite);
    }

    [Fact]
    public async Task A_double_click_adds_one_risk_and_one_assessment()
    {
        var add = new AddRisk(_schools.Birch, Guid.CreateVersion7(), "Buller", "Hög ljudnivå i matsalen.", RiskCategory.Premises, RiskSource.Change, TwoSchools.Today);
        Assert.Single((await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _schools.AsManager(add)))).Distinct());
        var assess = new AssessRisk(_schools.Birch, add.RiskId, Guid.CreateVersion7(), 2, 2, false, "Varje dag, men kort.");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _schools.AsManager(assess)));
        Assert.Equal((1, 1), (await _schools.Installed.Count<Risk>(), await _schools.Installed.Count<RiskAssessment>()));
    }

    [Fact]
    public async Task The_second_of_two_editors_is_told_and_nothing_is_overwritten()
    {
        var risk = await _schools.Risk();
        var rev = (await _schools.AsManager(new ReadRisk(_schools.Birch, risk))).Rev;
        await _schools.AsManager(Edit(risk, rev, "Först sparad"));
        Assert.IsType<Outcome<Nothing>.Conflict>(await _schools.Installed.SendAs(_schools.Manager, Edit(risk, rev, "Sedan sparad")));
        var saved = await _schools.AsManager(new ReadRisk(_schools.Birch, risk));
        Assert.Equal("Först sparad", saved.Title);
        await _schools.AsManager(Edit(risk, saved.Rev, "Sedan sparad"));
        Assert.Equal("Sedan sparad", (await _schools.AsManager(new ReadRisk(_schools.Birch, risk))).Title);
    }

    [Fact]
    public async Task Of_eight_editors_at_once_one_is_saved_and_seven_are_told()
    {
        var risk = await _schools.Risk();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(editor => _schools.Installed.SendAs(_schools.Manager, Edit(risk, 1, $"Version {editor}"))));
        Assert.Equal((1, 7), (outcomes.Count(outcome => outcome is Outcome<Nothing>.Done), outcomes.Count(outcome => outcome is Outcome<Nothing>.Conflict)));
    }

    [Fact]
    public async Task The_written_assessment_says_yes_or_no_to_serious_and_gives_its_reason()
    {
        var risk = await _schools.Risk();
        var empty = await _schools.Invalid(new AssessRisk(_schools.Birch, risk, Guid.CreateVersion7(), null, 5, null, " "));
        Assert.Equal(
            [
                "Välj hur sannolikt det är att något händer.", "Välj hur svår följden kan bli.",
                "Svara ja eller nej på om risken är allvarlig.", "Skriv varför du bedömer risken så.",
            ],
            empty);
        Assert.Equal(0, await _schools.Installed.Count<RiskAssessment>());
    }

    [Fact]
    public async Task Bad_input_of_a_new_risk_is_told_all_at_once()
    {
        var messages = await _schools.Invalid(new AddRisk(_schools.Birch, Guid.CreateVersion7(), "", " ", (RiskCategory)99, RiskSource.Round, TwoSchools.Today.AddDays(1)));
        Assert.Equal(5, messages.Count);
        Assert.Contains("Skriv vad risken är, med några ord.", messages);
        Assert.Contains("Ange den dag risken upptäcktes, i dag eller tidigare.", messages);
        var head = await _schools.Installed.PersonWith(Role.Manager, _schools.Education);
        var refused = Assert.IsType<Outcome<Guid>.Broken>(await _schools.Installed.SendAs(
            head, new AddRisk(_schools.Education, Guid.CreateVersion7(), "Buller", "Högt", RiskCategory.Premises, RiskSource.Other, TwoSchools.Today)));
        Assert.Equal(nameof(OnlyUnitsHaveRisks), refused.Rule);
    }

    [Fact]
    public async Task Only_the_units_manager_writes_and_a_stranger_sees_nothing()
    {
        var risk = await _schools.Risk(likelihood: 3);
        foreach (var person in new[] { _schools.SafetyRep, _schools.Employee, _schools.Stranger })
        {
            await _schools.Denied(person, new AssessRisk(_schools.Birch, risk, Guid.CreateVersion7(), 1, 1, false, "Nej"));
            await _schools.Denied(person, Edit(risk, 2, "Annat"));
            await _schools.Denied(person, new CloseRisk(_schools.Birch, risk, "Nej"));
            await _schools.Denied(person, new LiftRisk(_schools.Birch, risk, "Nej"));
        }

        await _schools.Denied(_schools.Stranger, new ReadRisk(_schools.Birch, risk));
        await _schools.Denied(_schools.Stranger, new ListRisks(_schools.Birch, new RiskFilter()));
        Assert.Equal(nameof(RiskIsUnknown), await RefusedStranger(new ReadRisk(_schools.Oak, risk)));
        Assert.Equal(nameof(RiskIsUnknown), await RefusedStranger(new CloseRisk(_schools.Oak, risk, "Nej")));
        Assert.Equal(nameof(RiskIsUnknown), await RefusedStranger(new FindRisk(risk)));
        Assert.Equal(nameof(RiskIsUnknown), await RefusedStranger(new FindRisk(Guid.CreateVersion7())));
        Assert.Equal(_schools.Birch, await _schools.As(_schools.SafetyRep, new FindRisk(risk)));
        Assert.Equal(nameof(RiskIsUnknown), await RefusedStranger(
            new AddRisk(_schools.Oak, risk, "Tagen", "Samma nummer", RiskCategory.Premises, RiskSource.Other, TwoSchools.Today)));
    }

    [Fact]
    public async Task Closing_for_another_reason_than_the_one_that_stands_is_refused()
    {
        var risk = await _schools.Risk(likelihood: 1);
        await _schools.AsManager(new CloseRisk(_schools.Birch, risk, "Borta"));
        await _schools.AsManager(new CloseRisk(_schools.Birch, risk, "Borta"));
        Assert.Equal(nameof(RiskIsClosed), await _schools.Refused(new CloseRisk(_schools.Birch, risk, "Kvar")));
        Assert.Equal(nameof(UnassessedRiskStaysOpen), await _schools.Refused(new CloseRisk(_schools.Birch, await _schools.Risk(), "Borta")));
    }

    private EditRisk Edit(Guid risk, int rev, string title) => new(_schools.Birch, risk, rev, title, "Golvet blir blött när det regnar.", RiskCategory.Premises);

    private async Task<string> RefusedStranger<T>(IRequest<T> request) => Assert.IsType<Outcome<T>.Broken>(await _schools.Installed.SendAs(_schools.Stranger, request)).Rule;
}
