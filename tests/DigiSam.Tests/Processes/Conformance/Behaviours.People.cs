using DigiSam.Workflows.Running;

namespace DigiSam.Tests.Processes.Conformance;

/// <summary>Two people do the same human step at the same time: one has done it, the other is told.</summary>
public abstract class DoubleCompletion<TEngine> : Behaviour<TEngine>
    where TEngine : IEngineUnderTest, new()
{
    [Fact]
    public async Task Of_two_who_close_a_step_one_does_and_the_other_is_told()
    {
        await Engine.Open(NewYear, Samples.Step(0, 30));
        await OneOfTwo(await Start("watch"), new ProcessSignal.CloseStep("only", []), Refusal.StepIsClosed);
    }

    [Fact]
    public async Task Of_two_who_leave_a_state_one_does_and_the_other_is_told()
    {
        await Engine.Open(NewYear, Samples.States());
        await OneOfTwo(await Start("question"), new ProcessSignal.Leave("answer", []), Refusal.ExitIsNotHere);
    }

    private async Task OneOfTwo(Guid instance, ProcessSignal signal, Refusal reason)
    {
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(index => Task.Run(() => Signal(instance, signal, index % 2 == 0 ? Engine.People.One : Engine.People.Other))));

        var told = answers.SelectMany(decisions => decisions).OfType<ProcessDecision.Refused>().ToList();
        Assert.Equal(5, told.Count);
        Assert.All(told, refused => Assert.Equal(reason, refused.Reason));
        Assert.Equal(1, await Times(instance, "StepClosed"));
    }
}

/// <summary>A cancelled instance asks for nothing more and lets nothing be done.</summary>
public abstract class CancelRemovesTimers<TEngine> : Behaviour<TEngine>
    where TEngine : IEngineUnderTest, new()
{
    [Fact]
    public async Task Timers_and_tasks_go_and_the_reason_stays()
    {
        await Engine.Open(NewYear, Samples.Step(0, 30));
        var instance = await Start("watch");
        Assert.True(await Engine.Timers(instance) > 2);
        Assert.NotEmpty(await Engine.Tasks(instance));

        await Engine.Do(Engine.People.One, async port => { await port.Cancel(instance, "Enheten läggs ner.", default); return true; });

        Assert.Equal(0, await Engine.Timers(instance));
        Assert.Empty(await Engine.Tasks(instance));
        Assert.Equal(Refusal.ProcessIsCancelled, Assert.IsType<ProcessDecision.Refused>(Assert.Single(await Signal(instance, new ProcessSignal.CloseStep("only", [])))).Reason);
        Engine.GoTo(NewYear.AddDays(200));
        await Engine.Pump();
        Assert.Equal(["Cancelled"], (await Happened(instance)).Skip(2));
        Assert.Contains("Enheten läggs ner.", (await Engine.Do(Engine.People.One, port => port.History(instance, default))).Select(happened => happened.Detail));
    }
}

/// <summary>A suspended instance stands still and catches up when it goes on.</summary>
public abstract class SuspendAndResume<TEngine> : Behaviour<TEngine>
    where TEngine : IEngineUnderTest, new()
{
    [Fact]
    public async Task Nothing_happens_until_it_goes_on()
    {
        await Engine.Open(new DateOnly(2027, 3, 1), Samples.Step(59, 90));
        var instance = await Start("watch");
        var still = await Engine.Do(Engine.People.One, async port => { await port.Suspend(instance, "Sjukskriven chef.", default); return await port.Query(instance, default); });
        Assert.Equal(ProcessStatus.Suspended, still.Status);
        Engine.GoTo(new DateOnly(2027, 6, 2));
        await Engine.Pump();

        Assert.Equal(0, await Times(instance, "StepOverdue"));
        Assert.Equal(Refusal.ProcessIsSuspended, Assert.IsType<ProcessDecision.Refused>(Assert.Single(await Signal(instance, new ProcessSignal.CloseStep("only", [])))).Reason);
        await Engine.Do(Engine.People.One, async port => { await port.Resume(instance, default); return true; });
        await Engine.Pump();
        Assert.Equal((ProcessStatus.Running, 1, 1), ((await State(instance)).Status, await Times(instance, "StepOverdue"), await Times(instance, "Escalated")));
    }
}
