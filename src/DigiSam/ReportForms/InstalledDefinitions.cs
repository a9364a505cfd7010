using DigiSam.DefinitionFiles;
using DigiSam.Metrics;
using DigiSam.Provisions;
using DigiSam.Requests;

namespace DigiSam.ReportForms;

/// <summary>
/// The definition files of this installation, read once at start: metrics, provisions and all report forms.
/// Any invalid file stops the start with file, line and reason.
/// </summary>
public sealed class InstalledDefinitions
{
    private readonly IReadOnlyList<ReportForm> _forms;

    internal InstalledDefinitions(MetricCatalogue metrics, IReadOnlyDictionary<string, Provision> provisions, IReadOnlyList<ReportForm> forms)
    {
        Metrics = metrics;
        Provisions = provisions;
        _forms = [.. forms.OrderBy(form => form.Year)];
    }

    public MetricCatalogue Metrics { get; }

    public IReadOnlyDictionary<string, Provision> Provisions { get; }

    public IReadOnlyList<ReportForm> Forms => _forms;

    /// <summary>Reads the folder <c>checklists</c>; throws <see cref="InvalidDefinitionException"/> with the faults of all files.</summary>
    public static InstalledDefinitions Read(string folder)
    {
        var faults = new List<DefinitionFault>();
        var metrics = Try(() => MetricCatalogueFile.Read(Path.Combine(folder, "metrics.yaml")));
        var provisions = Try(() => ProvisionRegister.Read(Path.Combine(folder, "provisions.yaml")));
        var forms = new List<ReportForm>();
        if (metrics is not null && provisions is not null)
        {
            var ids = provisions.Keys.ToHashSet();
            foreach (var path in Directory.EnumerateFiles(Path.Combine(folder, "arbetsmiljorapport"), "*.yaml").Order(StringComparer.Ordinal))
            {
                if (Try(() => ReportFormFile.Read(path, metrics, ids)) is not { } form)
                    continue;
                if (Path.GetFileNameWithoutExtension(path) != $"{form.Year}")
                    faults.Add(new DefinitionFault(Path.GetFileName(path), 1, $"filen ska heta {form.Year}.yaml efter sitt år"));
                forms.Add(form);
            }

            if (forms.Count == 0 && faults.Count == 0)
                faults.Add(new DefinitionFault("arbetsmiljorapport", 0, "inget rapportformulär finns"));
        }

        return faults.Count > 0 ? throw new InvalidDefinitionException(faults) : new InstalledDefinitions(metrics!, provisions!, forms);

        T? Try<T>(Func<T> read)
            where T : class
        {
            try
            {
                return read();
            }
            catch (InvalidDefinitionException invalid)
            {
                faults.AddRange(invalid.Faults);
                return null;
            }
            catch (IOException missing)
            {
                faults.Add(new DefinitionFault(folder, 0, $"kan inte läsas: {missing.Message}"));
                return null;
            }
        }
    }

    /// <summary>The form for a report's name year: the newest whose year is not later.</summary>
    public ReportForm FormFor(int nameYear) =>
        _forms.LastOrDefault(form => form.Year <= nameYear) ?? throw new NoFormForYear(nameYear, _forms[0].Year);
}

/// <summary>No report form covers the year.</summary>
public sealed class NoFormForYear(int year, int first)
    : BrokenRule($"Det finns inget rapportformulär för {year}. Det äldsta är för {first}; ange det året eller ett senare.");
