using DigiSam.Workflows.Calendar;
using DigiSam.Workflows.Definitions;
using DigiSam.Workflows.Running;

namespace DigiSam.Workflows.Simulation;

/// <summary>Something that was decided for the instance of a place on a day of the virtual clock.</summary>
public sealed record SimulatedDecision(DateOnly Day, int Place, ProcessDecision Decision);

/// <summary>
/// Runs one instance in each place through a year on a virtual clock, with the engine that runs them in earnest. Nothing is
/// written. Guards hold when people are done; what is still open on the last day of the next year stays so.
/// </summary>
public sealed class ProcessSimulation(
    IProcessEngine engine, ProcessDefinition asked, int year, ISimulatedOrganisation organisation, SimulatedBehaviour behaviour, int seed = 1)
{
    private readonly PriorityQueue<Awaited, (DateOnly Day, bool ByPeople, long Order)> queue = new();
    private readonly RememberingEngine engine = new(engine);
    private readonly SimulatedHabits habits = new(behaviour, organisation.PlaceKind, seed);
    private readonly ProcessDefinition definition = For(asked, organisation);
    private readonly ExitChoice exits = new(For(asked, organisation));
    private long order;

    /// <summary>Runs and adds up what came of it for the people of the organisation.</summary>
    public static SimulationResult Run(
        IProcessEngine engine, ProcessDefinition definition, int year, ISimulatedOrganisation organisation, SimulatedBehaviour behaviour, int seed = 1, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        var tally = new SimulationTally(For(definition, organisation), organisation);
        foreach (var decided in new ProcessSimulation(engine, definition, year, organisation, behaviour, seed).Decisions())
        {
            stop.ThrowIfCancellationRequested();
            tally.Count(decided);
        }

        return tally.Result(year, behaviour);
    }

    /// <summary>All that is decided, day by day; within a day timers fall before people come to work.</summary>
    public IEnumerable<SimulatedDecision> Decisions()
    {
        queue.Clear();
        var plan = engine.Plan(definition, year) with { PlaceKind = organisation.PlaceKind };
        var instances = Enumerable.Range(0, organisation.Places).Select(place => new SimulatedInstance(plan with { Quiet = organisation.QuietAt(place) })).ToList();
        for (var place = 0; place < organisation.Places; place++)
            Await(FirstDay(plan), new Awaited(place, new ProcessSignal.Start(), "", 0), byPeople: false);
        while (queue.TryDequeue(out var awaited, out var at) && at.Day.Year <= year + 1)
        {
            foreach (var decision in Act(instances[awaited.Place], awaited, at.Day))
                yield return new SimulatedDecision(at.Day, awaited.Place, decision);
        }
    }

    // Where it ends for the kind of place, it ends here.
    private static ProcessDefinition For(ProcessDefinition definition, ISimulatedOrganisation organisation) =>
        definition with { Steps = [.. definition.Steps.Select(step => step with { IsFinal = step.IsFinalAt(organisation.PlaceKind) })] };

    // A calendar is started when the year begins, or sooner if it opens something before; what has no calendar, on the first day at work.
    private DateOnly FirstDay(ProcessState plan)
    {
        var newYear = new DateOnly(year, 1, 1);
        return definition.Flow == ProcessFlow.States ? QuietDays.OrNextOpen(newYear) : plan.Steps.Select(step => step.OpensOn).Append(newYear).Min();
    }

    private IReadOnlyList<ProcessDecision> Act(SimulatedInstance instance, Awaited awaited, DateOnly today)
    {
        if (awaited.Step.Length > 0 && instance.RevisionOf(awaited.Step) != awaited.Revision)
            return [];
        var decisions = engine.Decide(instance.State, awaited.Signal, today);
        foreach (var decision in decisions)
        {
            instance.Apply(decision, today);
            if (decision is ProcessDecision.TimerWanted timer)
                Await(timer.On > today ? timer.On : today, new Awaited(awaited.Place, new ProcessSignal.TimerFell(timer.Step, timer.Kind, timer.Level), timer.Step, instance.RevisionOf(timer.Step)), byPeople: false);
            else if (decision is ProcessDecision.StepOpened opened)
                AwaitPeople(instance, awaited.Place, opened, today);
        }

        return decisions;
    }

    private void AwaitPeople(SimulatedInstance instance, int place, ProcessDecision.StepOpened opened, DateOnly today)
    {
        var step = definition[opened.Step];
        if (SignalOf(step, instance) is { } signal && habits.DoneOn(step, place, instance.Openings, today, opened.DueOn) is { } day)
            Await(day, new Awaited(place, signal, step.Key, instance.RevisionOf(step.Key)), byPeople: true);
    }

    private ProcessSignal? SignalOf(StepDefinition step, SimulatedInstance instance) => definition.Flow switch
    {
        ProcessFlow.Calendar => new ProcessSignal.CloseStep(step.Key, []),
        _ when exits.From(step, instance.Visited) is { } exit => new ProcessSignal.Leave(exit, []),
        _ => null,
    };

    private void Await(DateOnly day, Awaited awaited, bool byPeople) => queue.Enqueue(awaited, (day, byPeople, order++));

    /// <summary>A signal that comes to nothing when its step has another revision by then; the start has no step.</summary>
    private sealed record Awaited(int Place, ProcessSignal Signal, string Step, int Revision);
}
