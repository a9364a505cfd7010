using DigiSam.Access;
using DigiSam.Organisation;
using DigiSam.Requests;
using DigiSam.SafetyRounds;
using DigiSam.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DigiSam.Tests.SafetyRounds;

/// <summary>A round from plan to both parties' word on it, each act through the pipeline as the person who does it.</summary>
public sealed class SafetyRoundTests : IAsyncLifetime
{
    private const string Checklist = "hot-och-vald";

    private static readonly DateOnly Day = new(2026, 3, 20);

    private Installed _installed = null!;
    private Guid _unit;
    private Guid _manager;
    private Guid _safetyRep;

    public async ValueTask InitializeAsync()
    {
        _installed = await Installed.Create();
        await _installed.Do(new ImportOrganisation(
            "organisation.csv",
            "administration_code;administration;board;unit_code;unit\nBUF;Barn- och utbildningsförvaltningen;Grundskolenämnden;E1;Björkskolan\nBUF;Barn- och utbildningsförvaltningen;Grundskolenämnden;E2;Ekskolan\n"u8.ToArray(),
            null,
            DryRun: false));
        _unit = await UnitId("E1");
        _manager = await _installed.PersonWith(Role.Manager, _unit);
        _safetyRep = await _installed.PersonWith(Role.SafetyRep, _unit);
    }

    public ValueTask DisposeAsync() => _installed.DisposeAsync();

    [Fact]
    public async Task A_round_is_planned_answered_completed_and_stands_in_the_list()
    {
        var round = await Planned();
        foreach (var question in (await Read(round)).Checklist.Questions)
            await AsManager(Answer(round, question.Key, RoundAnswerValue.Yes));
        await AsManager(new CompleteRound(_unit, round));
        await As(_safetyRep, new StateInvolvement(_unit, round, TookPart: true, DifferingView: "Larmet i sal 4 saknas."));

        var summary = Assert.Single((await As(_manager, new ListRounds(_unit, 2026))).Rounds);
        Assert.Equal(("Björkskolan", "Hot och våld", RoundStatus.Completed, new DateOnly(2026, 3, 14), true), (summary.Unit, summary.Checklist, summary.Status, summary.HeldOn, summary.SafetyRepTookPart));
        var detail = await Read(round);
        Assert.Equal("Larmet i sal 4 saknas.", Assert.Single(detail.Participants, participant => participant.Part == RoundPart.SafetyRep).DifferingView);
        Assert.Equal(detail.Checklist.Questions.Count(), detail.Answers.Count);
    }

    [Fact]
    public async Task A_round_cannot_be_completed_while_a_question_is_unanswered_and_the_message_names_it()
    {
        var round = await Planned();
        var questions = (await Read(round)).Checklist.Questions.ToList();
        foreach (var question in questions.Skip(1))
            await AsManager(Answer(round, question.Key, RoundAnswerValue.NotApplicable));
        var refused = Assert.IsType<Outcome<Nothing>.Broken>(await _installed.SendAs(_manager, new CompleteRound(_unit, round)));
        Assert.Equal(nameof(RoundHasUnansweredQuestions), refused.Rule);
        Assert.Equal([questions[0].Text], refused.Details);
    }

    [Theory]
    [InlineData(RoundAnswerValue.No)]
    [InlineData(RoundAnswerValue.Partly)]
    public async Task A_round_cannot_be_completed_while_a_deficiency_lacks_a_description(RoundAnswerValue deficiency)
    {
        var round = await Planned();
        var questions = (await Read(round)).Checklist.Questions.ToList();
        foreach (var question in questions)
            await AsManager(Answer(round, question.Key, question == questions[2] ? deficiency : RoundAnswerValue.Yes, "  "));
        var refused = Assert.IsType<Outcome<Nothing>.Broken>(await _installed.SendAs(_manager, new CompleteRound(_unit, round)));
        Assert.Equal((nameof(DeficiencyNeedsDescription), questions[2].Text), (refused.Rule, Assert.Single(refused.Details)));

        await AsManager(Answer(round, questions[2].Key, deficiency, "Dörren går inte att låsa."));
        await AsManager(new CompleteRound(_unit, round));
    }

    [Fact]
    public async Task The_last_answer_holds_and_the_earlier_stays_as_history()
    {
        var round = await Planned();
        var question = (await Read(round)).Checklist.Questions.First().Key;
        await AsManager(Answer(round, question, RoundAnswerValue.No, "Trasigt"));
        _installed.Clock.Advance(TimeSpan.FromMinutes(1));
        await As(_safetyRep, Answer(round, question, RoundAnswerValue.Yes));
        Assert.Equal(RoundAnswerValue.Yes, (await Read(round)).Answers[question].Value);
        Assert.Equal(2, await _installed.Count<RoundAnswer>());
    }

    [Fact]
    public async Task The_same_answer_sent_twice_counts_once_even_after_the_round_is_completed()
    {
        var round = await Planned();
        var questions = (await Read(round)).Checklist.Questions.ToList();
        var answers = questions.ConvertAll(question => Answer(round, question.Key, RoundAnswerValue.Yes));
        foreach (var answer in answers)
            await AsManager(answer);
        await AsManager(new CompleteRound(_unit, round));
        await AsManager(answers[0]);
        Assert.Equal(questions.Count, await _installed.Count<RoundAnswer>());
    }

