using DigiSam.Checklists;
using DigiSam.DefinitionFiles;
using DigiSam.Language;
using DigiSam.Metrics;
using DigiSam.Provisions;
using DigiSam.ReportForms;
using DigiSam.Requests;
using DigiSam.Risks;
using DigiSam.SamYears;

namespace DigiSam.Installation;

/// <summary>
/// The definition files of this installation, read once at start: metrics, provisions, report forms, checklists,
/// risk matrices, health factors and the questions of the yearly follow-up.
/// Any invalid file stops the start with file, line and reason.
/// </summary>
public sealed class InstalledDefinitions
{
    private InstalledDefinitions(string folder, MetricCatalogue metrics, IReadOnlyDictionary<string, Provision> provisions, IReadOnlyList<ReportForm> forms, IReadOnlyList<Checklist> checklists, IReadOnlyList<RiskMatrix> matrices, IReadOnlyList<HealthFactorSet> healthFactors, IReadOnlyList<AnnualFollowUpForm> followUps)
    {
        Folder = folder;
        Metrics = metrics;
        Provisions = provisions;
        Forms = [.. forms.OrderBy(form => form.Year)];
        Checklists = [.. checklists.OrderBy(checklist => checklist.Key, StringComparer.Ordinal).ThenBy(checklist => checklist.Version)];
        Matrices = [.. matrices.OrderBy(matrix => matrix.Version)];
        HealthFactors = healthFactors.MaxBy(factors => factors.Version)!;
        FollowUp = followUps.MaxBy(form => form.Version)!;
    }

    /// <summary>The folder that the files were read from.</summary>
    public string Folder { get; }

    public MetricCatalogue Metrics { get; }

    public IReadOnlyDictionary<string, Provision> Provisions { get; }

    /// <summary>The report forms, oldest first.</summary>
    public IReadOnlyList<ReportForm> Forms { get; }

    /// <summary>All versions of all checklists, by key and version.</summary>
    public IReadOnlyList<Checklist> Checklists { get; }

    /// <summary>All versions of the risk matrix, oldest first; at least one.</summary>
    public IReadOnlyList<RiskMatrix> Matrices { get; }

    /// <summary>The version that new assessments are made with.</summary>
    public RiskMatrix Matrix => Matrices[^1];

    /// <summary>The newest version of the health factors.</summary>
    public HealthFactorSet HealthFactors { get; }

    /// <summary>The newest version of the questions of the yearly follow-up.</summary>
    public AnnualFollowUpForm FollowUp { get; }

    /// <summary>Reads the folder <c>checklists</c>; throws <see cref="InvalidDefinitionException"/> with the faults of all files.</summary>
    public static InstalledDefinitions Read(string folder)
    {
        var faults = new List<DefinitionFault>();
        var metrics = Try(folder, () => MetricCatalogueFile.Read(Path.Combine(folder, "metrics.yaml")), faults);
        var provisions = Try(folder, () => ProvisionRegister.Read(Path.Combine(folder, "provisions.yaml")), faults);
        if (metrics is null || provisions is null)
            throw new InvalidDefinitionException(faults);

        var ids = provisions.Keys.ToHashSet();
        var forms = new List<ReportForm>();
        var checklists = new List<Checklist>();
        var matrices = new List<RiskMatrix>();
        var healthFactors = new List<HealthFactorSet>();
        var followUps = new List<AnnualFollowUpForm>();
        foreach (var path in Directory.GetDirectories(folder).Order(StringComparer.Ordinal)
            .SelectMany(place => Directory.GetFiles(place, "*.yaml").Order(StringComparer.Ordinal)))
        {
            switch (DefinitionFile.KindOf(path))
            {
                case ChecklistFile.Kind:
                    Keep(checklists, Try(path, () => ChecklistFile.Read(path, ids), faults));
                    break;
                case RiskMatrixFile.Kind:
                    Keep(matrices, Try(path, () => RiskMatrixFile.Read(path), faults));
                    break;
                case HealthFactorFile.Kind:
                    Keep(healthFactors, Try(path, () => HealthFactorFile.Read(path), faults));
                    break;
                case AnnualFollowUpFile.Kind:
                    Keep(followUps, Try(path, () => AnnualFollowUpFile.Read(path, ids), faults));
                    break;
                default:
                    Keep(forms, Try(path, () => ReportFormFile.Read(path, metrics, ids), faults));
                    break;
            }
        }

        foreach (var (form, id) in forms.SelectMany(form => form.Questions.SelectMany(question => question.Provisions, (_, id) => (form, id))).Distinct())
        {
            var date = form.Organisation.In(form.Year);
            if (!provisions[id].HoldsOn(date))
                faults.Add(new DefinitionFault($"{form.Key}/{form.Year}.yaml", 0, $"bestämmelsen \"{id}\" gäller inte {SwedishDate.Short(date)}, dagen som formuläret avser"));
        }

        if (forms.Count == 0 && faults.Count == 0)
            faults.Add(new DefinitionFault(folder, 0, "inget rapportformulär finns"));
        if (matrices.Count == 0 && faults.Count == 0)
            faults.Add(new DefinitionFault(folder, 0, "ingen riskmatris finns"));
        if (healthFactors.Count == 0 && faults.Count == 0)
            faults.Add(new DefinitionFault(folder, 0, "inga friskfaktorer finns"));
        if (followUps.Count == 0 && faults.Count == 0)
            faults.Add(new DefinitionFault(folder, 0, "inga frågor för den årliga uppföljningen finns"));
        return faults.Count > 0
            ? throw new InvalidDefinitionException(faults)
            : new InstalledDefinitions(folder, metrics, provisions, forms, checklists, matrices, healthFactors, followUps);
    }

    /// <summary>The form for a report's name year: the newest whose year is not later.</summary>
    public ReportForm FormFor(int nameYear) =>
        Forms.LastOrDefault(form => form.Year <= nameYear) ?? throw new NoFormForYear(nameYear, Forms[0].Year);

    private static T? Try<T>(string path, Func<T> read, List<DefinitionFault> faults)
        where T : class
    {
        try
        {
            return read();
        }
        catch (InvalidDefinitionException invalid)
        {
            faults.AddRange(invalid.Faults);
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException)
        {
            faults.Add(new DefinitionFault(path, 0, $"kan inte läsas: {missing.Message}"));
        }

        return null;
    }

    private static void Keep<T>(List<T> list, T? read)
        where T : class
    {
        if (read is not null)
            list.Add(read);
    }
}

/// <summary>No report form covers the year.</summary>
public sealed class NoFormForYear(int year, int first)
    : BrokenRule($"Det finns inget rapportformulär för {year}. Det äldsta är för {first}; ange det året eller ett senare.");
