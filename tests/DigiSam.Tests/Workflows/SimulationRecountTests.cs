using DigiSam.Tests.Support;
using DigiSam.Workflows.Definitions;
using DigiSam.Workflows.Running;
using DigiSam.Workflows.Simulation;

namespace DigiSam.Tests.Workflows;

/// <summary>The simulation against a slow one that looks at every place on every day, and against a count of the log row by row.</summary>
public sealed class SimulationRecountTests
{
    private const int Places = 25;

    private static readonly TwoByTwo Organisation = new(Places);

    private static readonly ProcessDefinition SamYear =
        DefinitionReader.Read(RepositoryFolder.Of("workflows", "sam-year", "1.json")).Definition ?? throw new InvalidDataException();

    public static TheoryData<SimulatedBehaviour> Behaviours => [.. Enum.GetValues<SimulatedBehaviour>()];

    [Theory]
    [MemberData(nameof(Behaviours))]
    public void Every_day_of_every_place_is_as_the_engine_decides_it_without_the_clock(SimulatedBehaviour behaviour)
    {
        var log = Log(behaviour);
        Assert.NotEmpty(log);
        for (var place = 0; place < Places; place++)
            Assert.Equal(log.Where(one => one.Place == place).Select(one => (one.Day, one.Decision)), Replay([.. log.Where(one => one.Place == place)]));
    }

    [Theory]
    [MemberData(nameof(Behaviours))]
    public void The_sums_are_those_of_the_log_counted_row_by_row(SimulatedBehaviour behaviour)
    {
        var log = Log(behaviour);
        var result = ProcessSimulation.Run(new ProcessEngine(), SamYear, 2027, Organisation, behaviour, seed: 7);
        var wanted = log.Where(one => one.Decision is ProcessDecision.TaskWanted).Select(one => (one.Day, one.Place, Wanted: (ProcessDecision.TaskWanted)one.Decision)).ToList();

        foreach (var month in result.Months)
        {
            foreach (var role in result.Roles)
            {
                var of = wanted.Where(one => one.Day.Year == month.First.Year && one.Day.Month == month.First.Month && one.Wanted.Role == role).ToList();
                Assert.Equal(of.Count(one => one.Wanted.Occasion is TaskOccasion.StepOpened or TaskOccasion.PartInStep), month.Of(role).Tasks);
                Assert.Equal(of.Count(one => one.Wanted.Occasion == TaskOccasion.Reminder), month.Of(role).Reminders);
                Assert.Equal(of.Count(one => one.Wanted.Occasion == TaskOccasion.Escalation), month.Of(role).Escalations);
            }
        }

        Assert.Equal(wanted.Count, result.Load.All);
        var days = wanted.CountBy(one => one.Day).ToList();
        Assert.Equal(days.Max(day => day.Value), result.Busiest!.Load.All);
        Assert.Equal(days.Where(day => day.Value == result.Busiest.Load.All).Min(day => day.Key), result.Busiest.Day);
        var people = wanted.SelectMany(one => Organisation.Receivers(one.Place, SamYear[one.Wanted.Step], one.Wanted).Select(person => (one.Day, person.Key))).CountBy(one => one).ToList();
        var most = people.Where(one => one.Value == people.Max(other => other.Value)).ToList();
        var first = most.Where(one => one.Key.Day == most.Min(other => other.Key.Day)).ToList();
        Assert.Equal(
            (first[0].Value, first[0].Key.Day, first.Count, first.Select(one => one.Key.Key).Order(StringComparer.Ordinal).First()),
            (result.Hardest!.Person.Load.All, result.Hardest.Day, result.Hardest.People, result.Hardest.Person.Person.Key));
        Assert.Equal(
            people.Where(one => one.Key.Day == result.Busiest.Day).Select(one => (one.Key.Key, one.Value)).Order(),
            result.OnBusiestDay.Select(load => (load.Person.Key, load.Load.All)).Order());
        foreach (var course in result.Steps)
        {
            var opened = log.Where(one => one.Decision is ProcessDecision.StepOpened opened && opened.Step == course.Step.Key).ToDictionary(one => one.Place, one => ((ProcessDecision.StepOpened)one.Decision).DueOn);
            var closed = log.Where(one => one.Decision is ProcessDecision.StepClosed closed && closed.Step == course.Step.Key).ToList();
            var late = closed.Count(one => one.Day > opened[one.Place]);
            Assert.Equal((closed.Count - late, late, opened.Count - closed.Count, Places - opened.Count), (course.OnTime, course.Late, course.NeverClosed, course.NeverOpened));
        }
    }

    private static List<SimulatedDecision> Log(SimulatedBehaviour behaviour) =>
        [.. new ProcessSimulation(new ProcessEngine(), SamYear, 2027, Organisation, behaviour, seed: 7).Decisions()];

    /// <summary>One place, a day at a time, with lists in place of queues; people close on the days on which the log says that they did.</summary>
    private static List<(DateOnly Day, ProcessDecision Decision)> Replay(IReadOnlyList<SimulatedDecision> log)
    {
        var engine = new ProcessEngine();
        var state = engine.Plan(SamYear, 2027) with { PlaceKind = "unit" };
        var timers = new List<ProcessDecision.TimerWanted>();
        var replayed = new List<(DateOnly, ProcessDecision)>();
        for (var day = new DateOnly(2027, 1, 1); day.Year < 2029; day = day.AddDays(1))
        {
            if (replayed.Count == 0)
                Decide(new ProcessSignal.Start());
            while (timers.Where(timer => timer.On <= day).Select((timer, index) => (timer, index)).OrderBy(one => one.timer.On).ThenBy(one => one.index).Select(one => one.timer).FirstOrDefault() is { } fallen)
            {
                timers.Remove(fallen);
                Decide(new ProcessSignal.TimerFell(fallen.Step, fallen.Kind, fallen.Level));
            }

            foreach (var one in log.Where(one => one.Day == day && one.Decision is ProcessDecision.StepClosed))
                Decide(new ProcessSignal.CloseStep(((ProcessDecision.StepClosed)one.Decision).Step, []));

            void Decide(ProcessSignal signal)
            {
                foreach (var decision in engine.Decide(state, signal, day))
                {
                    replayed.Add((day, decision));
                    if (decision is ProcessDecision.TimerWanted timer)
                        timers.Add(timer);
                    else if (decision is ProcessDecision.TimersDropped(var dropped))
                        timers.RemoveAll(timer => timer.Step == dropped);
                    else if (decision is ProcessDecision.StepOpened(var opened, var due))
                        Put(opened, step => step with { State = StepState.Open, DueOn = due });
                    else if (decision is ProcessDecision.StepClosed(var closed))
                        Put(closed, step => step with { State = StepState.Closed });
                }
            }
        }

        return replayed;

        void Put(string key, Func<StepStatus, StepStatus> become) =>
            state = state with { Steps = [.. state.Steps.Select(step => step.Key == key ? become(step) : step)] };
    }
}
