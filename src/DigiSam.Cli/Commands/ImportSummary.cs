using DigiSam.Cli.Terminal;
using DigiSam.Imports;

namespace DigiSam.Cli.Commands;

/// <summary>Tells what an import did.</summary>
internal static class ImportSummary
{
    public static void Write(Screen screen, ImportReport report, bool dryRun)
    {
        var what = $"{report.File}: {report.What}, {report.Rows} {(report.Rows == 1 ? "rad" : "rader")}";
        if (report.AlreadyImported)
            screen.Line($"{what}. Filen säger det som redan gäller; inget ändrades.");
        else
            screen.Line($"{what}: nya {report.Added}, ersatta {report.Replaced}, oförändrade {report.Unchanged}.{(dryRun ? " Inget ändrades (--dry-run)." : "")}");
        screen.ErrorLines([.. report.Warnings.Select(warning => $"Obs: {warning}")]);
    }
}
