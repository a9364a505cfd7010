using DigiSam.Checklists;
using DigiSam.Measures;
using DigiSam.Persistence;
using DigiSam.Risks;
using DigiSam.SafetyRounds;
using DigiSam.SamYears;
using DigiSam.Tests.Support;

namespace DigiSam.Tests.SamYears;

/// <summary>The conditions that look at deficiencies, risks and measures, each not holding and holding.</summary>
public sealed class RiskGuardTests : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2026, 11, 10);
    private static readonly DateTimeOffset Now = new(2026, 11, 10, 8, 0, 0, TimeSpan.Zero);

    private School _school = null!;

    public async ValueTask InitializeAsync()
    {
        _school = await School.On(Today);
        await _school.Start(2026);
    }

    public ValueTask DisposeAsync() => _school.DisposeAsync();

    [Fact]
    public async Task The_assessment_closes_when_each_deficiency_is_an_assessed_risk_or_dismissed()
    {
        var (round, key) = await RoundWithDeficiencies();
        Assert.Equal("2 brister är varken bedömda som risker eller avfärdade.", await Missing("assess"));
        Assert.Equal("Bedöm 2 brister från ronden 10 november 2026", Assert.Single((await _school.Step(2026, "assess")).Missing[0].Things).Text);

        var risk = NewRisk(new RiskOrigin(RiskSource.Round, round, key[0]));
        await Save(risk, new DeficiencyDismissal(Guid.NewGuid(), round, key[1], "Redan lagat.", _school.Manager, Now));
        Assert.Equal("1 brist är varken bedömd som risk eller avfärdad.", await Missing("assess"));
        Assert.Equal($"/risker/{risk.Id}?enhet={_school.Unit}", Assert.Single((await _school.Step(2026, "assess")).Missing[0].Things).Link);

        await Assess(risk.Id, 2, 2);
        Assert.Null(await Missing("assess"));
        await _school.As(_school.Manager, new CloseStep(_school.Unit, 2026, "assess"));
    }

    [Fact]
    public async Task The_action_step_closes_when_each_risk_above_the_lowest_level_has_a_measure_within_its_days()
    {
        await _school.As(_school.Manager, new StateRepAbsence(_school.Unit, 2026, "act", Guid.NewGuid(), "Inget ombud är valt."));
        var (low, high) = (NewRisk(new RiskOrigin(RiskSource.Other)), NewRisk(new RiskOrigin(RiskSource.Other)));
        await Save(low, high);
        await Assess(low.Id, 1, 2);
        await Assess(high.Id, 3, 3);
        Assert.Equal("1 risk saknar åtgärd.", await Missing("act"));

        await Save(NewMeasure(Today.AddDays(-1), high.Id));
        Assert.Equal("1 åtgärd har passerat sin sista dag.", await Missing("act"));

        await Change(measure => measure.MoveDueDate(Today.AddDays(20), "Väntar på delar.", _school.Manager, Now));
        await _school.As(_school.Manager, new CloseStep(_school.Unit, 2026, "act"));
    }

    [Fact]
    public async Task The_follow_up_closes_when_done_measures_are_checked_and_open_ones_go_on_with_a_reason()
    {
        await Save(NewMeasure(Today.AddDays(5), null));
        Assert.Equal("1 åtgärd är varken klar eller tagen med till nästa år med ett skäl.", await Missing("follow-up"));

        await Change(measure => measure.MarkDone(Today, Today, _school.Manager, Now));
        Assert.Equal("1 genomförd åtgärd är inte kontrollerad.", await Missing("follow-up"));

        await Change(measure => measure.CheckEffect(Guid.NewGuid(), MeasureEffect.NotYet, Today.AddDays(30), null, _school.Manager, Today, Now));
        Assert.Null(await Missing("follow-up"));
        _school.GoTo(Today.AddDays(31));
        Assert.Equal("1 genomförd åtgärd är inte kontrollerad.", await Missing("follow-up"));
        await Change(measure => measure.CheckEffect(Guid.NewGuid(), MeasureEffect.Yes, null, null, _school.Manager, Today.AddDays(31), Now.AddDays(31)));
        Assert.Null(await Missing("follow-up"));

        await Save(NewMeasure(Today.AddDays(60), null));
        await Change(measure => measure.CarryOver(2026, "Upphandlingen är inte klar.", _school.Manager, Now), MeasureStatus.Planned);
        await _school.As(_school.Manager, new CloseStep(_school.Unit, 2026, "follow-up"));
    }

    [Fact]
    public async Task Another_units_deficiencies_and_measures_are_none_of_this_units()
    {
        await Save(NewMeasure(Today.AddDays(-1), null, _school.OtherUnit));
        Assert.Null(await Missing("follow-up"));
    }

    private async Task<(Guid Round, string[] Deficient)> RoundWithDeficiencies()
    {
        var round = await _school.As(_school.Manager, new PlanRound(_school.Unit, "hot-och-vald", Today));
        var keys = (await _school.As(_school.Manager, new ReadRound(_school.Unit, round))).Checklist.Questions.Select(question => question.Key).ToArray();
        foreach (var (key, index) in keys.Select((key, index) => (key, index)))
        {
            await _school.As(_school.Manager, new AnswerRoundQuestion(
                _school.Unit, round, Guid.CreateVersion7(), key, index == 0 ? RoundAnswerValue.No : index == 1 ? RoundAnswerValue.Partly : RoundAnswerValue.Yes, "Låset hakar."));
        }

        await _school.As(_school.Manager, new CompleteRound(_school.Unit, round));
        return (round, keys[..2]);
    }

    private async Task<string?> Missing(string step) =>
        (await _school.Step(2026, step)).Missing is { Count: > 0 } missing ? Assert.Single(missing).Text : null;

    private Risk NewRisk(RiskOrigin origin) =>
        new(Guid.CreateVersion7(), _school.Unit, "Låset hakar", "Dörren går inte att stänga.", RiskCategory.Threats, origin, Today, _school.Manager, Now);

    private Measure NewMeasure(DateOnly due, Guid? risk, Guid? unit = null) => new(
        Guid.CreateVersion7(), unit ?? _school.Unit, new MeasurePlan("Byt låset", MeasureKind.AtSource, _school.Manager, null), due, risk is { } id ? [id] : [], _school.Manager, Now);

    private Task<int> Save(params object[] rows) => _school.Installed.InDatabase(database =>
    {
        database.AddRange(rows);
        return database.SaveChangesAsync();
    });

    private Task<int> Assess(Guid risk, int likelihood, int consequence) => _school.Installed.InDatabase(database =>
    {
        var found = database.Risks.Find(risk)!;
        found.Assess(Guid.CreateVersion7(), Installed.Definitions.Matrix, likelihood, consequence, serious: false, "Sannolikt", _school.Manager, Today, Now);
        return database.SaveChangesAsync();
    });

    private Task<int> Change(Action<Measure> change, MeasureStatus? status = null) => _school.Installed.InDatabase((DigiSamContext database) =>
    {
        change(database.Measures.Single(measure => status == null || measure.Status == status));
        return database.SaveChangesAsync();
    });
}
