using System.CommandLine;
using System.Globalization;
using DigiSam.AnnualReports;
using DigiSam.Cli.Terminal;
using DigiSam.Comparisons;
using DigiSam.Imports;
using DigiSam.Metrics;
using DigiSam.Organisation;
using DigiSam.SickLeave;
using MediatR;

namespace DigiSam.Cli.Commands;

/// <summary><c>digisam import …</c>: files in. A file is taken in whole or not at all.</summary>
internal static class ImportCommands
{
    public static Command Create(DatabaseOptionSet where, Screen screen)
    {
        var command = new Command("import", "Läs in en fil: organisation, frånvaro, andra siffror per månad, publicerade värden, svar eller texter.")
        {
            Organisation(where, screen),
            Published(where, screen),
            Answers(where, screen),
            Texts(where, screen),
            Absence(where, screen),
            Comparison(where, screen),
        };
        foreach (var figures in FigureCommands.Create(where, screen))
            command.Add(figures);
        command.Add(UndoCommand.List(where, screen));
        command.Add(UndoCommand.Undo(where, screen));
        return command;
    }

    private static Command Organisation(DatabaseOptionSet where, Screen screen)
    {
        var file = CommonOptions.File("CSV med kolumnerna administration_code, administration och board; dessutom board_aliases (andra namn på nämnden, åtskilda av |; har nämnden bytt namn, det gamla), unit_code och unit om de finns.");
        var validFrom = new Option<string?>("--valid-from") { Description = "Från och med vilken dag ändringar gäller (2026-01-01). Behövs när något byter namn, flyttar eller tillkommer.", HelpName = "DATUM" };
        var complete = new Option<bool>("--complete") { Description = "Filen är hela organisationen; det som inte står i den upphör dagen före --valid-from." };
        var dryRun = CommonOptions.DryRun();
        var command = new Command("organisation", "Läs in nämnder, förvaltningar och enheter.") { file, validFrom, complete, dryRun };
        command.SetAction((parsed, stop) => Session.Run(parsed, where, screen, stop, async session =>
        {
            DateOnly? from = null;
            if (parsed.GetValue(validFrom) is { } text)
            {
                if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                {
                    screen.Error($"--valid-from ska vara ett datum som 2026-01-01, inte \"{text}\".");
                    return ExitCode.Usage;
                }

                from = day;
            }

            return await Import(session, parsed.GetValue(file)!, parsed.GetValue(dryRun), stop, (name, content) => new ImportOrganisation(name, content, from, parsed.GetValue(dryRun), parsed.GetValue(complete)));
        }));
        return command;
    }

    private static Command Published(DatabaseOptionSet where, Screen screen)
    {
        var files = new Argument<string[]>("FIL") { Description = "En eller flera CSV-filer. Slaget känns igen på rubriken.", Arity = ArgumentArity.OneOrMore };
        var year = CommonOptions.Year();
        var period = new Option<string?>("--period") { Description = "Månaden som värdena gäller (2024-04), för filer vars rubrik inte anger den.", HelpName = "MÅNAD" };
        var dryRun = CommonOptions.DryRun();
        var command = new Command("published", "Läs in publicerade värden och publicerade svar till ett års rapport.") { files, year, period, dryRun };
        command.SetAction((parsed, stop) => Session.Run(parsed, where, screen, stop, async session =>
        {
            var exit = ExitCode.Ok;
            foreach (var file in parsed.GetValue(files)!)
            {
                exit = Math.Max(exit, await Import(session, file, parsed.GetValue(dryRun), stop, (name, content) => ImportPublishedAnswers.Recognises(name, content)
                    ? new ImportPublishedAnswers(parsed.GetValue(year), name, content, parsed.GetValue(dryRun))
                    : new ImportPublishedValues(parsed.GetValue(year), name, content, parsed.GetValue(period), parsed.GetValue(dryRun))));
            }

            return exit;
        }));
        return command;
    }

