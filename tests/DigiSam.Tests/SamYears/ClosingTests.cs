using DigiSam.Access;
using DigiSam.Requests;
using DigiSam.SafetyRounds;
using DigiSam.SamYears;
using DigiSam.Workflows.Running;

namespace DigiSam.Tests.SamYears;

/// <summary>What a step needs to be closed, beside what the rounds, risks and measures say.</summary>
public sealed class ClosingTests : IAsyncLifetime
{
    private School _school = null!;

    public async ValueTask InitializeAsync()
    {
        _school = await School.On(new DateOnly(2026, 11, 10));
        await _school.Start(2026);
    }

    public ValueTask DisposeAsync() => _school.DisposeAsync();

    [Fact]
    public async Task The_plan_closes_when_the_safety_rep_has_taken_part_and_not_before()
    {
        var refused = await _school.Refused(_school.Manager, new CloseStep(_school.Unit, 2026, "plan"));
        Assert.Equal(nameof(StepIsNotDone), refused.Rule);
        Assert.StartsWith("Skyddsombudet har inte sagt", Assert.Single(refused.Details), StringComparison.Ordinal);
        var missing = Assert.Single((await _school.Step(2026, "plan")).Missing);
        Assert.Equal($"/sam-aret?plats={_school.Unit}&ar=2026#medverkan-plan", missing.Link);

        await _school.As(_school.SafetyRep, Word("plan", tookPart: false, "Målet är för lågt."));
        await Close("plan");
        var step = await _school.Step(2026, "plan");
        Assert.Equal((StepState.Closed, "Manager"), (step.State, step.ClosedBy));
        Assert.Equal(("SafetyRep", false, "Målet är för lågt."), Assert.Single(step.Words) is var word ? (word.Name, word.TookPart, word.DifferingView) : default);
    }

    [Fact]
    public async Task The_plan_closes_when_the_manager_has_written_why_no_safety_rep_is_with()
    {
        Assert.IsType<Outcome<Nothing>.Invalid>(await _school.Installed.SendAs(_school.Manager, new StateRepAbsence(_school.Unit, 2026, "plan", Guid.NewGuid(), " ")));
        await _school.As(_school.Manager, new StateRepAbsence(_school.Unit, 2026, "plan", Guid.NewGuid(), "Inget ombud är valt."));
        await Close("plan");
        Assert.Equal("Inget ombud är valt.", (await _school.Step(2026, "plan")).Absence?.Reason);
    }

    [Fact]
    public async Task The_investigation_closes_when_each_round_is_done_or_cancelled()
    {
        var round = await _school.As(_school.Manager, new PlanRound(_school.Unit, "hot-och-vald", new DateOnly(2026, 12, 4)));
        await _school.As(_school.Manager, new PlanRound(_school.Unit, "hot-och-vald", new DateOnly(2027, 3, 4)));
        await _school.Refused(_school.Manager, new CloseStep(_school.Unit, 2026, "investigate"));
        var missing = Assert.Single((await _school.Step(2026, "investigate")).Missing);
        Assert.Equal(("Håll ronden 4 december 2026: Hot och våld", $"/ronder/{round}?enhet={_school.Unit}"), Assert.Single(missing.Things) is var thing ? (thing.Text, thing.Link) : default);

        await _school.As(_school.Manager, new CancelRound(_school.Unit, round, "Lokalen byggs om."));
        Assert.Equal(["Kartlägga"], (await _school.Step(2026, "improve")).WaitsFor);
        await Close("investigate");
        Assert.Equal(StepState.Open, (await _school.Step(2026, "improve")).State);
    }

    [Fact]
    public async Task The_improvement_step_closes_when_all_is_answered_and_each_shortcoming_stands_in_the_next_plan()
    {
        await Close("investigate");
        await _school.As(_school.SafetyRep, Word("improve", tookPart: true));
        await _school.Refused(_school.Manager, new CloseStep(_school.Unit, 2026, "improve"));
        Assert.Equal(["16 frågor i den årliga uppföljningen är inte besvarade."], (await _school.Step(2026, "improve")).Missing.Select(missing => missing.Text));

        var questions = Support.Installed.Definitions.FollowUp.Questions.ToList();
        await _school.As(_school.Manager, Answers([.. questions.Select(question => (question.Key, question == questions[3] ? AnnualFollowUpValue.Partly : AnnualFollowUpValue.Yes))]));
        var refused = await _school.Refused(_school.Manager, new CloseStep(_school.Unit, 2026, "improve"));
        Assert.Equal("1 brist i uppföljningen är inte en förbättring i nästa års plan.", Assert.Single(refused.Details));
        Assert.Equal(questions[3].Text, Assert.Single(Assert.Single((await _school.Step(2026, "improve")).Missing).Things).Text);

        await _school.As(_school.Manager, new AddImprovement(_school.Unit, 2026, Guid.NewGuid(), questions[3].Key, "Skriv ner vem som gör vad."));
        await Close("improve");
        await _school.Start(2027);
        Assert.Equal("Skriv ner vem som gör vad.", Assert.Single((await _school.Read(2027)).Improvements).Text);
    }

