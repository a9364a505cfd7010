using DigiSam.Access;
using DigiSam.Measures;
using DigiSam.Requests;
using DigiSam.Risks;
using DigiSam.Tests.Support;
using MediatR;

namespace DigiSam.Tests.Measures;

/// <summary>Measures through the pipeline, as the people who work with them.</summary>
public sealed class MeasureUseCaseTests : IAsyncLifetime
{
    private TwoSchools _schools = null!;

    public async ValueTask InitializeAsync() => _schools = await TwoSchools.Create();

    public ValueTask DisposeAsync() => _schools.DisposeAsync();

    [Fact]
    public async Task A_measure_without_effect_leads_to_another_and_to_a_new_assessment_and_the_risk_shows_both()
    {
        var risk = await _schools.Risk(likelihood: 3, consequence: 3);
        var measure = await _schools.AsManager(_schools.Measure(risk));
        _schools.Installed.Clock.Advance(TimeSpan.FromDays(40));
        await _schools.AsManager(new MoveDueDate(_schools.Birch, measure, TwoSchools.Today.AddDays(50), "Mattan är slut i lager."));
        await _schools.AsManager(new MarkDone(_schools.Birch, measure, TwoSchools.Today.AddDays(39)));
        await _schools.AsManager(new CheckEffect(_schools.Birch, measure, Guid.CreateVersion7(), MeasureEffect.No, null, "Lika halt som förut."));
        await _schools.AsManager(new AssessRisk(_schools.Birch, risk, Guid.CreateVersion7(), 4, 3, true, "Mattan räckte inte."));
        await _schools.AsManager(_schools.Measure(risk) with { Title = "Byt golvet", Cost = null });

        var read = await _schools.AsManager(new ReadMeasure(_schools.Birch, measure));
        Assert.Equal((MeasureStatus.Checked, MeasureEffect.No, 4500m, "Björkskolan"), (read.Status, read.Effect, read.Cost, read.Unit));
        Assert.Equal([TwoSchools.Today.AddDays(30)], read.MovedFrom);
        Assert.Equal((12, 9, "Hög"), (Assert.Single(read.Risks).Value, read.Risks[0].ValueBefore, read.Risks[0].Level));
        Assert.Equal(
            ["Effekten kontrollerad: nej", "Klarmarkerad", "Sista dagen flyttad från 2026-04-13 till 2026-05-03", "Tillagd i handlingsplanen"],
            read.History.Select(entry => entry.What).Order(StringComparer.Ordinal));
        var whole = await _schools.AsManager(new ReadRisk(_schools.Birch, risk));
        Assert.Equal(["Lägg en torkmatta", "Byt golvet"], whole.Measures.OrderBy(served => served.Id).Select(served => served.Title));
    }

