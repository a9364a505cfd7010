using DigiSam.Installation;
using DigiSam.Persistence;

namespace DigiSam.SamYears.Guards;

/// <summary>A step of a year, as its guards look at it.</summary>
internal sealed record GuardedStep(SamYear Year, string StepKey, DateOnly Today, DigiSamContext Database, InstalledDefinitions Definitions)
{
    public DateOnly FirstDay => new(Year.Year, 1, 1);

    public DateOnly LastDay => new(Year.Year, 12, 31);

    /// <summary>An address with the unit and year it is about.</summary>
    public string Address(string path, string? anchor = null) => SamYearAddress.Of(path, Year.UnitId, Year.Year, anchor);

    /// <summary>The address of one round, risk or measure of the unit.</summary>
    public string Record(string path) => $"{path}?enhet={Year.UnitId}";
}

/// <summary>A condition that a step is closed on, by the name that process definitions use for it. It reads and changes nothing.</summary>
internal abstract class YearGuard(string name)
{
    public string Name { get; } = name;

    /// <summary>What is missing; null when the condition holds.</summary>
    public abstract Task<UnmetGuard?> Check(GuardedStep step, CancellationToken stop);

    /// <summary>"1 rond är inte avslutad." or "3 ronder är inte avslutade."</summary>
    protected static string Counted(int count, string one, string several) => count == 1 ? $"1 {one}" : $"{count} {several}";
}
