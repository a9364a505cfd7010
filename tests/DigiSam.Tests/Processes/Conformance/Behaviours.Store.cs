using DigiSam.Workflows.Running;

namespace DigiSam.Tests.Processes.Conformance;

/// <summary>What is part of a transaction that is given up has never been.</summary>
public abstract class RollbackLeavesNothing<TEngine> : Behaviour<TEngine>
    where TEngine : IEngineUnderTest, new()
{
    [Fact]
    public async Task Neither_an_instance_nor_a_timer_nor_a_task()
    {
        await Engine.Open(NewYear, Samples.Step(0, 30));
        var (id, place) = (Guid.Empty, (await Engine.Places(1))[0]);
        await Engine.GiveUp(async port => id = await port.Start(Engine.Definition("watch"), new ProcessSubject(2027, place), default));
        Assert.Empty(await Engine.Do(Engine.People.One, port => port.Find(new ProcessFilter("watch"), default)));
        Assert.Equal(0, await Engine.Timers(id));
        Assert.Empty(await Engine.Tasks(id));

        var kept = await Start("watch", place: place);
        var (timers, happened) = (await Engine.Timers(kept), await Happened(kept));
        await Engine.GiveUp(port => port.Signal(kept, new ProcessSignal.CloseStep("only", []), default));
        Assert.Equal(StepState.Open, (await State(kept))["only"].State);
        Assert.Equal(timers, await Engine.Timers(kept));
        Assert.Equal(happened, await Happened(kept));
    }
}

/// <summary>An instance that nobody can make sense of stops no other, also after a restart.</summary>
public abstract class CorruptInstance<TEngine> : Behaviour<TEngine>
    where TEngine : IEngineUnderTest, new()
{
    [Fact]
    public async Task The_others_go_on()
    {
        await Engine.Open(NewYear, Samples.Step(60, 120));
        var places = await Engine.Places(5);
        var instances = new List<Guid>();
        foreach (var place in places)
            instances.Add(await Start("watch", place: place));
        await Engine.Corrupt(instances[2]);
        await Engine.Restart();
        Engine.GoTo(NewYear.AddDays(60));
        await Engine.Pump();

        foreach (var instance in instances.Where(id => id != instances[2]))
            Assert.Equal(StepState.Open, (await State(instance))["only"].State);
        Assert.Equal(1, await Engine.Timers(instances[2]));
    }
}

