using DigiSam.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DigiSam.Demo;

/// <summary>
/// That this database is a demo: everything in it is invented, and anyone at the computer can sign in as its people. A host
/// keeps such a database to the computer it runs on. There is one such row or none.
/// </summary>
public sealed class DemoMark
{
    private DemoMark()
    {
    }

    internal DemoMark(Guid id, int seed, int units, int years, DateTimeOffset madeAt)
    {
        Id = id;
        Seed = seed;
        Units = units;
        Years = years;
        MadeAt = madeAt;
    }

    public Guid Id { get; private init; }

    /// <summary>The same seed makes the same demo on the same day.</summary>
    public int Seed { get; private init; }

    public int Units { get; private init; }

    /// <summary>Whole years before the one it was made in.</summary>
    public int Years { get; private init; }

    public DateTimeOffset MadeAt { get; private init; }
}

/// <summary>Someone that a visitor can sign in as by a button, as what, where, and what there is to do.</summary>
public sealed class DemoPerson
{
    private DemoPerson()
    {
    }

    internal DemoPerson(Guid id, int position, Guid personId, string role, string place, string does)
    {
        Id = id;
        Position = position;
        PersonId = personId;
        Role = role;
        Place = place;
        Does = does;
    }

    public Guid Id { get; private init; }

    /// <summary>The place in the list, from 0.</summary>
    public int Position { get; private init; }

    public Guid PersonId { get; private init; }

    /// <summary>As the person's title is said, such as "Rektor".</summary>
    public string Role { get; private init; } = "";

    public string Place { get; private init; } = "";

    /// <summary>One sentence.</summary>
    public string Does { get; private init; } = "";
}

internal sealed class DemoPersonTable : IEntityTypeConfiguration<DemoPerson>
{
    public void Configure(EntityTypeBuilder<DemoPerson> builder)
    {
        builder.Property(person => person.Id).ValueGeneratedNever();
        builder.Property(person => person.Role).HasMaxLength(100);
        builder.Property(person => person.Place).HasMaxLength(200);
        builder.Property(person => person.Does).HasMaxLength(500);
        builder.HasOne<Person>().WithMany().HasForeignKey(person => person.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
