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
