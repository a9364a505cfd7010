using System.CommandLine;
using DigiSam.Cli.Terminal;
using DigiSam.Imports;

namespace DigiSam.Cli.Commands;

/// <summary><c>digisam import undo</c> and <c>digisam import list</c>: what has been taken in, and back again.</summary>
internal static class UndoCommand
{
    public static Command Undo(DatabaseOptionSet where, Screen screen)
    {
        var id = new Argument<Guid>("ID") { Description = "Importens id, som digisam import list visar." };
        var command = new Command("undo", "Ångra en import av siffror: det den ersatte gäller igen.") { id };
        command.SetAction((parsed, stop) => Session.Run(parsed, where, screen, stop, async session =>
        {
            var (done, undone, exit) = await session.Screen.While("Ångrar importen", () => session.Send(new UndoImport(parsed.GetValue(id)), stop));
            if (done)
                screen.Line(undone.Removed + undone.Restored == 0 ? $"{undone.FileName} är redan ångrad." : $"{undone.FileName} är ångrad: {undone.Removed} rader togs bort och {undone.Restored} gäller igen.");
            return exit;
        }));
        return command;
    }

    public static Command List(DatabaseOptionSet where, Screen screen)
    {
        var command = new Command("list", "Visa de senaste importerna med deras id.");
        command.SetAction((parsed, stop) => Session.Run(parsed, where, screen, stop, async session =>
        {
            var (done, page, exit) = await session.Screen.While("Läser importerna", () => session.Send(new ListImports(), stop));
            foreach (var row in done ? page.Rows : [])
                screen.Line($"{row.Id}  {row.ImportedAt:yyyy-MM-dd HH:mm}  {row.FileName}, {row.Rows} rader{(row.UndoneAt is null ? "" : ", ångrad")}");
            return exit;
        }));
        return command;
    }
}
