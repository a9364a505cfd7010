namespace DigiSam.SamYears;

/// <summary>A unit's calendar year of systematic work environment management; the process behind it knows how far it has come.</summary>
public sealed class SamYear
{
    private SamYear()
    {
    }

    internal SamYear(Guid unitId, int year, Guid processId, DateTimeOffset at)
    {
        Id = Guid.CreateVersion7(at);
        UnitId = unitId;
        Year = year;
        ProcessId = processId;
    }

    public Guid Id { get; private init; }

    public Guid UnitId { get; private init; }

    public int Year { get; private init; }

    public Guid ProcessId { get; private init; }
}
