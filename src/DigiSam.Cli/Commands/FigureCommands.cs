using System.CommandLine;
using System.Globalization;
using DigiSam.Cli.Terminal;
using DigiSam.Figures;
using DigiSam.Imports;

namespace DigiSam.Cli.Commands;

/// <summary><c>digisam import headcount|turnover|…</c>: one command for each table of counted figures.</summary>
internal static class FigureCommands
{
    public static IEnumerable<Command> Create(DatabaseOptionSet where, Screen screen) =>
        Enum.GetValues<FigureTable>().Select(table => table == FigureTable.Incidents ? Incidents(where, screen) : Of(table, where, screen));

    private static Command Of(FigureTable table, DatabaseOptionSet where, Screen screen)
    {
        var file = CommonOptions.File($"CSV eller XLSX med kolumnerna {string.Join(", ", FigureTemplate.Columns(table))}.");
        var dryRun = CommonOptions.DryRun();
        var command = new Command(FigureTemplate.Command(table), $"Läs in {What(table)}.") { file, dryRun };
        command.SetAction((parsed, stop) => Session.Run(parsed, where, screen, stop, session => ImportCommands.Import(
            session, parsed.GetValue(file)!, parsed.GetValue(dryRun), stop, async path => new ImportFigures(table, await ImportSource.FromFile(path, stop: stop), null, parsed.GetValue(dryRun)))));
        return command;
    }

    private static Command Incidents(DatabaseOptionSet where, Screen screen)
    {
        var file = CommonOptions.File("CSV eller XLSX med en rad per händelse: datum, enhet, slag och om den är klarmarkerad. Alla andra kolumner släpps oläsna, och bara antal sparas.");
        var unit = new Option<string>("--unit") { Description = "Enheten som händelsen räknas på: home eller hemenhet, event eller händelseenhet.", HelpName = "ENHET", Required = true };
        unit.AcceptOnlyFromAmong("home", "hemenhet", "event", "händelseenhet");
        var date = new Option<string>("--date") { Description = "Dagen som händelsen räknas på: event eller händelsedatum, report eller rapportdatum.", HelpName = "DATUM", Required = true };
        date.AcceptOnlyFromAmong("event", "händelsedatum", "report", "rapportdatum");
        var from = Month("--from", "Utdragets första månad (2026-01), när den är tidigare än den första händelsen.");
        var to = Month("--to", "Utdragets sista månad (2026-12), när den är senare än den sista händelsen.");
        var dryRun = CommonOptions.DryRun();
        var command = new Command(FigureTemplate.Command(FigureTable.Incidents), $"Läs in {What(FigureTable.Incidents)}.") { file, unit, date, from, to, dryRun };
        command.SetAction((parsed, stop) => Session.Run(parsed, where, screen, stop, session =>
        {
            if (!Read(from, out var first) || !Read(to, out var last))
                return Task.FromResult(ExitCode.Usage);
            var basis = new EventBasis(
                parsed.GetValue(unit) is "home" or "hemenhet" ? EventUnit.Home : EventUnit.Event, parsed.GetValue(date) is "event" or "händelsedatum" ? EventDate.Event : EventDate.Report, first, last);
            return ImportCommands.Import(
                session, parsed.GetValue(file)!, parsed.GetValue(dryRun), stop, async path => new ImportFigures(FigureTable.Incidents, await ImportSource.FromFile(path, stop: stop), basis, parsed.GetValue(dryRun)));

            bool Read(Option<string?> option, out DateOnly? month)
            {
                month = null;
                if (parsed.GetValue(option) is not { } text)
                    return true;
                if (!DateOnly.TryParseExact($"{text}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                {
                    screen.Error($"{option.Name} ska vara en månad som 2026-01, inte \"{text}\".");
                    return false;
                }

                month = day;
                return true;
            }
        }));
        return command;
    }

    private static Option<string?> Month(string name, string description) => new(name) { Description = description, HelpName = "MÅNAD" };

    private static string What(FigureTable table) => table switch
    {
        FigureTable.Headcount => "antal anställda och chefer per enhet och månad",
        FigureTable.Turnover => "personalomsättning per nämnd, kön och månad",
        FigureTable.Overtime => "övertid och mertid per nämnd och månad",
        FigureTable.Incidents => "arbetsskador och tillbud ur KIA: bara antal per månad, enhet och slag",
        FigureTable.OccupationalHealth => "beställningar av företagshälsovård per nämnd eller förvaltning och månad",
        _ => "medarbetarundersökningens index per år, plats och område",
    };
}
