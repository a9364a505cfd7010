using DigiSam.Persistence;

namespace DigiSam.Access;

/// <summary>Someone who acts in DigiSam. Not an account: a person may have none, or sign in through the municipality.</summary>
public sealed class Person : IRevised
{
    private Person()
    {
    }

    public Person(string name)
        : this(Guid.CreateVersion7(), name)
    {
    }

    internal Person(Guid id, string name)
    {
        Id = id;
        Name = name;
    }

    public Guid Id { get; private init; }

    public string Name { get; private set; } = "";

    public int Rev { get; private set; }
}

/// <summary>
/// A person holds a role in a place from one date to another, both included. It reaches everything below the place.
/// </summary>
public sealed class RoleAssignment
{
    private RoleAssignment()
    {
    }

    public RoleAssignment(Guid personId, Role role, Guid placeId, DateOnly validFrom, DateOnly? validTo = null)
    {
        Id = Guid.CreateVersion7();
        PersonId = personId;
        Role = role;
        PlaceId = placeId;
        ValidFrom = validFrom;
        ValidTo = validTo ?? DateOnly.MaxValue;
    }

    public Guid Id { get; private init; }

    public Guid PersonId { get; private init; }

    public Role Role { get; private init; }

    public Guid PlaceId { get; private init; }

    public DateOnly ValidFrom { get; private init; }

    public DateOnly ValidTo { get; private set; }

    /// <summary>Ends the assignment; <paramref name="lastDay"/> is the last day it holds.</summary>
    public void End(DateOnly lastDay) => ValidTo = lastDay;
}