    [Fact]
    public async Task Eight_answers_at_once_are_all_kept()
    {
        var round = await Planned();
        var questions = (await Read(round)).Checklist.Questions.Take(8).ToList();
        await Task.WhenAll(questions.Select((question, index) => As(index % 2 == 0 ? _manager : _safetyRep, Answer(round, question.Key, RoundAnswerValue.Yes))));
        Assert.Equal(8, (await Read(round)).Answers.Count);
    }

    [Fact]
    public async Task A_completed_round_takes_no_more_answers()
    {
        var round = await Completed();
        var refused = Assert.IsType<Outcome<Nothing>.Broken>(await _installed.SendAs(_manager, Answer(round, "larm-provas", RoundAnswerValue.No, "Nej")));
        Assert.Equal(nameof(RoundIsClosed), refused.Rule);
    }

    [Fact]
    public async Task The_safety_rep_neither_completes_a_round_nor_stands_in_its_way()
    {
        var round = await Completed();
        Assert.Null(Assert.Single((await As(_manager, new ListRounds(_unit, 2026))).Rounds).SafetyRepTookPart);
        Assert.IsType<Outcome<Nothing>.Denied>(await _installed.SendAs(_safetyRep, new CompleteRound(_unit, round)));
        Assert.IsType<Outcome<Nothing>.Denied>(await _installed.SendAs(_manager, new StateInvolvement(_unit, round, TookPart: true, DifferingView: null)));
        await As(_safetyRep, new StateInvolvement(_unit, round, TookPart: false, DifferingView: null));
        Assert.False((await Read(round)).Participants.Single(participant => participant.Part == RoundPart.SafetyRep).TookPart);
    }

    [Fact]
    public async Task A_manager_of_another_unit_neither_sees_nor_touches_the_round()
    {
        var round = await Planned();
        var other = await UnitId("E2");
        var stranger = await _installed.PersonWith(Role.Manager, other);
        Assert.IsType<Outcome<RoundDetail>.Denied>(await _installed.SendAs(stranger, new ReadRound(_unit, round)));
        var unknown = Assert.IsType<Outcome<Nothing>.Broken>(await _installed.SendAs(stranger, new CancelRound(other, round, "Fel enhet")));
        Assert.Equal(nameof(RoundIsUnknown), unknown.Rule);
        Assert.Empty((await As(stranger, new ListRounds(other, 2026))).Rounds);
    }

    [Fact]
    public async Task A_planned_round_is_moved_or_cancelled_with_a_reason_and_one_that_has_begun_is_neither()
    {
        var (moved, begun) = (await Planned(), await Planned());
        await AsManager(new MoveRound(_unit, moved, new DateOnly(2026, 5, 4)));
        await AsManager(new CancelRound(_unit, moved, "Skolan byggs om."));
        Assert.Equal((RoundStatus.Cancelled, "Skolan byggs om.", new DateOnly(2026, 5, 4)), (await Read(moved)) is var detail ? (detail.Status, detail.CancelledBecause, detail.PlannedFor) : default);
        await AsManager(Answer(begun, "larm-provas", RoundAnswerValue.Yes));
        Assert.Equal(nameof(OnlyAPlannedRoundIsCancelled), Assert.IsType<Outcome<Nothing>.Broken>(await _installed.SendAs(_manager, new CancelRound(_unit, begun, "Ändå"))).Rule);
        Assert.Equal(nameof(OnlyAPlannedRoundIsMoved), Assert.IsType<Outcome<Nothing>.Broken>(await _installed.SendAs(_manager, new MoveRound(_unit, begun, Day))).Rule);
    }

    [Fact]
    public async Task Last_times_answers_stand_beside_the_questions()
    {
        await Completed();
        var next = await As(_manager, new PlanRound(_unit, Checklist, new DateOnly(2027, 3, 20)));
        Assert.All((await Read(next)).LastTime.Values, answer => Assert.Equal(RoundAnswerValue.Yes, answer.Value));
        Assert.NotEmpty((await Read(next)).LastTime);
    }

    private async Task<Guid> UnitId(string code) => await _installed.InDatabase(database => database.Units.Where(unit => unit.Code == code).Select(unit => unit.Id).SingleAsync());

    private Task<Guid> Planned() => As(_manager, new PlanRound(_unit, Checklist, Day));

    private async Task<Guid> Completed()
    {
        var round = await Planned();
        foreach (var question in (await Read(round)).Checklist.Questions)
            await AsManager(Answer(round, question.Key, RoundAnswerValue.Yes));
        await AsManager(new CompleteRound(_unit, round));
        return round;
    }

    private AnswerRoundQuestion Answer(Guid round, string question, RoundAnswerValue value, string? note = null) => new(_unit, round, Guid.CreateVersion7(), question, value, note);

    private Task<RoundDetail> Read(Guid round) => As(_manager, new ReadRound(_unit, round));

    private Task<Nothing> AsManager(MediatR.IRequest<Nothing> request) => As(_manager, request);

    private async Task<T> As<T>(Guid person, MediatR.IRequest<T> request) =>
        await _installed.SendAs(person, request) is Outcome<T>.Done done ? done.Result : throw new InvalidOperationException($"{await _installed.SendAs(person, request)}");
}