    private static Command Answers(DatabaseOptionSet where, Screen screen)
    {
        var file = CommonOptions.File("CSV med kolumnerna board, question och answer; dessutom basis och comment om de finns.");
        var year = CommonOptions.Year();
        var dryRun = CommonOptions.DryRun();
        var command = new Command("answers", "Läs in nämndernas svar på formulärets frågor.") { file, year, dryRun };
        command.SetAction((parsed, stop) => Session.Run(parsed, where, screen, stop, session =>
            Import(session, parsed.GetValue(file)!, parsed.GetValue(dryRun), stop, (name, content) => new ImportAnswers(parsed.GetValue(year), name, content, parsed.GetValue(dryRun)))));
        return command;
    }

    private static Command Texts(DatabaseOptionSet where, Screen screen)
    {
        var file = CommonOptions.File("Markdown där varje rubrik (#) är ett avsnitts titel och texten under hör till avsnittet.");
        var year = CommonOptions.Year();
        var level = CommonOptions.Level();
        var name = CommonOptions.BoardName();
        var dryRun = CommonOptions.DryRun();
        var command = new Command("texts", "Läs in texterna till en rapports avsnitt.") { file, year, level, name, dryRun };
        command.SetAction((parsed, stop) => Session.Run(parsed, where, screen, stop, async session =>
        {
            var (found, boardId, exit) = await CommonOptions.FindBoard(session, parsed, level, name, parsed.GetValue(year), stop);
            return found
                ? await Import(session, parsed.GetValue(file)!, parsed.GetValue(dryRun), stop, (path, content) => new ImportTexts(parsed.GetValue(year), boardId, path, content, parsed.GetValue(dryRun)))
                : exit;
        }));
        return command;
    }

    private static Command Absence(DatabaseOptionSet where, Screen screen)
    {
        var file = CommonOptions.File("CSV eller XLSX med frånvaro per enhet, per nämnd eller per befattning. Slaget känns igen på rubriken; mallar finns på sidan Läs in siffror.");
        var dryRun = CommonOptions.DryRun();
        var command = new Command("absence", "Läs in frånvaro per månad: per enhet, per nämnd eller per befattning.") { file, dryRun };
        command.SetAction((parsed, stop) => Session.Run(parsed, where, screen, stop, session =>
            Import(session, parsed.GetValue(file)!, parsed.GetValue(dryRun), stop, async path => new ImportAbsence(await ImportSource.FromFile(path, stop: stop), parsed.GetValue(dryRun)))));
        return command;
    }

    private static Command Comparison(DatabaseOptionSet where, Screen screen)
    {
        var file = CommonOptions.File("CSV eller XLSX med kolumnerna mått, grupp, kommun_eller_område, år_eller_period, värde och källa.");
        var dryRun = CommonOptions.DryRun();
        var command = new Command("comparison", "Läs in andra kommuners publicerade värden att jämföra med.") { file, dryRun };
        command.SetAction((parsed, stop) => Session.Run(parsed, where, screen, stop, session =>
            Import(session, parsed.GetValue(file)!, parsed.GetValue(dryRun), stop, async path => new ImportComparison(await ImportSource.FromFile(path, stop: stop), parsed.GetValue(dryRun)))));
        return command;
    }

    private static Task<int> Import(Session session, string path, bool dryRun, CancellationToken stop, Func<string, byte[], IRequest<ImportReport>> request) =>
        Import(session, path, dryRun, stop, async file => request(Path.GetFileName(file), await InputFile.Read(file, stop)));

    /// <summary>Sends what a file is taken in by, and tells what came of it.</summary>
    public static async Task<int> Import(Session session, string path, bool dryRun, CancellationToken stop, Func<string, Task<IRequest<ImportReport>>> request)
    {
        var name = Path.GetFileName(path);
        try
        {
            var made = await request(path);
            var (done, report, exit) = await session.Screen.While($"Läser in {name}", () => session.Send(made, stop));
            if (done)
                ImportSummary.Write(session.Screen, report, dryRun);
            return exit;
        }
        catch (FileRefused refused)
        {
            session.Screen.Error(refused.Message);
            session.Screen.ErrorLines(refused.Details);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            session.Screen.Error($"{path}: {InputFile.WhyNot(path, unreadable)}. Inget importerades.");
        }

        return ExitCode.Refused;
    }
}
