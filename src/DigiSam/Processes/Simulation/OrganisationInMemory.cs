using DigiSam.Access;
using DigiSam.Workflows.Calendar;
using DigiSam.Workflows.Definitions;
using DigiSam.Workflows.Running;
using DigiSam.Workflows.Simulation;

namespace DigiSam.Processes.Simulation;

/// <summary>
/// Units with those who hold roles there and above, for a simulation: a copy of the installation's or one made up. Tasks reach people by the
/// same rules as in earnest.
/// </summary>
public sealed class OrganisationInMemory : ISimulatedOrganisation
{
    /// <summary>How many units an administration has when they are made up, about.</summary>
    private const int UnitsOfAnAdministration = 30;

    internal const string Unit = "unit";

    internal const string Municipality = "municipality";

    private readonly IReadOnlyList<UnitInMemory> _units;

    internal OrganisationInMemory(IReadOnlyList<UnitInMemory> units, string placeKind) => (_units, PlaceKind) = (units, placeKind);

    public string PlaceKind { get; }

    public int Places => _units.Count;

    public IQuietTime QuietAt(int place) => _units[place].Quiet;

    /// <summary>
    /// So many units, each with a manager and a safety representative, in administrations of about thirty whose heads are under one
    /// director. Of a process that concerns no units there is one, for the municipality.
    /// </summary>
    public static OrganisationInMemory MadeUp(ProcessDefinition definition, int units)
    {
        var director = new SimulatedPerson("chef", "kommundirektören");
        var others = RoleNames.ForPeople.Where(role => role != Role.Manager)
            .ToDictionary(role => role, role => (IReadOnlyList<SimulatedPerson>)[new SimulatedPerson(role.Code(), $"{role.Swedish()} för hela kommunen")]);
        return KindFor(definition) == Municipality ? new OrganisationInMemory([new UnitInMemory([[director]], others)], Municipality) : new OrganisationInMemory([.. Enumerable.Range(0, units).Select(unit => new UnitInMemory(
            [
                [new SimulatedPerson($"chef-{unit:D5}", $"chefen för enhet {unit + 1}")],
                [new SimulatedPerson($"chef-f{unit / UnitsOfAnAdministration:D5}", $"chefen för förvaltning {(unit / UnitsOfAnAdministration) + 1}")],
                [director],
            ],
            new Dictionary<Role, IReadOnlyList<SimulatedPerson>>(others) { [Role.SafetyRep] = [new SimulatedPerson($"ombud-{unit:D5}", $"skyddsombudet på enhet {unit + 1}")] }))], Unit);
    }

    /// <summary>Which places run a process: units, unless its steps are for others alone.</summary>
    internal static string KindFor(ProcessDefinition definition)
    {
        var kinds = definition.Steps.SelectMany(step => step.Humans).Select(human => human.Place).ToList();
        return kinds.Count == 0 || kinds.Exists(kind => kind is Unit or HumanStep.Above) ? Unit : Municipality;
    }

    public IReadOnlyList<SimulatedPerson> Receivers(int place, StepDefinition step, ProcessDecision.TaskWanted wanted)
    {
        var unit = _units[place];
        if (wanted.Occasion == TaskOccasion.Escalation && wanted.Role == InstalledProcesses.NextManager)
            return ManagersAbove.LevelAbove(unit.Managers, ManagersAbove.ToldBefore(step, wanted, placeKind: null)) is { } level ? unit.Managers[level] : [];
        var above = wanted.Occasion != TaskOccasion.Escalation && step.HumanAt(PlaceKind) is { Place: HumanStep.Above };
        return InstalledProcesses.RoleNamed(wanted.Role) switch
        {
            Role.Manager when above && ManagersAbove.LevelAbove(unit.Managers, 0) is { } level => unit.Managers[level],
            Role.Manager => unit.Managers.Count > 0 ? unit.Managers[0] : [],
            { } role => unit.Others.GetValueOrDefault(role, []),
            _ => [],
        };
    }
}

/// <summary>The people of a unit.</summary>
/// <param name="Managers">The managers of each place that has any, from the unit itself upwards.</param>
/// <param name="Others">Who gets what is wanted of the other roles.</param>
internal sealed record UnitInMemory(IReadOnlyList<IReadOnlyList<SimulatedPerson>> Managers, IReadOnlyDictionary<Role, IReadOnlyList<SimulatedPerson>> Others)
{
    /// <summary>When nobody is reminded there.</summary>
    public IQuietTime Quiet { get; init; } = QuietTimes.July;
}
