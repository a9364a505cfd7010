using DigiSam.Workflows.Running;

namespace DigiSam.Tests.Processes.Conformance;

/// <summary>Timers of months fall on their day, not before, and once.</summary>
public abstract class LongTimers<TEngine> : Behaviour<TEngine>
    where TEngine : IEngineUnderTest, new()
{
    [Theory]
    [InlineData(60)]
    [InlineData(400)]
    public async Task A_timer_of_so_many_days_falls_on_its_day(int days)
    {
        await Engine.Open(NewYear, Samples.Step(days, days + 30));
        var instance = await Start("watch");

        Engine.GoTo(NewYear.AddDays(days - 1));
        await Engine.Pump();
        Assert.Equal(StepState.Waiting, (await State(instance))["only"].State);
        await Engine.Restart();
        Engine.GoTo(NewYear.AddDays(days));
        await Engine.Pump();
        await Engine.Pump();
        Assert.Equal(StepState.Open, (await State(instance))["only"].State);
        Assert.Equal(1, await Times(instance, "StepOpened"));
    }

    [Fact]
    public async Task A_host_that_looks_every_day_opens_it_on_its_day_and_not_the_day_before()
    {
        await Engine.Open(NewYear, Samples.Step(60, 90));
        var instance = await Start("watch");
        foreach (var (day, state) in new[] { (0, StepState.Waiting), (58, StepState.Waiting), (59, StepState.Waiting), (60, StepState.Open), (61, StepState.Open) })
        {
            Engine.GoTo(NewYear.AddDays(day));
            await Engine.Pump();
            Assert.Equal(state, (await State(instance))["only"].State);
        }

        Assert.Equal(1, await Times(instance, "StepOpened"));
    }
}

/// <summary>A step that nobody does is reminded of, then overdue, then told of further up, one after the other.</summary>
public abstract class ReminderThenEscalation<TEngine> : Behaviour<TEngine>
    where TEngine : IEngineUnderTest, new()
{
    [Fact]
    public async Task Each_comes_on_its_day_and_in_its_order()
    {
        await Engine.Open(new DateOnly(2027, 3, 1), Samples.Step(59, 90)); // opens 1 March, due 30 May, a Sunday
        var instance = await Start("watch");
        var days = new List<(DateOnly Day, string What)>();
        for (var day = new DateOnly(2027, 3, 1); day < new DateOnly(2027, 9, 1); day = day.AddDays(1))
        {
            Engine.GoTo(day);
            var before = await Happened(instance);
            await Engine.Pump();
            days.AddRange((await Happened(instance)).Skip(before.Count).Select(what => (day, what)));
        }

        Assert.Equal(
            [(new(2027, 5, 17), "Reminded"), (new(2027, 5, 31), "StepOverdue"), (new(2027, 5, 31), "Escalated"), (new DateOnly(2027, 6, 29), "Escalated")],
            days.Select(happened => happened));
        Assert.Equal(["Escalation", "Escalation", "Reminder", "Step"], (await Engine.Tasks(instance)).Order());

        await Signal(instance, new ProcessSignal.CloseStep("only", []));
        Assert.Empty(await Engine.Tasks(instance));
        Assert.Equal(0, await Engine.Timers(instance));
    }
}

/// <summary>A clock that is set back makes nothing happen again, and nothing too early.</summary>
public abstract class ClockSetBack<TEngine> : Behaviour<TEngine>
    where TEngine : IEngineUnderTest, new()
{
    [Fact]
    public async Task What_has_happened_stays_and_what_has_not_waits_for_its_day()
    {
        await Engine.Open(NewYear, Samples.Step(60, 120));
        var instance = await Start("watch");
        Engine.GoTo(NewYear.AddDays(60));
        await Engine.Pump();

        Engine.GoTo(NewYear.AddDays(10));
        await Engine.Pump();
        Assert.Equal((StepState.Open, 1), ((await State(instance))["only"].State, await Times(instance, "StepOpened")));
        Engine.GoTo(NewYear.AddDays(60));
        await Engine.Pump();
        Assert.Equal(1, await Times(instance, "StepOpened"));
        Assert.Equal(0, await Times(instance, "StepOverdue"));
        Engine.GoTo(NewYear.AddDays(181));
        await Engine.Pump();
        Assert.Equal(1, await Times(instance, "StepOverdue"));
    }

    [Fact]
    public async Task What_a_host_did_late_is_not_done_again_when_the_clock_goes_back_to_between()
    {
        await Engine.Open(new DateOnly(2027, 3, 1), Samples.Step(59, 90));
        var instance = await Start("watch");
        Engine.GoTo(new DateOnly(2027, 6, 10)); // reminder, last day and the first escalation have been, and nobody was there
        await Engine.Pump();
        var happened = await Happened(instance);
        Assert.Contains("Escalated", happened);
        foreach (var day in new DateOnly[] { new(2027, 6, 4), new(2027, 6, 9) })
        {
            Engine.GoTo(day);
            await Engine.Pump();
        }

        Assert.Equal(happened, await Happened(instance));
    }
}

/// <summary>A thousand timers due at the same instant are acted on, each once.</summary>
public abstract class ManyAtOnce<TEngine> : Behaviour<TEngine>
    where TEngine : IEngineUnderTest, new()
{
    [Fact]
    public async Task Every_one_of_them_is_acted_on_once()
    {
        await Engine.Open(NewYear, Samples.Step(60, 120));
        var places = await Engine.Places(1000);
        var instances = await Engine.Do(Engine.People.One, async port =>
        {
            var started = new List<Guid>();
            foreach (var place in places)
                started.Add(await port.Start(Engine.Definition("watch"), new ProcessSubject(2027, place), default));
            return started;
        });
        Engine.GoTo(NewYear.AddDays(60));

        await Task.WhenAll(Engine.Pump(), Engine.Pump());

        var open = await Engine.Do(Engine.People.One, port => port.Find(new ProcessFilter("watch", OpenStep: "only"), default));
        Assert.Equal(instances.Order(), open.Select(found => found.Id).Order());
        foreach (var instance in instances.Where((_, index) => index % 50 == 0))
            Assert.Equal(1, await Times(instance, "StepOpened"));
    }
}