    [Fact]
    public async Task A_double_click_adds_one_measure_and_one_check()
    {
        var add = _schools.Measure(await _schools.Risk());
        Assert.Single((await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _schools.AsManager(add)))).Distinct());
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _schools.AsManager(new MarkDone(_schools.Birch, add.MeasureId, TwoSchools.Today))));
        var check = new CheckEffect(_schools.Birch, add.MeasureId, Guid.CreateVersion7(), MeasureEffect.Partly, null, null);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _schools.AsManager(check)));
        Assert.Equal((1, 1), (await _schools.Installed.Count<Measure>(), await _schools.Installed.Count<EffectCheck>()));
        Assert.Equal(2, (await _schools.AsManager(new ReadMeasure(_schools.Birch, add.MeasureId))).History.Count(entry => !entry.What.StartsWith("Effekten", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_second_of_two_editors_is_told_and_nothing_is_overwritten()
    {
        var measure = await _schools.AsManager(_schools.Measure(await _schools.Risk()));
        var rev = (await _schools.AsManager(new ReadMeasure(_schools.Birch, measure))).Rev;
        var edit = new EditMeasure(_schools.Birch, measure, rev, "Först", MeasureKind.Technical, _schools.Manager, 0m);
        await _schools.AsManager(edit);
        Assert.IsType<Outcome<Nothing>.Conflict>(await _schools.Installed.SendAs(_schools.Manager, edit with { Title = "Sedan" }));
        Assert.Equal(("Först", 0m), ((await _schools.AsManager(new ReadMeasure(_schools.Birch, measure))).Title, (await _schools.AsManager(new ReadMeasure(_schools.Birch, measure))).Cost));
    }

    [Fact]
    public async Task The_responsible_has_a_role_in_the_unit_or_above()
    {
        var head = await _schools.Installed.PersonWith(Role.Manager, _schools.Education);
        var strategist = await _schools.Installed.PersonWith(Role.HrStrategist, _schools.Municipality);
        var gone = await _schools.Installed.PersonWith(Role.Employee, _schools.Birch, to: TwoSchools.Today.AddDays(-1));
        var administrator = await _schools.Installed.PersonWith(Role.Administrator, _schools.Municipality);
        var people = (await _schools.AsManager(new ListResponsible(_schools.Birch))).Select(person => person.Id).ToHashSet();
        Assert.Equal([_schools.Manager, _schools.SafetyRep, _schools.Employee, head, strategist], people);
        var add = _schools.Measure(await _schools.Risk());
        foreach (var wrong in new[] { _schools.Stranger, gone, administrator, Guid.CreateVersion7() })
            Assert.Equal(nameof(ResponsibleHasNoRoleHere), await _schools.Refused(add with { ResponsibleId = wrong }));
        await _schools.AsManager(add with { ResponsibleId = head });
    }

    [Fact]
    public async Task A_measure_is_against_open_risks_of_its_own_unit()
    {
        var (risk, closed) = (await _schools.Risk(), await _schools.Risk(likelihood: 1));
        await _schools.AsManager(new CloseRisk(_schools.Birch, closed, "Borta"));
        Assert.Equal(nameof(ClosedRiskTakesNoMeasure), await _schools.Refused(_schools.Measure(risk, closed)));
        Assert.Equal(nameof(RiskIsUnknown), await _schools.Refused(_schools.Measure(risk, Guid.CreateVersion7())));
        var measure = await _schools.AsManager(_schools.Measure(risk, risk));
        var other = await _schools.Risk("Trasig lampa");
        await _schools.AsManager(new LinkRisk(_schools.Birch, measure, other));
        await _schools.AsManager(new LinkRisk(_schools.Birch, measure, other));
        Assert.Equal(nameof(ClosedRiskTakesNoMeasure), await _schools.Refused(new LinkRisk(_schools.Birch, measure, closed)));
        Assert.Equal(2, (await _schools.AsManager(new ReadMeasure(_schools.Birch, measure))).Risks.Count);
    }

    [Fact]
    public async Task Bad_input_is_told_all_at_once()
    {
        var empty = await _schools.Invalid(new AddMeasure(_schools.Birch, Guid.CreateVersion7(), [], " ", (MeasureKind)9, Guid.Empty, default, -1m));
        Assert.Contains("Slaget av åtgärd: välj ett av alternativen.", empty);
        Assert.Equal(6, empty.Count);
        Assert.Contains("Kostnaden ska vara 0 kronor eller mer.", empty);
        Assert.Contains("Ange vilken dag åtgärden ska vara klar.", empty);
        var measure = await _schools.AsManager(_schools.Measure(await _schools.Risk()) with { DueOn = TwoSchools.Today.AddDays(-3) });
        Assert.True((await _schools.AsManager(new ReadMeasure(_schools.Birch, measure))).Overdue);
        Assert.Equal(["Svara på om åtgärden hade avsedd effekt."], await _schools.Invalid(new CheckEffect(_schools.Birch, measure, Guid.CreateVersion7(), null, null, null)));
        Assert.Equal(["Skriv varför dagen flyttas."], await _schools.Invalid(new MoveDueDate(_schools.Birch, measure, TwoSchools.Today, "")));
        Assert.Equal(nameof(NothingIsDoneInTheFuture), await _schools.Refused(new MarkDone(_schools.Birch, measure, TwoSchools.Today.AddDays(1))));
        Assert.Equal(nameof(NextCheckIsLater), await CheckedTooSoon(measure));
    }

    [Fact]
    public async Task Only_the_units_manager_writes_and_a_stranger_sees_nothing()
    {
        var measure = await _schools.AsManager(_schools.Measure(await _schools.Risk()));
        foreach (var person in new[] { _schools.SafetyRep, _schools.Employee, _schools.Stranger })
        {
            await _schools.Denied(person, new MarkDone(_schools.Birch, measure, TwoSchools.Today));
            await _schools.Denied(person, new CancelMeasure(_schools.Birch, measure, "Nej"));
            await _schools.Denied(person, new ListResponsible(_schools.Birch));
        }

        await _schools.Denied(_schools.Stranger, new ReadMeasure(_schools.Birch, measure));
        await _schools.Denied(_schools.Stranger, new ListMeasures(_schools.Birch, new MeasureFilter()));
        await _schools.Denied(_schools.Stranger, new ReadActionPlan(_schools.Birch, 2026));
        Assert.Equal(nameof(MeasureIsUnknown), await RefusedStranger(new ReadMeasure(_schools.Oak, measure)));
        Assert.Equal(nameof(MeasureIsUnknown), await RefusedStranger(new FindMeasure(measure)));
        Assert.Equal(nameof(MeasureIsUnknown), await RefusedStranger(new MarkDone(_schools.Oak, measure, TwoSchools.Today)));
        Assert.Equal(_schools.Birch, await _schools.As(_schools.SafetyRep, new FindMeasure(measure)));
    }

    [Fact]
    public async Task The_action_plan_has_what_is_not_finished_and_what_the_year_finished()
    {
        var risk = await _schools.Risk(likelihood: 4, consequence: 4, serious: true);
        var (open, done, cancelled, next) = (_schools.Measure(risk), _schools.Measure(risk), _schools.Measure(risk), _schools.Measure(risk) with { DueOn = new DateOnly(2027, 2, 1) });
        foreach (var add in new[] { open, done, cancelled, next })
            await _schools.AsManager(add);
        await _schools.AsManager(new MarkDone(_schools.Birch, done.MeasureId, TwoSchools.Today));
        await _schools.AsManager(new CancelMeasure(_schools.Birch, cancelled.MeasureId, "Behövs inte"));
        var plan = await _schools.As(_schools.SafetyRep, new ReadActionPlan(_schools.Birch, 2026));
        Assert.Equal(("Björkskolan", 2026, TwoSchools.Today, 0), (plan.Place, plan.Year, plan.On, plan.Left));
        var unit = Assert.Single(plan.Units);
        Assert.Equal(new[] { open.MeasureId, done.MeasureId }.ToHashSet(), unit.Measures.Select(row => row.Measure.Id).ToHashSet());
        Assert.All(unit.Measures, row => Assert.Equal(("Hala golv i entrén", 16, "Mycket hög", true), (Assert.Single(row.Against).Title, row.Against[0].Value, row.Against[0].Level, row.Against[0].Serious)));
        Assert.Equal(3, (await _schools.AsManager(new ReadActionPlan(_schools.Birch, 2027))).Units.Sum(place => place.Measures.Count) + 1);
    }

    private async Task<string> RefusedStranger<T>(IRequest<T> request) => Assert.IsType<Outcome<T>.Broken>(await _schools.Installed.SendAs(_schools.Stranger, request)).Rule;

    private async Task<string> CheckedTooSoon(Guid measure)
    {
        await _schools.AsManager(new MarkDone(_schools.Birch, measure, TwoSchools.Today));
        return await _schools.Refused(new CheckEffect(_schools.Birch, measure, Guid.CreateVersion7(), MeasureEffect.NotYet, TwoSchools.Today, null));
    }
}