/// <summary>An instance keeps the version it was started with, until it is moved.</summary>
public abstract class VersionPinAndMove<TEngine> : Behaviour<TEngine>
    where TEngine : IEngineUnderTest, new()
{
    private static readonly Dictionary<string, string> Same = new() { ["only"] = "only" };

    [Fact]
    public async Task A_running_instance_goes_by_its_own_version()
    {
        await Engine.Open(NewYear, Samples.Step(60, 120), Samples.Step(30, 90, version: 2));
        var (old, young) = (await Start("watch"), await Start("watch", version: 2));
        Engine.GoTo(NewYear.AddDays(30));
        await Engine.Pump();

        Assert.Equal((1, StepState.Waiting), ((await State(old)).Definition.Version, (await State(old))["only"].State));
        Assert.Equal((2, StepState.Open), ((await State(young)).Definition.Version, (await State(young))["only"].State));
        Assert.Equal([old], (await Engine.Do(Engine.People.One, port => port.Find(new ProcessFilter("watch", Version: 1), default))).Select(found => found.Id));
    }

    [Fact]
    public async Task A_move_is_tried_first_and_then_made_and_runs_no_closed_step_again()
    {
        await Engine.Open(NewYear.AddDays(60), Samples.Step(60, 120), Samples.Step(30, 90, version: 2));
        var (open, closed) = (await Start("watch"), await Start("watch"));
        await Signal(closed, new ProcessSignal.CloseStep("only", []));
        var before = await State(open);

        Assert.True((await Move(open, "watch", Same, dryRun: true)).IsAllowed);
        Assert.Equivalent(before, await State(open));
        await Move(open, "watch", Same, dryRun: false);

        var after = await State(open);
        Assert.Equal((2, StepState.Open, NewYear.AddDays(150)), (after.Definition.Version, after["only"].State, after["only"].DueOn));
        Assert.Equal(1, await Times(open, "Moved"));
        Assert.Equal(["Step"], await Engine.Tasks(open));
        Assert.Equal(4, await Engine.Timers(open)); // a reminder, the last day and two escalations: those of the new version, and none of the old
        await Engine.Restart();
        Engine.GoTo(NewYear.AddDays(400));
        await Engine.Pump();
        Assert.Equal(1, await Times(open, "StepOverdue"));
        Assert.Equal(1, await Times(closed, "StepOpened"));
    }

    [Fact]
    public async Task A_step_that_is_closed_stays_so_and_the_one_beside_it_goes_on()
    {
        await Engine.Open(NewYear, Samples.TwoSteps(), Samples.TwoSteps(version: 2));
        var instance = await Start("pair");
        await Signal(instance, new ProcessSignal.CloseStep("one", []));
        await Move(instance, "pair", new() { ["one"] = "one", ["other"] = "other" }, dryRun: false);

        Assert.Equal((StepState.Closed, StepState.Open), ((await State(instance))["one"].State, (await State(instance))["other"].State));
        await Engine.Pump();
        Assert.Equal(2, await Times(instance, "StepOpened"));
        Assert.Equal(["Step"], await Engine.Tasks(instance));
        await Signal(instance, new ProcessSignal.CloseStep("other", []));
        Assert.Equal(ProcessStatus.Completed, (await State(instance)).Status);
    }

    [Fact]
    public async Task A_state_without_an_image_keeps_the_instance_where_it_is_and_one_by_another_name_takes_it_along()
    {
        await Engine.Open(NewYear, Samples.States(), Samples.States(version: 2, second: "replied"));
        var question = await Start("question");
        await Signal(question, new ProcessSignal.Leave("answer", [], NewYear.AddDays(77)));

        var refused = await Move(question, "question", new() { ["asked"] = "asked" }, dryRun: false);
        Assert.Equal(["answered"], refused.Homeless);
        Assert.Equal(1, (await State(question)).Definition.Version);

        await Move(question, "question", new() { ["asked"] = "asked", ["answered"] = "replied" }, dryRun: false);
        var open = Assert.Single((await State(question)).Open);
        Assert.Equal(("replied", NewYear.AddDays(77)), (open.Key, open.DueOn));
        await Signal(question, new ProcessSignal.Leave("end", []));
        Assert.Equal(ProcessStatus.Completed, (await State(question)).Status);
    }

    private Task<ProcessMove> Move(Guid instance, string key, Dictionary<string, string> map, bool dryRun) =>
        Engine.Do(Engine.People.One, port => port.Move(instance, Engine.Definition(key, 2), map, dryRun, default));
}

/// <summary>Instances are found by what they are about, where they stand and whom they ask.</summary>
public abstract class Queries<TEngine> : Behaviour<TEngine>
    where TEngine : IEngineUnderTest, new()
{
    [Fact]
    public async Task By_thing_state_day_role_and_status()
    {
        await Engine.Open(NewYear, Samples.States(), Samples.Step(0, 30));
        var thing = Guid.NewGuid();
        var place = (await Engine.Places(1))[0];
        var one = await Engine.Do(Engine.People.One, port => port.Start(Engine.Definition("question"), new ProcessSubject(2027, place, thing), default));
        var two = await Start("question");
        await Signal(two, new ProcessSignal.Leave("answer", []));
        var step = await Start("watch");

        await Found([one], new ProcessFilter(Thing: thing));
        await Found([two], new ProcessFilter(OpenStep: "answered"));
        await Found([one], new ProcessFilter(DueBefore: NewYear.AddDays(11)));
        await Found([one, two, step], new ProcessFilter(AsksRole: "manager"));
        await Found([], new ProcessFilter(AsksRole: "hr-strategist"));
        await Signal(two, new ProcessSignal.Leave("end", []));
        await Found([two], new ProcessFilter(Status: ProcessStatus.Completed));
    }

    private async Task Found(Guid[] expected, ProcessFilter filter) =>
        Assert.Equal(expected.Order(), (await Engine.Do(Engine.People.One, port => port.Find(filter, default))).Select(found => found.Id).Order());
}
