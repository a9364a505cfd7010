using DigiSam.Measures;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace DigiSam.Demo.Telling;

/// <summary>The words of the demo, from the files that are built into the program.</summary>
internal sealed class DemoTexts
{
    private static readonly Lazy<DemoTexts> Read = new(() => new DemoTexts());

    private DemoTexts()
    {
        Organisation = File<OrganisationTexts>("organisation");
        People = File<PeopleTexts>("people");
        Reports = File<ReportTexts>("reports");
        Everywhere = File<EverywhereTexts>("everywhere");
        var assembly = typeof(DemoTexts).Assembly;
        Workplaces = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith($"{Prefix}Workplaces.", StringComparison.Ordinal))
            .Select(name => File<WorkplaceTexts>(name[Prefix.Length..^".yaml".Length]))
            .ToDictionary(workplace => workplace.Kind);
    }

    private const string Prefix = "DigiSam.Demo.Texts.";

    public static DemoTexts Built => Read.Value;

    public OrganisationTexts Organisation { get; }

    public PeopleTexts People { get; }

    public ReportTexts Reports { get; }

    public EverywhereTexts Everywhere { get; }

    /// <summary>By kind of workplace.</summary>
    public IReadOnlyDictionary<string, WorkplaceTexts> Workplaces { get; }

    private static T File<T>(string name)
    {
        using var stream = typeof(DemoTexts).Assembly.GetManifestResourceStream($"{Prefix}{name}.yaml")
            ?? throw new InvalidOperationException($"The demo lacks {name}.yaml.");
        using var reader = new StreamReader(stream);
        return new DeserializerBuilder().WithNamingConvention(HyphenatedNamingConvention.Instance)
            .WithCaseInsensitivePropertyMatching().Build().Deserialize<T>(reader);
    }
}

/// <summary>What is found, done and said at one kind of workplace.</summary>
internal sealed class WorkplaceTexts
{
    public string Kind { get; init; } = "";

    /// <summary>What stands in for {name} in a story: rooms, groups, machines.</summary>
    public Dictionary<string, List<string>> Slots { get; init; } = [];

    public List<StoryTexts> Threads { get; init; } = [];

    /// <summary>"where | what was seen | the risk's name | what was answered".</summary>
    public List<string> Observations { get; init; } = [];

    public List<string> Goals { get; init; } = [];

    public List<string> Views { get; init; } = [];
}

/// <summary>Something that a round finds, what becomes of it, and how it is a year later.</summary>
internal sealed class StoryTexts
{
    /// <summary>The key of the question that finds it.</summary>
    public string Ask { get; init; } = "";

    public string Found { get; init; } = "";

    public string Later { get; init; } = "";

    public string Risk { get; init; } = "";

    public string Why { get; init; } = "";

    /// <summary>Likelihood and consequence, "3x2".</summary>
    public string Odds { get; init; } = "2x2";

    public bool Serious { get; init; }

    /// <summary>"winter" or "summer" when it is only found then.</summary>
    public string? Season { get; init; }

    /// <summary>"kind | measure".</summary>
    public List<string> Do { get; init; } = [];

    public string Note { get; init; } = "";

    public int Likelihood => Odds[0] - '0';

    public int Consequence => Odds[2] - '0';

    public bool FitsMonth(int month) => Season switch
    {
        "winter" => month is 1 or 2 or 3 or 11 or 12,
        "summer" => month is 5 or 6 or 8 or 9,
        _ => true,
    };

    /// <summary>The kind and the words of a measure.</summary>
    public static (MeasureKind Kind, string Title) Measure(string text)
    {
        var parts = text.Split(" | ");
        return (parts[0].ToLowerInvariant() switch
        {
            "source" => MeasureKind.AtSource,
            "technical" => MeasureKind.Technical,
            "organisation" => MeasureKind.Organisational,
            "knowledge" => MeasureKind.Knowledge,
            "protective" => MeasureKind.Protective,
            _ => throw new InvalidOperationException($"No kind of measure is called {parts[0]}."),
        }, parts[1]);
    }
}

internal sealed class EverywhereTexts
{
    public string Kind { get; init; } = "";

    public Dictionary<string, List<string>> Slots { get; init; } = [];

    public List<StoryTexts> Threads { get; init; } = [];

    public List<string> Remarks { get; init; } = [];

    public List<string> Dismissals { get; init; } = [];

    public List<string> Known { get; init; } = [];

    public List<string> Cancelled { get; init; } = [];

    public List<string> Moved { get; init; } = [];

    public List<string> Carried { get; init; } = [];

    public List<string> Unclear { get; init; } = [];

    public List<string> Partly { get; init; } = [];

    public List<string> Failed { get; init; } = [];

    /// <summary>By the category of the risk.</summary>
    public Dictionary<string, List<string>> Supplement { get; init; } = [];

    public List<string> Thanks { get; init; } = [];

    public List<string> Closed { get; init; } = [];

    public List<string> DismissedObservations { get; init; } = [];

    public List<string> Lifted { get; init; } = [];

    public List<string> Absences { get; init; } = [];

    public List<string> Improvements { get; init; } = [];

    public Dictionary<string, List<string>> Reasons { get; init; } = [];
}

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

    public List<string> Committee { get; init; } = [];

    public List<string> Views { get; init; } = [];

    public List<string> Comments { get; init; } = [];
}
