using DigiSam.Access;
using DigiSam.AnnualReports;
using DigiSam.AnnualReports.Life;
using DigiSam.Audit;
using DigiSam.Checklists;
using DigiSam.Checklists.Life;
using DigiSam.ColumnMappings;
using DigiSam.Demo;
using DigiSam.Figures;
using DigiSam.Imports;
using DigiSam.Installation;
using DigiSam.Language;
using DigiSam.Leaves;
using DigiSam.Measures;
using DigiSam.Metrics;
using DigiSam.Organisation;
using DigiSam.Persistence;
using DigiSam.Processes;
using DigiSam.Requests;
using DigiSam.Risks;
using DigiSam.Risks.Life;
using DigiSam.SafetyRounds;
using DigiSam.SamYears;
using DigiSam.SamYears.Guards;
using DigiSam.SchoolYears;
using DigiSam.SeriesBreaks;
using DigiSam.SickLeave;
using DigiSam.SickLeave.Documents;
using FluentValidation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DigiSam;

/// <summary>Puts the domain into a host or the command line.</summary>
public static class DigiSamServices
{
    /// <summary>
    /// Registers everything. Start-up fails here on an invalid definition file or a request without a permission.
    /// </summary>
    /// <param name="processes">The process definitions; those that came with the program when nothing is said.</param>
    public static IServiceCollection AddDigiSam(
        this IServiceCollection services, DatabaseOptions database, InstalledDefinitions definitions, InstalledProcesses? processes = null)
    {
        ValidatorOptions.Global.LanguageManager = new SwedishFaults();
        var assembly = typeof(DigiSamServices).Assembly;
        services.TryAddSingleton(TimeProvider.System);
        var engine = DatabaseEngine.For(database);
        services.AddSingleton(database);
        services.AddSingleton(engine);
        services.AddSingleton(definitions);
        services.AddSingleton(_ => new WriteGate(engine.Writers));
        services.AddSingleton<InstallationSetup>();
        engine.AddContext(services);
        services.AddScoped<MunicipalityName>();
        services.AddScoped<CurrentActor>();
        services.AddScoped<AccessCheck>();
        services.AddScoped<AuditTrail>();
        services.AddSignInChecks();
        services.AddScoped<MappedSources>();
        services.AddScoped<FigureBatches>();
        services.AddScoped<ShownElsewhere>();
        services.AddScoped<TheMunicipality>();
        services.AddScoped<AbsenceCrossCheck>();
        services.AddScoped<AbsenceRows>();
        services.AddScoped<AbsenceCoverage>();
        services.AddScoped<AbsenceCorrections>();
        services.AddScoped<AbsenceBeside>();
        services.AddScoped<IFigureSource, SickLeaveFigures>();
        services.AddScoped<IFigureSource, PositionFigures>();
        services.AddScoped<AbsenceWeighing>();
        services.AddScoped<IFollowsOrganisation>(scope => scope.GetRequiredService<AbsenceWeighing>());
        services.AddFigures();
        services.AddScoped<Briefing>();
        services.AddScoped<PositionReader>();
        services.AddScoped<SickLeaveReader>();
        services.AddScoped<StatedBreaks>();
        services.AddScoped<UnitRanking>();
        services.AddAnnualReports();
        services.AddChecklists();
        services.AddSafetyRounds();
        services.AddRisks();
        services.AddMeasures();
        services.AddProcesses(processes ?? ReadWorkflows(WorkflowsFolder));
        services.AddLeaves();
        services.AddSchoolYears();
        services.AddSamYears();
        services.AddDemo();
        services.AddValidatorsFromAssembly(assembly, includeInternalTypes: true);
        return services.AddRequests(assembly);
    }

    /// <summary>The folder of definition files that came with the program.</summary>
    public static string ChecklistsFolder => Path.Combine(AppContext.BaseDirectory, "checklists");

    /// <summary>The folder of process definitions that came with the program.</summary>
    public static string WorkflowsFolder => Path.Combine(AppContext.BaseDirectory, "workflows");

    /// <summary>The names of the conditions that process definitions of a key may use.</summary>
    public static IReadOnlyCollection<string> GuardNames(string definition) => definition switch
    {
        SamYearWording.Definition => YearGuards.Names,
        ReportCourse.Definition => ReportGuards.Names,
        RiskCourse.Definition => RiskGuards.Names,
        ChecklistCourse.Definition => ChecklistGuards.Names,
        _ => [],
    };

    /// <summary>Reads a folder of process definitions; throws <see cref="DefinitionFiles.InvalidDefinitionException"/> with the faults of all files.</summary>
    public static InstalledProcesses ReadWorkflows(string folder) => InstalledProcesses.Read(folder, GuardNames);

    /// <summary>Reads one process definition, a draft for instance; throws <see cref="DefinitionFiles.InvalidDefinitionException"/> with its faults.</summary>
    public static Workflows.Definitions.ProcessDefinition ReadWorkflow(string file) => InstalledProcesses.ReadFile(file, GuardNames);
}
