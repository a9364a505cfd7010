using DigiSam.Workflows.Definitions;
using DigiSam.Workflows.Running;

namespace DigiSam.Workflows.Simulation;

/// <summary>Adds decisions up as they come.</summary>
internal sealed class SimulationTally(ProcessDefinition definition, ISimulatedOrganisation organisation)
{
    private readonly List<string> roles = [];
    private readonly Dictionary<(DateOnly Day, string Role), LoadCount> byDay = [];
    private readonly Dictionary<(DateOnly Day, SimulatedPerson Person), LoadCount> byPerson = [];
    private readonly Dictionary<(int Place, string Step), DateOnly> open = [];
    private readonly HashSet<(int Place, string Step)> opened = [];
    private readonly List<(DateOnly Day, string Step, bool Late)> closed = [];
    private int unreceived;

    public void Count(SimulatedDecision decided)
    {
        var (day, place) = (decided.Day, decided.Place);
        switch (decided.Decision)
        {
            case ProcessDecision.TaskWanted wanted:
                Count(day, place, wanted);
                break;
            case ProcessDecision.StepOpened(var step, var due):
                opened.Add((place, step));
                open[(place, step)] = due;
                break;
            case ProcessDecision.StepClosed(var step):
                open.Remove((place, step), out var last);
                closed.Add((day, step, day > last));
                break;
        }
    }

    public SimulationResult Result(int year, SimulatedBehaviour behaviour)
    {
        var busiest = Busiest(byDay);
        var days = byDay.Keys.Select(key => key.Day).Concat(closed.Select(step => step.Day)).ToList();
        var months = Months(
            days.Append(new DateOnly(year, 1, 1)).Min(),
            days.Append(new DateOnly(year, 12, 31)).Max());
        return new SimulationResult(
            definition, year, behaviour, organisation.Places, [.. roles], [.. months], [.. definition.Steps.Select(Course)],
            busiest, [.. OnDay(busiest?.Day)], Hardest(), unreceived);
    }

    private void Count(DateOnly day, int place, ProcessDecision.TaskWanted wanted)
    {
        var one = wanted.Occasion switch
        {
            TaskOccasion.Reminder => new LoadCount(0, 1, 0),
            TaskOccasion.Escalation => new LoadCount(0, 0, 1),
            _ => new LoadCount(1, 0, 0),
        };
        if (!roles.Contains(wanted.Role, StringComparer.Ordinal))
            roles.Add(wanted.Role);
        byDay[(day, wanted.Role)] = byDay.GetValueOrDefault((day, wanted.Role), LoadCount.None).Add(one);
        var receivers = organisation.Receivers(place, definition[wanted.Step], wanted);
        foreach (var person in receivers)
            byPerson[(day, person)] = byPerson.GetValueOrDefault((day, person), LoadCount.None).Add(one);
        if (receivers.Count == 0)
            unreceived++;
    }

    private IEnumerable<MonthLoad> Months(DateOnly from, DateOnly to)
    {
        var wanted = byDay.ToLookup(entry => FirstOf(entry.Key.Day));
        var done = closed.ToLookup(step => FirstOf(step.Day));
        for (var month = FirstOf(from); month <= to; month = month.AddMonths(1))
        {
            yield return new MonthLoad(
                month,
                wanted[month].GroupBy(entry => entry.Key.Role, entry => entry.Value, StringComparer.Ordinal).ToDictionary(role => role.Key, Sum, StringComparer.Ordinal),
                done[month].Count(),
                done[month].Count(step => step.Late),
                Busiest(wanted[month]));
        }
    }

    private StepCourse Course(StepDefinition step)
    {
        var ended = closed.Where(one => Same(one.Step, step.Key)).ToList();
        var late = ended.Count(one => one.Late);
        return new StepCourse(
            step, ended.Count - late, late,
            step.IsFinal ? 0 : open.Keys.Count(key => Same(key.Step, step.Key)),
            organisation.Places - opened.Count(key => Same(key.Step, step.Key)));
    }

    private IEnumerable<PersonLoad> OnDay(DateOnly? day) => byPerson.Where(entry => entry.Key.Day == day)
        .Select(entry => new PersonLoad(entry.Key.Person, entry.Value))
        .OrderByDescending(load => load.Load.All).ThenBy(load => load.Person.Key, StringComparer.Ordinal);

    private HardestDay? Hardest()
    {
        var most = byPerson.Values.Select(load => load.All).DefaultIfEmpty().Max();
        var hardest = byPerson.Where(entry => entry.Value.All == most).GroupBy(entry => entry.Key.Day).MinBy(day => day.Key)?.ToList();
        return hardest?.MinBy(entry => entry.Key.Person.Key, StringComparer.Ordinal) is { } first
            ? new HardestDay(first.Key.Day, new PersonLoad(first.Key.Person, first.Value), hardest.Count)
            : null;
    }

    private static DayLoad? Busiest(IEnumerable<KeyValuePair<(DateOnly Day, string Role), LoadCount>> loads) => loads
        .GroupBy(entry => entry.Key.Day, entry => entry.Value)
        .Select(day => new DayLoad(day.Key, Sum(day)))
        .OrderByDescending(day => day.Load.All).ThenBy(day => day.Day)
        .FirstOrDefault();

    private static LoadCount Sum(IEnumerable<LoadCount> loads) => loads.Aggregate(LoadCount.None, (sum, load) => sum.Add(load));

    private static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.Ordinal);
}
