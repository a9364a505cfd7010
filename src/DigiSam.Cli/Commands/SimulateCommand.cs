using System.CommandLine;
using System.Diagnostics;
using DigiSam.Cli.Terminal;
using DigiSam.DefinitionFiles;
using DigiSam.Language;
using DigiSam.Processes.Simulation;
using DigiSam.Workflows.Definitions;
using DigiSam.Workflows.Running;
using DigiSam.Workflows.Simulation;

namespace DigiSam.Cli.Commands;

/// <summary><c>digisam workflow simulate</c>: what a year of a process brings, before it is let loose. No database; nothing is written but the picture asked for.</summary>
internal static class SimulateCommand
{
    private const int UsualUnits = 450;

    private const int MostUnits = 10_000;

    public static Command Create(Screen screen)
    {
        var process = new Argument<string?>("PROCESS") { Description = "Den installerade processen: sam-year@1, eller sam-year för den nyaste versionen.", Arity = ArgumentArity.ZeroOrOne };
        var file = new Option<string?>("--file") { Description = "En fil i stället för PROCESS, till exempel ett utkast: workflows/sam-year/2.json", HelpName = "FIL" };
        var year = new Option<int>("--year") { Description = "Året som simuleras.", HelpName = "ÅR", Required = true };
        var units = new Option<int>("--units") { Description = $"Antal enheter i den påhittade organisationen. Standard: {UsualUnits}", HelpName = "ANTAL", DefaultValueFactory = _ => UsualUnits };
        var behaviour = new Option<string>("--behaviour") { Description = "När folk blir klara: on-time eller i-tid, late eller sent, never eller aldrig, mixed eller blandat. Standard: on-time", HelpName = "BETEENDE", DefaultValueFactory = _ => SimulationWords.Codes[0] };
        behaviour.AcceptOnlyFromAmong([.. SimulationWords.Codes]);
        var seed = new Option<int>("--seed") { Description = "Ett tal för blandat: samma tal ger samma år. Standard: 1", HelpName = "TAL", DefaultValueFactory = _ => 1 };
        var picture = new Option<string?>("--out") { Description = "Spara bilden som SVG i en fil.", HelpName = "FIL.svg" };
        var simulate = new Command("simulate", "Kör ett helt år av en process på låtsas och visa vad det ger, månad för månad. Inget sparas.") { process, file, year, units, behaviour, seed, picture };
        simulate.SetAction((parsed, stop) => Session.Guard(screen, async () =>
        {
            var (named, path) = (parsed.GetValue(process), parsed.GetValue(file));
            if (Misuse(named, path, parsed.GetValue(year), parsed.GetValue(units)) is { } misuse)
            {
                screen.Error(misuse);
                return ExitCode.Usage;
            }

            if (Definition(named, path, screen) is not { } definition)
                return ExitCode.Refused;
            var watch = Stopwatch.StartNew();
            var result = await screen.While("Simulerar", () => Task.FromResult(ProcessSimulation.Run(
                new ProcessEngine(), definition, parsed.GetValue(year), OrganisationInMemory.MadeUp(definition, parsed.GetValue(units)), SimulationWords.Named(parsed.GetValue(behaviour))!.Value, parsed.GetValue(seed), stop)));
            watch.Stop();
            foreach (var line in SimulationTable.Lines(result))
                screen.Line(line);
            screen.Error($"Simulerat på {SwedishNumber.Show((decimal)watch.Elapsed.TotalSeconds, 1)} s. Inget har sparats.");
            if (parsed.GetValue(picture) is { } target)
            {
                await File.WriteAllTextAsync(target, SimulationPicture.File(result), stop);
                screen.Line(target);
            }

            return ExitCode.Ok;
        }));
        return simulate;
    }

    private static string? Misuse(string? process, string? file, int year, int units) => (process, file) switch
    {
        (null, null) => "Ange en process, till exempel sam-year@1, eller en fil med --file.",
        ({ }, { }) => "Ange antingen en process eller --file, inte båda.",
        _ when year is < 2000 or > 2100 => "--year ska vara mellan 2000 och 2100.",
        _ when units is < 1 or > MostUnits => $"--units ska vara mellan 1 och {SwedishNumber.Show(MostUnits, 0)}.",
        _ => null,
    };

    private static ProcessDefinition? Definition(string? process, string? file, Screen screen)
    {
        if (file is not null)
            return Read(file, screen);
        var installed = DigiSamServices.ReadWorkflows(DigiSamServices.WorkflowsFolder);
        if (installed.Find(process!) is { } found)
            return found;
        screen.Error(new ProcessIsNotInstalled(process!, installed).Message);
        return null;
    }

    private static ProcessDefinition? Read(string file, Screen screen)
    {
        try
        {
            return DigiSamServices.ReadWorkflow(file);
        }
        catch (InvalidDefinitionException invalid)
        {
            screen.Error(invalid.Faults.Count == 1 ? "Ett fel:" : $"{invalid.Faults.Count} fel:");
            screen.ErrorLines([.. invalid.Faults.Select(fault => fault.ToString())]);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            screen.Error($"{file}: {InputFile.WhyNot(file, unreadable)}.");
        }

        return null;
    }
}
