using DigiSam.Workflows.Definitions;

namespace DigiSam.Workflows.Simulation;

/// <summary>How much is wanted of people: tasks (own and parts in others'), reminders and escalations.</summary>
public sealed record LoadCount(int Tasks, int Reminders, int Escalations)
{
    public static LoadCount None { get; } = new(0, 0, 0);

    public int All => Tasks + Reminders + Escalations;

    /// <summary>Both together.</summary>
    public LoadCount Add(LoadCount other) => new(Tasks + other.Tasks, Reminders + other.Reminders, Escalations + other.Escalations);
}

/// <summary>What comes on one day.</summary>
public sealed record DayLoad(DateOnly Day, LoadCount Load);

/// <summary>What comes in one month.</summary>
/// <param name="First">The first day of the month.</param>
/// <param name="ByRole">By role as the definition names it, whoever is escalated to included; only those of whom something is wanted.</param>
/// <param name="Closed">Steps closed in the month, and how many of them after their last day.</param>
/// <param name="Busiest">The day with the most, the first of equals; null when nothing is wanted in the month.</param>
public sealed record MonthLoad(DateOnly First, IReadOnlyDictionary<string, LoadCount> ByRole, int Closed, int ClosedLate, DayLoad? Busiest)
{
    /// <summary>All roles together.</summary>
    public LoadCount Load => ByRole.Values.Aggregate(LoadCount.None, (sum, load) => sum.Add(load));

    /// <summary>The role's part, perhaps nothing.</summary>
    public LoadCount Of(string role) => ByRole.GetValueOrDefault(role, LoadCount.None);
}

/// <summary>How a step went, counted over all its openings; a calendar opens it once in each place.</summary>
/// <param name="NeverClosed">Opened and still open when the simulation ends; an end state is not counted.</param>
/// <param name="NeverOpened">Places in which it never opened.</param>
public sealed record StepCourse(StepDefinition Step, int OnTime, int Late, int NeverClosed, int NeverOpened);

/// <summary>What one person gets.</summary>
public sealed record PersonLoad(SimulatedPerson Person, LoadCount Load);

/// <summary>The most that one person gets on any one day.</summary>
/// <param name="Person">Who, and what; the first of them where several get as many that day.</param>
/// <param name="People">How many get as many that day.</param>
public sealed record HardestDay(DateOnly Day, PersonLoad Person, int People);

/// <summary>What a simulation came to.</summary>
/// <param name="Roles">Everyone of whom something is wanted in some month, in the order in which it first was.</param>
/// <param name="Months">From January or sooner to December or later, without gaps.</param>
/// <param name="OnBusiestDay">Everyone who gets something on that day, those with the most first.</param>
/// <param name="Hardest">Null when nobody gets anything.</param>
/// <param name="Unreceived">What was wanted of a role that nobody holds, and so reached nobody.</param>
public sealed record SimulationResult(
    ProcessDefinition Definition,
    int Year,
    SimulatedBehaviour Behaviour,
    int Places,
    IReadOnlyList<string> Roles,
    IReadOnlyList<MonthLoad> Months,
    IReadOnlyList<StepCourse> Steps,
    DayLoad? Busiest,
    IReadOnlyList<PersonLoad> OnBusiestDay,
    HardestDay? Hardest,
    int Unreceived)
{
    /// <summary>Everything of all months.</summary>
    public LoadCount Load => Months.Aggregate(LoadCount.None, (sum, month) => sum.Add(month.Load));

    /// <summary>The role's part of it.</summary>
    public LoadCount Of(string role) => Months.Aggregate(LoadCount.None, (sum, month) => sum.Add(month.Of(role)));
}
