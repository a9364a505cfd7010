namespace DigiSam.Demo.Telling;

/// <summary>The municipality's parts by name.</summary>
internal sealed class OrganisationTexts
{
    public string Municipality { get; init; } = "";

    public List<string> Boards { get; init; } = [];

    public List<AdministrationTexts> Administrations { get; init; } = [];

    public List<UnitTexts> Units { get; init; } = [];

    public List<UnitTexts> More { get; init; } = [];

    public Dictionary<string, List<string>> Places { get; init; } = [];
}

internal sealed record AdministrationTexts
{
    public string Code { get; init; } = "";

    public string Name { get; init; } = "";

    public List<string> Boards { get; init; } = [];
}

internal sealed record UnitTexts
{
    public string Kind { get; init; } = "";

    public string Name { get; init; } = "";

    public string Code { get; init; } = "";

    /// <summary>The administration's code.</summary>
    public string In { get; init; } = "";

    public List<string> Boards { get; init; } = [];

    public int Staff { get; init; }
}

internal sealed class PeopleTexts
{
    public List<string> Women { get; init; } = [];

    public List<string> Men { get; init; } = [];

    public List<string> Surnames { get; init; } = [];

    public List<CharacterTexts> Characters { get; init; } = [];

    /// <summary>What a committee is called, by level.</summary>
    public Dictionary<string, string> Committees { get; init; } = [];
}

/// <summary>Someone to sign in as: who, as what, and what they can do here.</summary>
internal sealed record CharacterTexts
{
    public string Key { get; init; } = "";

    public string Name { get; init; } = "";

    public string Role { get; init; } = "";

    /// <summary>Where, when that is more than one place.</summary>
    public string? Place { get; init; }

    public string Does { get; init; } = "";
}

internal sealed class ReportTexts
{
    /// <summary>Texts of a unit's report, by section.</summary>
    public Dictionary<string, List<string>> Unit { get; init; } = [];

    public Dictionary<string, List<string>> Higher { get; init; } = [];

    /// <summary>What the municipality's draft says too, by section, for the check before sending to find.</summary>
    public Dictionary<string, string> ToMend { get; init; } = [];

    public List<string> Committee { get; init; } = [];

    public List<string> Views { get; init; } = [];

    public List<string> Comments { get; init; } = [];
}
