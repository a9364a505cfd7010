using System.CommandLine;
using DigiSam.Cli.Terminal;
using DigiSam.DefinitionFiles;
using DigiSam.Installation;
using DigiSam.Workflows.Definitions;

namespace DigiSam.Cli.Commands;

/// <summary><c>digisam checklist validate</c> and <c>digisam workflow validate</c>: are the files right before they are used? No database.</summary>
internal static class ValidateCommands
{
    public static Command Checklist(Screen screen)
    {
        var folder = Folder("checklists");
        var validate = new Command("validate", "Kontrollera alla checklistor, rapportformulär, mått och bestämmelser i en mapp.") { folder };
        validate.SetAction(parsed => Checked(parsed.GetValue(folder)!, screen, ValidateChecklists));
        return new Command("checklist", "Checklistor och rapportformulär.") { validate };
    }

    public static Command Workflow(Screen screen)
    {
        var folder = Folder("workflows");
        var validate = new Command("validate", "Kontrollera alla processdefinitioner i en mapp.") { folder };
        validate.SetAction(parsed => Checked(parsed.GetValue(folder)!, screen, ValidateWorkflows));
        return new Command("workflow", "Processdefinitioner.") { validate, SimulateCommand.Create(screen) };
    }

    private static Argument<string> Folder(string standard) => new("MAPP")
    {
        Description = $"Mappen med filerna. Standard: ./{standard}",
        DefaultValueFactory = _ => $"./{standard}",
    };

    private static int Checked(string folder, Screen screen, Func<string, Screen, IReadOnlyList<string>> validate)
    {
        if (!Directory.Exists(folder))
        {
            screen.Error($"Mappen {folder} finns inte.");
            return ExitCode.Refused;
        }

        var faults = validate(folder, screen);
        if (faults.Count == 0)
            return ExitCode.Ok;
        screen.Error(faults.Count == 1 ? "Ett fel:" : $"{faults.Count} fel:");
        screen.ErrorLines(faults);
        return ExitCode.Refused;
    }

    private static IReadOnlyList<string> ValidateChecklists(string folder, Screen screen)
    {
        try
        {
            var definitions = InstalledDefinitions.Read(folder);
            foreach (var checklist in definitions.Checklists)
                screen.Line($"OK   {checklist.Key}/{checklist.Version}.yaml: {checklist.Title}, {checklist.Questions.Count()} frågor");
            foreach (var form in definitions.Forms)
                screen.Line($"OK   {form.Key}/{form.Year}.yaml: {form.Sections.Count} avsnitt, {form.Questions.Count()} frågor");
            screen.Line($"OK   {definitions.Metrics.Metrics.Count} mått, {definitions.Provisions.Count} bestämmelser");
            return [];
        }
        catch (InvalidDefinitionException invalid)
        {
            return [.. invalid.Faults.Select(fault => fault.ToString())];
        }
    }

    private static IReadOnlyList<string> ValidateWorkflows(string folder, Screen screen)
    {
        var faults = new List<string>();
        var files = Directory.GetFiles(folder, "*.json", SearchOption.AllDirectories).Where(file => !MoveMapReader.IsMap(file)).Order(StringComparer.Ordinal).ToList();
        if (files.Count == 0)
            return [$"{folder}: mappen har inga processdefinitioner"];
        foreach (var file in files)
        {
            var reading = DefinitionReader.Read(file);
            if (reading.Definition is { } definition)
                screen.Line($"OK   {definition.Key}/{definition.Version}.json: {definition.Title}, {definition.Steps.Count} {(definition.Flow == ProcessFlow.States ? "tillstånd" : "steg")}");
            faults.AddRange(reading.Faults.Select(fault => $"{fault.File} rad {fault.Line}: {fault.Message}"));
        }

        return faults.Count > 0 ? faults : UnknownNames(folder);
    }

    /// <summary>Guards, roles and receivers that a host would not know.</summary>
    private static IReadOnlyList<string> UnknownNames(string folder)
    {
        try
        {
            DigiSamServices.ReadWorkflows(folder);
            return [];
        }
        catch (InvalidDefinitionException invalid)
        {
            return [.. invalid.Faults.Select(fault => fault.ToString())];
        }
    }
}
