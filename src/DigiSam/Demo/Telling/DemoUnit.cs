using DigiSam.Access;
using DigiSam.Organisation;

namespace DigiSam.Demo.Telling;

/// <summary>Someone in a role from one day to another, both included.</summary>
internal sealed record Held(Person Person, DateOnly From, DateOnly To);

/// <summary>A unit with those who work there, and what it is like.</summary>
internal sealed class DemoUnit(Unit place, UnitTexts texts, WorkplaceTexts workplace, Guid administrationId, int index, Dice dice)
{
    public Unit Place => place;

    public Guid Id => place.Id;

    public UnitTexts Texts => texts;

    public WorkplaceTexts Workplace => workplace;

    public Guid AdministrationId => administrationId;

    /// <summary>Its place in the row of all units, from 0. The first is the one that visitors are shown.</summary>
    public int Index => index;

    public Dice Dice => dice;

    public List<Held> Managers { get; } = [];

    public List<Held> Reps { get; } = [];

    public List<Person> Employees { get; } = [];

    /// <summary>The unit whose principal and safety representative stand first on the sign-in page.</summary>
    public bool IsShown => index == 0;

    /// <summary>It is behind schedule this year.</summary>
    public bool IsSlow => index != 0 && index % 11 == 3;

    public Person ManagerOn(DateOnly day) => On(Managers, day);

    public Person RepOn(DateOnly day) => On(Reps, day);

    private static Person On(List<Held> held, DateOnly day) => (held.Find(one => one.From <= day && day <= one.To) ?? held[^1]).Person;
}
