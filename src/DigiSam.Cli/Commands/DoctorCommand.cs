using System.CommandLine;
using DigiSam.Cli.Terminal;
using DigiSam.Installation;

namespace DigiSam.Cli.Commands;

/// <summary><c>digisam doctor</c>: is everything as it should be?</summary>
internal static class DoctorCommand
{
    public static Command Create(DatabaseOptionSet where, Screen screen)
    {
        var command = new Command("doctor", "Kontrollera databasen, definitionerna och det som är installerat.");
        command.SetAction((parsed, stop) => Session.Run(parsed, where, screen, stop, async session =>
        {
            var (done, findings, exit) = await screen.While("Kontrollerar", () => session.Send(new CheckInstallation(), stop));
            if (!done)
                return exit;
            foreach (var finding in findings)
                screen.Line($"{Mark(finding.Severity),-4} {finding.Text}");
            return findings.Any(finding => finding.Severity == FindingSeverity.Fault) ? ExitCode.Refused : ExitCode.Ok;
        }));
        return command;
    }

    private static string Mark(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Fine => "OK",
        FindingSeverity.Note => "Obs",
        _ => "FEL",
    };
}
