using DigiSam.Tests.Support;
using DigiSam.Workflows.Calendar;
using DigiSam.Workflows.Definitions;
using DigiSam.Workflows.Running;
using DigiSam.Workflows.Simulation;

namespace DigiSam.Tests.Workflows;

/// <summary>A simulated year of a calendar, against what was worked out by hand.</summary>
public sealed class ProcessSimulationTests
{
    private static readonly ProcessDefinition SamYear =
        DefinitionReader.Read(RepositoryFolder.Of("workflows", "sam-year", "1.json")).Definition ?? throw new InvalidDataException();

    [Fact]
    public void When_all_are_late_everyone_is_reminded_and_those_above_are_told_in_turn()
    {
        // 2027: the 1st of March is a Monday, the 31st a Wednesday, and Easter lies before it.
        var result = Of(SimulatedCases.March, SimulatedBehaviour.Late);

        Assert.Equal(["manager", "safety-rep", "next-manager"], result.Roles);
        Assert.Equal(Enumerable.Range(1, 12).Select(month => new DateOnly(2027, month, 1)), result.Months.Select(month => month.First));
        var (march, april) = (result.Months[2], result.Months[3]);
        Assert.Equal((new LoadCount(2, 4, 0), new LoadCount(2, 0, 0), LoadCount.None), (march.Of("manager"), march.Of("safety-rep"), march.Of("next-manager")));
        Assert.Equal(new LoadCount(0, 0, 2), april.Load);
        Assert.Equal((0, 0, 2, 2), (march.Closed, march.ClosedLate, april.Closed, april.ClosedLate));
        Assert.Equal(new LoadCount(4, 4, 2), result.Load);
        Assert.Equal((new DateOnly(2027, 3, 1), 4), (result.Busiest!.Day, result.Busiest.Load.All));
        // The Wednesday after the fifth working day of April: told on the 7th, closed on the 14th, the tenth.
        Assert.Equal((new DateOnly(2027, 4, 7), 2), (april.Busiest!.Day, april.Busiest.Load.All));
        Assert.Equal((0, 2, 0, 0), CourseOf(result));
        Assert.Equal(
            [("manager-0", 1), ("manager-1", 1), ("safety-rep-0", 1), ("safety-rep-1", 1)],
            result.OnBusiestDay.Select(load => (load.Person.Key, load.Load.All)));
        Assert.Equal(("head-0", new DateOnly(2027, 4, 7), new LoadCount(0, 0, 2)), (result.Hardest!.Person.Person.Key, result.Hardest.Day, result.Hardest.Person.Load));
    }

    [Fact]
    public void When_all_are_on_time_nobody_above_is_told()
    {
        var result = Of(SimulatedCases.March, SimulatedBehaviour.OnTime);

        Assert.Equal(new LoadCount(4, 4, 0), result.Load);
        Assert.Equal((2, 0), (result.Months[2].Closed, result.Months[2].ClosedLate));
        Assert.Equal((2, 0, 0, 0), CourseOf(result));
        Assert.Equal(0, result.Unreceived);
    }

    [Fact]
    public void When_nobody_is_ever_done_all_levels_are_told_and_what_reaches_nobody_is_counted()
    {
        var result = Of(SimulatedCases.March, SimulatedBehaviour.Never);

        Assert.Equal((new LoadCount(0, 0, 2), new LoadCount(0, 0, 2)), (result.Of("next-manager"), result.Of("nobody")));
        Assert.Equal(2, result.Unreceived);
        Assert.Equal((0, 0, 2, 0), CourseOf(result));
        Assert.DoesNotContain(result.OnBusiestDay, load => load.Person.Key.StartsWith("nobody", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(SimulatedBehaviour.Late)]
    [InlineData(SimulatedBehaviour.Never)]
    [InlineData(SimulatedBehaviour.Mixed)]
    public void Nobody_is_reminded_in_July(SimulatedBehaviour behaviour)
    {
        var organisation = new TwoByTwo(40);
        var decided = new ProcessSimulation(new ProcessEngine(), SimulatedCases.July, 2027, organisation, behaviour).Decisions().ToList();
        var asked = decided.Where(one => one.Decision is ProcessDecision.TaskWanted { Occasion: TaskOccasion.Reminder or TaskOccasion.Escalation }).ToList();

        Assert.NotEmpty(asked);
        Assert.DoesNotContain(asked, one => QuietDays.Includes(one.Day));
        // Two reminders that would fall in July are one on the first Monday of August.
        Assert.Contains(asked, one => one.Day == new DateOnly(2027, 8, 2) && one.Decision is ProcessDecision.TaskWanted { Occasion: TaskOccasion.Reminder });
        Assert.All(asked.Where(one => one.Decision is ProcessDecision.TaskWanted { Occasion: TaskOccasion.Reminder }).CountBy(one => one.Place), place => Assert.Equal(1, place.Value));
        var result = Of(SimulatedCases.July, behaviour, 40);
        Assert.Equal(0, result.Months[6].Load.All);
        Assert.Equal(0, result.Months[6].Closed);
    }

    [Fact]
    public void Of_the_SAM_year_the_last_step_never_opens_where_the_investigation_is_never_done()
    {
        var result = ProcessSimulation.Run(new ProcessEngine(), SamYear, 2027, new TwoByTwo(3), SimulatedBehaviour.Never);

        Assert.Equal((0, 0, 0, 3), CourseOf(result, SamYear["improve"]));
        Assert.Equal((0, 0, 3, 0), CourseOf(result, SamYear["investigate"]));
        Assert.Equal(new LoadCount(30, 30, 15), result.Load);
    }

    [Fact]
    public void The_same_seed_gives_the_same_year_and_another_seed_another()
    {
        var one = Mixed(1);
        Assert.Equal(one, Mixed(1));
        Assert.NotEqual(one, Mixed(2));
        var closed = one.Count(decided => decided.Decision is ProcessDecision.StepClosed);
        Assert.InRange(closed, 60, 98);

        static List<SimulatedDecision> Mixed(int seed) =>
            [.. new ProcessSimulation(new ProcessEngine(), SimulatedCases.March, 2027, new TwoByTwo(100), SimulatedBehaviour.Mixed, seed).Decisions()];
    }

    [Fact]
    public void Of_ten_mixed_steps_about_seven_are_on_time_two_late_and_one_never()
    {
        var (onTime, late, never, _) = CourseOf(Of(SimulatedCases.March, SimulatedBehaviour.Mixed, 2000));
        Assert.InRange(onTime, 1300, 1500);
        Assert.InRange(late, 330, 470);
        Assert.InRange(never, 140, 260);
    }

    [Fact]
    public void A_simulation_that_is_called_off_stops() =>
        Assert.Throws<OperationCanceledException>(() => ProcessSimulation.Run(
            new ProcessEngine(), SamYear, 2027, new TwoByTwo(3), SimulatedBehaviour.Late, stop: new CancellationToken(canceled: true)));

    private static SimulationResult Of(ProcessDefinition definition, SimulatedBehaviour behaviour, int places = 2) =>
        ProcessSimulation.Run(new ProcessEngine(), definition, 2027, new TwoByTwo(places), behaviour);

    private static (int OnTime, int Late, int NeverClosed, int NeverOpened) CourseOf(SimulationResult result, StepDefinition? step = null)
    {
        var course = step is null ? Assert.Single(result.Steps) : result.Steps.Single(course => course.Step == step);
        return (course.OnTime, course.Late, course.NeverClosed, course.NeverOpened);
    }
}
