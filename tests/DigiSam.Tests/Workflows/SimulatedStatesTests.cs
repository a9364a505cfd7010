using DigiSam.Tests.Support;
using DigiSam.Workflows.Definitions;
using DigiSam.Workflows.Running;
using DigiSam.Workflows.Simulation;

namespace DigiSam.Tests.Workflows;

/// <summary>A simulated process of states: it leads on, and comes to an end.</summary>
public sealed class SimulatedStatesTests
{
    [Fact]
    public void A_state_is_left_by_the_first_exit_that_leads_to_something_new()
    {
        // Started on Monday the 4th of January; five working days, less Epiphany, are Tuesday the 12th.
        var way = Way(SimulatedCases.Loop, SimulatedBehaviour.OnTime);
        Assert.Equal([("draft", new DateOnly(2027, 1, 4)), ("review", new DateOnly(2027, 1, 12)), ("done", new DateOnly(2027, 1, 19))], way);
        var result = Of(SimulatedCases.Loop, SimulatedBehaviour.OnTime);
        Assert.Equal([(1, 0, 0, 0), (1, 0, 0, 0), (0, 0, 0, 0)], result.Steps.Select(step => (step.OnTime, step.Late, step.NeverClosed, step.NeverOpened)));
    }

    [Fact]
    public void A_ring_without_an_end_stops_when_all_of_it_is_seen()
    {
        var way = Way(SimulatedCases.Ring, SimulatedBehaviour.Late);
        Assert.Equal(["day", "night"], way.Select(state => state.State));
        var night = Of(SimulatedCases.Ring, SimulatedBehaviour.Late).Steps[1];
        Assert.Equal((0, 0, 1, 0), (night.OnTime, night.Late, night.NeverClosed, night.NeverOpened));
    }

    [Fact]
    public void A_state_that_is_entered_anew_is_not_told_upwards_by_what_waited_the_first_time()
    {
        // Left on time on the 12th and back on the 13th: the day on which the first visit would have been told upwards is the 14th.
        Assert.Equal(
            [("work", new DateOnly(2027, 1, 4)), ("question", new DateOnly(2027, 1, 12)), ("work", new DateOnly(2027, 1, 13)), ("done", new DateOnly(2027, 1, 20))],
            Way(SimulatedCases.Back, SimulatedBehaviour.OnTime));
        Assert.Equal(0, Of(SimulatedCases.Back, SimulatedBehaviour.OnTime).Load.Escalations);
    }

    [Fact]
    public void Nobody_who_never_acts_comes_further_than_the_first_state()
    {
        var result = Of(SimulatedCases.Loop, SimulatedBehaviour.Never);
        Assert.Equal(["draft"], Way(SimulatedCases.Loop, SimulatedBehaviour.Never).Select(state => state.State));
        Assert.Equal(new LoadCount(1, 1, 1), result.Load);
        Assert.Equal([0, 1, 1], result.Steps.Select(step => step.NeverOpened));
    }

    public static TheoryData<string> Installed => [.. Directory.GetDirectories(RepositoryFolder.Of("workflows")).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Installed))]
    public void Every_installed_definition_can_be_simulated_and_those_of_states_come_to_their_end(string key)
    {
        var definition = DefinitionReader.Read(RepositoryFolder.Of("workflows", key, "1.json")).Definition!;
        foreach (var behaviour in Enum.GetValues<SimulatedBehaviour>())
        {
            var decided = new ProcessSimulation(new ProcessEngine(), definition, 2027, new TwoByTwo(3), behaviour).Decisions().ToList();
            Assert.DoesNotContain(decided, one => one.Decision is ProcessDecision.Refused);
            Assert.InRange(decided.Count, 3, 1000);
            if (behaviour == SimulatedBehaviour.OnTime && key != "task-allocation")
                Assert.Equal(3, decided.Count(one => one.Decision is ProcessDecision.ProcessCompleted));
        }
    }

    private static SimulationResult Of(ProcessDefinition definition, SimulatedBehaviour behaviour) =>
        ProcessSimulation.Run(new ProcessEngine(), definition, 2027, new TwoByTwo(1), behaviour);

    private static List<(string State, DateOnly Day)> Way(ProcessDefinition definition, SimulatedBehaviour behaviour) =>
        [.. new ProcessSimulation(new ProcessEngine(), definition, 2027, new TwoByTwo(1), behaviour).Decisions()
            .Where(one => one.Decision is ProcessDecision.StepOpened).Select(one => (((ProcessDecision.StepOpened)one.Decision).Step, one.Day))];
}
