namespace DigiSam.SamYears;

/// <summary>A condition of a step that does not hold: what is missing, in Swedish, where to go, and the single things behind it.</summary>
public sealed record UnmetGuard(string Name, string Text, string Link, IReadOnlyList<MissingThing> Things);

/// <summary>One thing that is missing, and the address where something can be done about it.</summary>
public sealed record MissingThing(string Text, string Link);

/// <summary>Addresses that carry the unit and year they are about.</summary>
internal static class SamYearAddress
{
    public const string Page = "/sam-aret";

    public static string Of(string path, Guid unitId, int year, string? anchor = null) =>
        $"{path}?plats={unitId}&ar={year}{(anchor is null ? "" : $"#{anchor}")}";
}