    [Fact]
    public async Task A_closed_follow_up_takes_no_more_answers_until_it_is_opened_again()
    {
        var key = await ClosedFollowUp();
        var answer = Answers((key, AnnualFollowUpValue.No));
        Assert.Equal(nameof(FollowUpIsClosed), (await _school.Refused(_school.Manager, answer)).Rule);
        await _school.As(_school.Manager, new ReopenStep(_school.Unit, 2026, "improve"));
        await _school.As(_school.Manager, answer);
    }

    [Fact]
    public async Task A_step_that_waits_is_neither_closed_nor_stated_nor_answered()
    {
        foreach (var refused in new[]
        {
            await _school.Refused(_school.Manager, new CloseStep(_school.Unit, 2026, "improve")),
            await _school.Refused(_school.SafetyRep, Word("improve", tookPart: true)),
            await _school.Refused(_school.Manager, Answers(("medverkan", AnnualFollowUpValue.Yes))),
        })
            Assert.Equal(nameof(StepHasNotOpened), refused.Rule);
    }

    [Fact]
    public async Task Each_act_is_for_the_one_whose_it_is()
    {
        var stranger = await _school.Installed.PersonWith(Role.Manager, _school.OtherUnit);
        foreach (var (person, request) in new (Guid, MediatR.IRequest<Nothing>)[]
        {
            (_school.SafetyRep, new CloseStep(_school.Unit, 2026, "plan")),
            (_school.SafetyRep, new StateRepAbsence(_school.Unit, 2026, "plan", Guid.NewGuid(), "Sjuk")),
            (_school.Manager, Word("plan", tookPart: true)),
            (_school.Manager, new StartSamYear(_school.Unit, 2027)),
            (_school.Hr, new CloseStep(_school.Unit, 2026, "plan")),
            (stranger, new CloseStep(_school.Unit, 2026, "plan")),
            (stranger, new EditYearPlan(_school.Unit, 2026, 1, "Mål", [], [])),
        })
            Assert.IsType<Outcome<Nothing>.Denied>(await _school.Installed.SendAs(person, request));
        Assert.IsType<Outcome<SamYearReading>.Denied>(await _school.Installed.SendAs(stranger, new ReadSamYear(_school.Unit, 2026)));
    }

    [Fact]
    public async Task Double_clicks_count_once()
    {
        var (word, absence) = (Word("plan", tookPart: true), new StateRepAbsence(_school.Unit, 2026, "act", Guid.NewGuid(), "Vakant"));
        await Twice(_school.SafetyRep, word);
        await Twice(_school.Manager, absence);
        await Twice(_school.Manager, new CloseStep(_school.Unit, 2026, "plan"));
        await Twice(_school.Manager, new ReopenStep(_school.Unit, 2026, "plan"));
        await Twice(_school.Hr, new StartSamYear(_school.Unit, 2027));
        await Close("investigate");
        await Twice(_school.Manager, Answers(("medverkan", AnnualFollowUpValue.No)));
        await Twice(_school.Manager, new AddImprovement(_school.Unit, 2026, Guid.NewGuid(), "medverkan", "Bjud in ombudet."));

        Assert.Equal(1, await _school.Installed.Count<StepInvolvement>());
        Assert.Equal(1, await _school.Installed.Count<StepAbsence>());
        Assert.Equal(2, await _school.Installed.Count<SamYear>());
        Assert.Equal(1, await _school.Installed.Count<AnnualFollowUpAnswer>());
        Assert.Equal(1, await _school.Installed.Count<Improvement>());
        Assert.Equal(1, (await _school.Tasks(_school.Manager)).Count(task => task.Link.EndsWith("#steg-plan", StringComparison.Ordinal)));
    }

    private async Task<string> ClosedFollowUp()
    {
        await Close("investigate");
        await _school.As(_school.SafetyRep, Word("improve", tookPart: true));
        var questions = Support.Installed.Definitions.FollowUp.Questions.ToList();
        await _school.As(_school.Manager, Answers([.. questions.Select(question => (question.Key, AnnualFollowUpValue.Yes))]));
        await Close("improve");
        return questions[0].Key;
    }

    private async Task Twice(Guid person, MediatR.IRequest<Nothing> request) =>
        await Task.WhenAll(_school.As(person, request), _school.As(person, request));

    private Task<Nothing> Close(string step) => _school.As(_school.Manager, new CloseStep(_school.Unit, 2026, step));

    private StateStepInvolvement Word(string step, bool tookPart, string? view = null) => new(_school.Unit, 2026, step, Guid.NewGuid(), tookPart, view);

    private AnswerAnnualFollowUp Answers(params (string Key, AnnualFollowUpValue Value)[] answers) =>
        new(_school.Unit, 2026, [.. answers.Select(answer => new GivenFollowUpAnswer(answer.Key, answer.Value, null))]);
}
